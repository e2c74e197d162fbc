package dev.plimsoll.rule.storage;

import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A bind that gives a container the engine's socket.
 *
 * @param mount the bind
 * @param socket the socket, or the directory with it
 * @param directory whether a directory that holds the socket is mounted
 */
record EngineSocket(BindMount mount, String socket, boolean directory) {
    private static final Set<String> SOCKETS = Set.of(
            "/var/run/docker.sock",
            "/run/docker.sock",
            "/run/containerd/containerd.sock",
            "/var/run/containerd/containerd.sock",
            "/run/crio/crio.sock",
            "/var/run/crio/crio.sock",
            "/run/podman/podman.sock",
            "/var/run/podman/podman.sock");

    private static final Set<String> DIRECTORIES =
            Set.of("/", "/var", "/run", "/var/run", "/run/containerd", "/run/podman", "/run/crio");

    /** Docker without root: {@code /run/user/1000/docker.sock}. */
    private static final String USER_PREFIX = "/run/user/";

    private static final String SOCKET_NAME = "/docker.sock";

    /** Those of a container. */
    static List<EngineSocket> in(Container container) {
        List<EngineSocket> found = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            if (mount instanceof BindMount bind) {
                String path = bind.hostPath().orElse("");
                boolean ofUser = path.startsWith(USER_PREFIX) && path.endsWith(SOCKET_NAME);
                if (SOCKETS.contains(path) || ofUser) {
                    found.add(new EngineSocket(bind, shown(bind, path), false));
                } else if (DIRECTORIES.contains(path)) {
                    found.add(new EngineSocket(bind, shown(bind, path), true));
                }
            }
        }
        return found;
    }

    /** A path of the host as messages show it: with the reference where a variable takes part. */
    private static String shown(BindMount bind, String path) {
        Value<String> source = bind.source().value();
        return source.known().orElse("").equals(source.raw()) ? path : source.raw();
    }
}

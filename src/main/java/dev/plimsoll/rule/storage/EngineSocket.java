package dev.plimsoll.rule.storage;

import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A mount that gives a container the engine's socket.
 *
 * @param mount the mount
 * @param socket the socket, or the directory with it
 * @param directory whether a directory that holds the socket is mounted
 */
record EngineSocket(Mount mount, String socket, boolean directory) {
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

    private static final List<String> USER_SOCKETS = List.of("/docker.sock", "/podman/podman.sock");

    private static final String USER_DIRECTORY = "/podman";

    /** Those of a container. */
    static List<EngineSocket> in(Container container) {
        List<EngineSocket> found = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            String path = mount.hostSource();
            boolean ofUser = path.startsWith(USER_PREFIX);
            if (SOCKETS.contains(path) || (ofUser && isSocketOfUser(path))) {
                found.add(new EngineSocket(mount, shown(mount, path), false));
            } else if (DIRECTORIES.contains(path) || (ofUser && isDirectoryOfUser(path))) {
                found.add(new EngineSocket(mount, shown(mount, path), true));
            }
        }
        return found;
    }

    private static boolean isSocketOfUser(String path) {
        for (String socket : USER_SOCKETS) {
            if (path.endsWith(socket)) {
                return true;
            }
        }
        return false;
    }

    /** {@code /run/user/1000}, or the directory of an engine in it. */
    private static boolean isDirectoryOfUser(String path) {
        int slash = path.indexOf('/', USER_PREFIX.length());
        return slash < 0 || path.substring(slash).equals(USER_DIRECTORY);
    }

    /** Where the mount names what it mounts. */
    Located<Value<String>> source() {
        if (mount instanceof BindMount bind) {
            return bind.source();
        }
        return mount instanceof VolumeMount volume && volume.source().isPresent()
                ? volume.source().get()
                : mount.target();
    }

    /** Whether the container may not write. */
    boolean readOnly() {
        return mount instanceof BindMount bind
                ? bind.readOnly()
                : mount instanceof VolumeMount volume && volume.readOnly();
    }

    /** A path of the host as messages show it: with the reference where a variable takes part. */
    private static String shown(Mount mount, String path) {
        if (!(mount instanceof BindMount bind)) {
            return path;
        }
        Value<String> source = bind.source().value();
        return source.known().orElse("").equals(source.raw()) ? path : source.raw();
    }
}

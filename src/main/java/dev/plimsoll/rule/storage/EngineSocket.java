package dev.plimsoll.rule.storage;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mount that gives a container the socket of an engine.
 *
 * @param mount the mount
 * @param engine whose socket it is
 * @param rootless whether the engine runs as a user of the host, and not as root
 * @param directory whether a directory that holds the socket is mounted
 */
record EngineSocket(Mount mount, String engine, boolean rootless, boolean directory) {
    private static final String DOCKER = "Docker";
    private static final String PODMAN = "Podman";

    /** A place, and whose socket is there. */
    private static final String[] SOCKETS = {
        "/run/docker.sock",
        DOCKER,
        "/run/containerd/containerd.sock",
        "containerd",
        "/run/crio/crio.sock",
        "CRI-O",
        "/run/podman/podman.sock",
        PODMAN
    };

    /** Not {@code /var}: what is in {@code /var/run} is in {@code /run}. */
    private static final String[] DIRECTORIES = {
        "/", DOCKER, "/run", DOCKER, "/run/containerd", "containerd", "/run/crio", "CRI-O", "/run/podman", PODMAN
    };

    /**
     * What a user of the host has there: {@code /run/user/1000/docker.sock}. Source: docs.docker.com/engine/security/rootless,
     * podman-system-service(1).
     */
    private static final String OF_USER = "/run/user/";

    private static final String[] SOCKETS_OF_USER = {"docker.sock", DOCKER, "podman/podman.sock", PODMAN};

    private static final String[] DIRECTORIES_OF_USER = {"", "Docker or Podman", "podman", PODMAN};

    /** Those of a container. */
    static List<EngineSocket> in(Container container) {
        List<EngineSocket> found = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            EngineSocket socket = of(mount, mount.hostPlace());
            if (socket != null) {
                found.add(socket);
            }
        }
        return found;
    }

    private static @Nullable EngineSocket of(Mount mount, String place) {
        boolean rootless = place.startsWith(OF_USER);
        String path = rootless ? behindUser(place) : place;
        String socket = engineAt(path, rootless ? SOCKETS_OF_USER : SOCKETS);
        String directory = engineAt(path, rootless ? DIRECTORIES_OF_USER : DIRECTORIES);
        @Nullable String engine = socket != null ? socket : directory;
        return engine == null ? null : new EngineSocket(mount, engine, rootless, socket == null);
    }

    private static @Nullable String engineAt(String path, String[] places) {
        for (int i = 0; i < places.length; i += 2) {
            if (path.equals(places[i])) {
                return places[i + 1];
            }
        }
        return null;
    }

    /** What follows the number of the user; empty for nothing. */
    private static String behindUser(String place) {
        int slash = place.indexOf('/', OF_USER.length());
        return slash < 0 ? "" : place.substring(slash + 1);
    }

    /** What is mounted, and what it is where its name does not say that. */
    String what() {
        String shown = mount.hostShown();
        if (!directory) {
            return shown;
        }
        return shown
                + (rootless
                        ? ", where a rootless " + engine + " has its socket"
                        : ", which includes the " + engine + " socket");
    }

    /** What whoever has the socket can do on the host. */
    String power() {
        return rootless
                ? "can control " + (directory ? "that engine" : "rootless " + engine)
                        + " and act on the host as its user"
                : "can control " + engine + " and become root on the host";
    }
}

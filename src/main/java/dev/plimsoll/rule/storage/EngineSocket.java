package dev.plimsoll.rule.storage;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Privileges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gives a container the socket of an engine: a mount, or a key that asks the client for it.
 *
 * @param written where that is written
 * @param shown what is mounted, as messages show it, or the key
 * @param engine whose socket it is
 * @param rootless whether the engine runs as a user of the host, and not as root
 * @param way how the socket comes into the container
 * @param readOnly whether it is mounted read-only
 */
record EngineSocket(Located<?> written, String shown, String engine, boolean rootless, Way way, boolean readOnly) {
    /** How a socket comes into a container. */
    private enum Way {
        /** It is mounted. */
        SOCKET,
        /** A directory that holds it is mounted. */
        DIRECTORY,
        /** The client mounts it, with its credentials. */
        KEY
    }

    private static final String DOCKER = "Docker";
    /** Help that also ends another. */
    static final String PROXY = "give it a socket proxy that allows only the calls it needs";

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
        EngineSocket asked = askedFor(container);
        if (asked != null) {
            found.add(asked);
        }
        return found;
    }

    /** Compose 2.40.3 and docker 28.5.2 mount the socket that they speak to, and a file of all their registry logins. */
    private static @Nullable EngineSocket askedFor(Container container) {
        Privileges privileges = container.host().privileges().orNull();
        if (privileges == null
                || !(privileges.apiSocket() instanceof Field.Present<Boolean> present)
                || !present.known().orElse(false)) {
            return null;
        }
        String key = container.dialect() == Container.Dialect.COMPOSE ? "use_api_socket" : "--use-api-socket";
        return new EngineSocket(present.value(), key, DOCKER, false, Way.KEY, false);
    }

    private static @Nullable EngineSocket of(Mount mount, String place) {
        boolean rootless = place.startsWith(OF_USER);
        String path = rootless ? behindUser(place) : place;
        String socket = engineAt(path, rootless ? SOCKETS_OF_USER : SOCKETS);
        String directory = engineAt(path, rootless ? DIRECTORIES_OF_USER : DIRECTORIES);
        @Nullable String engine = socket != null ? socket : directory;
        if (engine == null) {
            return null;
        }
        Way way = socket == null ? Way.DIRECTORY : Way.SOCKET;
        return new EngineSocket(mount.named(), mount.hostShown(), engine, rootless, way, mount.isReadOnlyOfHost());
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

    /** How the container comes to it; goes on from the container's name. */
    String how() {
        return switch (way) {
            case SOCKET -> "mounts " + shown;
            case DIRECTORY ->
                "mounts " + shown
                        + (rootless
                                ? ", where a rootless " + engine + " has its socket"
                                : ", which includes the " + engine + " socket");
            case KEY -> "is given the " + engine + " socket by " + shown;
        };
    }

    /** What whoever has the socket can do on the host. */
    String power() {
        if (way == Way.KEY) {
            return "can control " + engine
                    + ", become root on the host, and read the registry logins of whoever starts it";
        }
        return rootless
                ? "can control " + (way == Way.DIRECTORY ? "that engine" : "rootless " + engine)
                        + " and act on the host as its user"
                : "can control " + engine + " and become root on the host";
    }

    /** What to do instead. */
    String help() {
        return switch (way) {
            case SOCKET -> PROXY;
            case DIRECTORY -> "mount only the files or directories it needs, without the socket";
            case KEY -> "remove " + shown + ", and " + PROXY;
        };
    }
}

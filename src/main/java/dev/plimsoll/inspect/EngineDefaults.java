package dev.plimsoll.inspect;

import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.List;

/**
 * What an engine writes down though nobody asked for it, so that it counts as not written. All of it was seen: Docker Engine
 * 28.5.2, {@code testdata/inspect}.
 *
 * <ul>
 *   <li>Lists and maps are sorted or taken apart: capabilities and ports by name, a range of ports to single ones, {@code
 *       --tmpfs} by path.
 *   <li>Numbers are bytes, nanoseconds and billionths of a CPU; how they were spelled is gone.
 *   <li>The image's variables, user, entrypoint, command, volumes and health check stand among the container's own. What is
 *       the same as the image's counts as the image's.
 *   <li>A variable that has no value where the command was typed stands there by its name alone.
 *   <li>Host paths are absolute; the client made them so.
 * </ul>
 */
final class EngineDefaults {
    /** {@code /dev/shm} of a container that asks for no size. */
    static final long SHM = ByteSize.mebibytes(64).bytes();

    /** The same of podman, 65536000 bytes. Source: containers-common, containers.conf(5), shm_size. */
    static final long PODMAN_SHM = 65_536_000;

    /** Processes that podman allows where nobody says how many. Source: containers.conf(5), pids_limit. */
    private static final long PODMAN_PIDS = 2048;

    private static final String NO_LABEL = "label=disable";
    private static final String HOST = "host";

    private EngineDefaults() {}

    /** A limit of memory and swap: the engine gives twice the memory to who asks for a memory limit alone. */
    static boolean isSwapOfMemory(long swap, long memory) {
        return swap == 0 || swap == 2 * memory;
    }

    /** The network that a container has without {@code --network}. */
    static boolean isDefaultNetwork(String mode, boolean podman) {
        return switch (mode) {
            case "", "bridge", "default" -> true;
            case "pasta", "slirp4netns" -> podman;
            default -> false;
        };
    }

    /** Whose {@code /dev/shm} it is without {@code --ipc}. */
    static boolean isDefaultIpc(String mode, boolean podman) {
        return mode.isEmpty() || mode.equals("private") || (podman && mode.equals("shareable"));
    }

    /** What logs without {@code --log-driver}. A daemon may be configured to another one, which is what the container has. */
    static boolean isDefaultLog(String driver, boolean podman) {
        return driver.isEmpty() || driver.equals("json-file") || (podman && driver.equals("journald"));
    }

    /** Whether no number of processes was asked for. */
    static boolean isDefaultPids(long limit, boolean podman) {
        return limit <= 0 || (podman && limit == PODMAN_PIDS);
    }

    /** When it is started again where nobody says. */
    static boolean isDefaultRestart(String policy) {
        return policy.isEmpty() || policy.equals("no");
    }

    /** Swappiness that nobody asked for; zero is one that somebody did. */
    static boolean isDefaultSwappiness(long percent) {
        return percent < 0;
    }

    /**
     * The security options without the one that the engine adds for a container that shares the host's processes or
     * memory, or may do anything.
     */
    static List<String> securityOptions(JsonValue host) {
        List<String> options = new ArrayList<>(host.get("SecurityOpt").strings());
        boolean shares = host.get("Privileged").isTrue()
                || host.get("PidMode").string().equals(HOST)
                || host.get("IpcMode").string().equals(HOST);
        if (shares) {
            options.remove(NO_LABEL);
        }
        return options;
    }

    /** Whether a volume's name was made up by the engine: 64 hexadecimal digits. */
    static boolean isMadeUp(String volume) {
        if (volume.length() != 64) {
            return false;
        }
        for (int i = 0; i < volume.length(); i++) {
            char c = volume.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}

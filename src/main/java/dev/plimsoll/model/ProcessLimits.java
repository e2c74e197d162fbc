package dev.plimsoll.model;

import java.util.Locale;

/**
 * The limits of a process that {@code ulimits} and {@code --ulimit} set. Source: getrlimit(2); docker/cli opts/ulimit.go;
 * runc libcontainer/configs; testdata/engine/ulimit-invalid.
 */
public final class ProcessLimits {
    /** Stands for no limit. */
    private static final long UNLIMITED = -1;

    private ProcessLimits() {}

    /** Whether the docker client knows a limit of this name. */
    public static boolean isName(String name) {
        return switch (name) {
            case "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice" -> true;
            case "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack" -> true;
            default -> false;
        };
    }

    /** Whether the runtime knows a limit of this name, which Compose hands on as it is; in any case, and {@code as} too. */
    public static boolean isNameOfRuntime(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isName(lower) || lower.equals("as");
    }

    /** Whether a soft limit is above the hard one, where -1 is above all others. */
    public static boolean isAbove(long soft, long hard) {
        return hard != UNLIMITED && (soft > hard || soft == UNLIMITED);
    }
}

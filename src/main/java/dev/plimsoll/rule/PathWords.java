package dev.plimsoll.rule;

import dev.plimsoll.model.ContainerPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names in a path say, and the paths whose meaning is a convention. */
public final class PathWords {
    /** Directories that are for temporary files by convention. */
    private static final Set<String> CONVENTIONAL =
            Set.of("/tmp", "/run", "/var/run", "/var/tmp", "/var/lock", "/run/lock", "/dev", "/dev/shm");

    private static final List<ContainerPath> SCRATCH = List.of(
            new ContainerPath("/tmp"),
            new ContainerPath("/var/tmp"),
            new ContainerPath("/run"),
            new ContainerPath("/var/run"),
            new ContainerPath("/var/lock"),
            new ContainerPath("/dev"),
            new ContainerPath("/proc"),
            new ContainerPath("/sys"));

    private static final Set<String> TEMPORARY = Set.of(
            "tmp",
            "temp",
            "temporary",
            "tempfiles",
            "cache",
            "caches",
            "cached",
            "scratch",
            "log",
            "logs",
            "session",
            "sessions",
            "framework",
            "processing",
            "transient",
            "staging",
            "incoming");

    private PathWords() {}

    /** Whether this very path is one of those that hold temporary files in every container. */
    public static boolean isConventional(ContainerPath path) {
        return CONVENTIONAL.contains(path.value());
    }

    /** Whether what lies here is disposable: below a path of that kind, or by its own words. */
    public static boolean isDisposable(ContainerPath path) {
        for (ContainerPath scratch : SCRATCH) {
            if (path.isAtOrBelow(scratch)) {
                return true;
            }
        }
        return named(path, TEMPORARY) != null;
    }

    /** The first directory of a path whose name has one of these words; null if none has. */
    public static @Nullable String named(ContainerPath path, Set<String> words) {
        for (String part : path.parts()) {
            if (hasWord(part, words)) {
                return part;
            }
        }
        return null;
    }

    /** Whether a name has one of these words, in any case, between {@code -}, {@code _} and {@code .}. */
    public static boolean hasWord(String name, Set<String> words) {
        String lower = name.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || "-_.".indexOf(lower.charAt(i)) >= 0) {
                if (words.contains(lower.substring(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }
}

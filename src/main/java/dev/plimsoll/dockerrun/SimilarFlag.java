package dev.plimsoll.dockerrun;

import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The flag that was meant by a name that no flag has. */
final class SimilarFlag {
    /** UTF-16 units of a flag for which one is suggested: none that there is differs from a longer one by only a third. */
    private static final int MAX_COMPARED = 60;

    private SimilarFlag() {}

    /** The flag closest to a name with its dashes; null if none is close. */
    static @Nullable Flag of(String written, CommandKind kind) {
        if (!written.startsWith("--")) {
            return written.length() > 1 && Character.isUpperCase(written.charAt(1))
                    ? Flags.lettered(Character.toLowerCase(written.charAt(1)), kind, false)
                    : null;
        }
        String name = written.substring(2).toLowerCase(Locale.ROOT);
        Flag closest = closest(name, kind, 1);
        if (closest == null) {
            closest = ofKey(name.replace('-', '_'), kind);
        }
        if (closest == null) {
            closest = closest(name, kind, name.length() / 3);
        }
        return closest == null ? beginning(name, kind) : closest;
    }

    private static @Nullable Flag closest(String name, CommandKind kind, int limit) {
        if (name.length() > MAX_COMPARED) {
            return null;
        }
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        Flag closest = null;
        int least = limit + 1;
        for (Flag flag : Flags.of(kind, false)) {
            int found = distance.apply(name, flag.name());
            if (found >= 0 && found < least) {
                closest = flag;
                least = found;
            }
        }
        return closest;
    }

    /** The flag that says what a key of a Compose file says. */
    private static @Nullable Flag ofKey(String key, CommandKind kind) {
        Flag found = null;
        for (Flag flag : Flags.of(kind, false)) {
            if (flag.key().equals(key) && (found == null || flag.shortName() != 0)) {
                found = flag;
            }
        }
        return found;
    }

    /** The only flag that begins with a name, as other programs let it be shortened. */
    private static @Nullable Flag beginning(String name, CommandKind kind) {
        Flag only = null;
        for (Flag flag : Flags.of(kind, false)) {
            if (flag.name().startsWith(name)) {
                if (only != null
                        && !only.name().startsWith(flag.name())
                        && !flag.name().startsWith(only.name())) {
                    return null;
                }
                only = only == null || flag.name().length() < only.name().length() ? flag : only;
            }
        }
        return only;
    }
}

package dev.plimsoll.dockerrun;

import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The flag that was meant by a name that no flag has. */
final class SimilarFlag {
    private SimilarFlag() {}

    /** The flag closest to a name with its dashes; null if none is close. */
    static @Nullable Flag of(String written, CommandKind kind) {
        if (!written.startsWith("--")) {
            return written.length() > 1 && Character.isUpperCase(written.charAt(1))
                    ? Flags.lettered(Character.toLowerCase(written.charAt(1)), kind, false)
                    : null;
        }
        String name = written.substring(2).toLowerCase(Locale.ROOT);
        String key = name.replace('-', '_');
        int limit = Math.max(1, name.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        Flag closest = null;
        int least = limit + 1;
        for (Flag flag : Flags.of(kind, false)) {
            if (flag.key().equals(key) || flag.name().equals(name)) {
                return flag;
            }
            int found = distance.apply(name, flag.name());
            if (found >= 0 && found < least) {
                closest = flag;
                least = found;
            }
        }
        return closest != null ? closest : beginning(name, kind);
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

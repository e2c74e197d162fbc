package dev.plimsoll.dockerrun;

import dev.plimsoll.diagnostic.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        Flag closest = closest(name, kind, 1);
        if (closest == null) {
            closest = ofKey(name.replace('-', '_'), kind);
        }
        if (closest == null) {
            closest = closest(name, kind, name.length() / 3);
        }
        return closest == null ? beginning(name, kind) : closest;
    }

    private static @Nullable Flag closest(String name, CommandKind kind, int letters) {
        List<String> names = new ArrayList<>();
        for (Flag flag : Flags.of(kind, false)) {
            names.add(flag.name());
        }
        @Nullable String meant = DidYouMean.within(letters, name, names);
        for (Flag flag : Flags.of(kind, false)) {
            if (flag.name().equals(meant)) {
                return flag;
            }
        }
        return null;
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

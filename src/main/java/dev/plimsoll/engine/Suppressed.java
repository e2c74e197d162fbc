package dev.plimsoll.engine;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A diagnostic that is not reported, and why.
 *
 * @param diagnostic what would have been reported
 * @param by what keeps it back
 * @param reason the words of whoever wrote that
 */
public record Suppressed(Diagnostic diagnostic, By by, Optional<String> reason) {
    /** What keeps a diagnostic back. */
    public enum By {
        /** A comment in the file. */
        COMMENT,
        /** An item of {@code ignore} in the configuration. */
        CONFIG,
        /** The baseline. */
        BASELINE;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The word in reports. */
        public String label() {
            return label;
        }
    }

    /** The order of reports; a class of its own, loaded where there is more than one. */
    static final class ByPlace implements Comparator<Suppressed> {
        @Override
        public int compare(Suppressed a, Suppressed b) {
            return Linter.BY_PLACE.compare(a.diagnostic(), b.diagnostic());
        }
    }
}

package dev.plimsoll.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, the worst first. A rule has one. */
public enum Severity {
    /** It will not start, or it loses data, or Docker ignores what was written. */
    ERROR,
    /** It can take the container or the host down, or leak. */
    WARNING,
    /** Advice. */
    INFO;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in reports, rule pages and flags. */
    public String label() {
        return label;
    }

    /** Whether this is as bad as another or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** The severity of a word. */
    public static Optional<Severity> of(String label) {
        for (Severity severity : values()) {
            if (severity.label.equals(label)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}

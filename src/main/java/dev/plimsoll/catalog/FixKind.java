package dev.plimsoll.catalog;

import java.util.Locale;
import java.util.Optional;

/** The best fix that a rule may offer. */
public enum FixKind {
    /** It only advises. */
    NONE,
    /** One that cannot change what a running container does. */
    SAFE,
    /** One that changes something, and says what. */
    UNSAFE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in rule pages. */
    public String label() {
        return label;
    }

    /** The kind of a word. */
    public static Optional<FixKind> of(String label) {
        for (FixKind kind : values()) {
            if (kind.label.equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

package dev.plimsoll.catalog;

import java.util.Locale;
import java.util.Optional;

/** How much a user asked to hear. */
public enum Profile {
    /** Each finding is worth a reviewer's minute. */
    DEFAULT,
    /** Hardening and hygiene that most files lack. */
    STRICT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in rule pages and flags. */
    public String label() {
        return label;
    }

    /** The profile of a word. */
    public static Optional<Profile> of(String label) {
        for (Profile profile : values()) {
            if (profile.label.equals(label)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}

package dev.plimsoll.credential;

import java.util.Locale;

/**
 * Signs of which a credential is made.
 *
 * @param kind the letters and digits
 * @param more other signs
 */
record Alphabet(Kind kind, String more) {
    static final Alphabet LETTERS_AND_DIGITS = new Alphabet(Kind.B62, "");

    /** Letters and digits. */
    enum Kind {
        /** 0 to 9. */
        DIGITS,
        /** 0 to 9 and a to f in either case. */
        HEX,
        /** 0 to 9 and a to z. */
        LOWER,
        /** 0 to 9 and A to Z. */
        UPPER,
        /** 0 to 9 and all letters of ASCII. */
        B62
    }

    /**
     * An alphabet as {@code rules/credentials.tsv} writes it.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Alphabet of(String written) {
        int blank = written.indexOf(' ');
        String name = blank < 0 ? written : written.substring(0, blank);
        String more = blank < 0 ? "" : written.substring(blank + 1);
        return switch (name) {
            case "b64u" -> new Alphabet(Kind.B62, "-_" + more);
            case "b64" -> new Alphabet(Kind.B62, "+/=" + more);
            default -> new Alphabet(Kind.valueOf(name.toUpperCase(Locale.ROOT)), more);
        };
    }

    /** Whether a sign is one of them. */
    boolean has(char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean own =
                switch (kind) {
                    case DIGITS -> digit;
                    case HEX -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                    case LOWER -> digit || lower;
                    case UPPER -> digit || upper;
                    case B62 -> digit || lower || upper;
                };
        return own || more.indexOf(c) >= 0;
    }
}

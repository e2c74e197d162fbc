package dev.plimsoll.schema;

/** The patterns that the schema may ask of keys, without the cost of {@code java.util.regex}. */
enum KeyPattern {
    /** The user's own keys, which compose hands through. */
    EXTENSION("^x-"),
    /** Names of services, networks and the like. */
    NAME("^[a-zA-Z0-9._-]+$"),
    /** Names of ulimits. */
    LETTERS("^[a-z]+$");

    private final String pattern;

    KeyPattern(String pattern) {
        this.pattern = pattern;
    }

    /** The pattern that the schema writes so. */
    static KeyPattern of(String pattern) {
        for (KeyPattern known : values()) {
            if (known.pattern.equals(pattern)) {
                return known;
            }
        }
        throw new IllegalArgumentException("no pattern: " + pattern);
    }

    /** The pattern as the schema writes it. */
    String pattern() {
        return pattern;
    }

    /** Whether a key fits. */
    boolean matches(String key) {
        if (this == EXTENSION) {
            return key.startsWith("x-");
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean isLower = c >= 'a' && c <= 'z';
            if (!isLower && (this == LETTERS || !isNamePart(c))) {
                return false;
            }
        }
        return !key.isEmpty();
    }

    private static boolean isNamePart(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    }
}

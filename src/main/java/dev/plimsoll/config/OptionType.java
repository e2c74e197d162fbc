package dev.plimsoll.config;

/** What a rule's option takes, which its default shows. */
enum OptionType {
    /** true or false. */
    BOOLEAN("true or false"),
    /** A number without a sign. */
    NUMBER("a number such as 0.5"),
    /** An amount of memory as Docker writes it. */
    SIZE("a size such as 64m or 1.5g"),
    /** Any text. */
    TEXT("a text");

    private static final String UNITS = "bkmgt";
    /** Digits of a number that is read; a size with more is beyond any machine. */
    private static final int MAX_DIGITS = 15;

    private final String description;

    OptionType(String description) {
        this.description = description;
    }

    /** What may be written, for messages and the schema. */
    String description() {
        return description;
    }

    /** The type of an option with this default. */
    static OptionType of(String defaultValue) {
        for (OptionType type : values()) {
            if (type.accepts(defaultValue)) {
                return type;
            }
        }
        return TEXT;
    }

    /** Whether a text is a value of this type. */
    boolean accepts(String value) {
        return switch (this) {
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case NUMBER -> number(value) == value.length();
            case SIZE -> isSize(value);
            case TEXT -> true;
        };
    }

    private static boolean isSize(String value) {
        int end = number(value);
        if (end < 1 || end == value.length()) {
            return end > 0;
        }
        char unit = Character.toLowerCase(value.charAt(end));
        String rest = value.substring(end + 1);
        boolean single = rest.isEmpty();
        boolean bytes = rest.equalsIgnoreCase("b") || rest.equalsIgnoreCase("ib");
        return UNITS.indexOf(unit) >= 0 && (single || (bytes && unit != 'b'));
    }

    /** The index behind digits with at most one point among them; -1 where there is no such number. */
    private static int number(String value) {
        int at = 0;
        int digits = 0;
        boolean point = false;
        while (at < value.length()
                && (isDigit(value.charAt(at)) || (value.charAt(at) == '.' && !point && digits > 0))) {
            if (value.charAt(at) == '.') {
                point = true;
            } else {
                digits++;
            }
            at++;
        }
        boolean complete = digits > 0 && digits <= MAX_DIGITS && value.charAt(at - 1) != '.';
        return complete ? at : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

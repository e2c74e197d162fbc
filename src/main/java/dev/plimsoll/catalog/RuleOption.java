package dev.plimsoll.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * What an option of a rule takes, as its page says.
 *
 * @param type the form of its values
 * @param unit what a number counts; the words that a choice has, separated by blanks; empty for a size, whose values
 *     carry their unit, and for words
 * @param min the least value, as written; empty for words and choices
 * @param max the greatest value, as written; empty for words and choices
 */
public record RuleOption(Type type, String unit, String min, String max) {
    /** The form of a value. */
    public enum Type {
        /** One of some words. */
        CHOICE("one of some words"),
        /** A number without a sign. */
        NUMBER("a number such as 0.5"),
        /** An amount of memory as Docker writes it; without a unit it is a number of bytes. */
        SIZE("a size such as 64m or 1.5g"),
        /** A number without a sign and a fraction. */
        WHOLE("a whole number"),
        /** Names, separated by blanks; in a configuration also a list of them. */
        WORDS("names of letters, digits, dots, dashes and underscores");

        private final String label = name().toLowerCase(Locale.ROOT);
        private final String description;

        Type(String description) {
            this.description = description;
        }

        /** The word in rule pages. */
        public String label() {
            return label;
        }

        /** The type of a word. */
        public static Optional<Type> of(String label) {
            for (Type type : values()) {
                if (type.label.equals(label)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        /** Whether a text is a value of this type. */
        public boolean accepts(String value) {
            return (this == WORDS || this == CHOICE) ? areWords(value) : amount(value) >= 0;
        }

        private static boolean areWords(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                if (!letter && !isDigit(c) && " ._-".indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }

        /** The amount that a text stands for, of a size in bytes; -1 if it is not a value of this type. */
        public double amount(String value) {
            int end = number(value);
            if (end < 1 || (this == WHOLE && value.indexOf('.') >= 0)) {
                return -1;
            }
            double number = Double.parseDouble(value.substring(0, end));
            if (end == value.length()) {
                return number;
            }
            long unit = this == SIZE ? unit(value.substring(end)) : 0;
            return unit == 0 ? -1 : number * unit;
        }

        /** The bytes of a unit, in any case: {@code k}, {@code kb}, {@code kib}; 0 if it is none. */
        private static long unit(String text) {
            int power = UNITS.indexOf(Character.toLowerCase(text.charAt(0)));
            String rest = text.substring(1);
            boolean bytes = rest.equalsIgnoreCase("b") || rest.equalsIgnoreCase("ib");
            boolean whole = rest.isEmpty() || (bytes && power > 0);
            return power >= 0 && whole ? 1L << (power * BITS_PER_UNIT) : 0;
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

    /** The units of sizes, each 1024 times the one before. */
    private static final String UNITS = "bkmgt";

    private static final int BITS_PER_UNIT = 10;

    /** Digits of a number that is read; one with more is beyond any machine. */
    private static final int MAX_DIGITS = 15;

    /** What must be written in place of a text, for messages: {@code from 1 to 100 percent}; empty if it may stand. */
    public Optional<String> demand(String value) {
        if (type == Type.CHOICE) {
            boolean known = !value.contains(" ") && (" " + unit + " ").contains(" " + value + " ");
            return known ? Optional.empty() : Optional.of("one of " + unit.replace(" ", ", "));
        }
        if (!type.accepts(value)) {
            return Optional.of(type.description);
        }
        if (type == Type.WORDS) {
            return Optional.empty();
        }
        double amount = type.amount(value);
        return amount < least() || amount > most() ? Optional.of(range()) : Optional.empty();
    }

    /** The range in words. */
    public String range() {
        return "from " + min + " to " + max + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The least value, of a size in bytes. */
    public double least() {
        return type.amount(min);
    }

    /** The greatest value, of a size in bytes. */
    public double most() {
        return type.amount(max);
    }

    /** Reads what the index has of an option: type, unit, least and greatest value, separated by commas. */
    static RuleOption ofIndex(String text) {
        String[] parts = text.split(",", -1);
        return new RuleOption(Type.of(parts[0]).orElseThrow(), parts[1], parts[2], parts[3]);
    }
}

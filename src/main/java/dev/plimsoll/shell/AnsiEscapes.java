package dev.plimsoll.shell;

/** The escapes of {@code $'…'}. Source: bash manual, ANSI-C quoting. */
final class AnsiEscapes {
    private static final String LETTERS = "abeEfnrtv";
    private static final String MEANINGS = "\u0007\b\u001B\u001B\f\n\r\t\u000B";

    private AnsiEscapes() {}

    /** Where the escape ends that begins with the backslash at an index. */
    static int end(String text, int at, int limit) {
        char kind = text.charAt(at + 1);
        int max = maxDigits(kind);
        int from = radix(kind) == 16 ? at + 2 : at + 1;
        int i = from;
        while (i < limit && i - from < max && Character.digit(text.charAt(i), radix(kind)) >= 0) {
            i++;
        }
        return Math.max(i, at + 2);
    }

    /** The unit that an escape stands for; of what lies beyond one unit, a question mark. */
    static char unit(String text, int at, int end) {
        char kind = text.charAt(at + 1);
        int letter = LETTERS.indexOf(kind);
        if (letter >= 0) {
            return MEANINGS.charAt(letter);
        }
        int from = radix(kind) == 16 ? at + 2 : at + 1;
        if (maxDigits(kind) == 0 || from == end) {
            return kind;
        }
        long value = Long.parseLong(text.substring(from, end), radix(kind));
        return value <= Character.MAX_VALUE ? (char) value : '?';
    }

    private static int radix(char kind) {
        return kind == 'x' || kind == 'u' || kind == 'U' ? 16 : 8;
    }

    private static int maxDigits(char kind) {
        return switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> 3;
            default -> 0;
        };
    }
}

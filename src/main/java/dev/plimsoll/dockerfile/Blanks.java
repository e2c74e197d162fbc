package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Text;

/** White space as Docker's parser takes it. */
final class Blanks {
    private Blanks() {}

    /** Go's {@code unicode.IsSpace}. */
    static boolean isSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == '\u0085' || c == '\u00A0' || (c > '\u1000' && isWideSpace(c));
    }

    private static boolean isWideSpace(char c) {
        return c == '\u1680'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u3000';
    }

    /** What separates a keyword from its arguments, and arguments from each other: not the wider spaces of Unicode. */
    static boolean isSeparator(char c) {
        return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r';
    }

    static Text strip(Text text) {
        String value = text.value();
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return text.part(from, to);
    }
}

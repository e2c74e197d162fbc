package dev.plimsoll.yaml;

/** Texts as double-quoted scalars on one line, which YAML and JSON read alike. */
public final class DoubleQuoted {
    private DoubleQuoted() {}

    /** The scalar of a text. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    isBetween(c, ' ', '~') || isBetween(c, '\u00a0', '\u2027') || isBetween(c, '\u202a', '\ud7ff');
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (plain || isPair(text, i)) {
                out.append(c);
            } else {
                out.append("\\u").append(String.format("%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }

    /** Whether the unit at an index is half of a character beyond the basic plane. */
    private static boolean isPair(String text, int index) {
        char c = text.charAt(index);
        boolean high = Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
        boolean low = Character.isLowSurrogate(c) && index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        return high || low || (isBetween(c, '\ue000', '\ufffd') && c != '\ufeff');
    }

    private static boolean isBetween(char c, char from, char to) {
        return from <= c && c <= to;
    }
}

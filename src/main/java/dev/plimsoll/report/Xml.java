package dev.plimsoll.report;

/** Text in XML 1.0. What the standard cannot carry, even escaped, is left out: most control characters. */
final class Xml {
    private static final int DELETE = 0x7F;
    private static final int LAST_C1 = 0x9F;

    private Xml() {}

    /** The text as it stands in an element or between double quotes; line breaks and tabs survive an attribute too. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c == '\t' || c == '\n' || c == '\r' || (c >= DELETE && c <= LAST_C1)) {
                        out.append("&#").append(c).append(';');
                    } else if (isCharacter(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Adds an attribute with a space before it. */
    static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"").append(text(value)).append('"');
    }

    /** Adds a number as an attribute. */
    static void attribute(String name, int value, StringBuilder out) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    /** The production Char of XML 1.0, without line breaks and tabs. */
    private static boolean isCharacter(int c) {
        return (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}

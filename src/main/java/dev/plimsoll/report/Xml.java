package dev.plimsoll.report;

/** Text in XML 1.0. What the standard cannot carry, even escaped, is left out: most control characters. */
public final class Xml {
    private Xml() {}

    /** The text as it stands in an element or between double quotes; line breaks and tabs survive an attribute too, and
     * what would steer or deceive whoever looks at it is a reference. */
    public static String text(String text) {
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
                    if (!isCharacter(c)) {
                        continue;
                    }
                    if (c <= Character.MAX_VALUE && Printable.isControl((char) c)) {
                        out.append("&#").append(c).append(';');
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Adds an attribute with a space before it. */
    public static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"").append(text(value)).append('"');
    }

    /** Adds a number as an attribute. */
    public static void attribute(String name, int value, StringBuilder out) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    /** The production Char of XML 1.0. */
    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}

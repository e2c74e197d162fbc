package dev.plimsoll.report;

/** Text of files on its way to a terminal: control characters become visible, so that no file can steer the terminal. */
public final class Printable {
    private static final int DELETE = 0x7F;
    private static final int LAST_C1 = 0x9F;

    /** UTF-16 units of a message that are shown; a path of a file may be megabytes long. */
    private static final int MAX_MESSAGE = 400;

    private Printable() {}

    /** A message on one line, control characters escaped. */
    public static String line(String text) {
        if (!hasControl(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isControl(c)) {
                        out.append("\\u")
                                .append(Integer.toHexString(0x10000 + c).substring(1));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** A message on one line, cut where a file's own text makes it endless. */
    static String shortened(String text) {
        boolean cut = text.length() > MAX_MESSAGE;
        int end = cut && Character.isHighSurrogate(text.charAt(MAX_MESSAGE - 1)) ? MAX_MESSAGE - 1 : MAX_MESSAGE;
        return cut ? line(text.substring(0, end)) + "…" : line(text);
    }

    /** Whether a unit would steer a terminal: controls, and the marks that reverse the direction of text. */
    static boolean isControl(char c) {
        return c < ' '
                || (c >= DELETE && c <= LAST_C1)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFFFF';
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}

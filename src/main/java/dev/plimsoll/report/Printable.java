package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Shortened;

/** Text of files on its way to a terminal: control characters become visible, so that no file can steer the terminal. */
public final class Printable {
    private static final int DELETE = 0x7F;
    private static final int LAST_C1 = 0x9F;

    /** UTF-16 units of a message that are shown; a path of a file may be megabytes long. */
    private static final int MAX_MESSAGE = 400;

    private Printable() {}

    /** A message on one line, control characters escaped. */
    public static String line(String text) {
        return escape(text, false);
    }

    /**
     * A path at the start of a line. GitHub's runner takes any line of a log that begins with two colons for a command, so a
     * file of such a name is shown with its directory.
     */
    public static String path(String path) {
        return path.stripLeading().startsWith("::") ? "./" + line(path) : line(path);
    }

    /** A text whose line breaks are escaped by the format that it goes into; all other control characters are here. */
    static String exceptLineBreaks(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLineBreaks) {
        if (!hasControl(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (keepLineBreaks && (c == '\n' || c == '\r')) {
                out.append(c);
                continue;
            }
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
    public static String shortened(String text) {
        return text.length() > MAX_MESSAGE ? line(Shortened.to(MAX_MESSAGE, text)) : line(text);
    }

    /**
     * Whether a unit would steer a terminal, or hide from a reader: controls, marks that reverse the direction of text, and
     * signs without a width. The joiners U+200C and U+200D stay: words of some scripts and emoji are made with them.
     */
    static boolean isControl(char c) {
        if (c < '\u061C') {
            return c < ' ' || (c >= DELETE && c <= LAST_C1);
        }
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\u061C'
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF'
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

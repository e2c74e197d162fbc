package dev.plimsoll.report;

/** Sentences as wide as the reader's window: broken at blanks, never within a word. */
public final class Prose {
    /** Columns that are read with ease; a wider window has the rest for itself. */
    private static final int MAX_WIDTH = 100;

    private Prose() {}

    /** A page of Markdown whose paragraphs and items are as wide as the window; code, tables and headings stay. */
    public static String reflowed(String page, int columns) {
        int width = Math.min(MAX_WIDTH, columns);
        StringBuilder out = new StringBuilder(page.length());
        StringBuilder paragraph = new StringBuilder();
        boolean code = false;
        for (String line : page.split("\n", -1)) {
            boolean fence = line.stripLeading().startsWith("```");
            boolean item = line.stripLeading().startsWith("- ");
            boolean prose = !code
                    && !fence
                    && !line.isBlank()
                    && !line.startsWith("#")
                    && !line.startsWith("|")
                    && (item || !paragraph.isEmpty() || !line.startsWith("    "));
            if (!prose || item) {
                end(paragraph, width, out);
            }
            if (prose) {
                paragraph.append(paragraph.isEmpty() ? line.stripTrailing() : " " + line.strip());
            } else {
                out.append(line).append('\n');
            }
            code ^= fence;
        }
        end(paragraph, width, out);
        // the last line ends the text, and is no line of its own
        out.setLength(Math.max(0, out.length() - 1));
        return out.toString();
    }

    private static void end(StringBuilder paragraph, int width, StringBuilder out) {
        if (paragraph.isEmpty()) {
            return;
        }
        int indent = 0;
        while (paragraph.charAt(indent) == ' ') {
            indent++;
        }
        String text = paragraph.substring(indent);
        out.append(" ".repeat(indent))
                .append(wrap(text, width, text.startsWith("- ") ? indent + 2 : indent, indent))
                .append('\n');
        paragraph.setLength(0);
    }

    /**
     * A text in lines.
     *
     * @param width columns of a line; a longer word has a line of its own
     * @param indent blanks before each line but the first
     * @param used columns that are taken before the first word
     */
    public static String wrap(String text, int width, int indent, int used) {
        StringBuilder out = new StringBuilder(text.length() + indent);
        int column = used;
        int from = 0;
        while (from < text.length()) {
            int blank = text.indexOf(' ', from);
            String word = text.substring(from, blank < 0 ? text.length() : blank);
            from += word.length() + 1;
            if (word.isEmpty()) {
                continue;
            }
            int columns = DisplayWidth.of(word);
            if (out.length() > 0) {
                if (column + 1 + columns > width) {
                    out.append('\n').append(" ".repeat(indent));
                    column = indent;
                } else {
                    out.append(' ');
                    column++;
                }
            }
            out.append(word);
            column += columns;
        }
        return out.toString();
    }
}

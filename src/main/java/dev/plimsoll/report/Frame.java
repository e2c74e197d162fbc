package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/** A line of a file with a part of it underlined, and a gutter with its number. */
public final class Frame {
    /** Columns of a source line that are shown at most; the rest is cut off, around what is underlined. */
    private static final int MAX_COLUMNS = 120;

    /** Columns of a source line that are shown however narrow the terminal is. */
    private static final int MIN_COLUMNS = 20;

    /** Of the columns, the part that is kept at least before what is underlined where the beginning has to be cut. */
    private static final int LEAD_PART = 6;

    /** Columns between the line number and the line. */
    private static final int MARGIN = 3;

    /** UTF-16 units of a line that are looked at, for each column shown: no line is longer, whatever its marks. */
    private static final int UNITS_PER_COLUMN = 8;

    /** In place of a line of a file whose content is not for reports. */
    public static final String NOT_SHOWN = "(not shown)";

    private static final String TAB = "    ";
    private static final String CUT = "…";

    private final int gutter;
    private final TextStyle style;
    private final Colors colors;
    private final int columns;
    private final StringBuilder out;
    private String above = "";

    Frame(int gutter, TextStyle style, StringBuilder out) {
        this.gutter = gutter;
        this.style = style;
        this.colors = style.colors();
        this.columns = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, style.width() - gutter - MARGIN));
        this.out = out;
    }

    /** Columns that the largest line number of these places and changes takes. */
    static int gutter(Location at, Iterable<Label> labels, Iterable<LineDiff.Hunk> hunks) {
        int largest = at.start().line();
        for (Label label : labels) {
            largest = Math.max(largest, label.at().start().line());
        }
        for (LineDiff.Hunk hunk : hunks) {
            largest = Math.max(largest, hunk.line() + hunk.removed().size() - 1);
            largest = Math.max(largest, hunk.lineAfter() + hunk.added().size() - 1);
        }
        return Integer.toString(largest).length();
    }

    void bar() {
        start("");
        out.append('\n');
    }

    void gap() {
        out.append(colors.frame()).append("...").append(colors.reset()).append('\n');
    }

    /** The place in the words that this terminal makes a link of, unless the line before the frame is one already. */
    void place(Location at) {
        if (style.jediTerm()) {
            out.append(" ".repeat(gutter + 1)).append("at ");
            path(at);
        }
    }

    void otherFile(Location at) {
        out.append(" ".repeat(gutter))
                .append(colors.frame())
                .append(" ::: ")
                .append(colors.reset())
                .append(style.jediTerm() ? "at " : "");
        path(at);
    }

    private void path(Location at) {
        Position start = at.start();
        out.append(Printable.line(at.file().path()))
                .append(':')
                .append(start.line())
                .append(':')
                .append(start.column())
                .append('\n');
    }

    /** The line and below it the underline with a message; only the first line of a longer span is shown. */
    void show(Location at, char underline, String color, String message) {
        show(at, underline, color, message, true);
    }

    /** The same, without the line itself if it stands above already, unless another part of it does. */
    void show(Location at, char underline, String color, String message, boolean withLine) {
        SourceFile file = at.file();
        LineIndex lines = file.lines();
        Position start = at.start();
        if (file.isBlank()) {
            withoutContent(start.line(), message);
            return;
        }
        Span line = lines.line(start.line());
        int from = Math.min(at.span().start(), line.end());
        int to = Math.max(from, Math.min(at.span().end(), line.end()));
        int near = columns * UNITS_PER_COLUMN;
        boolean far = from - line.start() > near;
        String before = visible(file.text().substring(far ? from - near : line.start(), from));
        String rest = visible(file.text().substring(from, Math.min(line.end(), from + near)));
        int marked = width(file.text(), from, to);
        int lead = width(before, 0, before.length());
        if (far || (lead + marked > columns && lead > columns / LEAD_PART)) {
            before = CUT + lastColumns(before, leadBefore(marked + width(file.text(), to, line.end())));
            lead = DisplayWidth.of(before);
        }
        String shown = firstColumns(before + rest, columns);
        if (withLine || !shown.equals(above)) {
            line(start.line(), shown);
            above = shown;
        }
        int width = Math.max(1, Math.min(marked, columns - lead));
        start("");
        out.append(' ')
                .append(" ".repeat(lead))
                .append(color)
                .append(String.valueOf(underline).repeat(width));
        if (!message.isEmpty()) {
            label(Printable.line(message), lead + width, color);
        }
        out.append(colors.reset()).append('\n');
    }

    private void withoutContent(int number, String message) {
        line(number, NOT_SHOWN);
        if (!message.isEmpty()) {
            start("");
            out.append(' ').append(Printable.line(message)).append('\n');
        }
    }

    /** A label behind its underline, or on a line of its own if that would be too long. */
    private void label(String text, int used, String color) {
        int length = DisplayWidth.of(text);
        if (used + 1 + length <= Math.max(columns, style.width() - gutter - MARGIN)) {
            out.append(' ').append(text);
            return;
        }
        out.append(colors.reset()).append('\n');
        start("");
        out.append(' ')
                .append(" ".repeat(Math.max(0, Math.min(used, columns) - length)))
                .append(color)
                .append(text);
    }

    private void line(int number, String shown) {
        start(Integer.toString(number));
        if (!shown.isBlank()) {
            out.append(' ').append(shown.stripTrailing());
        }
        out.append('\n');
    }

    /** A note below the frame; what is not ours in it must have been made printable. */
    void note(String word, String text) {
        out.append(" ".repeat(gutter + 1))
                .append(colors.frame())
                .append('=')
                .append(colors.reset())
                .append(' ')
                .append(colors.bold())
                .append(word)
                .append(colors.reset())
                .append(": ")
                .append(text)
                .append('\n');
    }

    /** The same of sentences, which a terminal would break within a word; a search in a file finds them whole. */
    void sentences(String word, String text) {
        int used = gutter + MARGIN + word.length() + 2;
        boolean fits = style.width() == Integer.MAX_VALUE || used + text.length() <= style.width();
        note(word, fits ? text : Prose.wrap(text, Math.max(style.width(), used + MIN_COLUMNS), used, used));
    }

    /**
     * A line of a diff, with its number; a long one around where it differs.
     *
     * @param other the line that it is compared with, which is cut at the same place; empty if there is none
     */
    void changed(char sign, int number, String line, String other) {
        String color = sign == '-' ? colors.removed() : colors.added();
        String text = Integer.toString(number);
        out.append(" ".repeat(Math.max(0, gutter - text.length())))
                .append(colors.frame())
                .append(text)
                .append(' ')
                .append(colors.reset())
                .append(color)
                .append(sign);
        String shown = aroundDifference(line, other).stripTrailing();
        if (!shown.isEmpty()) {
            out.append(' ').append(shown);
        }
        out.append(colors.reset()).append('\n');
    }

    private String aroundDifference(String line, String other) {
        int from = LineDiff.firstDifference(line, other);
        int same = LineDiff.sameEnd(line, other, from);
        int near = columns * UNITS_PER_COLUMN;
        boolean far = from > near;
        String before = visible(line.substring(far ? from - near : 0, from));
        int differs = Math.max(width(line, from, line.length() - same), width(other, from, other.length() - same));
        int lead = width(before, 0, before.length());
        if (far || (lead + differs > columns && lead > columns / LEAD_PART)) {
            int rest = Math.max(width(line, from, line.length()), width(other, from, other.length()));
            before = CUT + lastColumns(before, leadBefore(rest));
        }
        return firstColumns(before + visible(line.substring(from, Math.min(line.length(), from + near))), columns);
    }

    /** Columns to show of a beginning that is cut: some, and more where what comes behind leaves room. */
    private int leadBefore(int rest) {
        // the mark of the cut takes one, and half of a wide character may be another
        return Math.max(columns / LEAD_PART, columns - rest - 2);
    }

    /** Columns of a part of a line; of a part that has more than are shown it is not said how many more. */
    private int width(String line, int from, int to) {
        int width = 0;
        int end = Math.min(to, from + columns * UNITS_PER_COLUMN);
        int at = from;
        while (at < end && width <= columns) {
            int c = line.codePointAt(at);
            if (c == '\t') {
                width += TAB.length();
            } else {
                width += c <= Character.MAX_VALUE && Printable.isControl((char) c) ? 1 : DisplayWidth.of(c);
            }
            at += Character.charCount(c);
        }
        return width;
    }

    private void start(String number) {
        out.append(colors.frame())
                .append(" ".repeat(gutter - number.length()))
                .append(number)
                .append(" |")
                .append(colors.reset());
    }

    private static String visible(String text) {
        return visible(text, TAB);
    }

    /** A part of a line with a text for each tab, and a sign for each character that would steer a terminal. */
    public static String visible(String text, String tab) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                visible.append(tab);
            } else {
                visible.append(Printable.isControl(c) ? '\uFFFD' : c);
            }
        }
        return visible.toString();
    }

    private static String firstColumns(String text, int columns) {
        int end = 0;
        int width = 0;
        // where to cut, should it turn out too long: before the column that the mark of the cut takes
        int cut = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            width += DisplayWidth.of(text.codePointAt(end));
            if (width > columns) {
                return text.substring(0, cut) + CUT;
            }
            if (width < columns) {
                cut = next;
            }
            end = next;
        }
        return text;
    }

    private static String lastColumns(String text, int columns) {
        int from = text.length();
        int width = 0;
        while (from > 0 && width < columns) {
            from = text.offsetByCodePoints(from, -1);
            width += DisplayWidth.of(text.codePointAt(from));
        }
        return text.substring(from);
    }
}

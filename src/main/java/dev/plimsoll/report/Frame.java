package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/** A line of a file with a part of it underlined, and a gutter with its number. */
final class Frame {
    /** Columns of a source line that are shown; the rest is cut off, around what is underlined. */
    private static final int MAX_COLUMNS = 120;

    /** Columns kept before what is underlined where the beginning has to be cut. */
    private static final int LEAD = 20;

    private static final String TAB = "    ";
    private static final String CUT = "…";

    private final int gutter;
    private final Colors colors;
    private final StringBuilder out;

    Frame(int gutter, Colors colors, StringBuilder out) {
        this.gutter = gutter;
        this.colors = colors;
        this.out = out;
    }

    /** Columns that the largest line number of these places and changes takes. */
    static int gutter(Location at, Iterable<Label> labels, Iterable<LineDiff.Hunk> hunks) {
        int largest = at.start().line();
        for (Label label : labels) {
            largest = Math.max(largest, label.at().start().line());
        }
        for (LineDiff.Hunk hunk : hunks) {
            int lines = Math.max(hunk.removed().size(), hunk.added().size());
            largest = Math.max(largest, hunk.line() + lines - 1);
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

    void otherFile(Location at) {
        Position start = at.start();
        out.append(" ".repeat(gutter))
                .append(colors.frame())
                .append(" ::: ")
                .append(colors.reset())
                .append(Printable.line(at.file().path()))
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

    /** The same, without the line itself if it stands above already. */
    void show(Location at, char underline, String color, String message, boolean withLine) {
        SourceFile file = at.file();
        LineIndex lines = file.lines();
        Position start = at.start();
        Span line = lines.line(start.line());
        int from = Math.min(at.span().start(), line.end());
        int to = Math.max(from, Math.min(at.span().end(), line.end()));
        String before = visible(file.text().substring(line.start(), from));
        String marked = visible(file.text().substring(from, to));
        String after = visible(file.text().substring(to, line.end()));
        int lead = DisplayWidth.of(before);
        if (lead + DisplayWidth.of(marked) > MAX_COLUMNS && lead > LEAD) {
            before = CUT + lastColumns(before, LEAD);
            lead = DisplayWidth.of(before);
        }
        String shown = firstColumns(before + marked + after, MAX_COLUMNS);
        if (withLine) {
            line(start.line(), shown);
        }
        int width = Math.max(1, Math.min(DisplayWidth.of(marked), MAX_COLUMNS - lead));
        start("");
        out.append(' ')
                .append(" ".repeat(lead))
                .append(color)
                .append(String.valueOf(underline).repeat(width));
        if (!message.isEmpty()) {
            out.append(' ').append(Printable.line(message));
        }
        out.append(colors.reset()).append('\n');
    }

    private void line(int number, String shown) {
        start(Integer.toString(number));
        if (!shown.isBlank()) {
            out.append(' ').append(shown.stripTrailing());
        }
        out.append('\n');
    }

    /** A note below the frame. */
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
                .append(Printable.line(text))
                .append('\n');
    }

    /** A line of a diff, with its number. */
    void changed(char sign, int number, String line) {
        String color = sign == '-' ? colors.removed() : colors.added();
        String text = Integer.toString(number);
        out.append(" ".repeat(Math.max(0, gutter - text.length())))
                .append(colors.frame())
                .append(text)
                .append(' ')
                .append(colors.reset())
                .append(color)
                .append(sign);
        String shown = firstColumns(visible(line), MAX_COLUMNS).stripTrailing();
        if (!shown.isEmpty()) {
            out.append(' ').append(shown);
        }
        out.append(colors.reset()).append('\n');
    }

    private void start(String number) {
        out.append(colors.frame())
                .append(" ".repeat(gutter - number.length()))
                .append(number)
                .append(" |")
                .append(colors.reset());
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                visible.append(TAB);
            } else {
                visible.append(Printable.isControl(c) ? '\uFFFD' : c);
            }
        }
        return visible.toString();
    }

    private static String firstColumns(String text, int columns) {
        if (DisplayWidth.of(text) <= columns) {
            return text;
        }
        int end = text.length();
        while (end > 0 && DisplayWidth.of(text.substring(0, end)) >= columns) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + CUT;
    }

    private static String lastColumns(String text, int columns) {
        int from = text.length();
        while (from > 0 && DisplayWidth.of(text.substring(from)) < columns) {
            from = text.offsetByCodePoints(from, -1);
        }
        return text.substring(from);
    }
}

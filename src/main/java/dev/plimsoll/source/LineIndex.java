package dev.plimsoll.source;

import java.util.Arrays;

/**
 * Converts offsets of a text to lines and columns and back. A line ends with LF, CR LF or a lone CR, as YAML 1.2 and
 * every editor that we know of count them.
 */
public final class LineIndex {
    private final String text;
    private final int[] starts;

    private LineIndex(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /** Reads the line breaks of a text once. */
    public static LineIndex of(String text) {
        // counted first: a table that grows leaves as much behind as it holds in the end
        int count = 1;
        for (int i = nextLine(text, 0); i >= 0; i = nextLine(text, i)) {
            count++;
        }
        int[] starts = new int[count];
        int line = 1;
        for (int i = nextLine(text, 0); i >= 0; i = nextLine(text, i)) {
            starts[line] = i;
            line++;
        }
        return new LineIndex(text, starts);
    }

    /** Where the next line begins; -1 if there is none. */
    private static int nextLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    /** Number of lines, at least 1: a text that ends with a line break has an empty last line. */
    public int count() {
        return starts.length;
    }

    /**
     * Line and column of an offset.
     *
     * @param offset in UTF-16 units, from 0 to the length of the text
     * @throws IndexOutOfBoundsException if the offset lies outside the text
     */
    public Position position(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException("offset " + offset + " of a text of " + text.length());
        }
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    /**
     * Offset of a line and column.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public int offset(Position position) {
        int line = position.line() - 1;
        if (line < 0 || line >= starts.length) {
            throw new IndexOutOfBoundsException("line " + position.line() + " of " + starts.length);
        }
        int offset = starts[line] + position.column() - 1;
        int limit = line + 1 < starts.length ? starts[line + 1] : text.length() + 1;
        if (position.column() < 1 || offset >= limit) {
            throw new IndexOutOfBoundsException("column " + position.column() + " of line " + position.line());
        }
        return offset;
    }

    /**
     * The text range of a line without its line break.
     *
     * @param line from 1
     */
    public Span line(int line) {
        if (line == starts.length) {
            return new Span(starts[line - 1], text.length());
        }
        int next = starts[line];
        boolean two = text.charAt(next - 1) == '\n' && next - 2 >= starts[line - 1] && text.charAt(next - 2) == '\r';
        return new Span(starts[line - 1], two ? next - 2 : next - 1);
    }

    /**
     * Offset of the first unit of the next line, or the length of the text for the last line.
     *
     * @param line from 1
     */
    public int nextLineStart(int line) {
        return line < starts.length ? starts[line] : text.length();
    }
}

package dev.plimsoll.source;

import java.util.Arrays;

/**
 * Converts offsets of a text to lines and columns and back. A line ends with LF, CR LF or a lone CR, as YAML 1.2 and
 * every editor that we know of count them.
 */
public final class LineIndex {
    private final int length;
    private final int[] starts;
    private final int[] ends;

    private LineIndex(int length, int[] starts, int[] ends) {
        this.length = length;
        this.starts = starts;
        this.ends = ends;
    }

    /** Reads the line breaks of a text once. */
    public static LineIndex of(String text) {
        int[] starts = new int[64];
        int[] ends = new int[64];
        int count = 0;
        int lineStart = 0;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            boolean last = i == length;
            char c = last ? '\n' : text.charAt(i);
            if (c != '\n' && c != '\r') {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            starts[count] = lineStart;
            ends[count] = i;
            count++;
            if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                i++;
            }
            lineStart = i + 1;
        }
        return new LineIndex(length, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
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
        if (offset < 0 || offset > length) {
            throw new IndexOutOfBoundsException("offset " + offset + " of a text of " + length);
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
        int limit = line + 1 < starts.length ? starts[line + 1] : length + 1;
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
        return new Span(starts[line - 1], ends[line - 1]);
    }

    /**
     * Offset of the first unit of the next line, or the length of the text for the last line.
     *
     * @param line from 1
     */
    public int nextLineStart(int line) {
        return line < starts.length ? starts[line] : length;
    }
}

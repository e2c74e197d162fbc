package dev.plimsoll.compose.style;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/** The lines of a file, from 1, and what stands on them beside YAML's nodes: blanks and comments. */
final class Lines {
    private final String text;
    private final LineIndex index;

    Lines(SourceFile file) {
        this.text = file.text();
        this.index = file.lines();
    }

    int count() {
        return index.count();
    }

    /** The line of an offset. */
    int of(int offset) {
        return index.position(offset).line();
    }

    /** Where a line begins. */
    int start(int line) {
        return index.line(line).start();
    }

    /** Where the next line begins; the end of the text for the last one. */
    int end(int line) {
        return index.nextLineStart(line);
    }

    /** What a line ends with: nothing for the last one. */
    String lineEnd(int line) {
        return text.substring(index.line(line).end(), end(line));
    }

    /** Whether there is nothing but blanks on a line. */
    boolean isBlank(int line) {
        return indent(line) == index.line(line).end();
    }

    /** Whether there is nothing at all on a line. */
    boolean isEmpty(int line) {
        return index.line(line).isEmpty();
    }

    /** The column of a comment that has its line for itself, from 0; -1 if there is none. */
    int comment(int line) {
        int at = indent(line);
        return at < index.line(line).end() && text.charAt(at) == '#' ? at - start(line) : -1;
    }

    /** Whether a line has a comment for itself, or nothing. */
    boolean isGap(int line) {
        return isBlank(line) || comment(line) >= 0;
    }

    /** Whether there are only spaces in front of an offset of a line. */
    boolean isFirst(int line, int offset) {
        for (int i = start(line); i < offset; i++) {
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing but a comment behind an offset of a line. */
    boolean isLast(int line, int offset) {
        int end = index.line(line).end();
        int at = blanksEnd(offset, end);
        return at >= end || (text.charAt(at) == '#' && at > offset);
    }

    /** Whether a line's item of a list stands there: its dash. */
    boolean isDash(int line, int column) {
        Span span = index.line(line);
        int at = span.start() + column;
        boolean dash = at < span.end() && text.charAt(at) == '-' && isFirst(line, at);
        return dash && (at + 1 == span.end() || text.charAt(at + 1) == ' ');
    }

    private int indent(int line) {
        Span span = index.line(line);
        return blanksEnd(span.start(), span.end());
    }

    private int blanksEnd(int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}

package dev.plimsoll.lsp;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Places in texts as the protocol has them: lines and columns from 0, columns in the units that were agreed on, which are
 * those of UTF-16 unless the editor prefers bytes of UTF-8. Source: LSP 3.17, "Position".
 */
final class Columns {
    private boolean bytes;

    /** Counts bytes of UTF-8 from now on. */
    void countBytes() {
        bytes = true;
    }

    /** The offset of a place; of one behind the end of its line, or of the text, the end. */
    int offset(String text, LineIndex lines, Position position) {
        if (position.getLine() < 0) {
            return 0;
        }
        if (position.getLine() >= lines.count()) {
            return text.length();
        }
        Span line = lines.line(position.getLine() + 1);
        // an editor may mean the end of a line by a number that leaves no room for one more
        int column = Math.max(0, position.getCharacter());
        if (!bytes) {
            return line.start() + Math.min(line.end() - line.start(), column);
        }
        int at = line.start();
        int passed = 0;
        while (at < line.end() && passed < column) {
            int point = text.codePointAt(at);
            passed += bytes(point);
            at += Character.charCount(point);
        }
        return Math.min(at, line.end());
    }

    /** The offset of a place in a text without the mark that we take off, which the editor counts. */
    int offset(SourceFile file, Position position) {
        int column =
                position.getLine() == 0 ? Math.max(0, position.getCharacter() - mark(file)) : position.getCharacter();
        return offset(file.text(), file.lines(), new Position(position.getLine(), column));
    }

    private int mark(SourceFile file) {
        return file.hasByteOrderMark() ? (bytes ? 3 : 1) : 0;
    }

    private static int bytes(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    /** The place of an offset. */
    Position position(SourceFile file, int offset) {
        dev.plimsoll.source.Position found = file.lines().position(offset);
        int column = found.column() - 1;
        int start = offset - column;
        if (bytes) {
            column = file.text().substring(start, offset).getBytes(StandardCharsets.UTF_8).length;
        }
        return new Position(found.line() - 1, column + (found.line() == 1 ? mark(file) : 0));
    }

    Range range(SourceFile file, Span span) {
        return new Range(position(file, span.start()), position(file, span.end()));
    }

    Range range(Location at) {
        return range(at.file(), at.span());
    }
}

package dev.plimsoll.report;

import dev.plimsoll.source.SourceFile;

/** Columns from 1 in the unit that a format counts in, of offsets in UTF-16 units. */
public final class Columns {
    private Columns() {}

    /** In characters, as people count them: code points. */
    static int codePoints(SourceFile file, int offset) {
        return file.text().codePointCount(lineStart(file, offset), offset) + 1;
    }

    /** In bytes of UTF-8, as reviewdog counts them. */
    static int utf8(SourceFile file, int offset) {
        return utf8Length(file.text(), lineStart(file, offset), offset) + 1;
    }

    /** Bytes of UTF-8 of a part of a text. */
    static int utf8Length(CharSequence text, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                // two bytes for each half of a pair
                bytes += 2;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }

    private static int lineStart(SourceFile file, int offset) {
        return offset - file.lines().position(offset).column() + 1;
    }
}

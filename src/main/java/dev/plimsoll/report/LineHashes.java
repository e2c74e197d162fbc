package dev.plimsoll.report;

import dev.plimsoll.source.SourceFile;
import java.util.HashMap;
import java.util.Map;

/**
 * The fingerprint by which GitHub's code scanning follows an alert when lines move ({@code primaryLocationLineHash}). Its
 * upload action computes it from the file and complains where a report differs, so this is that action's recipe: a
 * polynomial over 100 UTF-16 units from the line's first on, without spaces and tabs, line breaks as LF, an end mark and
 * zeros behind the text; then how often the same hash came up to here.
 */
final class LineHashes {
    private static final int UNITS = 100;
    private static final long FACTOR = 37;
    private static final char END = '\uFFFF';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** {@link #FACTOR} to the power of {@link #UNITS}: what a unit has been multiplied by when it leaves the window. */
    private static final long LEAVING = power();

    private final Map<SourceFile, Hashes> known = new HashMap<>();

    /** Those of the lines of a file. */
    private static final class Hashes {
        private final long[] values;
        /** How often the hash of a line came up to there. */
        private final int[] turns;

        Hashes(long[] values, int[] turns) {
            this.values = values;
            this.turns = turns;
        }

        String of(int line) {
            return Long.toHexString(values[line - 1]) + ":" + turns[line - 1];
        }
    }

    private static long power() {
        long power = 1;
        for (int i = 0; i < UNITS; i++) {
            power *= FACTOR;
        }
        return power;
    }

    /**
     * The fingerprint of a line.
     *
     * @param line from 1
     */
    String of(SourceFile file, int line) {
        return known.computeIfAbsent(file, LineHashes::hashes).of(line);
    }

    private static Hashes hashes(SourceFile file) {
        long[] values = new Window(file.lines().count()).of(file);
        int[] turns = new int[values.length];
        // a table of numbers, since a large file has a million lines
        int[] lastOf = new int[Integer.highestOneBit(values.length) * 4];
        for (int i = 0; i < values.length; i++) {
            int slot = (int) (values[i] ^ (values[i] >>> 32)) & (lastOf.length - 1);
            while (lastOf[slot] != 0 && values[lastOf[slot] - 1] != values[i]) {
                slot = (slot + 1) & (lastOf.length - 1);
            }
            turns[i] = lastOf[slot] == 0 ? 1 : turns[lastOf[slot] - 1] + 1;
            lastOf[slot] = i + 1;
        }
        return new Hashes(values, turns);
    }

    /** The last units of a text, and their hash: a unit in, a unit out. */
    private static final class Window {
        private final char[] units = new char[UNITS];
        private final long[] values;
        /** Where lines begin, in units. */
        private final int[] starts;

        private int begun;
        private int done;
        private int count;
        private long hash;

        Window(int lines) {
            values = new long[lines];
            starts = new int[lines];
        }

        long[] of(SourceFile file) {
            String text = file.text();
            boolean atStart = true;
            if (file.hasByteOrderMark()) {
                begin();
                add(BYTE_ORDER_MARK);
                atStart = false;
            }
            for (int i = 0; i <= text.length(); i++) {
                char c = i < text.length() ? text.charAt(i) : END;
                boolean secondHalfOfBreak = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
                if (c == ' ' || c == '\t' || secondHalfOfBreak) {
                    continue;
                }
                if (atStart) {
                    begin();
                }
                atStart = c == '\r' || c == '\n';
                add(atStart ? '\n' : c);
            }
            while (done < values.length) {
                add('\0');
            }
            return values;
        }

        private void begin() {
            starts[begun] = count;
            begun++;
        }

        private void add(char unit) {
            int at = count % UNITS;
            hash = hash * FACTOR + unit - units[at] * LEAVING;
            units[at] = unit;
            count++;
            if (done < begun && count == starts[done] + UNITS) {
                values[done] = hash;
                done++;
            }
        }
    }
}

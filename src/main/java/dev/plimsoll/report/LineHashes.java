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

    private final Map<SourceFile, String[]> known = new HashMap<>();

    /**
     * The fingerprint of a line.
     *
     * @param line from 1
     */
    String of(SourceFile file, int line) {
        return known.computeIfAbsent(file, LineHashes::hashes)[line - 1];
    }

    private static String[] hashes(SourceFile file) {
        String text = (file.hasByteOrderMark() ? BYTE_ORDER_MARK + file.text() : file.text()) + END;
        int[] starts = new int[file.lines().count()];
        StringBuilder units = new StringBuilder(text.length() + UNITS);
        int line = 0;
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean secondHalfOfBreak = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (c == ' ' || c == '\t' || secondHalfOfBreak) {
                continue;
            }
            if (atStart) {
                starts[line++] = units.length();
            }
            atStart = c == '\r' || c == '\n';
            units.append(atStart ? '\n' : c);
        }
        String[] hashes = new String[starts.length];
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            String hash = Long.toHexString(hash(units, starts[i]));
            hashes[i] = hash + ":" + counts.merge(hash, 1, Integer::sum);
        }
        return hashes;
    }

    private static long hash(CharSequence units, int from) {
        long hash = 0;
        for (int i = from; i < from + UNITS; i++) {
            hash = hash * FACTOR + (i < units.length() ? units.charAt(i) : 0);
        }
        return hash;
    }
}

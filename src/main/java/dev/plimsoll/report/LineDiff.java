package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines that a fix takes away and puts in their place, hunk by hunk, without context. */
public final class LineDiff {
    /**
     * UTF-16 units of a line that are kept before and behind what changes. More than any report shows, so that whoever cuts
     * the line sees that it was longer; a line may have megabytes, and thousands of fixes.
     */
    private static final int NEAR = 1024;

    /** Units between the first and the last change of one line; to show them all would be no diff any more. */
    private static final int MAX_APART = 64 * 1024;

    private LineDiff() {}

    /**
     * Lines that change together.
     *
     * @param file the file
     * @param line the number of the first line concerned, from 1
     * @param lineAfter the number that the first of the added lines will have, once the hunks before it are made too
     * @param removed the lines as they are, what is far from all changes left out
     * @param added the lines as they would be, likewise
     */
    public record Hunk(SourceFile file, int line, int lineAfter, List<String> removed, List<String> added) {}

    /** The hunks of a fix, to be shown. */
    public static List<Hunk> of(Fix fix) {
        return hunks(fix, false);
    }

    /** The hunks of a fix with whole lines, however long they are. */
    static List<Hunk> whole(Fix fix) {
        return hunks(fix, true);
    }

    private static List<Hunk> hunks(Fix fix, boolean whole) {
        List<Hunk> hunks = new ArrayList<>();
        List<Edit> edits = fix.edits();
        int i = 0;
        int grown = 0;
        while (i < edits.size()) {
            SourceFile file = edits.get(i).at().file();
            if (i > 0 && edits.get(i - 1).at().file() != file) {
                grown = 0;
            }
            LineIndex lines = file.lines();
            int first = lines.position(edits.get(i).at().span().start()).line();
            int last = lastLine(edits.get(i), lines);
            List<Edit> together = new ArrayList<>();
            while (i < edits.size()
                    && edits.get(i).at().file() == file
                    && lines.position(edits.get(i).at().span().start()).line() <= last) {
                together.add(edits.get(i));
                last = Math.max(last, lastLine(edits.get(i), lines));
                i++;
            }
            int from = lines.line(first).start();
            int to = lines.nextLineStart(last);
            if (!whole) {
                from = Math.max(from, together.get(0).at().span().start() - NEAR);
                to = Math.min(to, end(together) + NEAR);
            }
            if (whole || first != last || to - from <= MAX_APART) {
                Hunk hunk = hunk(new Location(file, new Span(from, to)), first, grown, together);
                hunks.add(hunk);
                grown += hunk.added().size() - hunk.removed().size();
            }
        }
        return hunks;
    }

    private static int lastLine(Edit edit, LineIndex lines) {
        Span span = edit.at().span();
        int last = lines.position(span.end()).line();
        // a deletion of whole lines ends where the next line begins, without touching it
        boolean wholeLines = !span.isEmpty()
                && lines.position(span.end()).column() == 1
                && (edit.text().isEmpty() || edit.text().endsWith("\n"));
        return wholeLines ? last - 1 : last;
    }

    private static int end(List<Edit> edits) {
        int end = 0;
        for (Edit edit : edits) {
            end = Math.max(end, edit.at().span().end());
        }
        return end;
    }

    private static Hunk hunk(Location at, int first, int grown, List<Edit> edits) {
        int from = at.span().start();
        StringBuilder after = new StringBuilder(at.text());
        for (int i = edits.size() - 1; i >= 0; i--) {
            Span span = edits.get(i).at().span();
            after.replace(span.start() - from, span.end() - from, edits.get(i).text());
        }
        List<String> removed = split(at.text());
        List<String> added = split(after.toString());
        int same = 0;
        while (same < removed.size() && same < added.size() && removed.get(same).equals(added.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < removed.size() - same
                && tail < added.size() - same
                && removed.get(removed.size() - 1 - tail).equals(added.get(added.size() - 1 - tail))) {
            tail++;
        }
        return new Hunk(
                at.file(),
                first + same,
                first + same + grown,
                removed.subList(same, removed.size() - tail),
                added.subList(same, added.size() - tail));
    }

    private static List<String> split(String text) {
        return text.lines().toList();
    }

    /** The line that a changed line is compared with; empty if none stands for it on the other side. */
    public static String opposite(int index, List<String> lines) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** Where a line begins to differ from another: an offset in UTF-16 units, never inside a surrogate pair. */
    public static int firstDifference(String line, String other) {
        int most = Math.min(line.length(), other.length());
        int same = 0;
        while (same < most && line.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same > 0 && Character.isHighSurrogate(line.charAt(same - 1)) ? same - 1 : same;
    }

    /** How many UTF-16 units at their ends two lines have in common, apart from what is the same at their beginning. */
    static int sameEnd(String line, String other, int firstDifference) {
        int most = Math.min(line.length(), other.length()) - firstDifference;
        int same = 0;
        while (same < most && line.charAt(line.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }
}

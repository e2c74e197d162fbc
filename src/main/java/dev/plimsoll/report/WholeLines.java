package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fix as one replacement of whole lines, which is all that a review comment can suggest.
 *
 * @param file the file
 * @param span the lines that go, in UTF-16 units; without the last line's break unless nothing takes their place
 * @param text what takes their place
 */
record WholeLines(SourceFile file, Span span, String text) {
    /** UTF-16 units of lines for which a replacement is suggested: nobody reads a longer one, and a file may have thousands. */
    private static final int MAX_UNITS = 20_000;

    /** The replacement, if the fix changes one run of lines of one file, and lines that can be read. */
    static Optional<WholeLines> of(Fix fix) {
        List<LineDiff.Hunk> hunks = isLong(fix) ? List.of() : LineDiff.whole(fix);
        if (hunks.isEmpty()) {
            return Optional.empty();
        }
        SourceFile file = hunks.get(0).file();
        int first = hunks.get(0).line();
        int next = first;
        List<String> added = new ArrayList<>();
        for (LineDiff.Hunk hunk : hunks) {
            if (hunk.file() != file || hunk.line() != next) {
                return Optional.empty();
            }
            next = hunk.line() + hunk.removed().size();
            added.addAll(hunk.added());
        }
        LineIndex lines = file.lines();
        if (next == first) {
            // nothing goes: a suggestion needs a line to stand on, the one before
            if (first == 1 || added.isEmpty()) {
                return Optional.empty();
            }
            first--;
            added.add(0, line(file, first));
        }
        int start = lines.line(first).start();
        boolean drop = added.isEmpty();
        int end = drop ? lines.nextLineStart(next - 1) : lines.line(next - 1).end();
        return Optional.of(new WholeLines(file, new Span(start, end), String.join(lineBreak(file), added)));
    }

    private static boolean isLong(Fix fix) {
        long units = 0;
        for (Edit edit : fix.edits()) {
            LineIndex lines = edit.at().file().lines();
            int start = lines.line(edit.at().start().line()).start();
            units += lines.line(edit.at().end().line()).end() - start;
        }
        return units > MAX_UNITS;
    }

    /** The break behind the file's first line, as a suggestion must not mix them. */
    private static String lineBreak(SourceFile file) {
        String text =
                file.text().substring(file.lines().line(1).end(), file.lines().nextLineStart(1));
        return text.isEmpty() ? "\n" : text;
    }

    private static String line(SourceFile file, int number) {
        Span span = file.lines().line(number);
        return file.text().substring(span.start(), span.end());
    }
}

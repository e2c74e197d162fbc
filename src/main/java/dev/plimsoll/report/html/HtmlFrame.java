package dev.plimsoll.report.html;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.report.Frame;
import dev.plimsoll.report.LineDiff;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Lines of files with parts of them marked, and the lines that a fix changes, for the page. */
final class HtmlFrame {
    /** UTF-16 units of a line that are shown; the page scrolls sideways, but a line may be megabytes long. */
    private static final int MAX_UNITS = 400;

    /** Units kept before the first mark where the beginning has to be cut. */
    private static final int LEAD = 60;

    /** Lines shown above and below a marked one. */
    private static final int CONTEXT = 1;

    private static final String CUT = "…";

    private HtmlFrame() {}

    private record Mark(Span span, boolean primary, String label) {}

    /** A part of a line that lies within the same marks from end to end. */
    private record Piece(String code, boolean marked, boolean primary) {
        static Piece plain(String code) {
            return new Piece(code, false, false);
        }

        View view() {
            return new View()
                    .when(!marked, "plain", plain -> plain.code("code", code))
                    .when(marked, "marked", mark -> mark.code("code", code).when(primary, "primary"));
        }
    }

    /** Adds the finding's place and its causes to a view, the finding's own file first. */
    static View of(Finding told, View view) {
        Finding finding = told.forReports();
        Map<SourceFile, Map<Integer, List<Mark>>> files = new LinkedHashMap<>();
        mark(finding.at(), true, "", files);
        for (Label label : finding.related()) {
            mark(label.at(), false, label.message(), files);
        }
        return view.each("sources", List.copyOf(files.entrySet()), entry -> {
            SourceFile file = entry.getKey();
            View source = new View()
                    .when(file != finding.at().file(), "elsewhere", elsewhere -> elsewhere.text("path", file.path()));
            return lines(file, entry.getValue(), source);
        });
    }

    private static void mark(
            Location at, boolean primary, String label, Map<SourceFile, Map<Integer, List<Mark>>> files) {
        files.computeIfAbsent(at.file(), file -> new LinkedHashMap<>())
                .computeIfAbsent(at.start().line(), line -> new ArrayList<>())
                .add(new Mark(at.span(), primary, label));
    }

    private static View lines(SourceFile file, Map<Integer, List<Mark>> marked, View view) {
        TreeSet<Integer> shown = new TreeSet<>();
        for (int line : marked.keySet()) {
            int context = file.isBlank() ? 0 : CONTEXT;
            int first = Math.max(1, line - context);
            int last = Math.min(file.lines().count(), line + context);
            for (int near = first; near <= last; near++) {
                shown.add(near);
            }
        }
        return view.each("lines", List.copyOf(shown), line -> {
            Integer before = shown.lower(line);
            List<Mark> marks = marked.getOrDefault(line, List.of());
            return new View()
                    .when(before != null && line > before + 1, "gap")
                    .when(marks.isEmpty(), "context")
                    .text("number", line)
                    .each(
                            "pieces",
                            file.isBlank() ? List.of(Piece.plain(Frame.NOT_SHOWN)) : pieces(file, line, marks),
                            Piece::view)
                    .each("labels", labels(marks), label -> new View().text("label", label));
        });
    }

    private static List<String> labels(List<Mark> marks) {
        List<String> labels = new ArrayList<>();
        for (Mark mark : marks) {
            if (!mark.label().isEmpty()) {
                labels.add(mark.label());
            }
        }
        return labels;
    }

    /** A line in pieces: at each place where a mark begins or ends a new one begins. */
    private static List<Piece> pieces(SourceFile file, int number, List<Mark> marks) {
        LineIndex lines = file.lines();
        Span line = lines.line(number);
        int from = line.start();
        TreeSet<Integer> borders = new TreeSet<>();
        for (Mark mark : marks) {
            borders.add(Math.min(mark.span().start(), line.end()));
            borders.add(Math.min(mark.span().end(), line.end()));
        }
        if (line.length() > MAX_UNITS && !borders.isEmpty()) {
            from = Math.max(line.start(), borders.first() - LEAD);
        }
        int to = Math.min(line.end(), from + MAX_UNITS);
        borders.add(from);
        borders.add(to);
        List<Piece> pieces = new ArrayList<>();
        if (from > line.start()) {
            pieces.add(Piece.plain(CUT));
        }
        int at = from;
        for (int border : borders.subSet(from, true, to, true)) {
            if (border > at) {
                pieces.add(piece(file, new Span(at, border), marks));
            }
            at = border;
            for (Mark mark : marks) {
                boolean nothingToMark =
                        Math.min(mark.span().end(), line.end()) <= mark.span().start();
                if (nothingToMark && Math.min(mark.span().start(), line.end()) == border) {
                    pieces.add(new Piece("", true, mark.primary()));
                }
            }
        }
        if (to < line.end()) {
            pieces.add(Piece.plain(CUT));
        }
        return pieces;
    }

    private static Piece piece(SourceFile file, Span span, List<Mark> marks) {
        boolean marked = false;
        boolean primary = false;
        for (Mark mark : marks) {
            if (mark.span().covers(span)) {
                marked = true;
                primary |= mark.primary();
            }
        }
        return new Piece(file.text().substring(span.start(), span.end()), marked, primary);
    }

    /** The lines that a fix takes away and adds. */
    static View diff(Fix fix) {
        return new View().each("hunks", LineDiff.of(fix), hunk -> new View()
                .each("removed", changed(hunk.line(), hunk.removed(), hunk.added()), Numbered::view)
                .each("added", changed(hunk.lineAfter(), hunk.added(), hunk.removed()), Numbered::view));
    }

    /** A line of a diff. */
    private record Numbered(int number, String code) {
        View view() {
            return new View().text("number", number).code("code", code);
        }
    }

    private static List<Numbered> changed(int first, List<String> lines, List<String> others) {
        List<Numbered> changed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            changed.add(new Numbered(first + i, around(lines.get(i), LineDiff.opposite(i, others))));
        }
        return changed;
    }

    /** A line of a diff; a long one around where it differs from the other, which is cut at the same place. */
    private static String around(String line, String other) {
        if (Math.max(line.length(), other.length()) <= MAX_UNITS) {
            return line;
        }
        int from = Math.max(0, LineDiff.firstDifference(line, other) - LEAD);
        int to = Math.min(line.length(), from + MAX_UNITS);
        return (from > 0 ? CUT : "") + line.substring(from, to) + (to < line.length() ? CUT : "");
    }
}

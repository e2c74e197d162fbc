package dev.plimsoll.report.html;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.report.Frame;
import dev.plimsoll.report.LineDiff;
import dev.plimsoll.report.Xml;
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

    /** The finding's place and its causes, the finding's own file first. */
    static void show(Finding finding, StringBuilder html) {
        Map<SourceFile, Map<Integer, List<Mark>>> files = new LinkedHashMap<>();
        mark(finding.at(), true, "", files);
        for (Label label : finding.related()) {
            mark(label.at(), false, label.message(), files);
        }
        // a region that scrolls must be reachable by keyboard
        html.append("<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"the lines concerned\">\n");
        for (Map.Entry<SourceFile, Map<Integer, List<Mark>>> entry : files.entrySet()) {
            SourceFile file = entry.getKey();
            if (file != finding.at().file()) {
                html.append("<div class=\"elsewhere\"><bdi>")
                        .append(HtmlReporter.text(file.path()))
                        .append("</bdi></div>\n");
            }
            lines(file, entry.getValue(), html);
        }
        html.append("</div>\n");
    }

    private static void mark(
            Location at, boolean primary, String label, Map<SourceFile, Map<Integer, List<Mark>>> files) {
        files.computeIfAbsent(at.file(), file -> new LinkedHashMap<>())
                .computeIfAbsent(at.start().line(), line -> new ArrayList<>())
                .add(new Mark(at.span(), primary, label));
    }

    private static void lines(SourceFile file, Map<Integer, List<Mark>> marked, StringBuilder html) {
        TreeSet<Integer> shown = new TreeSet<>();
        for (int line : marked.keySet()) {
            int context = file.isBlank() ? 0 : CONTEXT;
            int first = Math.max(1, line - context);
            int last = Math.min(file.lines().count(), line + context);
            for (int near = first; near <= last; near++) {
                shown.add(near);
            }
        }
        int before = 0;
        for (int line : shown) {
            if (before != 0 && line > before + 1) {
                html.append("<div class=\"gap\"><span class=\"no\">⋯</span></div>\n");
            }
            List<Mark> marks = marked.getOrDefault(line, List.of());
            html.append(marks.isEmpty() ? "<div class=\"context\">" : "<div>")
                    .append("<span class=\"no\">")
                    .append(line)
                    .append("</span><code>");
            if (file.isBlank()) {
                html.append(Frame.NOT_SHOWN);
            } else {
                line(file, line, marks, html);
            }
            html.append("</code>");
            for (Mark mark : marks) {
                if (!mark.label().isEmpty()) {
                    html.append("<span class=\"label\">")
                            .append(HtmlReporter.text(mark.label()))
                            .append("</span>");
                }
            }
            html.append("</div>\n");
            before = line;
        }
    }

    /** A line in pieces: at each place where a mark begins or ends a new one begins. */
    private static void line(SourceFile file, int number, List<Mark> marks, StringBuilder html) {
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
        html.append(from > line.start() ? CUT : "");
        int at = from;
        for (int border : borders.subSet(from, true, to, true)) {
            piece(file, new Span(at, border), marks, html);
            at = border;
            for (Mark mark : marks) {
                boolean nothingToMark =
                        Math.min(mark.span().end(), line.end()) <= mark.span().start();
                if (nothingToMark && Math.min(mark.span().start(), line.end()) == border) {
                    html.append(mark.primary() ? "<mark class=\"primary\"></mark>" : "<mark></mark>");
                }
            }
        }
        html.append(to < line.end() ? CUT : "");
    }

    private static void piece(SourceFile file, Span span, List<Mark> marks, StringBuilder html) {
        if (span.isEmpty()) {
            return;
        }
        boolean marked = false;
        boolean primary = false;
        for (Mark mark : marks) {
            if (mark.span().covers(span)) {
                marked = true;
                primary |= mark.primary();
            }
        }
        html.append(primary ? "<mark class=\"primary\">" : marked ? "<mark>" : "")
                .append(code(file.text().substring(span.start(), span.end())))
                .append(marked ? "</mark>" : "");
    }

    /** The lines that a fix takes away and adds. */
    static void diff(Fix fix, StringBuilder html) {
        html.append("<div class=\"diff\" role=\"region\" tabindex=\"0\" aria-label=\"the fix\">\n");
        for (LineDiff.Hunk hunk : LineDiff.of(fix)) {
            for (int i = 0; i < hunk.removed().size(); i++) {
                String line = hunk.removed().get(i);
                changed("del", '-', hunk.line() + i, around(line, LineDiff.opposite(i, hunk.added())), html);
            }
            for (int i = 0; i < hunk.added().size(); i++) {
                String line = hunk.added().get(i);
                changed("ins", '+', hunk.line() + i, around(line, LineDiff.opposite(i, hunk.removed())), html);
            }
        }
        html.append("</div>\n");
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

    private static void changed(String tag, char sign, int number, String line, StringBuilder html) {
        html.append('<')
                .append(tag)
                .append("><span class=\"no\">")
                .append(number)
                .append("</span><code>")
                .append(sign)
                .append(' ')
                .append(code(line))
                .append("</code></")
                .append(tag)
                .append(">\n");
    }

    /** Source text: tabs stay, what would steer or reverse the text around it becomes visible. */
    private static String code(String text) {
        return Xml.text(Frame.visible(text, "\t"));
    }
}

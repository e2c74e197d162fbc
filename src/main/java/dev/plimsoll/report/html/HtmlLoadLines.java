package dev.plimsoll.report.html;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.LoadLine;
import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Xml;
import dev.plimsoll.report.budget.BarPen;
import dev.plimsoll.report.budget.BudgetBar;
import dev.plimsoll.report.budget.BudgetChart;
import dev.plimsoll.report.budget.BudgetSummary;
import dev.plimsoll.report.budget.BudgetSvg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The load line of each container, for the page: words are HTML, so that they wrap and grow with the reader's letters, and
 * bars are SVG measured in parts of its width, so that all load lines stand below each other however wide the window is.
 */
public final class HtmlLoadLines {
    /** Thousandths of the width up to the load line. */
    private static final int CELLS = 640;

    /** Thousandths of the width that an overload may take: half of the limit once more. The rest is the arrow's. */
    private static final int BEYOND = 325;

    /** Charts that are shown at once; findings should not be far below. */
    private static final int SHOWN = 6;

    /** Pixels: the ring of the load line stands above the bar. */
    private static final int BAR_TOP = 14;

    private static final int BAR_HEIGHT = 20;
    private static final int HEIGHT = BAR_TOP + BAR_HEIGHT + 6;

    private final Budget budget;
    private final List<LoadLine> drawn = new ArrayList<>();
    private final int leftOut;
    private final boolean severalFiles;
    private final Map<String, List<Integer>> numbers = new HashMap<>();
    private final List<Diagnostic> diagnostics;

    /**
     * Charts.
     *
     * @param diagnostics as the page numbers them, from 0
     */
    HtmlLoadLines(LoadLines lines, List<Diagnostic> diagnostics) {
        this.budget = lines.budget();
        this.diagnostics = diagnostics;
        Set<String> files = new HashSet<>();
        for (LoadLine line : lines.all()) {
            if (line.isDrawn()) {
                drawn.add(line);
                files.add(line.container().path());
            }
        }
        this.leftOut = lines.all().size() - drawn.size();
        this.severalFiles = files.size() > 1;
        drawn.sort(WORST_FIRST);
        for (int i = 0; i < diagnostics.size(); i++) {
            String container = diagnostics.get(i).finding().container().orElse("");
            numbers.computeIfAbsent(container, name -> new ArrayList<>()).add(i);
        }
    }

    /** What needs a reader first: overloads, then what nothing bounds; otherwise the fullest. */
    private static final Comparator<LoadLine> WORST_FIRST = new Comparator<>() {
        @Override
        public int compare(LoadLine a, LoadLine b) {
            int order = Integer.compare(rank(a.container()), rank(b.container()));
            return order != 0 ? order : Double.compare(share(b.container()), share(a.container()));
        }
    };

    private static int rank(ContainerBudget container) {
        if (container.overload().bytes() > 0) {
            return 0;
        }
        if (container.isFull()) {
            return 1;
        }
        boolean limited = container.limit().isPresent();
        if (container.isOpen()) {
            return limited ? 3 : 2;
        }
        return limited ? 4 : 5;
    }

    private static double share(ContainerBudget container) {
        long limit = container.limit().orElse(ByteSize.ZERO).bytes();
        return (double) container.used().bytes() / Math.max(1, limit);
    }

    /** The section; nothing if there is nothing to draw. */
    void write(ReportOutput out) throws IOException {
        StringBuilder html = out.text();
        if (drawn.isEmpty()) {
            return;
        }
        html.append("<section class=\"panel loads\" aria-labelledby=\"loads\"><h2 id=\"loads\">Load lines</h2>\n")
                .append(
                        "<p class=\"note\">What counts towards the memory limit of each container: tmpfs, shared memory, ")
                .append("declared heaps and caches. The line with the ring is the limit.</p>\n");
        host(html);
        charts(0, Math.min(SHOWN, drawn.size()), out);
        if (drawn.size() > SHOWN) {
            html.append("<details class=\"more\"><summary>")
                    .append(drawn.size() - SHOWN)
                    .append(" more</summary>\n");
            charts(SHOWN, drawn.size(), out);
            html.append("</details>\n");
        }
        if (leftOut > 0) {
            html.append("<p class=\"note\">")
                    .append(leftOut)
                    .append(leftOut == 1 ? " container has" : " containers have")
                    .append(" no bar: neither a limit nor anything that counts towards one.</p>\n");
        }
        html.append("</section>\n");
    }

    private void host(StringBuilder html) {
        if (budget.hostMemory().isPresent()) {
            html.append(budget.exceedsHost() ? "<p class=\"host over\">" : "<p class=\"host\">")
                    .append(HtmlReporter.text(BudgetSummary.of(budget)))
                    .append("</p>\n");
        }
    }

    private void charts(int from, int to, ReportOutput out) throws IOException {
        StringBuilder html = out.text();
        ByteSize scale = BudgetSummary.scale(budget);
        html.append("<ul class=\"charts\">\n");
        for (int i = from; i < to; i++) {
            chart(drawn.get(i), i + 1, scale, html);
            out.pause();
        }
        html.append("</ul>\n");
    }

    private void chart(LoadLine line, int number, ByteSize scale, StringBuilder html) {
        ContainerBudget container = line.container();
        html.append("<li><div class=\"who\"><h3><bdi>")
                .append(words(container.name()))
                .append("</bdi></h3><p class=\"state")
                .append(state(container))
                .append("\">")
                .append(Xml.text(container.verdict()))
                .append("</p>");
        String terms = BudgetSummary.terms(container);
        if (!terms.isEmpty()) {
            html.append("<p><bdi>").append(words(terms)).append("</bdi></p>");
        }
        if (severalFiles) {
            html.append("<p class=\"path\"><bdi>")
                    .append(words(container.path()))
                    .append("</bdi></p>");
        }
        findings(line, html);
        html.append("</div>\n<div>");
        bar(container, number, BudgetBar.of(container, scale, CELLS, BEYOND), html);
        legend(container, html);
        html.append("</div></li>\n");
    }

    private static String state(ContainerBudget container) {
        return container.isFull() || container.overload().bytes() > 0 ? " over" : container.isOpen() ? " open" : "";
    }

    /** A link to the first finding of the container, with their number. */
    private void findings(LoadLine line, StringBuilder html) {
        int first = -1;
        int count = 0;
        for (int number : numbers.getOrDefault(line.container().name(), List.of())) {
            if (line.files()
                    .contains(diagnostics.get(number).finding().at().file().path())) {
                first = first < 0 ? number : first;
                count++;
            }
        }
        if (count > 0) {
            html.append("<p><a class=\"see\" href=\"#")
                    .append(HtmlReporter.id(first))
                    .append("\">")
                    .append(count)
                    .append(count == 1 ? " finding" : " findings")
                    .append("<span class=\"visually-hidden\"> of ")
                    .append(words(line.container().name()))
                    .append("</span></a></p>");
        }
    }

    private static void bar(ContainerBudget container, int number, BudgetBar bar, StringBuilder html) {
        html.append("<svg role=\"img\" width=\"100%\" height=\"")
                .append(HEIGHT)
                .append("\" aria-labelledby=\"load")
                .append(number)
                .append(" load")
                .append(number)
                .append("d\"><title id=\"load")
                .append(number)
                .append("\">Load line of ")
                .append(words(container.name()))
                .append("</title><desc id=\"load")
                .append(number)
                .append("d\">")
                .append(HtmlReporter.text(BudgetSvg.description(container)))
                .append("</desc>\n");
        bar.draw(container, CELLS, BEYOND / 4, new Pen(html));
        html.append("</svg>\n");
    }

    /** Draws in thousandths of the width. */
    private record Pen(StringBuilder html) implements BarPen {
        @Override
        public void track(int to) {
            rect("track", 0, to);
        }

        @Override
        public void within(String color, int from, int to) {
            rect(color, from, to);
        }

        @Override
        public void over(int from, int to) {
            rect("excess", from, to);
        }

        /** Neighbours stand a little apart, unless they are too thin for that. */
        @Override
        public void parted(BudgetBar bar) {
            for (int i = 1; i < bar.parts().size(); i++) {
                BudgetBar.Part before = bar.parts().get(i - 1);
                BudgetBar.Part part = bar.parts().get(i);
                int thinner = Math.min(before.to() - before.from(), part.to() - part.from());
                if (thinner > 8 && part.from() != bar.line()) {
                    stroke("seam", part.from(), BAR_TOP, BAR_TOP + BAR_HEIGHT);
                }
            }
        }

        @Override
        public void longer(int at) {
            tip("excess", at);
        }

        @Override
        public void open(int from, int to) {
            int middle = BAR_TOP + BAR_HEIGHT / 2;
            html.append("<line class=\"open\" stroke-width=\"").append(BAR_HEIGHT);
            html.append("\" x1=\"").append(percent(from));
            html.append("\" x2=\"").append(percent(to));
            html.append("\" y1=\"").append(middle).append("\" y2=\"").append(middle);
            html.append("\"/>\n");
        }

        @Override
        public void endless(int at) {
            tip("unbounded", at);
        }

        @Override
        public void line(int at) {
            stroke("line", at, 2, HEIGHT);
            html.append("<circle class=\"line\" r=\"5\" cy=\"7\" cx=\"").append(percent(at));
            html.append("\"/>\n");
        }

        private void rect(String type, int from, int to) {
            html.append("<rect class=\"").append(type).append("\" x=\"").append(percent(from));
            html.append("\" width=\"").append(percent(to - from));
            html.append("\" y=\"").append(BAR_TOP).append("\" height=\"").append(BAR_HEIGHT);
            html.append("\"/>\n");
        }

        private void stroke(String type, int at, int top, int bottom) {
            html.append("<line class=\"").append(type).append("\" x1=\"").append(percent(at));
            html.append("\" x2=\"").append(percent(at));
            html.append("\" y1=\"").append(top).append("\" y2=\"").append(bottom);
            html.append("\"/>\n");
        }

        /** An arrow's head: the bar goes on. */
        private void tip(String type, int at) {
            html.append("<svg overflow=\"visible\" x=\"").append(percent(at));
            html.append("\" y=\"").append(BAR_TOP).append("\"><path class=\"").append(type);
            html.append("\" d=\"M0 0L9 ").append(BAR_HEIGHT / 2).append("L0 ").append(BAR_HEIGHT);
            html.append("Z\"/></svg>\n");
        }

        private static String percent(int thousandths) {
            return thousandths / 10 + "." + thousandths % 10 + "%";
        }
    }

    private static void legend(ContainerBudget container, StringBuilder html) {
        if (container.segments().isEmpty()) {
            return;
        }
        html.append("<ul class=\"legend\">");
        for (int i = 0; i < container.segments().size(); i++) {
            Segment segment = container.segments().get(i);
            String type = segment.size().isPresent() ? BudgetBar.color(container, i) : "unbounded";
            html.append("<li><span class=\"swatch ")
                    .append(type)
                    .append("\"></span><bdi>")
                    .append(words(BudgetChart.label(segment)))
                    .append("</bdi></li>");
        }
        html.append("</ul>");
    }

    /** A user's text, cut where it is endless. */
    private static String words(String text) {
        return Xml.text(Printable.shortened(text));
    }
}

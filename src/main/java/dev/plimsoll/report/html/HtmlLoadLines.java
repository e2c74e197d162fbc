package dev.plimsoll.report.html;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.LoadLine;
import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.Summary;
import dev.plimsoll.report.budget.BudgetBar;
import dev.plimsoll.report.budget.BudgetChart;
import dev.plimsoll.report.budget.BudgetSummary;
import dev.plimsoll.report.budget.BudgetSvg;
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
            if (line.container().isDrawn()) {
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

    /** Whether there is anything to draw. */
    boolean isAny() {
        return !drawn.isEmpty();
    }

    private boolean isMeasured() {
        for (LoadLine line : drawn) {
            if (line.container().water().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What the section shows. */
    View fill(View section) {
        int shown = Math.min(SHOWN, drawn.size());
        charts(0, shown, section);
        section.when(isMeasured(), "water");
        return section.when(budget.hostMemory().isPresent(), "host", host -> host.when(budget.exceedsHost(), "over")
                        .text("total", BudgetSummary.of(budget)))
                .when(drawn.size() > shown, "more", more -> charts(shown, drawn.size(), more)
                        .text("count", drawn.size() - shown))
                .when(
                        leftOut > 0,
                        "leftOut",
                        none -> none.text("containers", Summary.counted(leftOut, "container has", "containers have")));
    }

    private View charts(int from, int to, View view) {
        BudgetSummary.ToScale scale = BudgetSummary.scale(budget);
        List<Integer> charts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            charts.add(i);
        }
        return view.each("charts", charts, i -> chart(drawn.get(i), "load" + (i + 1), scale));
    }

    private View chart(LoadLine line, String id, BudgetSummary.ToScale scale) {
        ContainerBudget container = line.container();
        boolean over = container.isFull() || container.overload().bytes() > 0;
        String terms = BudgetSummary.terms(container);
        StringBuilder bar = new StringBuilder();
        BudgetBar.of(container, scale.of(container), CELLS, BEYOND)
                .draw(container, CELLS, BEYOND / 4, new PercentPen(bar));
        return new View()
                .text("id", id)
                .shortened("name", container.name())
                .when(over, "over")
                .when(!over && container.isOpen(), "open")
                .text("verdict", container.verdict())
                .when(!terms.isEmpty(), "terms", view -> view.shortened("terms", terms))
                .when(severalFiles, "file", view -> view.shortened("path", container.path()))
                .each("findings", findings(line), seen -> new View()
                        .text("first", HtmlReporter.id(seen.first()))
                        .text("count", Summary.counted(seen.count(), "finding"))
                        .shortened("name", container.name()))
                .text("description", BudgetSvg.description(container))
                .text("height", PercentPen.HEIGHT)
                .html("bar", bar.toString())
                .when(!container.segments().isEmpty(), "legend", legend -> legend(container, legend));
    }

    /** The first finding of a container, and their number. */
    private record Seen(int first, int count) {}

    /** The findings of a container; none or one. */
    private List<Seen> findings(LoadLine line) {
        int first = -1;
        int count = 0;
        for (int number : numbers.getOrDefault(line.container().name(), List.of())) {
            if (line.files()
                    .contains(diagnostics.get(number).finding().at().file().path())) {
                first = first < 0 ? number : first;
                count++;
            }
        }
        return count == 0 ? List.of() : List.of(new Seen(first, count));
    }

    private static View legend(ContainerBudget container, View view) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < container.segments().size(); i++) {
            parts.add(i);
        }
        return view.each("parts", parts, i -> {
            Segment segment = container.segments().get(i);
            return new View()
                    .text("color", segment.size().isPresent() ? BudgetBar.color(container, i) : "unbounded")
                    .shortened("label", BudgetChart.label(container, segment));
        });
    }
}

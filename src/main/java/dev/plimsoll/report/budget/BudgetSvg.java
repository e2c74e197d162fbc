package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.report.DisplayWidth;
import dev.plimsoll.report.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The load line as a picture: a bar for each container, its limit marked as a ship's is. Needs nothing from elsewhere,
 * follows the reader's light or dark colors, and says in words what it shows. It has no ids, so that several may stand
 * in one page. {@code HtmlLoadLines} draws the same for the page of the html report, as wide as the window.
 */
public final class BudgetSvg implements BudgetReporter {
    private static final int WIDTH = 760;
    private static final int MARGIN = 24;
    /** From the margin to the load line. */
    private static final int CELLS = 540;
    /** Past the load line: up to where an overload is drawn. */
    private static final int BEYOND = WIDTH - 2 * MARGIN - CELLS;

    /** Past the parts of a container without a limit: up to where its growth is drawn. */
    private static final int GROWING = 80;

    private static final int BAR_TOP = 48;
    private static final int BAR_HEIGHT = 22;
    private static final int LEGEND_TOP = 92;
    private static final int LEGEND_LINE = 20;
    private static final int GAP = 14;
    /** Rough width of a column of text of the legend's size. */
    private static final double COLUMN = 6.9;

    private static final int NAME_COLUMNS = 40;

    private static final String STYLE = """
            <style>
            .plimsoll-budget{--ink:#1c2430;--soft:#5b6675;--track:#e9edf2;--hull:#b9c3cf;--a:#1f6f9f;--b:#4a9bc7;--c:#86c1de;\
            --d:#7a5bb5;--open:#c98a1b;--over:#c8322b;--paper:#fff;font-family:system-ui,-apple-system,"Segoe UI",Roboto,\
            "Noto Sans",sans-serif}
            @media (prefers-color-scheme:dark){.plimsoll-budget{--ink:#e7ecf2;--soft:#9aa7b6;--track:#26303c;--hull:#46535f;\
            --a:#3d94c6;--b:#2d6f97;--c:#1f4f6e;--d:#a68bdc;--open:#e0a83a;--over:#f0605a;--paper:#10161d}}
            .plimsoll-budget text{fill:var(--ink);font-size:13px}
            .plimsoll-budget .paper{fill:var(--paper)}
            .plimsoll-budget .name{font-size:15px;font-weight:600}
            .plimsoll-budget .soft{fill:var(--soft);font-size:12px}
            .plimsoll-budget .end{text-anchor:end}
            .plimsoll-budget .bad{fill:var(--over);font-weight:600}
            .plimsoll-budget .warn{fill:var(--open);font-weight:600}
            .plimsoll-budget .track{fill:var(--track)}
            .plimsoll-budget .a{fill:var(--a)}.plimsoll-budget .b{fill:var(--b)}.plimsoll-budget .c{fill:var(--c)}
            .plimsoll-budget .d{fill:var(--d)}.plimsoll-budget .over{fill:var(--over)}
            .plimsoll-budget .open{stroke:var(--open)}.plimsoll-budget .tip{fill:var(--open)}
            .plimsoll-budget .water{fill:var(--ink);stroke:var(--paper)}
            .plimsoll-budget .mark{stroke:var(--ink);stroke-width:2;fill:none}
            </style>
            """;

    /** A picture of all containers below each other. */
    public BudgetSvg() {}

    @Override
    public void write(Budget budget, StringBuilder out) {
        List<String> summary = new ArrayList<>(BudgetSummary.lines(budget));
        String folded = BudgetSummary.folded(budget);
        if (!folded.isEmpty()) {
            summary.add(0, folded);
        }
        int height = MARGIN / 2 + 12 + summary.size() * LEGEND_LINE;
        BudgetSummary.ToScale scale = BudgetSummary.scale(budget);
        StringBuilder description = new StringBuilder();
        for (ContainerBudget container : budget.containers()) {
            height += container.isDrawn() ? height(container) : 0;
            description.append(description(container)).append(' ');
        }
        begin(
                "Memory budget",
                description.append(BudgetSummary.of(budget)).append('.').toString(),
                height,
                out);
        int top = MARGIN / 4;
        for (ContainerBudget container : budget.containers()) {
            if (container.isDrawn()) {
                container(container, scale, top, out);
                top += height(container);
            }
        }
        for (String line : summary) {
            top += LEGEND_LINE;
            boolean bad = budget.exceedsHost() && !line.equals(folded);
            text(MARGIN, top, bad ? "bad" : "soft", line, out);
        }
        out.append("</svg>\n");
    }

    private static void begin(String title, String description, int height, StringBuilder out) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plimsoll-budget\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" aria-label=\"")
                .append(escaped(title))
                .append("\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<desc>")
                .append(escaped(description))
                .append("</desc>\n")
                .append(STYLE);
        new SvgElement("rect", out)
                .set("class", "paper")
                .set("width", WIDTH)
                .set("height", height)
                .set("rx", 10)
                .end();
    }

    /** What a chart shows, in words. */
    public static String description(ContainerBudget container) {
        StringBuilder words = new StringBuilder(Printable.shortened(container.name()));
        String terms = BudgetSummary.terms(container);
        words.append(terms.isEmpty() ? "" : ", ").append(terms).append(": ");
        for (Segment segment : container.segments()) {
            words.append(BudgetChart.label(container, segment)).append(", ");
        }
        return words.append(container.verdict()).append('.').toString();
    }

    private static int height(ContainerBudget container) {
        List<Item> items = items(container);
        int lines = items.isEmpty() ? 0 : items.get(items.size() - 1).line() + 1;
        return LEGEND_TOP + lines * LEGEND_LINE + GAP;
    }

    private static void container(ContainerBudget container, BudgetSummary.ToScale scale, int top, StringBuilder out) {
        out.append("<g transform=\"translate(")
                .append(MARGIN)
                .append(' ')
                .append(top)
                .append(")\">\n");
        String name = cut(container.name());
        out.append("<text y=\"28\"><tspan class=\"name\">").append(escaped(name));
        out.append("</tspan><tspan class=\"soft\" dx=\"10\">").append(escaped(BudgetSummary.terms(container)));
        out.append("</tspan></text>\n");
        String state = container.isFull() ? "end bad" : container.isOpen() ? "end warn" : "end";
        text(CELLS + BEYOND, 28, state, container.verdict(), out);
        BudgetBar.of(container, scale.of(container), CELLS, BEYOND - 10)
                .draw(container, CELLS, GROWING, new PixelPen(BAR_TOP, BAR_HEIGHT, out));
        legend(container, out);
        out.append("</g>\n");
    }

    /**
     * An item of the legend.
     *
     * @param index of its segment
     * @param x pixels from the left
     * @param line its number, from 0
     */
    private record Item(int index, String words, double x, int line) {}

    /** The legend's items, as many on each line as there is room for. */
    private static List<Item> items(ContainerBudget container) {
        List<Item> items = new ArrayList<>();
        double at = 0;
        int line = 0;
        for (int i = 0; i < container.segments().size(); i++) {
            String words = Printable.shortened(
                    BudgetChart.label(container, container.segments().get(i)));
            double width = 18 + Math.min(NAME_COLUMNS * 2, DisplayWidth.of(words)) * COLUMN + 18;
            if (at > 0 && at + width > WIDTH - 2 * MARGIN) {
                line++;
                at = 0;
            }
            items.add(new Item(i, words, at, line));
            at += width;
        }
        return items;
    }

    private static void legend(ContainerBudget container, StringBuilder out) {
        for (Item item : items(container)) {
            Segment segment = container.segments().get(item.index());
            String type = segment.size().isPresent() ? BudgetBar.color(container, item.index()) : "tip";
            int y = LEGEND_TOP + item.line() * LEGEND_LINE;
            new SvgElement("rect", out)
                    .set("class", type)
                    .set("x", number(item.x()))
                    .set("y", y - 10)
                    .set("width", 11)
                    .set("height", 11)
                    .set("rx", 2)
                    .end();
            text(item.x() + 18, y, "soft", cut(item.words(), NAME_COLUMNS * 2), out);
        }
    }

    private static void text(double x, int y, String type, String words, StringBuilder out) {
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(y)
                .append("\" class=\"")
                .append(type);
        out.append("\">").append(escaped(words)).append("</text>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String cut(String text) {
        return cut(Printable.shortened(text), NAME_COLUMNS);
    }

    private static String cut(String text, int columns) {
        if (DisplayWidth.of(text) <= columns) {
            return text;
        }
        int end = 0;
        while (DisplayWidth.of(text.substring(0, text.offsetByCodePoints(end, 1))) < columns) {
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end) + "…";
    }

    /** XML of a text; what XML cannot carry is shown as an escape. */
    private static String escaped(String text) {
        String line = Printable.line(text);
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean carried = c != 0xFFFE && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
                    out.appendCodePoint(carried ? c : 0xFFFD);
                }
            }
        }
        return out.toString();
    }
}

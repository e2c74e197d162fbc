package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.report.Printable;
import java.util.ArrayList;
import java.util.List;

/** A table in Markdown with a small bar, for pull requests. */
public final class BudgetMarkdown implements BudgetReporter {
    private static final int CELLS = 10;
    private static final int BEYOND = 4;

    /** A table. */
    public BudgetMarkdown() {}

    @Override
    public void write(Budget budget, StringBuilder out) {
        out.append("| container | replicas | limit | swap | load | parts | |\n|---|---:|---:|---|---|---|---|\n");
        BudgetSummary.ToScale scale = BudgetSummary.scale(budget);
        boolean files = BudgetTable.fromSeveralFiles(budget);
        for (ContainerBudget container : budget.containers()) {
            List<String> row = BudgetTable.row(container);
            String file = files ? " (" + escaped(Printable.shortened(container.path())) + ")" : "";
            String mark = container.isFull() ? "**" : "";
            out.append("| ")
                    .append(escaped(row.get(0)))
                    .append(file)
                    .append(" | ")
                    .append(row.get(1))
                    .append(" | ")
                    .append(escaped(row.get(2)))
                    .append(" | ")
                    .append(row.get(3))
                    .append(" | ")
                    .append(container.isDrawn() ? "`" + bar(container, scale) + "`" : "-")
                    .append(" | ")
                    .append(escaped(parts(container)))
                    .append(" | ")
                    .append(mark)
                    .append(container.verdict())
                    .append(mark)
                    .append(" |\n");
        }
        out.append('\n').append(escaped(BudgetSummary.of(budget))).append('\n');
    }

    private static String bar(ContainerBudget container, BudgetSummary.ToScale scale) {
        BudgetBar bar = BudgetBar.of(container, scale.of(container), CELLS, BEYOND);
        StringBuilder cells = new StringBuilder();
        if (bar.line() < 0) {
            return cells.append("█".repeat(bar.end()))
                    .append(container.isOpen() ? "░░░▶" : "▷")
                    .toString();
        }
        int within = Math.min(bar.end(), bar.line());
        return cells.append("█".repeat(within))
                .append((container.isOpen() ? "░" : "·").repeat(bar.line() - within))
                .append('┃')
                .append("█".repeat(bar.end() - within))
                .append(bar.cut() ? "»" : "")
                .toString();
    }

    private static String parts(ContainerBudget container) {
        List<String> parts = new ArrayList<>();
        for (Segment segment : container.segments()) {
            parts.add(Printable.shortened(BudgetChart.label(container, segment)));
        }
        return String.join(", ", parts);
    }

    /** Text in a cell: nothing in it is Markdown, HTML or the end of the cell. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("&#64;");
                case '|', '\\', '`', '*', '_', '[', ']', '~', '#', '!', '$' ->
                    out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}

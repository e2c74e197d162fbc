package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.Colors;
import dev.plimsoll.report.DisplayWidth;
import dev.plimsoll.report.Printable;
import java.util.Optional;

/** Bars for a terminal: the load lines of all containers stand below each other, what is over them goes past them. */
public final class BudgetChart implements BudgetReporter {
    private static final String DECLARED = "▞";
    private static final String OPEN = "░";
    private static final String FREE = "·";
    private static final String LINE = "┃";
    private static final String WATER = "≈";
    private static final int MIN_CELLS = 16;
    private static final int MAX_CELLS = 60;
    private static final int INDENT = 2;
    /** Columns after the bar for the verdict. */
    private static final int VERDICT = 30;

    private final Colors colors;
    private final int width;
    private final int cells;
    private final int beyond;

    /**
     * A chart.
     *
     * @param width columns of the terminal
     */
    public BudgetChart(Colors colors, int width) {
        this.colors = colors;
        this.width = width;
        this.cells = Math.max(MIN_CELLS, Math.min(MAX_CELLS, (width - INDENT - VERDICT) * 3 / 4));
        this.beyond = cells / 3;
    }

    @Override
    public void write(Budget budget, StringBuilder out) {
        BudgetSummary.ToScale scale = BudgetSummary.scale(budget);
        String path = "";
        for (ContainerBudget container : budget.containers()) {
            if (!container.isDrawn()) {
                continue;
            }
            if (!container.path().equals(path)) {
                path = container.path();
                out.append(colors.dim())
                        .append(Printable.line(path))
                        .append(colors.reset())
                        .append("\n\n");
            }
            container(container, scale, out);
        }
        String folded = BudgetSummary.folded(budget);
        out.append(folded).append(folded.isEmpty() ? "" : "\n");
        out.append(BudgetSummary.of(budget)).append('\n');
    }

    private void container(ContainerBudget container, BudgetSummary.ToScale scale, StringBuilder out) {
        out.append(colors.bold()).append(Printable.shortened(container.name())).append(colors.reset());
        String terms = BudgetSummary.terms(container);
        out.append(terms.isEmpty() ? "" : "  ").append(terms);
        out.append('\n');
        BudgetBar bar = BudgetBar.of(container, scale.of(container), cells, beyond);
        out.append(" ".repeat(INDENT));
        bar(container, bar, out);
        String verdict = container.verdict();
        boolean fits = INDENT + columns(container, bar) + 1 + verdict.length() <= width;
        out.append(fits ? " " : "\n" + " ".repeat(INDENT));
        verdict(container, verdict, out);
        if (bar.water() >= 0) {
            out.append(" ".repeat(INDENT));
            cells(WATER, Math.max(1, bar.water()), "", out);
            out.append('\n');
        }
        legend(container, out);
        out.append('\n');
    }

    private void verdict(ContainerBudget container, String verdict, StringBuilder out) {
        if (container.isFull()) {
            out.append(colors.severity(Severity.ERROR)).append(verdict).append(colors.reset());
        } else if (container.isOpen()) {
            out.append(colors.severity(Severity.WARNING)).append(verdict).append(colors.reset());
        } else {
            out.append(verdict);
        }
        out.append('\n');
    }

    private int columns(ContainerBudget container, BudgetBar bar) {
        if (bar.line() >= 0) {
            return Math.max(bar.line(), bar.end()) + 1 + (bar.cut() ? 1 : 0);
        }
        return container.isOpen() ? bar.end() + openCells(bar) + 1 : bar.end();
    }

    private int openCells(BudgetBar bar) {
        return Math.max(4, cells - bar.end());
    }

    private void bar(ContainerBudget container, BudgetBar bar, StringBuilder out) {
        for (BudgetBar.Part part : bar.parts()) {
            String glyph = glyph(container, part.index());
            int line = bar.line() < 0 ? Integer.MAX_VALUE : bar.line();
            int within = Math.max(0, Math.min(part.to(), line) - part.from());
            cells(glyph, within, color(part.segment()), out);
            if (bar.line() == part.to() && bar.end() > part.to()) {
                line(out);
            } else if (part.from() < line && line < part.to()) {
                line(out);
            }
            cells(glyph, part.to() - part.from() - within, colors.removed(), out);
        }
        if (bar.cut()) {
            out.append(colors.removed()).append('»').append(colors.reset());
        }
        if (bar.line() >= 0 && bar.end() <= bar.line()) {
            int rest = bar.line() - bar.end();
            if (container.isOpen()) {
                cells(OPEN, rest, colors.severity(Severity.WARNING), out);
            } else {
                cells(FREE, rest, colors.dim(), out);
            }
            line(out);
        } else if (bar.line() < 0 && container.isOpen()) {
            cells(OPEN, openCells(bar), colors.severity(Severity.WARNING), out);
            out.append('▶');
        }
    }

    private void line(StringBuilder out) {
        out.append(colors.bold()).append(LINE).append(colors.reset());
    }

    private void cells(String glyph, int count, String color, StringBuilder out) {
        if (count > 0) {
            out.append(color).append(glyph.repeat(count)).append(colors.reset());
        }
    }

    private String color(Segment segment) {
        return segment.kind() == Segment.Kind.DECLARED ? colors.added() : colors.frame();
    }

    /** Open parts share one sign; those of a known size have one that differs from their neighbors'. */
    private static String glyph(ContainerBudget container, int index) {
        Segment segment = container.segments().get(index);
        if (segment.size().isEmpty()) {
            return segment.isOpen() ? OPEN : "?";
        }
        return switch (BudgetBar.color(container, index)) {
            case "a" -> "█";
            case "b" -> "▓";
            case "c" -> "▒";
            default -> DECLARED;
        };
    }

    private void legend(ContainerBudget container, StringBuilder out) {
        int column = 0;
        for (int i = 0; i < container.segments().size(); i++) {
            Segment segment = container.segments().get(i);
            String item = glyph(container, i) + " " + Printable.shortened(label(container, segment));
            int length = DisplayWidth.of(item);
            if (column == 0 || column + 2 + length > width) {
                out.append(column == 0 ? "" : "\n").append(" ".repeat(INDENT));
                column = INDENT + length;
            } else {
                out.append("  ");
                column += 2 + length;
            }
            out.append(item);
        }
        out.append(column == 0 ? "" : "\n");
    }

    /** A part's name and size, and what of it is used now, if somebody asked. */
    public static String label(ContainerBudget container, Segment segment) {
        String label = label(segment);
        Optional<ByteSize> used =
                container.water().isPresent() ? container.water().get().in(segment) : Optional.empty();
        if (container.water().isEmpty() || used.isEmpty()) {
            return label;
        }
        Optional<ByteSize> enough = container.water().get().suggested(segment);
        String words = label + ", " + used.get() + " used";
        return enough.isPresent() ? words + ": size=" + enough.get().spelled() + " would do" : words;
    }

    /** A part's name and size; what a program was told shows its size itself. */
    public static String label(Segment segment) {
        return segment.kind() == Segment.Kind.DECLARED ? segment.name() : segment.name() + " " + segment.amount();
    }
}

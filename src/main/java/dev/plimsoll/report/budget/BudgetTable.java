package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.DisplayWidth;
import dev.plimsoll.report.Printable;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns of plain text, for what is not a terminal. */
public final class BudgetTable implements BudgetReporter {
    private static final List<String> HEAD =
            List.of("CONTAINER", "REPLICAS", "LIMIT", "SWAP", "TMPFS", "SHM", "DECLARED", "VERDICT");

    /** A table. */
    public BudgetTable() {}

    @Override
    public void write(Budget budget, StringBuilder out) {
        List<List<String>> rows = new ArrayList<>();
        boolean files = fromSeveralFiles(budget);
        List<String> head = new ArrayList<>(HEAD);
        if (files) {
            head.add(0, "FILE");
        }
        rows.add(head);
        for (ContainerBudget container : budget.containers()) {
            List<String> row = row(container);
            if (files) {
                row.add(0, Printable.shortened(container.path()));
            }
            rows.add(row);
        }
        int[] widths = new int[head.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                out.append(row.get(i));
                boolean last = i == widths.length - 1;
                out.append(last ? "\n" : " ".repeat(widths[i] - DisplayWidth.of(row.get(i)) + 2));
            }
        }
        out.append(BudgetSummary.of(budget)).append('\n');
    }

    /** Whether a container's name alone does not tell where it is. */
    static boolean fromSeveralFiles(Budget budget) {
        for (ContainerBudget container : budget.containers()) {
            if (!container.path().equals(budget.containers().get(0).path())) {
                return true;
            }
        }
        return false;
    }

    /** The cells of a container, control characters escaped. */
    static List<String> row(ContainerBudget container) {
        List<String> row = new ArrayList<>();
        row.add(Printable.shortened(container.name()));
        row.add(BudgetSummary.replicas(container));
        row.add(limit(container));
        row.add(container.limit().isPresent() ? container.swap().words().replace(" swap", "") : "-");
        row.add(amount(container, Segment.Kind.TMPFS));
        row.add(amount(container, Segment.Kind.SHM));
        row.add(amount(container, Segment.Kind.DECLARED));
        row.add(container.verdict());
        return row;
    }

    private static String limit(ContainerBudget container) {
        if (container.limit().isPresent()) {
            return container.limit().get().toString();
        }
        return container.isUnlimited() ? "-" : Printable.shortened(container.unknownLimit());
    }

    /** The sum of a kind; a plus behind it stands for parts without a size, a question mark for unknown ones. */
    private static String amount(ContainerBudget container, Segment.Kind kind) {
        boolean any = false;
        boolean open = false;
        boolean unknown = false;
        for (Segment segment : container.segments()) {
            if (segment.kind() == kind) {
                any = true;
                open |= segment.isOpen();
                unknown |= segment.bound() == Segment.Bound.UNKNOWN;
            }
        }
        ByteSize sum = container.used(kind);
        String known = sum.bytes() > 0 ? sum.toString() : "";
        String more = open ? "no size" : unknown ? "?" : "";
        if (known.isEmpty() && more.isEmpty()) {
            return any ? "0" : "-";
        }
        return known.isEmpty() || more.isEmpty() ? known + more : known + " + " + more;
    }
}

package dev.plimsoll.report.budget;

import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of one bar. What is within the limit never reaches past the load line, what is over it always does, and each
 * part of a known size has a cell, however small it is.
 *
 * @param parts the parts of a known size, in order
 * @param line the cell before which the load line stands; -1 without a limit
 * @param end the first cell after all parts
 * @param cut whether the bar would be longer than there is room
 * @param water the first cell that what is used now does not reach; -1 if nobody asked
 */
public record BudgetBar(List<Part> parts, int line, int end, boolean cut, int water) {
    /**
     * The cells of a part.
     *
     * @param segment the part
     * @param index its number among all segments of the container
     * @param from its first cell
     * @param to the first cell after it
     */
    public record Part(Segment segment, int index, int from, int to) {}

    /**
     * A bar.
     *
     * @param budget the container
     * @param scale the bytes that fill the cells where there is no limit
     * @param cells the cells up to the load line
     * @param beyond the cells after it
     */
    public static BudgetBar of(ContainerBudget budget, ByteSize scale, int cells, int beyond) {
        Optional<ByteSize> limit = budget.limit();
        double full = Math.max(1, limit.orElse(scale).bytes());
        List<Segment> sized = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < budget.segments().size(); i++) {
            if (budget.segments().get(i).size().isPresent()) {
                sized.add(budget.segments().get(i));
                indices.add(i);
            }
        }
        int[] ends = new int[sized.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += sized.get(i).size().orElse(ByteSize.ZERO).bytes();
            long rounded = Math.round(Math.min(sum / full, 1000) * cells);
            ends[i] = (int) Math.max(rounded, i == 0 ? 1 : ends[i - 1] + 1);
        }
        int least = budget.overload().bytes() > 0 ? cells + 1 : 0;
        int most = cells;
        if (budget.overload().bytes() > 0) {
            most = cells + beyond;
        } else if (limit.isPresent() && !budget.isFull()) {
            most = cells - 1;
        }
        boolean cut = ends.length > 0 && budget.overload().bytes() > 0 && ends[ends.length - 1] > most;
        fit(ends, least, most);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            parts.add(new Part(sized.get(i), indices.get(i), i == 0 ? 0 : ends[i - 1], ends[i]));
        }
        return new BudgetBar(
                parts,
                limit.isPresent() ? cells : -1,
                ends.length == 0 ? 0 : ends[ends.length - 1],
                cut,
                water(budget, full, cells));
    }

    /** What is used reaches the load line only where it fills the limit. */
    private static int water(ContainerBudget budget, double full, int cells) {
        if (budget.water().isEmpty()) {
            return -1;
        }
        double share = budget.water().get().memory().bytes() / full;
        return share >= 1 ? cells : (int) Math.min(cells - 1, Math.ceil(share * cells));
    }

    /**
     * Draws the bar.
     *
     * @param container the one whose bar it is
     * @param cells the cells up to the load line
     * @param growing the cells that are drawn past the parts of a container without a limit, if something may grow
     */
    public void draw(ContainerBudget container, int cells, int growing, BarPen pen) {
        boolean limited = line >= 0;
        int limit = limited ? line : Integer.MAX_VALUE;
        if (limited) {
            pen.track(line);
        }
        for (Part part : parts) {
            if (part.from() < limit) {
                pen.within(color(container, part.index()), part.from(), Math.min(part.to(), limit));
            }
            if (part.to() > limit) {
                pen.over(Math.max(part.from(), limit), part.to());
            }
        }
        pen.parted(this);
        if (cut) {
            pen.longer(end);
        }
        if (container.isOpen()) {
            int until = limited ? line : Math.max(cells, end + growing);
            if (end < until) {
                pen.open(end, until);
            }
            if (!limited) {
                pen.endless(until);
            }
        }
        if (water >= 0) {
            pen.water(water);
        }
        if (limited) {
            pen.line(line);
        }
    }

    private static void fit(int[] ends, int least, int most) {
        int last = ends.length - 1;
        if (last < 0) {
            return;
        }
        ends[last] = Math.max(ends[last], least);
        for (int i = last; i >= 0; i--) {
            ends[i] = Math.max(0, Math.min(ends[i], most - (last - i)));
        }
    }

    /** The class of a part: what a program was told differs from mounts, and neighboring mounts differ from each other. */
    public static String color(ContainerBudget container, int index) {
        if (container.segments().get(index).kind() == Segment.Kind.DECLARED) {
            return "d";
        }
        int mounts = 0;
        for (Segment before : container.segments().subList(0, index)) {
            mounts += before.size().isPresent() && before.kind() != Segment.Kind.DECLARED ? 1 : 0;
        }
        return List.of("a", "b", "c").get(mounts % 3);
    }
}

package dev.plimsoll.report.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.Segment;
import dev.plimsoll.budget.Swap;
import dev.plimsoll.budget.WaterLevel;
import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetBarTest {
    private static final int CELLS = 20;
    private static final int BEYOND = 10;

    private static ContainerBudget budget(long limit, List<Long> sizes) {
        List<Segment> segments = new ArrayList<>();
        for (long size : sizes) {
            segments.add(new Segment(Segment.Kind.TMPFS, "/x", Segment.Bound.SIZE, Optional.of(new ByteSize(size))));
        }
        return new ContainerBudget(
                "a",
                "compose.yaml",
                limit < 0 ? Optional.empty() : Optional.of(new ByteSize(limit)),
                "",
                new Swap(Swap.Kind.NONE, Optional.empty()),
                OptionalInt.of(1),
                List.of(),
                segments);
    }

    private static BudgetBar bar(long limit, Long... sizes) {
        ContainerBudget budget = budget(limit, List.of(sizes));
        return BudgetBar.of(budget, budget.used(), CELLS, BEYOND);
    }

    @Test
    void scalesToTheLimit() {
        BudgetBar bar = bar(100, 50L, 25L);
        assertThat(bar.line()).isEqualTo(CELLS);
        assertThat(bar.parts()).extracting(BudgetBar.Part::from).containsExactly(0, 10);
        assertThat(bar.parts()).extracting(BudgetBar.Part::to).containsExactly(10, 15);
        assertThat(bar(100, 100L, 25L).end()).isEqualTo(25);
        assertThat(bar(-1, 100L).end()).isEqualTo(CELLS);
    }

    private static int water(long limit, long used) {
        ContainerBudget budget = budget(limit, List.of(50L)).at(new WaterLevel(new ByteSize(used), Map.of()));
        return BudgetBar.of(budget, new ByteSize(100), CELLS, BEYOND).water();
    }

    /** What is used reaches the load line when it fills the limit, and not before. */
    @Test
    void waterStandsAsHighAsItIs() {
        assertThat(bar(100, 50L).water()).isEqualTo(-1);
        assertThat(water(100, 0)).isZero();
        assertThat(water(100, 1)).isEqualTo(1);
        assertThat(water(100, 50)).isEqualTo(CELLS / 2);
        assertThat(water(100, 99)).isEqualTo(CELLS - 1);
        assertThat(water(100, 100)).isEqualTo(CELLS);
        assertThat(water(100, 1000)).isEqualTo(CELLS);
        assertThat(water(-1, 25)).isEqualTo(CELLS / 4);
    }

    @Test
    void showsWhatIsSmall() {
        assertThat(bar(1L << 40, 1L, 1L).parts()).allMatch(part -> part.to() == part.from() + 1);
        assertThat(bar(1000, 999L).end()).isEqualTo(CELLS - 1);
        assertThat(bar(1000, 1000L).end()).isEqualTo(CELLS);
        assertThat(bar(1000, 1001L).end()).isEqualTo(CELLS + 1);
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(bar(100, 149L).cut()).isFalse();
        assertThat(bar(100, 1000L)).satisfies(bar -> {
            assertThat(bar.cut()).isTrue();
            assertThat(bar.end()).isEqualTo(CELLS + BEYOND);
        });
        assertThat(bar(1, Long.MAX_VALUE, Long.MAX_VALUE).end()).isEqualTo(CELLS + BEYOND);
    }

    @Property(seed = "1")
    void neverLiesAboutTheLoadLine(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long limit,
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> sizes) {
        ContainerBudget budget = budget(limit, sizes);
        BudgetBar bar = BudgetBar.of(budget, budget.used(), CELLS, BEYOND);
        int at = 0;
        for (BudgetBar.Part part : bar.parts()) {
            assertThat(part.from()).isEqualTo(at);
            assertThat(part.to()).isGreaterThan(part.from());
            at = part.to();
        }
        assertThat(bar.end()).isEqualTo(at).isLessThanOrEqualTo(CELLS + BEYOND);
        assertThat(bar.end() > CELLS).isEqualTo(budget.overload().bytes() > 0);
    }
}

package dev.plimsoll.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ByteSize;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaterLevelTest {
    private static Optional<String> suggested(String size, long mebibytes) {
        Optional<ByteSize> bound =
                size.isEmpty() ? Optional.empty() : Optional.of(ByteSize.mebibytes(Long.parseLong(size)));
        Segment segment = new Segment(
                Segment.Kind.TMPFS, "/data", size.isEmpty() ? Segment.Bound.NONE : Segment.Bound.SIZE, bound);
        WaterLevel level = new WaterLevel(ByteSize.ZERO, Map.of("/data", ByteSize.mebibytes(mebibytes)));
        return level.suggested(segment).map(ByteSize::spelled);
    }

    @Test
    void suggestsWhatHoldsHalfAsMuchAgain() {
        assertThat(suggested("2048", 40)).contains("64m");
        assertThat(suggested("", 1)).contains("16m");
        assertThat(suggested("", 100)).contains("160m");
    }

    @Test
    void suggestsNothingWhereLittleIsGainedOrNothingLies() {
        assertThat(suggested("256", 40)).isEmpty();
        assertThat(suggested("64", 0)).isEmpty();
        assertThat(suggested("", 0)).isEmpty();
    }

    @Test
    void theHighestOfSeveralCounts() {
        WaterLevel one = new WaterLevel(ByteSize.mebibytes(1), Map.of("/a", ByteSize.mebibytes(5)));
        WaterLevel other =
                new WaterLevel(ByteSize.mebibytes(2), Map.of("/a", ByteSize.mebibytes(3), "/b", ByteSize.mebibytes(1)));
        assertThat(one.highest(other))
                .isEqualTo(other.highest(one))
                .isEqualTo(new WaterLevel(
                        ByteSize.mebibytes(2), Map.of("/a", ByteSize.mebibytes(5), "/b", ByteSize.mebibytes(1))));
    }
}

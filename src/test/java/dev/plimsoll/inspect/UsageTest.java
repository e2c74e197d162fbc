package dev.plimsoll.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @CsvSource({"0B,0", "456KiB,466944", "10.5MiB,11010048", "1.5GiB,1610612736", "1.2MB,1200000", "3kB,3000"})
    void readsSizesOfEnginesInTheirUnits(String written, long bytes) {
        assertThat(Usage.size(written)).contains(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "1", "MiB", "1.2.3MiB", "1 MiB", "1XiB"})
    void othersAreUnknown(String written) {
        assertThat(Usage.size(written)).isEmpty();
    }

    /** A container that does not run uses {@code 0B}, or {@code --}. */
    @Test
    void nothingIsASize() {
        assertThat(Usage.size("0B")).contains(ByteSize.ZERO);
    }
}

package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "512, 512 bytes",
        "1023, 1023 bytes",
        "1024, 1k",
        "1536, 1.5k",
        "1075, 1k",
        "1076, 1.1k",
        "1047552, 1023k",
        "1048575, 1024k",
        "1048576, 1m",
        "67108864, 64m",
        "1610612736, 1.5g",
        "1073741823, 1024m",
        "8589934592, 8g",
        "1099511627776, 1024g",
        "9223372036854775807, 8589934592g",
    })
    void isShownWithOneDecimalAtMost(long bytes, String shown) {
        assertThat(new ByteSize(bytes)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1024, 1k",
        "1536, 1536",
        "1572864, 1536k",
        "1610612736, 1536m",
        "1099511627776, 1024g",
        "10484736, 10239k",
        "2000000000, 2000000000"
    })
    void isSpelledAsAWholeNumber(long bytes, String spelled) {
        assertThat(new ByteSize(bytes).spelled()).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource({
        "8G, 2g, 2G",
        "512M, 1536m, 1536M",
        "8g, 2g, 2g",
        "64MB, 2g, 2g",
        "8192, 2g, 2g",
        "G, 2g, 2g",
        "'', 2g, 2g"
    })
    void isSpelledLikeWhatStoodInItsPlace(String written, String size, String spelled) {
        assertThat(SizeGrammar.docker(size).orElseThrow().spelledLike(written)).isEqualTo(spelled);
    }

    @Property(seed = "20261121")
    void sumsAndDifferencesStayInRange(@ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
        ByteSize sum = new ByteSize(a).plus(new ByteSize(b));
        assertThat(sum.bytes()).isGreaterThanOrEqualTo(Math.max(a, b));
        assertThat(new ByteSize(a).minus(new ByteSize(b)).bytes()).isEqualTo(Math.max(0, a - b));
    }

    @Test
    void productsStayInRange() {
        assertThat(ByteSize.mebibytes(3).times(2)).isEqualTo(ByteSize.mebibytes(6));
        assertThat(new ByteSize(Long.MAX_VALUE).times(2).bytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(new ByteSize(Long.MAX_VALUE).times(0)).isEqualTo(ByteSize.ZERO);
    }

    @Test
    void comparesByBytes() {
        assertThat(ByteSize.mebibytes(2).exceeds(ByteSize.mebibytes(1))).isTrue();
        assertThat(ByteSize.mebibytes(1).exceeds(ByteSize.mebibytes(1))).isFalse();
        assertThat(ByteSize.mebibytes(1)).isLessThan(ByteSize.mebibytes(2));
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> new ByteSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}

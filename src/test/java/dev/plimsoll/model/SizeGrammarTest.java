package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeGrammarTest {
    /** Accepted by {@code docker run --shm-size} 28.2.2; the bytes as docker compose 2.26.1 tells them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0m, 0",
        "01, 1",
        "64b, 64",
        "64B, 64",
        "'64 ', 64",
        "1.9, 1",
        "'1 b', 1",
        "1kB, 1024",
        "1kib, 1024",
        "0.9k, 921",
        "0.0001k, 0",
        "64kib, 65536",
        "64kiB, 65536",
        "010m, 10485760",
        "64m, 67108864",
        "64M, 67108864",
        "64mb, 67108864",
        "64MB, 67108864",
        "64MiB, 67108864",
        "64mib, 67108864",
        "64mIb, 67108864",
        "'64 m', 67108864",
        "'64 mb', 67108864",
        "1.5g, 1610612736",
        ".5g, 536870912",
        "1.m, 1048576",
        "5. m, 5242880",
        "64Gib, 68719476736",
        "1t, 1099511627776",
        "1tb, 1099511627776",
        "1p, 1125899906842624",
        "1pb, 1125899906842624",
        "8191p, 9222246136947933184",
        "1e3, 1000",
        "1e3k, 1024000",
        "0x1p4, 16",
        "+5, 5",
        "+5m, 5242880",
    })
    void dockerTakes(String written, long bytes) {
        assertThat(SizeGrammar.docker(written)).contains(new ByteSize(bytes));
        assertThat(SizeGrammar.DOCKER.parse(written)).contains(new TmpfsSize.Bytes(new ByteSize(bytes)));
    }

    /** Refused by the docker client 28.2.2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "m",
                ".",
                ".m",
                "-1",
                "-1m",
                "64Mi",
                "64i",
                "1Gi",
                "1e",
                "1eb",
                "64  m",
                " 64m",
                "64m ",
                "1,5g",
                "50%",
                "0x10",
                "0x10k",
                "1gg",
                "64mbb",
                "5k5",
                "Inf",
                "infm",
                "nan",
                "NaN1",
                "1.2.3m",
                "5.5.m",
                "5 .m",
                "5 k ",
                " 5",
                "1d",
                "64bytes",
                "0b11",
                "1e400",
                "64\tm",
                "\t64m",
                "\u06611m",
                "６４m",
                "64ｍ",
                "\uFFFF",
                "64\uFFFF",
                "1f",
                "1d5",
                "64 mib b"
            })
    void dockerRefuses(String written) {
        assertThat(SizeGrammar.docker(written)).isEmpty();
        assertThat(SizeGrammar.DOCKER.parse(written)).isEmpty();
    }

    /** Go strconv.ParseFloat: a digit on each side of an underscore. */
    @ParameterizedTest
    @CsvSource({"1_000, 1000", "1_0_0m, 104857600", "0_5k, 5120"})
    void dockerTakesUnderscoresBetweenDigits(String written, long bytes) {
        assertThat(SizeGrammar.docker(written)).contains(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_1", "1_", "1__0", "1_.5", "1._5", "1_m", "1_0_m"})
    void dockerRefusesOtherUnderscores(String written) {
        assertThat(SizeGrammar.docker(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64Mi, 67108864", "64mI, 67108864", "1Gi, 1073741824", "1.5Ki, 1536", "1 Ki, 1024"})
    void kubernetesHasUnitsOfItsOwn(String written, long bytes) {
        assertThat(SizeGrammar.kubernetes(written)).contains(new ByteSize(bytes));
        assertThat(SizeGrammar.docker(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i", "Ki", "1i", "1", "1k", "1kb", "1Kib", "1Xi", "xKi"})
    void otherSizesAreNotThoseOfKubernetes(String written) {
        assertThat(SizeGrammar.kubernetes(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999p", "99999999999g", "9223372036854775808", "8192p"})
    void dockerSizesBeyondAllMemoryAreTheLargest(String written) {
        assertThat(SizeGrammar.docker(written)).contains(new ByteSize(Long.MAX_VALUE));
    }

    /** linux lib/cmdline.c memparse: simple_strtoull with base 0, one unit; mm/shmem.c wants nothing behind it. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "65536k, 67108864",
        "64m, 67108864",
        "64M, 67108864",
        "1G, 1073741824",
        "2t, 2199023255552",
        "1p, 1125899906842624",
        "1e, 1152921504606846976",
        "1E, 1152921504606846976",
        "0x10, 16",
        "0X1f, 31",
        "0x10m, 16777216",
        "010, 8",
        "0777k, 523264",
    })
    void kernelTakes(String written, long bytes) {
        assertThat(SizeGrammar.KERNEL.parse(written)).contains(new TmpfsSize.Bytes(new ByteSize(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m",
                "%",
                "64mb",
                "64MiB",
                "64kb",
                "64b",
                "1.5g",
                ".5g",
                "-1",
                "+1",
                "abc",
                "64 m",
                " 64m",
                "64m ",
                "50%%",
                "50%m",
                "5m%",
                "64mm",
                "0x",
                "0xg",
                "64z",
                "1,5g",
                "1e3",
                "\u06611m",
                "６４m",
                "64\uFFFF",
                "089",
                "64m\n"
            })
    void kernelRefuses(String written) {
        assertThat(SizeGrammar.KERNEL.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50%, 50", "1%, 1", "100%, 100", "200%, 200", "010%, 8"})
    void kernelTakesAShareOfTheHost(String written, long percent) {
        assertThat(SizeGrammar.KERNEL.parse(written)).contains(new TmpfsSize.HostPercent(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0m", "0g", "0%", "00", "0x0", "0x0k"})
    void kernelTakesZeroForNoBound(String written) {
        assertThat(SizeGrammar.KERNEL.parse(written)).contains(TmpfsSize.UNLIMITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "9999999999g", "8e", "16e", "0xffffffffffffffffff"})
    void kernelSizesBeyondAllMemoryAreTheLargest(String written) {
        assertThat(SizeGrammar.KERNEL.parse(written)).contains(new TmpfsSize.Bytes(new ByteSize(Long.MAX_VALUE)));
    }

    @Property(seed = "20261121")
    void anyTextIsASizeOrRefused(@ForAll String written) {
        assertThat(SizeGrammar.docker(written)).isEqualTo(docker(written));
        assertThat(SizeGrammar.KERNEL.parse(written)).isNotNull();
    }

    private static Optional<ByteSize> docker(String written) {
        return SizeGrammar.DOCKER.parse(written).map(size -> ((TmpfsSize.Bytes) size).size());
    }

    @Property(seed = "20261121")
    void bothGrammarsReadASpelledSizeBack(@ForAll @LongRange(min = 1, max = 1L << 50) long bytes) {
        ByteSize size = new ByteSize(bytes);
        assertThat(SizeGrammar.docker(size.spelled())).contains(size);
        assertThat(SizeGrammar.KERNEL.parse(size.spelled())).contains(new TmpfsSize.Bytes(size));
    }

    @Property(seed = "20261121")
    void sizesOfWholeUnitsAreSpelledWithTheLargest(@ForAll @LongRange(min = 1, max = 1023) long count) {
        assertThat(new ByteSize(count * ByteSize.KIB).spelled()).isEqualTo(count + "k");
        assertThat(new ByteSize(count * ByteSize.MIB).spelled()).isEqualTo(count + "m");
        assertThat(new ByteSize(count * ByteSize.GIB).spelled()).isEqualTo(count + "g");
    }

    @Test
    void zeroIsSpelledWithoutAUnit() {
        assertThat(ByteSize.ZERO.spelled()).isEqualTo("0");
        assertThat(SizeGrammar.docker("0")).contains(ByteSize.ZERO);
    }
}

package dev.plimsoll.yaml;

import static dev.plimsoll.yaml.YamlFixture.parse;
import static dev.plimsoll.yaml.YamlFixture.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.yaml.YamlScalar.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker compose 2.26.1 printed for these values in an {@code environment:} mapping. */
class ScalarKindsTest {
    private static YamlScalar read(String value) {
        return scalar(parse("k: " + value + "\n"), "k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothing(String value) {
        assertThat(read(value).kind()).isEqualTo(Kind.NULL);
        assertThat(read(value).description()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "false", "False", "FALSE"})
    void booleans(String value) {
        assertThat(read(value).kind()).isEqualTo(Kind.BOOLEAN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "1, 1",
        "-1, -1",
        "+1, 1",
        "010, 8",
        "00, 0",
        "0_7, 7",
        "0o10, 8",
        "0O10, 8",
        "0o_7, 7",
        "0x1F, 31",
        "0X1f, 31",
        "0x_1, 1",
        "0b101, 5",
        "0B101, 5",
        "1_000, 1000",
        "1_, 1",
        "1__0, 10",
        "-010, -8",
        "-0x1F, -31",
        "+0x1F, 31",
        "-0o10, -8",
        "-0b11, -3",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "0777777777777777777777, 9223372036854775807",
    })
    void integers(String value, long number) {
        assertThat(read(value).kind()).isEqualTo(Kind.INTEGER);
        assertThat(read(value).integer()).hasValue(number);
    }

    /** An octal number with a digit that is none is read as a float: as a memory limit Docker drops it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1.",
                ".5",
                "-.5",
                "+.5",
                "1e3",
                "1E3",
                "1e+3",
                "1.5e-3",
                "1_0.5",
                "1_e3",
                "0e0",
                "08.5",
                ".inf",
                "-.inf",
                "+.Inf",
                ".INF",
                ".nan",
                ".NaN",
                ".NAN",
                "-9223372036854775809",
                "18446744073709551616",
                "08",
                "099",
                "0899999999"
            })
    void floats(String value) {
        assertThat(read(value).kind()).isEqualTo(Kind.FLOAT);
        assertThat(read(value).integer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nUll",
                "tRue",
                "yes",
                "no",
                "on",
                "off",
                "y",
                "n",
                "No",
                "_1",
                "0x",
                "0b",
                "0o",
                "0b2",
                "0o9",
                "+",
                "1e",
                ".",
                ".e3",
                "0.1.2",
                "0x1p3",
                "0x1.8",
                "1e400",
                "inf",
                "nan",
                "12:30:45",
                "=",
                "<<",
                "1 2",
                "1,000",
                "64m",
                "0x-1",
                "+-1",
                "__",
                "_0"
            })
    void strings(String value) {
        assertThat(read(value).kind()).isEqualTo(Kind.STRING);
        assertThat(read(value).integer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'5'", "\"5\"", "!!str 5", "! 5", "!foo 5", "'null'", "\"\"", "'true'", "|\n  5", ">\n  5"})
    void quotesBlocksAndTagsMakeStrings(String value) {
        assertThat(read(value).kind()).isEqualTo(Kind.STRING);
        assertThat(read(value).description()).isEqualTo("a string");
    }

    @Test
    void describesNumbersAlike() {
        assertThat(read("1").description()).isEqualTo("a number");
        assertThat(read("1.5").description()).isEqualTo("a number");
        assertThat(read("true").description()).isEqualTo("a boolean");
    }
}

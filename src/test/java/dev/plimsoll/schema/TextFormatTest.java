package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flag | true FALSE Yes no on OFF y N | 1 0 t f tru yess true_",
                "whole-number | 0 5 -1 +7 007 123456789012345678901234567890 | - + 1.0 1e3 0x1 5k _5 two",
                "natural-number | 0 -0 +5 17 0440 | -1 -5 1.0 1e3 two 9999999999999999999999999999999999999999999999",
                "percentage | 0 100 +5 1e2 5. | -1 101 1.5 1e3 inf NaN two",
                "oom-score | -1000 0 1000 +5 | -1001 1001 1.0 two 1e2",
                "number | 0 0.5 .5 5. -1 +2.5 1e3 1E-3 1.5e+10 inf -Infinity NaN 0x1p-2 | . - e5 1e 1e+ 1.2.3 5% abc 1,5",
                "duration | 0 30s 1m30s 1h 500ms 1.5h .5s 10us 10\u00B5s 5ns 1d 2w -5s | 30 s 30x 1m_30s 1m30 - . ten",
                "restart-policy | no none always any on-failure on-failure:3 unless-stopped | No never onfailure always_",
                "pull-policy | always never missing if_not_present build refresh daily weekly every_12h every_1w | every_ every_h every_5 sometimes if-not-present",
            })
    void words(String id, String right, String wrong) {
        TextFormat format = TextFormat.of(id);
        assertThat(format.id()).isEqualTo(id);
        for (String word : right.split(" ", -1)) {
            assertThat(format.matches(word)).as(word).isTrue();
        }
        for (String word : wrong.split(" ", -1)) {
            assertThat(format.matches(format == TextFormat.PULL_POLICY ? word : word.replace('_', ' ')))
                    .as(word)
                    .isFalse();
        }
    }

    @Test
    void nothingIsARestartPolicyAndNoDuration() {
        assertThat(TextFormat.RESTART_POLICY.matches("")).isTrue();
        assertThat(TextFormat.DURATION.matches("")).isFalse();
        assertThat(TextFormat.DURATION.matches("1m 30s")).isFalse();
    }

    @Test
    void unknownFormatsAreRefused() {
        assertThatThrownBy(() -> TextFormat.of("uri")).hasMessageContaining("uri");
        assertThatThrownBy(() -> KeyPattern.of(".*")).hasMessageContaining(".*");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "-5, -5",
        "+5, 5",
        "0x1F, 31",
        "-0x10, -16",
        "0o17, 15",
        "017, 15",
        "08, 8",
        "0b101, 5",
        "1_000, 1000",
        "1.50, 1.50",
        "1e3, 1E+3",
        ".5, 0.5"
    })
    void numbers(String text, String value) {
        assertThat(Numbers.value(text)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({".inf", "-.inf", ".nan", "1e99999999999", "0x", "0xg", "abc", "''", "-"})
    void noNumbers(String text) {
        assertThat(Numbers.value(text)).isNull();
        assertThat(Numbers.isWhole(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EXTENSION, x-a, true", "EXTENSION, x-, true", "EXTENSION, xa, false", "NAME, a.B_0-c, true",
                "NAME, a b, false",
        "NAME, '', false", "LETTERS, nofile, true", "LETTERS, NOFILE, false", "LETTERS, n0, false", "LETTERS, '', false"
    })
    void keys(KeyPattern pattern, String key, boolean fits) {
        assertThat(pattern.matches(key)).isEqualTo(fits);
        assertThat(java.util.regex.Pattern.compile(pattern.pattern())
                        .matcher(key)
                        .find())
                .as("as the pattern has it")
                .isEqualTo(fits);
    }
}

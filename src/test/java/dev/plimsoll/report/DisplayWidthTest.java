package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "界, 2",
        "ｶﾅ, 2",
        "ＡＢ, 4",
        "한, 2",
        "\u1112\u1161\u11AB, 2",
        "e\u0301, 1",
        "ש\u05C1, 1",
        "م\u064F, 1",
        "ก\u0E31, 1",
        "क\u0941, 1",
        "a\u200Db, 2",
        "😀, 2",
        "🟢, 2",
        "⛔, 2",
        "⭐, 2",
        "⏰, 2",
        "→, 1",
        "…, 1",
        "█, 1",
        "𠀀, 2",
        "𝄞, 1",
    })
    void countsColumns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }
}

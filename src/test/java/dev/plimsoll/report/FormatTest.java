package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @EnumSource(Format.class)
    void isFoundByItsLabel(Format format) {
        assertThat(Format.of(format.label())).contains(format);
        assertThat(format.label()).matches("[a-z]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TEXT", "text ", "yaml"})
    void isNotFoundByOtherWords(String word) {
        assertThat(Format.of(word)).isEmpty();
    }

    @Test
    void allAreListedAsASentenceHasThem() {
        assertThat(Format.listing())
                .isEqualTo("text, concise, json, sarif, github, gitlab, junit, checkstyle, rdjson, markdown or html");
        assertThat(Format.labels()).hasSameSizeAs(Format.values()).doesNotHaveDuplicates();
    }
}

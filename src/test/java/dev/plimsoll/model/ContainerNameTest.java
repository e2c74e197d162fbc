package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"ab", "AZ", "az", "09", "a_", "a.", "a-", "/ab", "a_b.c-d", "9Zz"})
    void isAName(String text) {
        assertThat(ContainerName.isValid(text)).isTrue();
        assertThat(ContainerName.isFoundIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/", "/a", "_", "é", "_-", "@[", "`{", "/:"})
    void holdsNoName(String text) {
        assertThat(ContainerName.isValid(text)).isFalse();
        assertThat(ContainerName.isFoundIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ab", "//ab", "a/b1", "ab!", "a b c1", "-ab", ".ab", "éab", "ab:"})
    void onlyAPartOfItIsAName(String text) {
        assertThat(ContainerName.isValid(text)).isFalse();
        assertThat(ContainerName.isFoundIn(text)).isTrue();
    }
}

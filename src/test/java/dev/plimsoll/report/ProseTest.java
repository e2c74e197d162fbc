package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void breaksAtBlanksOnly() {
        assertThat(Prose.wrap("writes .plimsoll-baseline.yaml with all that is found", 24, 2, 0))
                .isEqualTo("writes\n  .plimsoll-baseline.yaml\n  with all that is found");
        assertThat(Prose.wrap("one two", 80, 4, 10)).isEqualTo("one two");
        assertThat(Prose.wrap("", 80, 4, 10)).isEmpty();
    }

    @Test
    void countsColumnsNotUnits() {
        assertThat(Prose.wrap("\u6587\u6587 \u6587\u6587 ab", 8, 0, 0)).isEqualTo("\u6587\u6587\n\u6587\u6587 ab");
    }

    @Test
    void reflowsParagraphsAndItemsAndLeavesTheRest() {
        String page = """
                a heading that is one line

                ## Why it is a longer heading
                One sentence
                that goes on here and on.

                - an item of
                  some words
                - another

                ```yaml
                a: b # not a word of this line is moved, however long it is
                ```
                | a table | stays |
                """;
        assertThat(Prose.reflowed(page, 30)).isEqualTo("""
                a heading that is one line

                ## Why it is a longer heading
                One sentence that goes on here
                and on.

                - an item of some words
                - another

                ```yaml
                a: b # not a word of this line is moved, however long it is
                ```
                | a table | stays |
                """);
    }
}

package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Additions to the text of a configuration: all else stays as it was. */
class ConfigTextTest {
    private static String with(String text) {
        return String.valueOf(ConfigText.with(text, "exclude:", List.of("# why", "- \"/x\"")));
    }

    @Test
    void itemsGoBehindTheLastOne() {
        assertThat(with("exclude:\n  - a # c\n\n# rules\nrules: {}\n"))
                .isEqualTo("exclude:\n  - a # c\n  # why\n  - \"/x\"\n\n# rules\nrules: {}\n");
        assertThat(with("exclude:\n- a\n- b")).isEqualTo("exclude:\n- a\n- b\n# why\n- \"/x\"\n");
        assertThat(with("exclude: # none yet\nprofile: strict\n"))
                .isEqualTo("exclude: # none yet\n  # why\n  - \"/x\"\nprofile: strict\n");
    }

    @Test
    void aKeyThatIsNotThereGoesToTheEnd() {
        assertThat(with("")).isEqualTo("exclude:\n  # why\n  - \"/x\"\n");
        assertThat(with("profile: strict")).isEqualTo("profile: strict\nexclude:\n  # why\n  - \"/x\"\n");
        assertThat(with("a: 1\r\n")).isEqualTo("a: 1\r\nexclude:\r\n  # why\r\n  - \"/x\"\r\n");
    }

    @Test
    void aListInBracketsAndASingleValueTakeNone() {
        assertThat(ConfigText.with("exclude: [a]\n", "exclude:", List.of("- b")))
                .isNull();
        assertThat(ConfigText.with("exclude: a # b\n", "exclude:", List.of("- b")))
                .isNull();
    }

    @Test
    void aLineTakesThePlaceOfTheCommentThatShowsIt() {
        assertThat(ConfigText.with("# a\n#b: c\nd: e\n", "b: c")).isEqualTo("# a\nb: c\nd: e\n");
        assertThat(ConfigText.with("d: e", "b: c")).isEqualTo("d: e\nb: c\n");
    }
}

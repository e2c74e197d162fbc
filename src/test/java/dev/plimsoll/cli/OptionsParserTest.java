package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are all paths do without picocli: what comes of them is what picocli makes of them. */
class OptionsParserTest {
    /** Behind two dashes picocli takes all words for paths. */
    private static String[] parsed(String... words) {
        return Stream.concat(Stream.of("--"), Arrays.stream(words)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "compose.yaml", "a b", "-", "a,b,-", "ü,'q',\"r\"", "a=b,c:d,#,${HOME},~,*", "a\\b"})
    void readsPathsAsPicocliDoes(String list) throws UsageException {
        String[] words = list.isEmpty() ? new String[0] : list.split(",", -1);
        for (String command : List.of("check", "budget", "init", "fix", "model", "inspect")) {
            OptionsParser plain = new OptionsParser(command, words);
            OptionsParser full = new OptionsParser(command, parsed(words));
            assertThat(plain.paths()).isEqualTo(full.paths()).isEqualTo(List.of(words));
            assertThat(plain.options()).isEqualTo(full.options());
        }
        assertThat(new OptionsParser("check", words).check())
                .isEqualTo(new OptionsParser("check", parsed(words)).check());
        assertThat(new OptionsParser("fix", words).fix()).isEqualTo(new OptionsParser("fix", parsed(words)).fix());
        assertThat(new OptionsParser("inspect", words).asked())
                .isEqualTo(new OptionsParser("inspect", parsed(words)).asked());
    }

    @Test
    void refusesAnEmptyPathEitherWay() throws UsageException {
        OptionsParser plain = new OptionsParser("check", "a", "");
        assertThatThrownBy(plain::options).isInstanceOf(UsageException.class).hasMessageContaining("an empty path");
        OptionsParser full = new OptionsParser("check", "--", "a", "");
        assertThatThrownBy(full::options).isInstanceOf(UsageException.class).hasMessageContaining("an empty path");
    }

    @Test
    void leavesOptionsAndCommandsOfOneWordToPicocli() throws UsageException {
        assertThat(new OptionsParser("check", "a", "-q").has("-q")).isTrue();
        assertThat(new OptionsParser("explain", "tmpfs-unbounded").argument("a rule"))
                .isEqualTo("tmpfs-unbounded");
        assertThatThrownBy(() -> new OptionsParser("rules", "a")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> new OptionsParser("check", "--nothing")).isInstanceOf(UsageException.class);
    }
}

package dev.plimsoll.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assignments that run only if another command succeeds: their values are not known behind them. */
class ConditionalListTest {
    private static Text lastWord(String code) {
        Text whole = Text.verbatim(new Location(new SourceFile("run.sh", code), new Span(0, code.length())));
        List<ShellCommand> commands = ShellReader.read(whole, ShellDialect.POSIX);
        List<Word> words = commands.get(commands.size() - 1).words();
        return words.get(words.size() - 1).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false && X=2\ndocker run $X",
                "false &&\nX=2\ndocker run $X",
                "false &&\r\n\r\n  X=2\r\ndocker run $X",
                "false &&   # a remark\n  # and another\nX=2\ndocker run $X",
                "true ||\nX=2\ndocker run $X",
            })
    void aLineBreakBehindTheOperatorGoesOnWithTheList(String code) {
        assertThat(lastWord(code).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false && docker run y\nX=2\ndocker run $X",
                "false &&\ndocker run y\nX=2\ndocker run $X",
                "false && docker run y; X=2\ndocker run $X",
            })
    void aLineBreakBehindACommandEndsTheList(String code) {
        assertThat(lastWord(code).isKnown()).isTrue();
        assertThat(lastWord(code).value()).isEqualTo("2");
    }
}

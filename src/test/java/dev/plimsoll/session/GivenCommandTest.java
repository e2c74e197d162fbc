package dev.plimsoll.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Words of the command line, written out so that a shell would read the same words. */
class GivenCommandTest {
    @Provide
    Arbitrary<List<String>> arguments() {
        return Arbitraries.strings()
                .withChars("ab1-=/:,.@%+^_ \t'\"$`\\<>|&;#*?!~(){}[]\né😀")
                .ofMaxLength(8)
                .list()
                .ofMaxSize(5);
    }

    @Property(seed = "20261121")
    void aShellWouldReadTheSameWords(@ForAll("arguments") List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("docker", "run"));
        words.addAll(arguments);
        GivenCommand given = GivenCommand.of(words);
        assertThat(values(given.command().words())).isEqualTo(words);
        Location whole =
                new Location(given.file(), new Span(0, given.file().text().length()));
        List<Word> read = ShellReader.read(Text.verbatim(whole), ShellDialect.POSIX)
                .get(0)
                .words();
        assertThat(values(read)).isEqualTo(words);
        for (int i = 0; i < words.size(); i++) {
            assertThat(read.get(i).at())
                    .isEqualTo(given.command().words().get(i).at());
        }
    }

    private static List<String> values(List<Word> words) {
        return words.stream().map(Word::value).toList();
    }
}

package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Field;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that Compose cuts into words. */
class CommandReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a 'b c' "d"   | true
                    a 'b c        | false
                    a "it's"      | true
                    it's          | false
                    a "b\\"       | false
                    a b\\'        | true
                    """)
    void everyQuoteMustBeClosed(String command, boolean closed) {
        SourceFile file = new SourceFile("compose.yaml", command);
        Text text = Text.verbatim(new Location(file, new Span(0, command.length())));
        assertThat(CommandReader.isBalanced(text)).isEqualTo(closed);
    }

    @Test
    void aServiceMayHaveNone() {
        assertThat(service().command().isAbsent()).isTrue();
        assertThat(service("command:").command().isAbsent()).isTrue();
        assertThat(service("command: []").command().known().orElseThrow().words())
                .isEmpty();
        assertThat(service("command: !reset null").command()).isInstanceOf(Field.Unknown.class);
        assertThat(service("command: !reset null").entrypoint().isAbsent()).isTrue();
    }
}

package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedTest {
    private static Location at(String text) {
        return new Location(new SourceFile("c", text), new Span(0, text.length()));
    }

    /** What a variable holds may be a secret: a message shows the reference. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "plain, plain",
                "\"plain\", held",
                "$X, $X",
                "\"${X}\", ${X}",
                "'${X}', ${X}",
                "\"${X}', \"${X}'",
                "\"${X}, \"${X}",
                "${X}\", ${X}\"",
                "$, $",
            })
    void isQuotedWithItsReference(String written, String quoted) {
        String held = written.equals("plain") ? written : "held";
        assertThat(Located.quoted(Located.of(held, at(written)))).isEqualTo(quoted);
    }

    @Test
    void aPartCameThroughTheSameAliases() {
        Location alias = at("*alias");
        Located<String> whole = new Located<>("a=b", at("a=b"), List.of(alias));
        Located<String> part = whole.part("b", at("b"));
        assertThat(part).isEqualTo(new Located<>("b", part.at(), List.of(alias)));
        assertThat(part.shown()).isEqualTo(alias);
        assertThat(Located.of("b", part.at()).shown()).isEqualTo(part.at());
    }
}

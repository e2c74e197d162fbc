package dev.plimsoll.yaml;

import static dev.plimsoll.yaml.YamlFixture.parse;
import static dev.plimsoll.yaml.YamlFixture.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each unit of a scalar's value was written. */
class ScalarTextTest {
    private static Text text(String written) {
        return scalar(parse("key: " + written + "\n"), "key").text();
    }

    /** The raw text at the place of each unit, joined by bars. */
    private static String places(Text text) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            places.add(text.part(i, i + 1).location().text());
        }
        return String.join("|", places);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp:size=1m", "'/tmp:size=1m'", "\"/tmp:size=1m\""})
    void valuesWithoutEscapesAreContiguous(String written) {
        Text text = text(written);
        assertThat(text.value()).isEqualTo("/tmp:size=1m");
        assertThat(text.isContiguous()).isTrue();
        assertThat(text.part(5, 9).location().text()).isEqualTo("size");
    }

    @Test
    void aDoubledQuoteIsOneUnit() {
        Text text = text("'a''b'''");
        assertThat(text.value()).isEqualTo("a'b'");
        assertThat(places(text)).isEqualTo("a|''|b|''");
    }

    @Test
    void anEscapeIsOneUnit() {
        Text text = text("\"a\\tb\\x41\\u0042\\\"\\\\c\\/\\e\"");
        assertThat(text.value()).isEqualTo("a\tbAB\"\\c/\u001B");
        assertThat(places(text)).isEqualTo("a|\\t|b|\\x41|\\u0042|\\\"|\\\\|c|\\/|\\e");
    }

    @Test
    void unitsBehindAnEscapedEmojiAreFound() {
        Text text = text("\"\\U0001F600x😀y\"");
        assertThat(text.value()).isEqualTo("😀x😀y");
        assertThat(text.part(2, 3).location().text()).isEqualTo("x");
        assertThat(text.from(3).location().text()).isEqualTo("😀y");
    }

    @Test
    void aLiteralBlockIsFoundLineByLine() {
        Text text = text("|\n  one\n  two");
        assertThat(text.value()).isEqualTo("one\ntwo\n");
        assertThat(text.part(0, 3).location().text()).isEqualTo("one");
        assertThat(text.part(4, 7).location().text()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "|-", "|+", ">", ">-", "|2-", "| # comment", ">- # /tmp"})
    void aBlockOfOneLineIsFound(String header) {
        Text text = text(header + "\n  /tmp:size=1m\n");
        assertThat(text.part(0, 4).location().text()).isEqualTo("/tmp");
        assertThat(text.part(5, 12).location().text()).isEqualTo("size=1m");
        assertThat(text.part(0, 1).location().start().line()).isEqualTo(2);
    }

    @Test
    void aFoldedBlockIsFoundWordByWord() {
        Text text = text(">\n  one two\n  three\n\n  four\n");
        assertThat(text.value()).isEqualTo("one two three\nfour\n");
        assertThat(text.part(4, 7).location().text()).isEqualTo("two");
        assertThat(text.part(8, 13).location().text()).isEqualTo("three");
        assertThat(text.part(14, 18).location().text()).isEqualTo("four");
    }

    @Test
    void aPlainScalarOfTwoLinesIsFound() {
        Text text = text("one two  \n     three");
        assertThat(text.value()).isEqualTo("one two three");
        assertThat(text.part(4, 7).location().text()).isEqualTo("two");
        assertThat(text.part(8, 13).location().text()).isEqualTo("three");
    }

    @Test
    void foldedLinesInQuotesAreFound() {
        Text text = text("\"one\n  two\n\n  three\"");
        assertThat(text.value()).isEqualTo("one two\nthree");
        assertThat(text.part(4, 7).location().text()).isEqualTo("two");
        assertThat(text.part(8, 13).location().text()).isEqualTo("three");
    }

    @Test
    void aBlockWithCarriageReturnsIsFound() {
        Text text = text("|\r\n  one\r\n  two\r\n");
        assertThat(text.value()).isEqualTo("one\ntwo\n");
        assertThat(text.part(4, 7).location().text()).isEqualTo("two");
    }

    @Test
    void anEmptyValueHasAPlaceInItsQuotes() {
        Text text = text("\"\"");
        assertThat(text.location().span()).isEqualTo(Span.at(6));
    }

    /** A piece of a double-quoted scalar and what it stands for. */
    private record Piece(String raw, String value) {}

    @Provide
    Arbitrary<List<Piece>> pieces() {
        return Arbitraries.of(
                        new Piece("a", "a"),
                        new Piece("界", "界"),
                        new Piece("=", "="),
                        new Piece("'", "'"),
                        new Piece("\\t", "\t"),
                        new Piece("\\\"", "\""),
                        new Piece("\\\\", "\\"),
                        new Piece("\\x61", "a"),
                        new Piece("\\u0061", "a"),
                        new Piece("\\U00000061", "a"),
                        new Piece("\\U0001F600", "😀"),
                        new Piece("😀", "😀"),
                        new Piece("\\ ", " "),
                        new Piece("\\n", "\n"),
                        new Piece("\\\n    ", ""),
                        new Piece("\\\r\n  \t", ""))
                .list()
                .ofMaxSize(8);
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void aUnitStandsWhereItWasWrittenOrNowhereInParticular(@ForAll("pieces") List<Piece> pieces) {
        StringBuilder raw = new StringBuilder();
        StringBuilder value = new StringBuilder();
        List<Span> expected = new ArrayList<>();
        int start = "key: \"".length();
        for (Piece piece : pieces) {
            int from = start + raw.length();
            raw.append(piece.raw());
            for (int i = 0; i < piece.value().length(); i++) {
                boolean perUnit = piece.raw().equals(piece.value());
                expected.add(perUnit ? new Span(from + i, from + i + 1) : new Span(from, start + raw.length()));
            }
            value.append(piece.value());
        }
        Text text = text("\"" + raw + "\"");
        assertThat(text.value()).isEqualTo(value.toString());
        Span whole = new Span(start, start + raw.length());
        for (int i = 0; i < text.length(); i++) {
            assertThat(text.part(i, i + 1).location().span())
                    .as("unit %d of %s", i, raw)
                    .isIn(expected.get(i), whole);
        }
    }
}

package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final SourceFile FILE = new SourceFile("compose.yaml", "key: \"a\\tb ${X:-1g}\" # end");

    private static Text verbatim(int from, int to) {
        return Text.verbatim(new Location(FILE, new Span(from, to)));
    }

    @Property(seed = "20261121")
    void partsOfAVerbatimTextAreFoundWhereTheyStand(
            @ForAll String content, @ForAll @IntRange(max = 1000) int a, @ForAll @IntRange(max = 1000) int b) {
        SourceFile file = new SourceFile("c", "ab" + content + "z");
        Text whole = Text.verbatim(new Location(file, new Span(2, 2 + content.length())));
        int from = a % (content.length() + 1);
        int to = from + b % (content.length() - from + 1);
        Text part = whole.part(from, to);
        assertThat(part.value()).isEqualTo(content.substring(from, to));
        assertThat(part.location().span()).isEqualTo(new Span(2 + from, 2 + to));
        assertThat(part.location().text()).isEqualTo(part.value());
        assertThat(part.isLiteral()).isTrue();
        assertThat(part.isKnown()).isTrue();
        assertThat(part.isContiguous()).isTrue();
    }

    @Test
    void aPartOfAPartKeepsItsPlace() {
        Text text = verbatim(0, 8).part(2, 7).part(1, 3);
        assertThat(text.location().span()).isEqualTo(new Span(3, 5));
        assertThat(text.value()).isEqualTo(FILE.text().substring(3, 5));
    }

    @Test
    void unitsOfABuiltTextHaveTheirOwnPlaces() {
        Text text = Text.builder(FILE, 6)
                .written('a', 6, 7)
                .written('\t', 7, 9)
                .written('b', 9, 10)
                .build();
        assertThat(text.value()).isEqualTo("a\tb");
        assertThat(text.location().span()).isEqualTo(new Span(6, 10));
        assertThat(text.part(1, 2).location().text()).isEqualTo("\\t");
        assertThat(text.from(2).location().text()).isEqualTo("b");
        assertThat(text.isContiguous()).isFalse();
        assertThat(text.isLiteral()).isTrue();
    }

    @Test
    void anEmptyPartStandsBetweenItsNeighbours() {
        Text text = Text.builder(FILE, 6).written('a', 6, 7).written('\t', 7, 9).build();
        assertThat(text.part(1, 1).location().span()).isEqualTo(Span.at(7));
        assertThat(text.from(2).location().span()).isEqualTo(Span.at(9));
        assertThat(Text.builder(FILE, 4).build().from(0).location().span()).isEqualTo(Span.at(4));
        assertThat(verbatim(3, 3).location().span()).isEqualTo(Span.at(3));
        assertThat(verbatim(3, 3).isEmpty()).isTrue();
    }

    @Test
    void unitsOfAVariableStandAtItsReference() {
        Span reference = new Span(11, 19);
        Text text = Text.builder(FILE, 10)
                .written(' ', 10, 11)
                .variable("64m", reference)
                .build();
        assertThat(text.value()).isEqualTo(" 64m");
        assertThat(text.part(2, 3).location().span()).isEqualTo(reference);
        assertThat(text.isKnown()).isTrue();
        assertThat(text.isLiteral()).isFalse();
        assertThat(text.isWrittenAt(0)).isTrue();
        assertThat(text.isWrittenAt(1)).isFalse();
        assertThat(text.part(0, 1).isLiteral()).isTrue();
    }

    @Test
    void anUnknownPartIsOneUnitThatNoGrammarTakes() {
        Text text = Text.builder(FILE, 10)
                .written('1', 10, 11)
                .unknown(new Span(11, 19))
                .build();
        assertThat(text.value()).isEqualTo("1" + Text.UNKNOWN);
        assertThat(text.isKnown()).isFalse();
        assertThat(text.isLiteral()).isFalse();
        assertThat(text.part(0, 1).isKnown()).isTrue();
        assertThat(text.from(1).location().text()).isEqualTo("${X:-1g}");
    }

    @Test
    void aDefaultStandsWhereItIsWrittenButCannotBeEdited() {
        Text written = verbatim(16, 18);
        Text text = Text.builder(FILE, 11)
                .copyAsDefault(written, 0)
                .copyAsDefault(written, 1)
                .build();
        assertThat(text.value()).isEqualTo("1g");
        assertThat(text.location().text()).isEqualTo("1g");
        assertThat(text.isLiteral()).isFalse();
        assertThat(text.isKnown()).isTrue();
    }

    @Test
    void isRawAsThePieceOfTheFileWhereItStandsInOneLine() {
        Text built = Text.builder(FILE, 6)
                .written('a', 6, 7)
                .written('\t', 7, 9)
                .variable("value", new Span(11, 19))
                .build();
        assertThat(built.raw()).isEqualTo("a\\tb ${X:-1g}");
        assertThat(verbatim(0, 3).raw()).isEqualTo("key");
    }

    @Test
    void isRawWithoutWhatStandsBetweenItsLines() {
        SourceFile block = new SourceFile("compose.yaml", "|2- # why\n  ${A}\n  ${B:-c}d");
        Text built = Text.builder(block, 0)
                .written(' ', 0, 1)
                .variable("secret", new Span(12, 16))
                .written('\n', 16, 17)
                .copyAsDefault(Text.verbatim(new Location(block, new Span(24, 25))), 0)
                .written('d', 26, 27)
                .build();
        assertThat(built.raw()).isEqualTo(" ${A}\ncd");
    }

    @Test
    void anUnknownPartOfADefaultStaysUnknown() {
        Text inner = Text.builder(FILE, 11).unknown(new Span(11, 19)).build();
        assertThat(Text.builder(FILE, 11).copyAsDefault(inner, 0).build().isKnown())
                .isFalse();
    }

    @Test
    void copiedUnitsKeepPlaceAndKind() {
        Text source = Text.builder(FILE, 10)
                .written('a', 6, 7)
                .unknown(new Span(11, 19))
                .build();
        Text copy = Text.builder(FILE, 0)
                .copy(source, 1)
                .copy(source, 0)
                .copy(verbatim(0, 3), 2)
                .build();
        assertThat(copy.value()).isEqualTo(Text.UNKNOWN + "ay");
        assertThat(copy.isWrittenAt(0)).isFalse();
        assertThat(copy.part(1, 2).location().span()).isEqualTo(new Span(6, 7));
        assertThat(copy.part(2, 3).location().span()).isEqualTo(new Span(2, 3));
    }

    @Test
    void stripsWhiteSpaceAndKeepsThePlaceOfTheRest() {
        SourceFile file = new SourceFile("c", " \t a b\n ");
        Text text = Text.verbatim(new Location(file, new Span(0, 8)));
        assertThat(text.strip().value()).isEqualTo("a b");
        assertThat(text.strip().location().span()).isEqualTo(new Span(3, 6));
        assertThat(text.part(0, 2).strip().isEmpty()).isTrue();
    }

    @Test
    void manyUnits() {
        Text.Builder builder = Text.builder(FILE, 0);
        for (int i = 0; i < 100; i++) {
            builder.written((char) ('a' + i % 26), i, i + 1);
        }
        Text text = builder.build();
        assertThat(text.length()).isEqualTo(100);
        assertThat(text.part(99, 100).location().span()).isEqualTo(new Span(99, 100));
    }

    @Test
    void refusesAPartThatIsNotThere() {
        assertThatThrownBy(() -> verbatim(0, 3).part(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> verbatim(0, 3).part(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}

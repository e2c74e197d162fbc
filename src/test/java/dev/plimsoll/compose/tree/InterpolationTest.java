package dev.plimsoll.compose.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
    private static final Map<String, String> KNOWN = Map.of("SET", "s", "EMPTY", "", "_a1", "u");

    private static Interpolation.Result apply(String written) {
        Text text = Text.verbatim(new Location(new SourceFile("c", written), new Span(0, written.length())));
        return new Interpolation(new Variables(KNOWN, false)).apply(text);
    }

    /** {@code ?} in the outcome is a part that nobody knows: Compose would put nothing there. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "$SET, s",
                "${SET}, s",
                "a${SET}b, asb",
                "$SET-x, s-x",
                "$_a1, u",
                "${_a1}1, u1",
                "$UNSET, ?",
                "${UNSET}, ?",
                "a${UNSET}b, a?b",
                "$$, $",
                "$$X, $X",
                "$${X}, ${X}",
                "$$$SET, $s",
                "$1, $1",
                "$ x, $ x",
                "100%$, 100%$",
                "$-, $-",
                "${UNSET:-d}, d",
                "${UNSET-d}, d",
                "${EMPTY:-d}, d",
                "${EMPTY-d}, ``",
                "${SET:-d}, s",
                "${SET-d}, s",
                "${UNSET:-}, ``",
                "${UNSET-}, ``",
                "${SET:?m}, s",
                "${SET?m}, s",
                "${EMPTY?m}, ``",
                "${EMPTY:?m}, ?",
                "${UNSET:?m}, ?",
                "${UNSET?m}, ?",
                "${SET:+r}, r",
                "${SET+r}, r",
                "${EMPTY+r}, r",
                "${EMPTY:+r}, ?",
                "${UNSET:+r}, ?",
                "${UNSET+r}, ?",
                "${UNSET:-${SET}}, s",
                "${UNSET:-${ALSO:-d}}, d",
                "${UNSET:-a${ALSO}b}, a?b",
                "${UNSET:-a$SET}, as",
                "${UNSET:-$$}, $",
                "${UNSET:-a:b}, a:b",
                "${UNSET-?}, `?`",
                "${UNSET:-}}, }",
                "${UNSET:-{a}}, {a}",
                "${SET:+${UNSET:-d}}, d",
                "${SET}${SET}, ss",
            })
    void resolves(String written, String outcome) {
        String value = apply(written).text().value();
        assertThat(value.replace(Text.UNKNOWN, '?')).isEqualTo(outcome);
    }

    /** Compose refuses the whole file for these; whatever follows them is not known. */
    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${A", "${A/x/y}", "${1}", "${ A}", "${A:-${B}", "${-x}", "a${é}"})
    void whatIsNoReferenceIsNotKnown(String written) {
        assertThat(apply(written).text().isKnown()).isFalse();
    }

    @Test
    void namesTheVariablesInOrder() {
        assertThat(apply("$B-${A:-${C}}").variables()).isEqualTo(List.of("B", "A", "C"));
        assertThat(apply("$$B").variables()).isEmpty();
    }

    @Test
    void writtenPartsKeepTheirPlaces() {
        Text text = apply("ab${UNSET}cd").text();
        assertThat(text.part(3, 5).location().span()).isEqualTo(new Span(10, 12));
        assertThat(text.part(2, 3).location().text()).isEqualTo("${UNSET}");
        assertThat(text.part(0, 2).isLiteral()).isTrue();
    }

    @Test
    void aDefaultStandsInsideItsReference() {
        Text text = apply("x${UNSET:-64m}").text();
        assertThat(text.value()).isEqualTo("x64m");
        assertThat(text.from(1).location().text()).isEqualTo("64m");
        assertThat(text.from(1).isLiteral()).isFalse();
    }

    @Test
    void anEscapedDollarIsWrittenWithTwoUnits() {
        Text text = apply("a$$b").text();
        assertThat(text.part(1, 2).location().text()).isEqualTo("$$");
        assertThat(text.isLiteral()).isTrue();
        assertThat(text.isContiguous()).isFalse();
    }

    @Test
    void deepNestingEnds() {
        assertThat(apply("${A:-".repeat(1_000) + "x" + "}".repeat(1_000)).text().isKnown())
                .isFalse();
        assertThat(apply("${A:-".repeat(20) + "x" + "}".repeat(20)).text().value())
                .isEqualTo("x");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("$", "{", "}", ":", "-", "?", "+", "SET", "UNSET", "EMPTY", "a", "1", "$$", "${", "😀")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Property(seed = "20261121")
    void anyTextIsResolvedInsideItself(@ForAll("texts") String written) {
        Text text = apply(written).text();
        Span whole = new Span(0, written.length());
        for (int i = 0; i < text.length(); i++) {
            assertThat(whole.covers(text.part(i, i + 1).location().span())).isTrue();
        }
        if (written.indexOf('$') < 0) {
            assertThat(text.value()).isEqualTo(written);
        }
    }
}

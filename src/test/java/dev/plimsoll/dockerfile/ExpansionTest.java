package dev.plimsoll.dockerfile;

import static dev.plimsoll.dockerfile.Dockerfiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Field;
import dev.plimsoll.model.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
    private static String user(String word) {
        String top = "FROM x\nARG UNSET\nENV A=a EMPTY= B=$NOBODY C=c$NOBODY\n";
        return read(top + "USER " + word + "\n").user().known().orElse("?");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '>',
            value = {
                "$A > a",
                "x${A}y > xay",
                "$Ax > ?",
                "$A-$A > a-a",
                "${A:-d} > a",
                "${UNSET:-d} > d",
                "${UNSET-d} > d",
                "${EMPTY:-d} > d",
                "x${EMPTY-d} > x",
                "${A:+d} > d",
                "x${EMPTY:+d} > x",
                "${EMPTY+d} > d",
                "${UNSET:+d} > ?",
                "${OTHER:-d} > ?",
                "${A:?no} > a",
                "${UNSET:?no} > ?",
                "${UNSET:-${A}b} > ab",
                "${UNSET:-${UNSET:-e}} > e",
                "${UNSET:-$OTHER} > ?",
                "${A:+$OTHER} > ?",
                "${A:-$OTHER} > a",
                "${UNSET:-\"d } e\"} > d } e",
                "${UNSET:-'$A'} > $A",
                "${UNSET:-\\}} > }",
                "$B > ?",
                "${B:-d} > ?",
                "${B:+d} > ?",
                "${C:+d} > d",
                "${C:-d} > ?",
                "${A#a} > ?",
                "${A%%a} > ?",
                "${A/a/b} > ?",
                "\\$A > $A",
                "'$A' > $A",
                "\"$A\" > a",
                "\"\\$A\" > $A",
                "\"a\\b\" > a\\b",
                "a\\b > ab",
                "$ > $",
                "$( > $(",
                "a$. > a$.",
                "$$ > ?",
                "$1 > ?",
                "${ > ?",
                "${} > ?",
                "${A > ?",
                "${A:-b > ?",
                "${{A}} > ?",
                "'a > ?",
                "\"a > ?",
                "\"${A\" > ?",
                "é$Aé > ?",
            })
    void resolves(String word, String expected) {
        assertThat(user(word)).isEqualTo(expected);
    }

    @Test
    void tellsWhatWasWrittenFromWhatWasPutIn() {
        Field.Present<String> user =
                (Field.Present<String>) read("FROM x\nARG A=a\nUSER $A\n").user();

        assertThat(user.value().value()).isEqualTo(new Value.Interpolated<>("$A", List.of("A"), Optional.of("a")));
        assertThat(((Field.Present<String>) read("FROM x\nUSER a\n").user())
                        .value()
                        .value())
                .isEqualTo(new Value.Literal<>("a", "a"));
    }

    @Test
    void stopsBeforeTheMemoryIsFull() {
        String doubling = "ENV A=$A$A\n".repeat(64);

        assertThat(read("FROM x\nENV A=a\n" + doubling + "USER $A\n").user().known())
                .isEmpty();
    }

    @Test
    void stopsAtDeepNesting() {
        assertThat(user("${UNSET:-".repeat(30) + "d" + "}".repeat(30))).isEqualTo("d");
        assertThat(user("${UNSET:-".repeat(100) + "d" + "}".repeat(100))).isEqualTo("?");
    }
}

package dev.plimsoll.compose.files;

import static dev.plimsoll.compose.ProjectFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of variables: what docker compose 2.40.3 makes of each. */
class DotEnvTest {
    private static final String NO_REFERENCE =
            "this value has a \"${\" that begins no valid reference to a variable: write $$ for a dollar sign";

    private static Map<String, String> read(String text, Map<String, String> outer, Collection<InputError> errors) {
        return DotEnv.read(new SourceFile(".env", text), new Variables(outer, false), new LoadLimits(), errors);
    }

    private static Map<String, String> read(String text) {
        List<InputError> errors = new ArrayList<>();
        Map<String, String> read = read(text, Map.of(), errors);
        assertThat(errors).isEmpty();
        return read;
    }

    @Test
    void entriesStandOnLines() {
        assertThat(read("")).isEmpty();
        assertThat(read("A=1\nB=2")).isEqualTo(Map.of("A", "1", "B", "2"));
        assertThat(read("A=1\r\n\r\nB=2\r\n")).isEqualTo(Map.of("A", "1", "B", "2"));
        assertThat(read("# A=1\n \t# B=2\nC=3 # D=4\n")).isEqualTo(Map.of("C", "3"));
        assertThat(read("A=1\nA=2\n")).as("the last one holds").isEqualTo(Map.of("A", "2"));
        assertThat(read("A: 1\nB : 2\nC:3\n")).isEqualTo(Map.of("A", "1", "B", "2", "C", "3"));
        assertThat(read("A=\nB=1\n")).isEqualTo(Map.of("A", "", "B", "1"));
        assertThat(read("A=")).isEqualTo(Map.of("A", ""));
    }

    @Test
    void aNameWithoutAValueIsPassedOnAndNotKnown() {
        assertThat(read("A\nB=1\n")).isEqualTo(Map.of("B", "1"));
        assertThat(read("export A\nB=1\nC")).isEqualTo(Map.of("B", "1"));
        assertThat(read("B=1\nof words without an end")).isEqualTo(Map.of("B", "1"));
    }

    @Test
    void aValueWithoutANameIsPassedOver() {
        assertThat(read("=x\nB=1\n: y\n")).isEqualTo(Map.of("B", "1"));
        assertThat(read("='x'\nB=1\n")).isEqualTo(Map.of("B", "1"));
    }

    @Test
    void exportIsLeftOut() {
        assertThat(read("export A=1")).isEqualTo(Map.of("A", "1"));
        assertThat(read("export  \t A=1")).isEqualTo(Map.of("A", "1"));
        assertThat(read("export\tA=1")).isEqualTo(Map.of("A", "1"));
        assertThat(read("exportA=1")).isEqualTo(Map.of("exportA", "1"));
        assertThat(read("export=1")).isEqualTo(Map.of("export", "1"));
    }

    /** The end of a line is none of them. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\r", "\f", "\u000B", "\u0085", "\u00A0"})
    void blanksStandAroundNamesAndValues(String blank) {
        assertThat(read(blank + "A" + blank + "=" + blank + "b" + blank + "\nC=1"))
                .isEqualTo(Map.of("A", "b", "C", "1"));
        assertThat(read("A=" + blank + "\nC=1")).isEqualTo(Map.of("A", "", "C", "1"));
        assertThat(read("A='b'" + blank + "\n" + blank + "\nC=1")).isEqualTo(Map.of("A", "b", "C", "1"));
    }

    @Test
    void otherBlanksOfUnicodeCountBeforeANameAndBehindAValue() {
        assertThat(read("\u2003A=b\u2003")).isEqualTo(Map.of("A", "b"));
        assertThat(read("A=\u2003b\u202F")).isEqualTo(Map.of("A", "\u2003b"));
        assertThat(read("A=b\u001F")).isEqualTo(Map.of("A", "b\u001F"));
    }

    @Test
    void namesHoldLettersDigitsAndFiveSigns() {
        assertThat(read("_a.B-9[0]=1\nÄ=2\n5=3\n")).isEqualTo(Map.of("_a.B-9[0]", "1", "Ä", "2", "5", "3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A!=1          | .env:1:2
                    A B=1         | .env:1:3
                    AB  C         | .env:1:4
                    export A B=1  | .env:1:10
                    'C'=1         | .env:1:1
                    A/            | .env:1:2
                    """, quoteCharacter = '`')
    void refusesOtherNames(String line, String at) {
        List<InputError> errors = new ArrayList<>();
        assertThat(read(line + "\nZ=1", Map.of(), errors))
                .as("nothing behind it is read")
                .isEmpty();
        assertThat(errors(errors)).containsExactly(at + " unexpected character in the name of a variable");
        errors.clear();
        assertThat(read("Y=1\n" + line + "\n", Map.of(), errors)).isEqualTo(Map.of("Y", "1"));
        assertThat(errors(errors).get(0)).startsWith(at.replace(":1:", ":2:") + " ");
    }

    @Test
    void errorsDoNotTellWhatIsInTheFile() {
        List<InputError> errors = new ArrayList<>();
        read("A!=secret", Map.of(), errors);
        read("A=\"secret", Map.of(), errors);
        read("A=secret${", Map.of(), errors);
        assertThat(errors).hasSize(3).allMatch(error -> error.at().file().isBlank());
    }

    @Test
    void aCommentBeginsBehindABlank() {
        assertThat(read("A=b #c #d")).isEqualTo(Map.of("A", "b"));
        assertThat(read("A=b#c")).isEqualTo(Map.of("A", "b#c"));
        assertThat(read("A=b\t#c")).isEqualTo(Map.of("A", "b\t#c"));
        assertThat(read("A= #c")).as("no blank is left of it").isEqualTo(Map.of("A", "#c"));
        assertThat(read("A=#c")).isEqualTo(Map.of("A", "#c"));
        assertThat(read("A='b' #c\nD=1")).isEqualTo(Map.of("A", "b", "D", "1"));
        assertThat(read("A='b #c'")).isEqualTo(Map.of("A", "b #c"));
    }

    @Test
    void singleQuotesAreLiteral() {
        assertThat(read("A='$B ${C \\n \"'")).isEqualTo(Map.of("A", "$B ${C \\n \""));
        assertThat(read("A='b\\'c'")).isEqualTo(Map.of("A", "b'c"));
        assertThat(read("A='b\nc'\nD=1")).isEqualTo(Map.of("A", "b\nc", "D", "1"));
        assertThat(read("A=b'c'")).isEqualTo(Map.of("A", "b'c'"));
        assertThat(read("A=''")).isEqualTo(Map.of("A", ""));
        assertThat(read("A='b\\\\'\nC=1")).isEqualTo(Map.of("A", "b\\\\", "C", "1"));
    }

    @Test
    void whatFollowsAQuotedValueIsTheNextEntry() {
        assertThat(read("A=\"x\"B=1")).isEqualTo(Map.of("A", "x", "B", "1"));
        assertThat(read("A='x' B='y'C=z")).isEqualTo(Map.of("A", "x", "B", "y", "C", "z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=\"b", "A='b", "A='b\\'", "A=\"", "A=\"b\\\"\nC=1", "A='b\\"})
    void refusesQuotesThatAreNotClosed(String text) {
        List<InputError> errors = new ArrayList<>();
        assertThat(read(text, Map.of(), errors)).isEmpty();
        assertThat(errors(errors)).containsExactly(".env:1:3 this quote is not closed");
    }

    @Test
    void doubleQuotesTakeEscapes() {
        assertThat(read("A=\"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\"")).isEqualTo(Map.of("A", "\u0007\b\f\n\r\t\u000B\\\""));
        assertThat(read("A=\"\\q\\'\\1\"")).isEqualTo(Map.of("A", "\\q\\'\\1"));
        assertThat(read("A=\"b\\$C\"")).isEqualTo(Map.of("A", "b$C"));
        assertThat(read("A=\"b\nc\"\nD=1")).isEqualTo(Map.of("A", "b\nc", "D", "1"));
        assertThat(read("A=b\\n")).as("without quotes there are none").isEqualTo(Map.of("A", "b\\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "\\0101, A",
        "\\0101B, AB",
        "\\01010, A0",
        "\\0077, ?",
        "\\0377, \u00FF",
        "\\0400, \\400",
        "\\0180, \\180",
        "\\0108, \\108",
        "\\08, \\8",
        "\\012x, \\12x",
        "\\0, \\",
        "\\0/01, \\/01",
        "\\01:1, \\1:1",
        "\\0999, \\999",
    })
    void threeOctalDigitsBehindAZeroAreAByte(String written, String value) {
        assertThat(read("A=\"" + written + "\"")).isEqualTo(Map.of("A", value));
        assertThat(read("A=\"<" + written + ">\"")).isEqualTo(Map.of("A", "<" + value + ">"));
    }

    @Test
    void referencesStandForTheValuesBefore() {
        assertThat(read("A=1\nB=$A${A}\nC=\"-$A-\"")).isEqualTo(Map.of("A", "1", "B", "11", "C", "-1-"));
        assertThat(read("A=$A-$B\n")).as("what is not set is empty").isEqualTo(Map.of("A", "-"));
        assertThat(read("A=$$B")).isEqualTo(Map.of("A", "$B"));
        assertThat(read("A=${B:-x}\nC=${A:+y}")).isEqualTo(Map.of("A", "x", "C", "y"));
        assertThat(read("A=$B\nC=1")).isEqualTo(Map.of("A", "", "C", "1"));
    }

    @Test
    void whatSurroundsTheFileWinsInReferences() {
        List<InputError> errors = new ArrayList<>();
        assertThat(read("A=1\nB=$A$C", Map.of("A", "2", "C", "3"), errors)).isEqualTo(Map.of("A", "1", "B", "23"));
        assertThat(errors).isEmpty();
    }

    @Test
    void refusesReferencesThatAreNone() {
        List<InputError> errors = new ArrayList<>();
        assertThat(read("Y=1\nA=b${C\nZ=1", Map.of(), errors)).isEqualTo(Map.of("Y", "1"));
        assertThat(read("A= \"b${C\"\nZ=1", Map.of(), errors)).isEmpty();
        assertThat(errors(errors)).containsExactly(".env:2:3 " + NO_REFERENCE, ".env:1:4 " + NO_REFERENCE);
    }

    /** Compose asks the process too, which may have one. */
    @Test
    void aVariableThatIsWantedMayBeSet() {
        assertThat(read("A=${B?no}\nC=1")).containsEntry("C", "1");
    }

    @Test
    void valuesThatDoubleAreRefused() {
        StringBuilder text = new StringBuilder("A=0123456789abcdef\n");
        text.append("A=$A$A$A$A$A$A$A$A$A$A$A$A$A$A$A$A\n".repeat(6)).append("B=1\n");
        List<InputError> errors = new ArrayList<>();
        assertThat(read(text.toString(), Map.of(), errors)).containsOnlyKeys("A");
        assertThat(errors(errors)).hasSize(1).allMatch(error -> error.endsWith(LoadLimits.OUTGROWN));
        assertThat(errors(errors).get(0)).startsWith(".env:6:3 ");
    }

    @Test
    void aValueMayBeLong() {
        String value = "x".repeat(200_000);
        assertThat(read("A=" + value + "\nB='" + value + "'\nC=\"" + value + "\"\n#" + value + "\n" + value + "=d\n"))
                .isEqualTo(Map.of("A", value, "B", value, "C", value, value, "d"));
    }
}

package dev.plimsoll.compose.files;

import static dev.plimsoll.compose.ProjectFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of variables in the format {@code raw}. */
class RawEnvTest {
    private static Map<String, String> read(String text, List<InputError> errors) {
        return RawEnv.read(new SourceFile("raw.env", text), errors);
    }

    @Test
    void aValueIsAllThatFollowsTheSign() {
        List<InputError> errors = new ArrayList<>();
        assertThat(read("A='1' # x\nB=$A\nC= \"d\" =e\n  D=\n", errors))
                .isEqualTo(Map.of("A", "'1' # x", "B", "$A", "C", " \"d\" =e", "D", ""));
        assertThat(errors).isEmpty();
    }

    @Test
    void namesAlonePassAVariableOn() {
        List<InputError> errors = new ArrayList<>();
        assertThat(read("A\n\n# B=1\n \t# C=2\n\u00A0D=3", errors)).isEqualTo(Map.of("D", "3"));
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B=1", "=1", "A\tB=1", "A ", "A =1"})
    void refusesNamesWithBlanks(String line) {
        List<InputError> errors = new ArrayList<>();
        assertThat(read("Y=1\n" + line + "\nZ=1", errors)).isEqualTo(Map.of("Y", "1"));
        assertThat(errors(errors))
                .containsExactly("raw.env:2:1 the name of a variable is missing or has a blank in it");
        assertThat(errors.get(0).at().file().isBlank()).isTrue();
    }
}

package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.files.DotEnv;
import dev.plimsoll.compose.tree.Interpolation;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.testkit.ShortTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every short text of the signs of environment files and of references to variables is read to its end. */
class ShortValuesTest {
    @Test
    void environmentFiles() {
        List<String> pieces =
                List.of("a", "=", ":", "\"", "'", "\\", "\n", "\r", " ", "${", "$", "}", "#", "export ", "-");
        ShortTexts.give(pieces, 4, text -> assertThat(
                        DotEnv.read(new SourceFile(".env", text), Variables.NONE, new LoadLimits(), new ArrayList<>()))
                .isNotNull());
    }

    @Test
    void references() {
        Variables known = new Variables(Map.of("a", "1", "b", ""), true);
        List<String> pieces = List.of("$", "{", "}", "a", ":", "-", "?", "+", "b", " ", "0");
        ShortTexts.give(pieces, 4, text -> {
            SourceFile file = new SourceFile("compose.yaml", text);
            Text whole = Text.verbatim(new Location(file, new Span(0, text.length())));
            assertThat(new Interpolation(known).apply(whole)).isNotNull();
            assertThat(new Interpolation(Variables.NONE).apply(whole)).isNotNull();
        });
    }
}

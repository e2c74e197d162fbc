package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What action.yml hands to its script, and what the documentation says of it. */
class ActionFileTest {
    private static final String SCRIPT = "src/action/run.sh";

    private static Map<?, ?> step() throws IOException {
        assertThat(ActionFile.read().steps()).hasSize(1);
        return (Map<?, ?>) ActionFile.read().steps().get(0);
    }

    @Test
    void everyInputGoesThroughTheEnvironmentToTheScript() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String input : ActionFile.read().defaults().keySet()) {
            expected.put(ActionFile.variable(input), "${{ inputs." + input + " }}");
        }

        assertThat(step().get("env")).isEqualTo(expected);
        String script = Files.readString(Path.of(SCRIPT));
        for (String variable : expected.keySet()) {
            assertThat(script).containsPattern("\\$\\{?" + variable + "\\b");
        }
    }

    @Test
    void theScriptsTextIsTheSameForAllInputs() throws IOException {
        assertThat(step().get("run")).isEqualTo("bash \"$GITHUB_ACTION_PATH/" + SCRIPT + "\"");
        assertThat(Path.of(SCRIPT)).isRegularFile();
        assertThat(Files.readString(Path.of(SCRIPT)))
                .doesNotContain("${{")
                .doesNotContainPattern("(?m)^[^#]*\\beval\\b");
    }

    @Test
    void everyInputIsAStringWithADefault() throws IOException {
        assertThat(ActionFile.read().defaults().values()).doesNotContainNull();
    }

    @Test
    void everyOutputComesFromTheScript() throws IOException {
        String script = Files.readString(Path.of(SCRIPT));
        Map<?, ?> outputs = (Map<?, ?>) ActionFile.read().root().get("outputs");
        for (Map.Entry<?, ?> output : outputs.entrySet()) {
            assertThat(((Map<?, ?>) output.getValue()).get("value"))
                    .isEqualTo("${{ steps." + step().get("id") + ".outputs." + output.getKey() + " }}");
            assertThat(script).contains("output " + output.getKey() + " ");
        }
    }

    @Test
    void theDocumentationListsTheInputsAndOutputs() throws IOException {
        String page = Files.readString(Path.of("src/docs/integrations.md"));
        Map<String, String> listed = new LinkedHashMap<>();
        Matcher row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:`([^`]*)`)? ?\\| .+\\|$")
                .matcher(page.substring(page.indexOf("<!-- inputs: begin -->"), page.indexOf("<!-- inputs: end -->")));
        while (row.find()) {
            listed.put(row.group(1), row.group(2) == null ? "" : row.group(2));
        }

        assertThat(listed).containsExactlyEntriesOf(ActionFile.read().defaults());
        String outputs = page.substring(page.indexOf("<!-- inputs: end -->"));
        for (String output : ActionFile.read().outputs()) {
            assertThat(outputs).contains("`" + output + "`");
        }
    }
}

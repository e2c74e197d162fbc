package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class OtherCommandsTest {
    @TempDir
    Path directory;

    private Run.Result plimsoll(String... args) {
        return Run.in(directory).plimsoll(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void version(String flag) {
        Run.Result result = plimsoll(flag);
        assertThat(result.code()).isZero();
        assertThat(result.out()).matches("plimsoll [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void overview(String flag) {
        Run.Result result = plimsoll(flag);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("plimsoll explain RULE", "Exit codes:");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void helpOfEachCommandNamesItsOptions() {
        for (String command : List.of("check", "explain", "rules")) {
            Run.Result result = plimsoll(command, "--help");
            assertThat(result.code()).isZero();
            assertThat(result.out()).contains("plimsoll " + command.replace("check", "[check]"), "-h, --help");
            assertThat(result.out()).doesNotContain("\033");
        }
        assertThat(plimsoll("check", "-h").out())
                .contains("--output", "--fail-on", "--profile", "--select", "--ignore", "--color", "-q");
        assertThat(plimsoll("compose.yaml", "--help").code()).isZero();
    }

    @Test
    void explainShowsThePageOfARule() {
        Run.Result result = plimsoll("explain", "tmpfs-unbounded");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("tmpfs-unbounded (warning, category tmpfs, profile default, fix unsafe)\n\n")
                .doesNotContain("\n---\n");
        assertThat(result.out().length()).isGreaterThan(300);
    }

    @Test
    void explainDoesNotGuessFromNothing() {
        Run.Result result = plimsoll("explain", "zzzzzzzzzzzzzzzz");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("plimsoll: unknown rule \"zzzzzzzzzzzzzzzz\"; see plimsoll explain --help\n");
    }

    @Test
    void rulesAreListedInThreeFormats() {
        Run.Result table = plimsoll("rules");
        assertThat(table.code()).isZero();
        int count = (int) table.out().lines().count();
        assertThat(count).isGreaterThan(10);
        assertThat(table.out()).contains("tmpfs-unbounded");
        assertThat(plimsoll("rules", "--output=table")).isEqualTo(table);

        Run.Result markdown = plimsoll("rules", "--output", "markdown");
        assertThat(markdown.out().lines())
                .hasSize(count + 2)
                .allMatch(line -> line.startsWith("|") && line.endsWith("|"));

        Run.Result json = plimsoll("rules", "--output", "json");
        List<?> rules = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(json.out());
        assertThat(rules).hasSize(count);
        assertThat(json.out()).endsWith("]\n").contains("{\"id\":\"tmpfs-unbounded\",\"category\":\"tmpfs\",");
    }

    @Test
    void everyListedRuleHasAPage() {
        for (String line : plimsoll("rules").out().split("\n", -1)) {
            if (!line.isEmpty()) {
                String id = line.substring(0, line.indexOf(' '));
                assertThat(plimsoll("explain", id).code()).as(id).isZero();
            }
        }
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion scripts, asked in the shells themselves where there are any. */
class CompletionTest {
    @TempDir
    Path directory;

    private String script(String shell) {
        Run.Result result = Run.in(directory).plimsoll("completion", shell);
        assertThat(result.code()).isZero();
        return result.out();
    }

    private static boolean has(String shell) {
        for (String folder : List.of("/bin", "/usr/bin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(folder, shell))) {
                return true;
            }
        }
        return false;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellReadsIt(String shell) throws IOException, InterruptedException {
        String script = script(shell);
        assertThat(script).contains("tmpfs-unbounded", "completion").doesNotContainPattern("@[A-Z]");
        assumeTrue(has(shell));
        Path file = directory.resolve("script");
        Files.writeString(file, script);
        assertThat(run(shell, "-n", file.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pl; ; completion",
                "c; check completion config; explain",
                "explain tmpfs-un; tmpfs-unbounded tmpfs-unknown-option; swap-unlimited",
                "completion _; bash zsh fish; check",
                "config _; schema; check",
                "--sel; --select; --ignore",
                "check --output _; text json html; table",
                "rules --output _; table markdown json; text",
                "--select tmpfs,swap-u; tmpfs,swap-unlimited; tmpfs-unbounded",
                "check --fail-on = wa; warning; error",
                "--config _; my.yaml; check",
                "model m; my.yaml; model",
            })
    void bashCompletes(String typed, String offered, String not) throws IOException, InterruptedException {
        assumeTrue(has("bash"));
        Files.writeString(directory.resolve("script"), script("bash"));
        Files.writeString(directory.resolve("my.yaml"), "");
        // an underscore stands for a word that is not begun yet
        String words = "plimsoll " + typed.replace("_", "''");
        String program = "source ./script; set -f; COMP_WORDS=(" + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _plimsoll; printf '%s\\n' \"${COMPREPLY[@]}\"";
        List<String> completions = run("bash", "-c", program).lines().toList();
        if (offered != null && !offered.isBlank()) {
            assertThat(completions).contains(offered.split(" ", -1));
        }
        assertThat(completions).doesNotContain(not);
    }

    @Test
    void anUnknownShellIsWrongUsage() {
        Run.Result result = Run.in(directory).plimsoll("completion", "tcsh");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("unknown shell \"tcsh\": bash, zsh or fish");
        assertThat(Run.in(directory).plimsoll("config", "show").code()).isEqualTo(2);
    }

    @Test
    void theSchemaIsPrintedAsItIsPublished() throws IOException {
        assertThat(Run.in(directory).plimsoll("config", "schema").out())
                .isEqualTo(Files.readString(Path.of("src/main/resources" + ConfigCommand.SCHEMA)));
    }
}

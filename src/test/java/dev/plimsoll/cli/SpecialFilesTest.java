package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.CurrentJar;
import dev.plimsoll.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes, devices and closed streams: no wait for somebody who does not come, and no word to somebody who has left. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes and devices of POSIX")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path shared;

    private static Path jar = Path.of("");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeAll
    static void makeJar() throws IOException {
        jar = CurrentJar.in(shared);
    }

    @BeforeEach
    void layOut() throws IOException, InterruptedException {
        Run.in(directory).file("compose.yaml", Run.WARNING);
        Program.in(directory).succeed("mkfifo", "pipe");
    }

    private Run run() {
        return Run.in(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check pipe",
                "fix --write pipe",
                "budget pipe",
                "-f compose.yaml -f pipe",
                "--env-file pipe compose.yaml",
                "--config pipe compose.yaml",
                "--baseline pipe compose.yaml",
                "--baseline /dev/zero compose.yaml",
                "/dev/zero",
                "/dev/null",
                "--output json=pipe compose.yaml",
                "budget --output svg=pipe compose.yaml",
            })
    void aPipeOrDeviceByNameIsAnErrorAndNoWait(String args) {
        Run.Result result = run().plimsoll(args.split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().replace("nothing to fix\n", ""))
                .contains("is not a regular file\n")
                .hasLineCount(1);
    }

    @Test
    void norDoesTheModelWait() {
        // what Docker cannot load, as every file that is not there
        Run.Result result = run().plimsoll("model", "pipe");
        assertThat(result).isEqualTo(new Run.Result(1, result.out(), "pipe:1:1: error: is not a regular file\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include: [pipe]\n",
                "services: {a: {extends: {file: pipe, service: b}}}\n",
                "services: {a: {image: x, env_file: pipe}}\n",
                "services: {a: {build: {context: ., dockerfile: pipe}}}\n",
            })
    void aPipeThatAFileLeadsToIsNoWaitEither(String text) {
        assertThat(run().file("compose.yaml", text).plimsoll("compose.yaml").code())
                .isLessThan(3);
    }

    @Test
    void aConfigurationThatExtendsAPipeIsWrong() {
        Run.Result result = run().file(".plimsoll.yaml", "extends: pipe\n")
                .file(".git/HEAD", "")
                .plimsoll("compose.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(".plimsoll.yaml:1:10: error: cannot extend \"pipe\": is not a regular file\n");
    }

    /** Runs a line of shell, in which p is the program. */
    private Program.Outcome shell(String line) throws IOException, InterruptedException {
        String program = Path.of("bin/plimsoll").toAbsolutePath().toString();
        return Program.in(directory)
                .env("PLIMSOLL_JAR", jar.toString())
                .env("PLIMSOLL_NO_CACHE", "1")
                .run("bash", "-c", "set -o pipefail; p() { '" + program + "' \"$@\"; }; " + line);
    }

    private static void needsBash() {
        assumeTrue(Program.exists("bash"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "p check --output concise <(cat compose.yaml); 1; warning[tmpfs-unbounded]",
                "p check --output concise /dev/stdin <compose.yaml; 1; /dev/stdin:1:",
                "cat compose.yaml | p check --output concise /dev/stdin; 1; /dev/stdin:1:",
                "p check -q --config <(echo 'fail-on: error') compose.yaml >/dev/null; 0; ``",
                "p check --env-file <(echo A=1) --output concise compose.yaml compose.yaml; 1; tmpfs-unbounded",
                "p check /dev/fd/77; 2; /dev/fd/77:1:1: error: no such file or directory",
                "p fix --write --unsafe-fixes <(cat compose.yaml); 2; error: is not a regular file",
                "p check --output gitlab=/dev/stdout --output text=t --fail-on never compose.yaml; 0; [{",
                "p check --output text --output json=/dev/stdout compose.yaml; 2; two reports for standard output",
                "p check -q --fail-on never --output junit=>(grep -c testsuites) compose.yaml >/dev/null; 0; ``",
                "p check --output gitlab=/dev/fd/4 --fail-on never compose.yaml >/dev/null 4>r && cat r; 0; [{",
                "p check --output json=/dev/full compose.yaml >/dev/null; 2; cannot write /dev/full: no space left",
                "p check compose.yaml >/dev/full; 2; cannot write the report: no space left on device",
                "p check compose.yaml >&-; 2; cannot write the report: ",
                "p check nope.yaml >/dev/null 2>&-; 2; ``",
                "p --version 2>&-; 0; plimsoll ",
            })
    void whatAShellHandsOver(String line, int code, String said) throws IOException, InterruptedException {
        needsBash();
        // what only Linux has
        assumeTrue(!line.contains("/dev/full") || Files.exists(Path.of("/dev/full")));
        Program.Outcome outcome = shell(line);
        assertThat(outcome.output()).contains(said);
        assertThat(outcome.code()).as(outcome.output()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "html"})
    void whoeverLeavesEarlyHearsNothing(String format) throws IOException, InterruptedException {
        needsBash();
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 400; i++) {
            text.append("  s").append(i).append(": {image: example/app, tmpfs: /scratch}\n");
        }
        run().file("compose.yaml", text.toString());
        Program.Outcome outcome = shell("p check --output " + format + " compose.yaml | head -c 10 >/dev/null");
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.READER_LEFT);
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit codes of the contract: 0 fine, 1 findings, 2 wrong usage or input, 3 nothing to lint. */
class ExitCodeTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "warning, , 1",
        "warning, error, 0",
        "warning, warning, 1",
        "warning, info, 1",
        "warning, never, 0",
        "error, , 1",
        "error, error, 1",
        "error, never, 0",
        "clean, , 0",
        "clean, info, 0",
    })
    void findingsCountFromTheGivenSeverityOn(String file, String failOn, int code) {
        Run run = Run.in(directory)
                .file("warning.yaml", Run.WARNING)
                .file("error.yaml", Run.ERROR)
                .file("clean.yaml", Run.CLEAN);
        Run.Result result =
                failOn == null ? run.plimsoll(file + ".yaml") : run.plimsoll("--fail-on", failOn, file + ".yaml");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aMissingFileIsToldWithItsPath() {
        Run.Result result = Run.in(directory).plimsoll("none.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("none.yaml:1:1: error: no such file or directory\n");
    }

    @Test
    void whatCouldBeReadIsReportedBesideWhatCouldNot() {
        Run.Result result = Run.in(directory)
                .file("warning.yaml", Run.WARNING)
                .file("broken.yaml", "services: [\n")
                .check("warning.yaml", "broken.yaml", "none.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.findings()).contains("warning.yaml tmpfs-unbounded\n");
        assertThat(result.said().lines()).hasSize(3);
        assertThat(result.said()).containsPattern("(?m)^broken\\.yaml:2:1: error.* not valid YAML: ");
        assertThat(result.err()).contains("none.yaml:1:1: error: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [",
                "- a",
                "services: [a]",
                "# nothing",
                "",
                "a: *b",
                "services: {a: 1, a: 2}",
                "\0",
                "a: &a [*a]",
                "%",
                "\"\\x"
            })
    void whatIsNoComposeFileIsAnInputError(String text) {
        Run.Result result = Run.in(directory).file("compose.yaml", text).check("compose.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.said()).matches("compose\\.yaml:[0-9]+:[0-9]+: error.*\n");
    }

    @Test
    void latin1IsAnInputErrorWithItsPlace() throws IOException {
        Files.write(directory.resolve("compose.yaml"), "a:\n  b: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Run.Result result = Run.in(directory).plimsoll("compose.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("compose.yaml:2:9: error: is not UTF-8 from here on\n");
    }

    /** What a file or its name holds must not steer the terminal, not on standard error either. */
    @Test
    void messagesHoldNoControlCharacters() {
        Run run = Run.in(directory)
                .file("a\033[31m.yaml", "services: [")
                .file("b.yaml", "\"x\\e[31m\\r\": 1\n\"x\\e[31m\\r\": 2\n");
        for (String path : List.of("a\033[31m.yaml", "b.yaml", "none\033[31m.yaml", "--x\033[31m")) {
            Run.Result result = run.plimsoll(path);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.said().replace("\n", ""))
                    .as(path.replace('\033', '^'))
                    .doesNotContainPattern("\\p{Cc}");
        }
        assertThat(run.plimsoll("--select", "x\033[31m").err()).doesNotContain("\033");
        assertThat(run.plimsoll("explain", "x\033[31m").err()).doesNotContain("\033");
    }

    @Test
    void anInputErrorOutweighsFailOnNever() {
        Run.Result result = Run.in(directory).plimsoll("--fail-on", "never", "none.yaml");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aDirectoryWithoutComposeFilesHasNothingToLint() {
        Run run = Run.in(directory).file("other.yaml", Run.WARNING);
        Run.Result result = run.plimsoll();
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("plimsoll: found no Compose file in .\n");
        assertThat(run.plimsoll("--allow-no-files").code()).isZero();
        // an empty report, which services tell from one that is lacking
        assertThat(run.plimsoll("--output", "gitlab", "--allow-no-files").out()).isEqualTo("[]\n");
    }

    /** A service that waits for a report fails without one. */
    @ParameterizedTest
    @CsvSource({"gitlab, []", "sarif, '\"results\":[]'", "junit, <testsuites", "html, Nothing found"})
    void allowedToFindNoFilesItStillReports(String format, String part) throws IOException {
        Run run = Run.in(directory);
        assertThat(run.plimsoll("--output", format + "=report").code()).isEqualTo(3);
        assertThat(directory.resolve("report")).doesNotExist();
        Run.Result result = run.plimsoll("--output", format + "=report", "--allow-no-files");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEqualTo("plimsoll: found no Compose file in .\n");
        assertThat(Files.readString(directory.resolve("report"))).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "--bogus; unknown option --bogus",
                "--outptu text; unknown option --outptu, did you mean --output?",
                "--output; ",
                "--output yaml; unknown format \"yaml\"",
                "--output text --output json; two reports for standard output",
                "--output text=- --output json; two reports for standard output",
                "--output json=; lacks the name of a file",
                "--output =x; unknown format \"\"",
                "--fail-on bad; unknown severity \"bad\"",
                "--fail-on ERROR; unknown severity \"ERROR\", did you mean \"error\"?",
                "--fail-on error --fail-on info; ",
                "--profile bad; unknown profile \"bad\"",
                "--select bad; unknown rule \"bad\"",
                "--select tmpfs-unbouned; unknown rule \"tmpfs-unbouned\", did you mean \"tmpfs-unbounded\"?",
                "--ignore tmpsf; unknown rule \"tmpsf\", did you mean \"tmpfs\"?",
                "--color sometimes; unknown value of --color \"sometimes\": auto, always or never",
                "explain; explain needs the id of a rule, such as tmpfs-unbounded",
                "explain tmpfs-unbouned; unknown rule \"tmpfs-unbouned\", did you mean \"tmpfs-unbounded\"?",
                "explain a b; explain does not take \"b\"",
                "rules --output yaml; unknown format \"yaml\"",
                "rules extra; rules does not take \"extra\"",
                "rules --output jsn; unknown format \"jsn\", did you mean \"json\"?",
                "--output; --output needs a value, FORMAT[=FILE]",
                "--format json; unknown option --format, did you mean --output?",
                "--fail-on warn; unknown severity \"warn\", did you mean \"warning\"?",
                "--profile strickt; unknown profile \"strickt\", did you mean \"strict\"?",
                "completion zhs; unknown shell \"zhs\", did you mean \"zsh\"?",
                "completion; completion needs the name of a shell: bash, zsh or fish",
                "config; config needs a word behind it: schema",
                "config shema; unknown word behind config \"shema\", did you mean \"schema\"?",
                "chek .; unknown command \"chek\", did you mean \"check\"?",
                "explian tmpfs-unbounded; unknown command \"explian\", did you mean \"explain\"?",
                "version; unknown command \"version\", did you mean \"--version\"?",
                "help chek; unknown command \"chek\", did you mean \"check\"?",
                "docker; only docker run, create and volume create are read",
            })
    void wrongUsageIsOneLine(String args, String problem) {
        Run.Result result = Run.in(directory).file("compose.yaml", Run.WARNING).plimsoll(args.split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("plimsoll: ").endsWith(" --help\n").contains("; see plimsoll ");
        assertThat(result.err().lines()).hasSize(1);
        if (problem != null) {
            assertThat(result.err()).contains(problem);
        }
    }

    /** What may have been meant by a name is said; each is exit code 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "docker-compose.yalm; no such file or directory, did you mean \"docker-compose.yml\"?",
                "docker-compose.yaml; no such file or directory, did you mean \"docker-compose.yml\"?",
                "-f docker-compose.yaml; no such file or directory, did you mean \"docker-compose.yml\"?",
                "app/compse.yaml; no such file or directory, did you mean \"compose.yaml\"?",
                "app/compose.yaml:3; no such file or directory, did you mean \"compose.yaml\"?",
                "ap; no such file or directory, did you mean \"app\"?",
                "other/compose.yaml; no such file or directory.",
                "package.json; no such file or directory.",
                "https://example.com/compose.yaml; no such file or directory: no URL is fetched; pipe what it holds into",
                ".env; variables are read with the Compose file that uses them: name that one",
                "app/prod.env; variables are read with the Compose file that uses them: name that one"
            })
    void aNameThatIsNoComposeFileLeadsToOne(String args, String said) {
        Run.Result result = Run.in(directory)
                .file("docker-compose.yml", Run.WARNING)
                .file(".env", "A=b\n")
                .file("app/compose.yaml", Run.CLEAN)
                .file("app/prod.env", "A=b\n")
                .check(args.split(" ", -1));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(said.endsWith(".") ? said.replace(".", "\n") : said)
                .contains(":1:1: error: ");
    }

    /** The names of a directory that only the project leads to are nobody's business. */
    @Test
    void aMissingFileThatTheProjectNamesIsNotGuessedAt() {
        assertThat(Run.in(directory)
                        .file(".env", "COMPOSE_FILE=compse.yaml\n")
                        .file("compose.yaml", Run.CLEAN)
                        .check()
                        .err())
                .endsWith("no such file or directory\n");
    }

    @Test
    void anEmptyPathIsWrongUsage() {
        assertThat(Run.in(directory).plimsoll("").code()).isEqualTo(2);
    }

    @Test
    void aReportThatCannotBeWrittenIsNoSuccess() {
        Run.Result result = Run.in(directory)
                .file("compose.yaml", Run.CLEAN)
                .plimsoll("--output", "json=compose.yaml/report.json", "compose.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("cannot write ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // whoever read it has left, and needs no telling; the code is that of other programs in a pipe
                "Broken pipe; 141; ''",
                "Datenübergabe unterbrochen (broken pipe); 141; ''",
                "The pipe is being closed; 141; ''",
                "No space left on device; 2; 'plimsoll: cannot write the report: no space left on device\n'",
                "Bad file descriptor; 2; 'plimsoll: cannot write the report: bad file descriptor\n'",
            })
    void whatStandardOutputDoesNotTakeIsNoSuccess(String reason, int code, String said) {
        Run.in(directory).file("compose.yaml", Run.WARNING);
        OutputStream broken = broken(reason);
        for (String args : List.of(
                "check compose.yaml",
                "check --output json compose.yaml",
                "check --output html compose.yaml",
                "check --statistics compose.yaml",
                "check --add-ignores why compose.yaml",
                "fix --unsafe-fixes compose.yaml",
                "budget compose.yaml",
                "model compose.yaml",
                "init --force",
                "completion bash",
                "config schema",
                "--version",
                "--help",
                "rules",
                "explain tmpfs-unbounded",
                "check --help")) {
            Run.in(directory).file("compose.yaml", Run.WARNING);
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), broken, err, false);
            int actual = new Plimsoll(streams, directory.toFile(), Map.of()).run(args.split(" ", -1));
            assertThat(actual).as(args).isEqualTo(code);
            assertThat(err.toString(StandardCharsets.UTF_8)).as(args).isEqualTo(said.replace("\\n", "\n"));
        }
    }

    private static OutputStream broken(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void brokenStandardErrorChangesNothing() {
        Run.in(directory).file("compose.yaml", Run.WARNING);
        Streams streams = new Streams(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), broken("Broken pipe"), false);
        assertThat(new Plimsoll(streams, directory.toFile(), Map.of()).run("none.yaml"))
                .isEqualTo(2);
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.Many;
import dev.plimsoll.report.TextStyle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where reports go, and that all of them arrives. */
class OutputsTest {
    @TempDir
    Path directory;

    static Stream<String> formats() {
        return Format.labels().stream();
    }

    private Outputs outputs(String... wanted) throws UsageException {
        return Outputs.of(List.of(wanted), TextStyle.PLAIN, true, Optional.empty(), directory.toFile(), Map.of());
    }

    private Run run() {
        return Run.in(directory)
                .file("warning.yaml", Run.WARNING)
                .file("error.yaml", Run.ERROR)
                .file("clean.yaml", Run.CLEAN);
    }

    @Test
    void thePageDrawsTheContainersOfAllProjectsAndWhatFixesLeft() throws IOException {
        Run run = Run.in(directory)
                .file("a.yaml", "services: {app: {image: x, mem_limit: 1g, tmpfs: '/t:size=2g'}}\n")
                .file("b.yaml", "services: {other: {image: x, mem_limit: 1g}}\n");
        run.plimsoll("a.yaml", "b.yaml", "--output", "html=page.html");
        assertThat(Files.readString(directory.resolve("page.html")))
                .contains("<title id=\"load1\">Load line of app</title>", "1g over", "Load line of other");
        run.plimsoll("a.yaml", "--output", "html=page.html", "--host-memory", "16g");
        assertThat(Files.readString(directory.resolve("page.html"))).contains("1g of 16g host memory: 7%");
        run.plimsoll("a.yaml", "--output", "html=page.html", "--fix", "--unsafe-fixes");
        assertThat(Files.readString(directory.resolve("page.html")))
                .contains("512m left")
                .doesNotContain("1g over");
    }

    /** What is no Compose file, and what cannot be read, makes no page fail. */
    @Test
    void thePageDrawsCommandsToo() throws IOException {
        Run run = Run.in(directory).file("run.sh", "docker run --name app -m 1g --tmpfs /t:size=2g example/app\n");
        Files.write(directory.resolve("latin.sh"), new byte[] {'#', (byte) 0xFC, '\n'});
        run.plimsoll("run.sh", "latin.sh", "--output", "html=page.html");
        assertThat(Files.readString(directory.resolve("page.html"))).contains("Load line of app", "1g over");
        assertThat(run.plimsoll("run.sh", "latin.sh", "--output", "html=fixed.html", "--fix")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(directory.resolve("fixed.html"))).contains("Load line of app", "1g over");
        run.plimsoll("--output", "html=given.html", "docker", "run", "-m", "1g", "--tmpfs", "/t:size=2g", "x");
        assertThat(Files.readString(directory.resolve("given.html"))).contains("Load line of x", "1g over");
    }

    @Test
    void thereAreElevenFormats() {
        assertThat(formats()).hasSize(11).contains("text", "html");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aSlowReaderGetsEveryByte(String format) throws Exception {
        LintResult many = Many.findings(5_000);
        outputs(format + "=report").write(many, streams(new ByteArrayOutputStream()), new ArrayList<>());
        byte[] expected = Files.readAllBytes(directory.resolve("report"));
        assertThat(expected.length).isGreaterThan(format.equals("github") ? 1_000 : 200_000);

        PipedOutputStream pipe = new PipedOutputStream();
        try (PipedInputStream slow = new PipedInputStream(pipe, 512)) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> slowly(slow));
            outputs(format).write(many, streams(pipe), new ArrayList<>());
            pipe.close();
            assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(expected);
        }
    }

    private static byte[] slowly(InputStream in) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[509];
        try {
            int reads = 0;
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                all.write(some, 0, n);
                if (reads++ % 100 == 0) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all.toByteArray();
    }

    private static Streams streams(OutputStream out) {
        return new Streams(new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream(), false);
    }

    /** A format is how things are said; whether they fail is the same in all. */
    @ParameterizedTest
    @MethodSource("formats")
    void theExitCodeDoesNotDependOnTheFormat(String format) {
        assertThat(run().plimsoll("--output", format, "clean.yaml").code()).isZero();
        assertThat(run().plimsoll("--output", format, "warning.yaml").code()).isEqualTo(1);
        assertThat(run().plimsoll("--output", format, "--fail-on", "error", "warning.yaml")
                        .code())
                .isZero();
        assertThat(run().plimsoll("--output", format, "--fail-on", "error", "error.yaml")
                        .code())
                .isEqualTo(1);
        assertThat(run().plimsoll("--output", format, "--fail-on", "never", "error.yaml")
                        .code())
                .isZero();
        Run.Result missing = run().plimsoll("--output", format, "none.yaml");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).isEqualTo("none.yaml:1:1: error: no such file or directory\n");
        assertThat(run().plimsoll("--output", format + "=a/b/report", "error.yaml")
                        .out())
                .isEmpty();
        assertThat(directory.resolve("a/b/report")).isNotEmptyFile();
    }

    @Test
    void allFormatsAtOnce() {
        String[] args = new String[2 * Format.values().length + 1];
        args[0] = "error.yaml";
        int next = 1;
        for (String format : formats().toList()) {
            args[next++] = "--output";
            args[next++] = format + "=reports/" + format;
        }
        assertThat(run().plimsoll(args)).isEqualTo(new Run.Result(1, "", ""));
        assertThat(directory.resolve("reports").toFile().list())
                .containsExactlyInAnyOrderElementsOf(formats().toList());
    }

    @Test
    void aReportReplacesAFileWithoutATrace() throws IOException {
        Files.writeString(directory.resolve("report.json"), "x".repeat(100_000));
        Files.createSymbolicLink(directory.resolve("link.json"), directory.resolve("report.json"));
        assertThat(run().plimsoll("--output", "gitlab=link.json", "clean.yaml").code())
                .isZero();
        assertThat(directory.resolve("report.json")).hasContent("[]");
        assertThat(directory.resolve("link.json")).isSymbolicLink();
        assertThat(directory.toFile().list()).hasSize(5);
    }

    @Test
    void theSummaryOfAStepIsAppendedTo() throws IOException {
        Path summary = Files.writeString(directory.resolve("summary.md"), "# before\n");
        Run.Result result = run().env("GITHUB_STEP_SUMMARY", summary.toString())
                .plimsoll("--output", "markdown=" + summary, "clean.yaml");
        assertThat(result.code()).isZero();
        assertThat(summary).hasContent("# before\n## Plimsoll\n\nno findings in 1 file.\n");
    }

    @Test
    void whatCannotBeWrittenIsToldOnOneLineAndTheOthersAreWritten() {
        for (String path : List.of("clean.yaml/report", ".", directory.toString())) {
            Run.Result result = run().plimsoll(
                            "--output", "json=" + path, "--output", "gitlab=g.json", "--output", "text", "error.yaml");
            assertThat(result.code()).as(path).isEqualTo(2);
            assertThat(result.err()).startsWith("plimsoll: cannot write ").hasLineCount(1);
            assertThat(result.out()).contains("1 error in 1 file");
            assertThat(directory.resolve("g.json")).isNotEmptyFile();
        }
    }

    @Test
    void twoReportsForOneFileAreWrongUsage() {
        Run.Result result = run().plimsoll("--output", "json=r", "--output", "sarif=./r", "error.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("two reports for ./r");
        assertThat(directory.resolve("r")).doesNotExist();
    }

    @Test
    void pathsFollowTheRunnersRoots() {
        String root = directory.toString();
        Run run = Run.in(directory.resolve("sub")).file("compose.yaml", Run.WARNING);
        run.env("GITHUB_WORKSPACE", root).env("CI_PROJECT_DIR", root);
        assertThat(run.plimsoll("--output", "github").out()).startsWith("::warning file=sub/compose.yaml,line=1,");
        assertThat(run.plimsoll("--output", "gitlab").out()).contains("\"path\":\"sub/compose.yaml\"");
        assertThat(run.plimsoll("--output", "sarif").out())
                .contains("\"uri\":\"sub/compose.yaml\"")
                .contains("\"id\":\"plimsoll/sub/\"");
        assertThat(run.plimsoll("--output", "json").out()).contains("\"path\":\"compose.yaml\"");
    }

    @Test
    void theTextReportKnowsItsTerminal() {
        String link = "\033]8;;https://";
        assertThat(run().plimsoll("warning.yaml").out()).doesNotContain("\033");
        assertThat(run().terminal().plimsoll("warning.yaml").out()).contains(link);
        assertThat(run().terminal()
                        .env("NO_COLOR", "1")
                        .plimsoll("warning.yaml")
                        .out())
                .doesNotContain("\033");
        assertThat(run().terminal().env("TERM", "dumb").plimsoll("warning.yaml").out())
                .doesNotContain("\033");
        assertThat(run().env("FORCE_COLOR", "1").plimsoll("warning.yaml").out())
                .contains("\033[")
                .doesNotContain(link);
        assertThat(run().env("CLICOLOR_FORCE", "1").plimsoll("warning.yaml").out())
                .contains("\033[");
        assertThat(run().env("CLICOLOR_FORCE", "0").plimsoll("warning.yaml").out())
                .doesNotContain("\033");
        assertThat(run().terminal()
                        .env("TERMINAL_EMULATOR", "JetBrains-JediTerm")
                        .plimsoll("warning.yaml")
                        .out())
                .contains("\n  at warning.yaml:1:45\n")
                .doesNotContain(link);
    }

    /** In a log of GitHub's runner such a line would be a command, whatever stream it came by. */
    @Test
    void aFilesNameMakesNoWorkflowCommand() {
        Run run = run().file("::error::x.yaml", Run.WARNING).file(" ::notice::y.yaml", "services: [");
        for (String format : List.of("text", "concise")) {
            for (String path : List.of("::error::x.yaml", " ::notice::y.yaml", "::warning::none.yaml")) {
                String said = run.plimsoll("--output", format, path).said();
                assertThat(said.lines()).noneMatch(line -> line.strip().startsWith("::"));
                assertThat(said).containsPattern("(?m)^\\./ ?::");
            }
        }
    }

    @Test
    void framesFitTheTerminal() {
        Run run = run().file("long.yaml", Run.WARNING.replace("{image", "{" + " ".repeat(200) + "image"))
                .terminal()
                .env("NO_COLOR", "1");
        assertThat(longest(run.plimsoll("long.yaml"))).isLessThanOrEqualTo(80).isGreaterThan(40);
        assertThat(longest(run.env("COLUMNS", "100").plimsoll("long.yaml")))
                .isLessThanOrEqualTo(100)
                .isGreaterThan(40);
        assertThat(longest(run.env("COLUMNS", "40").plimsoll("long.yaml"))).isLessThanOrEqualTo(40);
        assertThat(longest(run.env("COLUMNS", "x").plimsoll("long.yaml"))).isLessThanOrEqualTo(80);
    }

    /** Columns of the longest line of source. */
    private static int longest(Run.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith("1 ") && !line.startsWith("1 warning"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}

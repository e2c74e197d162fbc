package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
    /** One safe fix, one unsafe fix, and one finding without any. */
    private static final String MIXED = """
            version: "3"
            services:
              app:
                image: example/app
                tmpfs: /work
                mem_limit: ${LIMIT}
            """;

    private static final String MIXED_SAFE = MIXED.replace("version: \"3\"\n", "");
    private static final String MIXED_ALL = MIXED_SAFE.replace("/work", "/work:size=64m");

    @TempDir
    Path directory;

    private Run run() {
        return Run.in(directory);
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    @Test
    void fixShowsADiffAndChangesNothing() throws IOException {
        Run.Result result = run().file("compose.yaml", MIXED).plimsoll("fix");
        assertThat(result.out()).isEqualTo("""
                # version-obsolete (safe): remove it
                --- a/compose.yaml
                +++ b/compose.yaml
                @@ -1,4 +1,3 @@
                -version: "3"
                 services:
                   app:
                     image: example/app
                """);
        assertThat(result.err()).isEqualTo("would fix 1 finding in 1 file; 1 more with --unsafe-fixes\n");
        assertThat(result.code()).isEqualTo(1);
        assertThat(read("compose.yaml")).isEqualTo(MIXED);
        Run.Result all = run().plimsoll("fix", "--unsafe-fixes", "-q");
        assertThat(all.out()).contains("# tmpfs-unbounded (unsafe): ", "(\"app\")\n");
        assertThat(all.err()).isEmpty();
    }

    @Test
    void writeChangesTheFile() throws IOException {
        Run.Result result = run().file("compose.yaml", MIXED).plimsoll("fix", "--write");
        assertThat(result).isEqualTo(new Run.Result(0, "", "fixed 1 finding in 1 file; 1 more with --unsafe-fixes\n"));
        assertThat(read("compose.yaml")).isEqualTo(MIXED_SAFE);
        assertThat(run().plimsoll("fix", "--write", "--unsafe-fixes", ".").err())
                .isEqualTo("fixed 1 finding in 1 file\n");
        assertThat(read("compose.yaml")).isEqualTo(MIXED_ALL);
        assertThat(run().plimsoll("fix", "--unsafe-fixes")).isEqualTo(new Run.Result(0, "", "nothing to fix\n"));
    }

    @Test
    void checkFixesThenReportsWhatIsLeft() throws IOException {
        Run run = run().file("compose.yaml", MIXED);
        Run.Result result = run.check("--fix");
        assertThat(result.findings()).isEqualTo("compose.yaml tmpfs-unbounded\ncompose.yaml variable-unset\n");
        assertThat(result.out()).as("places in the fixed text").startsWith("compose.yaml:4:12: ");
        assertThat(result.err()).startsWith("fixed 1 finding in 1 file");
        assertThat(result.code()).isEqualTo(1);
        assertThat(read("compose.yaml")).isEqualTo(MIXED_SAFE);
        Run.Result clean = run.check("--fix", "--unsafe-fixes", "--ignore", "variable-unset");
        assertThat(clean.code()).isZero();
        assertThat(read("compose.yaml")).isEqualTo(MIXED_ALL);
    }

    @Test
    void checkShowsTheDiffInstead() throws IOException {
        Run run = run().file("compose.yaml", MIXED);
        assertThat(run.plimsoll("check", "--diff")).isEqualTo(run.plimsoll("fix"));
        assertThat(run.plimsoll("check", "--fix", "--diff")).isEqualTo(run.plimsoll("fix"));
        assertThat(read("compose.yaml")).isEqualTo(MIXED);
        assertThat(run.plimsoll("check", "--unsafe-fixes").code()).isEqualTo(2);
    }

    @Test
    void theSummaryCountsWhatCanBeFixed() {
        assertThat(run().file("compose.yaml", MIXED).plimsoll().out())
                .endsWith("3 warnings in 1 file; 1 fixable with --fix, 1 more with --unsafe-fixes\n");
        assertThat(run().file("compose.yaml", Run.WARNING).plimsoll().out())
                .endsWith("1 warning in 1 file; 1 fixable with --fix --unsafe-fixes\n");
        assertThat(run().file("compose.yaml", Run.CLEAN).plimsoll().out()).isEqualTo("no findings in 1 file\n");
    }

    @Test
    void rulesAreChosenAsForCheck() {
        Run run = run().file("compose.yaml", MIXED);
        assertThat(run.plimsoll("fix", "--ignore", "version-obsolete").code()).isZero();
        assertThat(run.plimsoll("fix", "--select", "tmpfs", "--unsafe-fixes").out())
                .contains("tmpfs-unbounded")
                .doesNotContain("version");
        assertThat(run.plimsoll("fix", "--select", "nonsense").code()).isEqualTo(2);
    }

    @Test
    void standardInputGoesFixedToStandardOutput() {
        Run run = run().input("\uFEFF" + MIXED);
        assertThat(run.plimsoll("fix", "--write", "-").out()).isEqualTo("\uFEFF" + MIXED_SAFE);
        Run.Result check = run.plimsoll("check", "--fix", "--unsafe-fixes", "--output", "concise", "-");
        assertThat(check.out()).isEqualTo("\uFEFF" + MIXED_ALL);
        assertThat(check.err()).contains("variable-unset");
        assertThat(check.code()).isEqualTo(1);
        assertThat(run.plimsoll("fix", "-", "--stdin-filename", "x/y.yaml").out())
                .contains("--- a/x/y.yaml\n");
        assertThat(run().input(Run.CLEAN).plimsoll("fix", "--write", "-").out()).isEqualTo(Run.CLEAN);
        // what cannot be read comes out as it went in
        assertThat(run().input("a: [\n").plimsoll("fix", "--write", "-").out()).isEqualTo("a: [\n");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsFixed() throws IOException {
        Run run = run().file("a/compose.yaml", MIXED).file("b/compose.yaml", "services: [\n");
        Run.Result result = run.plimsoll("fix", "--write");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("fixed 1 finding in 1 file", "b/compose.yaml:");
        assertThat(read("a/compose.yaml")).isEqualTo(MIXED_SAFE);
        assertThat(read("b/compose.yaml")).isEqualTo("services: [\n");
        assertThat(run.plimsoll("fix", "missing.yaml").code()).isEqualTo(2);
        assertThat(run.plimsoll("check", "--fix").code()).isEqualTo(2);
    }

    @Test
    void nothingToReadIsSaid() {
        assertThat(run().plimsoll("fix").code()).isEqualTo(3);
        assertThat(run().plimsoll("fix", "--write").code()).isEqualTo(3);
        assertThat(run().plimsoll("fix", "--allow-no-files").code()).isZero();
        assertThat(run().plimsoll("check", "--fix").code()).isEqualTo(3);
        assertThat(run().plimsoll("check", "--diff", "--allow-no-files").code()).isZero();
    }

    @Test
    void aReadOnlyFileIsAnErrorAndKeepsItsFindings() throws IOException {
        Run run = run().file("compose.yaml", MIXED);
        assertThat(directory.resolve("compose.yaml").toFile().setWritable(false, false))
                .isTrue();
        Run.Result result = run.check("--fix");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("compose.yaml:1:1: error: is read-only", "nothing fixed");
        assertThat(result.findings()).contains("version-obsolete");
        assertThat(run.plimsoll("fix", "--write").code()).isEqualTo(2);
        assertThat(read("compose.yaml")).isEqualTo(MIXED);
    }

    @Test
    void whatLiesOutsideOfTheDirectoryStays() throws IOException {
        Run run = run().file("outside/part.yaml", MIXED)
                .file("project/compose.yaml", "include: [../outside/part.yaml]\n" + Run.CLEAN);
        Run.Result result = run.plimsoll("fix", "--write", "project");
        assertThat(result.err()).contains("part.yaml is not in this project's directory", "nothing to fix");
        assertThat(read("outside/part.yaml")).isEqualTo(MIXED);
        // unless it is named
        assertThat(run.plimsoll("fix", "--write", "project", "outside/part.yaml")
                        .err())
                .contains("fixed 2 findings in 1 file");
    }

    @Test
    void aFileOfTwoProjectsIsChangedOnce() throws IOException {
        Run run = run().file("compose.yaml", "include: [part/compose.yaml]\n" + Run.CLEAN)
                .file("part/compose.yaml", MIXED);
        assertThat(run.plimsoll("fix", "--write", "--unsafe-fixes").code()).isZero();
        assertThat(read("part/compose.yaml")).isEqualTo(MIXED_ALL);
    }

    @Test
    void whatAUserWritesCannotForgeADiff() {
        String hostile = "services: {\"a\\n--- x\\n+++ y\": {image: a, tmpfs: /work}}\n";
        String diff = run().file("compose.yaml", hostile)
                .plimsoll("fix", "--unsafe-fixes")
                .out();
        assertThat(diff.lines().filter(line -> line.startsWith("--- "))).containsExactly("--- a/compose.yaml");
    }

    @Test
    void theHelpNamesIt() {
        assertThat(run().plimsoll("--help").out()).contains("plimsoll fix ");
        assertThat(run().plimsoll("fix", "--help").out())
                .contains("--write", "--unsafe-fixes", "--select", "--file", "--stdin-filename");
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    /** Findings of two categories; one of them of the profile strict. */
    private static final String SEVERAL = """
            services:
              test-db:
                image: redis
                tmpfs: /data:size=64m
              app:
                image: example/app
                tmpfs: /work
                memswap_limit: 1g
            """;

    @TempDir
    Path directory;

    private Run run() {
        return Run.in(directory);
    }

    @Test
    void checkIsTheDefaultCommandAndTheDirectoryTheDefaultPath() {
        Run run = run().file("compose.yaml", Run.WARNING);
        Run.Result plain = run.plimsoll();
        assertThat(plain.code()).isEqualTo(1);
        assertThat(plain.out()).startsWith("compose.yaml:1:45: warning[tmpfs-unbounded] ");
        assertThat(run.plimsoll("check")).isEqualTo(plain);
        assertThat(run.plimsoll("check", ".")).isEqualTo(plain);
        assertThat(run.plimsoll(".")).isEqualTo(plain);
        assertThat(run.plimsoll("compose.yaml")).isEqualTo(plain);
    }

    @Test
    void theStrictProfileAddsRules() {
        Run run = run().file("compose.yaml", SEVERAL);
        assertThat(run.check("compose.yaml").findings())
                .isEqualTo("compose.yaml tmpfs-unbounded\ncompose.yaml swap-without-memory\n");
        assertThat(run.check("--profile", "strict", "compose.yaml").findings()).contains("ephemeral-database");
        assertThat(run.check("--profile=default", "compose.yaml")).isEqualTo(run.check("compose.yaml"));
    }

    @Test
    void rulesAreSelectedAndIgnoredByIdAndCategory() {
        Run run = run().file("compose.yaml", SEVERAL);
        assertThat(run.check("--select", "tmpfs").findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
        assertThat(run.check("--select", "memory").findings()).isEqualTo("compose.yaml swap-without-memory\n");
        assertThat(run.check("--select", "ephemeral-database").findings())
                .isEqualTo("compose.yaml ephemeral-database\n");
        assertThat(run.check("--select", "tmpfs,memory", "--ignore", "tmpfs-unbounded")
                        .findings())
                .isEqualTo("compose.yaml swap-without-memory\n");
        assertThat(run.check("--ignore", "tmpfs", "--ignore=memory").findings()).isEmpty();
        assertThat(run.check("--select", " tmpfs , ").findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void optionsTakeTheirValueBehindAnEqualsSignToo() {
        Run run = run().file("compose.yaml", SEVERAL);
        assertThat(run.plimsoll("--output=concise", "--select=tmpfs", "--fail-on=error", "compose.yaml"))
                .isEqualTo(
                        run.plimsoll("compose.yaml", "--output", "concise", "--select", "tmpfs", "--fail-on", "error"));
    }

    @Test
    void severalPathsAreReadOnceEach() {
        Run run = run().file("a.yaml", Run.WARNING).file("b/compose.yaml", Run.WARNING);
        assertThat(run.check("b", "a.yaml", "./a.yaml", "b/compose.yaml", "b/../a.yaml", "a.yaml")
                        .findings())
                .isEqualTo("a.yaml tmpfs-unbounded\nb/compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void pathsAreShownRelativeToTheDirectory() {
        Run run = run().file("sub/compose.yaml", Run.WARNING).file("work/x", "");
        assertThat(run.check(directory.resolve("sub/compose.yaml").toString()).findings())
                .isEqualTo("sub/compose.yaml tmpfs-unbounded\n");
        assertThat(run.check(".//sub/./compose.yaml").findings()).isEqualTo("sub/compose.yaml tmpfs-unbounded\n");
        assertThat(Run.in(directory.resolve("work")).check("../sub").findings())
                .isEqualTo("../sub/compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void behindTwoDashesAllIsAPath() {
        Run run = run().file("-q", Run.WARNING).file("--version", Run.WARNING);
        assertThat(run.check("--", "-q", "--version").findings())
                .isEqualTo("--version tmpfs-unbounded\n-q tmpfs-unbounded\n");
        assertThat(run.plimsoll("--", "-q").out()).startsWith("-q:1:45: ").contains("1 warning in 1 file");
    }

    @Test
    void aFileNamedLikeACommandNeedsAPath() {
        Run run = run().file("explain", Run.WARNING);
        assertThat(run.check("explain").findings()).isEqualTo("explain tmpfs-unbounded\n");
        assertThat(run.check("./explain").findings()).isEqualTo("explain tmpfs-unbounded\n");
        assertThat(run.plimsoll("check", "explain").code()).isEqualTo(1);
    }

    @Test
    void aDashIsStandardInput() {
        Run run = run().input(Run.WARNING);
        assertThat(run.check("-").findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
        assertThat(run.check("--stdin-filename", "x/y.yaml", "-").findings()).isEqualTo("x/y.yaml tmpfs-unbounded\n");
        assertThat(run().input("services: [").check("-").said()).startsWith("compose.yaml:1:");
        assertThat(run().check("-").code()).isEqualTo(2);
    }

    @Test
    void standardInputTwiceIsReadOnce() {
        Run.Result result = run().input(Run.WARNING).check("-", "-");
        assertThat(result.findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void reportsGoToFilesAndStandardOutputTogether() throws IOException {
        Run run = run().file("compose.yaml", Run.WARNING);
        Run.Result result = run.plimsoll("--output", "json=report.json", "--output", "text", "--output=concise=c.txt");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("1 warning in 1 file");
        assertThat(Files.readString(directory.resolve("report.json")))
                .startsWith("{\"version\":1,\"tool\":{\"name\":\"plimsoll\",\"version\":\"")
                .contains("\"rule\":\"tmpfs-unbounded\"")
                .endsWith("}\n");
        assertThat(Files.readString(directory.resolve("c.txt"))).startsWith("compose.yaml:1:45: warning");
        assertThat(run.plimsoll("--output", "json=only.json").out()).isEmpty();
        assertThat(run.plimsoll("--output", "concise=-").out()).startsWith("compose.yaml:1:45: warning");
    }

    @Test
    void reportsInFilesHaveNoColours() throws IOException {
        run().file("compose.yaml", Run.WARNING).plimsoll("--color", "always", "--output", "text=report.txt");
        assertThat(Files.readString(directory.resolve("report.txt"))).doesNotContain("\033");
    }

    @Test
    void coloursFollowTheFlagThenTheEnvironmentThenTheTerminal() {
        Run.in(directory).file("compose.yaml", Run.WARNING);
        assertThat(run().plimsoll().out()).doesNotContain("\033");
        assertThat(run().terminal().plimsoll().out()).contains("\033[");
        assertThat(run().terminal().env("NO_COLOR", "1").plimsoll().out()).doesNotContain("\033");
        assertThat(run().terminal().env("NO_COLOR", "").plimsoll().out()).contains("\033[");
        assertThat(run().env("FORCE_COLOR", "1").plimsoll().out()).contains("\033[");
        assertThat(run().env("FORCE_COLOR", "").plimsoll().out()).doesNotContain("\033");
        assertThat(run().env("NO_COLOR", "1").plimsoll("--color", "always").out())
                .contains("\033[");
        assertThat(run().terminal()
                        .env("FORCE_COLOR", "1")
                        .plimsoll("--color=never")
                        .out())
                .doesNotContain("\033");
    }

    @Test
    void quietLeavesTheSummaryOut() {
        Run run = run().file("clean.yaml", Run.CLEAN);
        assertThat(run.plimsoll("clean.yaml").out()).isEqualTo("no findings in 1 file\n");
        assertThat(run.plimsoll("-q", "clean.yaml")).isEqualTo(new Run.Result(0, "", ""));
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Run run = run().file("b/compose.yaml", SEVERAL).file("a/compose.yaml", SEVERAL);
        assertThat(run.plimsoll("--output", "json", "b", "a")).isEqualTo(run.plimsoll("--output", "json", "a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depends_on: [backnd]       | is not a service of this project (did you mean \"backend\"?): Docker refuses",
                "networks: [fronnt]         | is not declared under networks (did you mean \"front\"?): Docker refuses",
                "volumes: [\"dta:/d\"]      | is not declared under volumes (did you mean \"data\"?): Docker refuses",
                "secrets: [tokn]            | is not declared under secrets (did you mean \"token\"?): Docker refuses",
                "configs: [settngs]         | is not declared under configs (did you mean \"settings\"?): Docker refuses",
                "extends: backnd            | there is no service \"backnd\" to extend, did you mean \"backend\"?",
                "restart: unless_stopped    | not \"unless_stopped\", did you mean \"unless-stopped\"?",
                "pull_policy: alway         | not \"alway\", did you mean \"always\"?",
                "cgroup: hots               | not \"hots\", did you mean \"host\"?",
            })
    void suggestsWhatWasMeant(String key, String message) {
        String text = "services:\n  backend: {image: a}\n  web:\n    image: b\n    " + key + "\nnetworks: {front: }\n"
                + "volumes: {data: }\nsecrets: {token: {file: t}}\nconfigs: {settings: {file: s}}\n";
        Run.Result result = Run.in(directory).file("compose.yaml", text).plimsoll("check", "--output", "concise");
        assertThat(result.out() + result.err()).contains(message);
    }

    @Test
    void showsPeopleTheWorstOfAFileFirst() {
        String text = "services:\n  web:\n    image: a\n    tmpfs: /x\n    depends_on: [gone]\n";
        Run run = Run.in(directory).file("compose.yaml", text);
        String shown = run.plimsoll("check").out();
        assertThat(shown.indexOf("error[depends-on-undefined]")).isLessThan(shown.indexOf("warning[tmpfs-unbounded]"));
        String listed = run.plimsoll("check", "--output", "concise").out();
        assertThat(listed.indexOf("warning[tmpfs-unbounded]"))
                .isBetween(0, listed.indexOf("error[depends-on-undefined]"));
    }
}

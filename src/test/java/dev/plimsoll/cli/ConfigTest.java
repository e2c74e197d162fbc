package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What configurations do to a run. */
class ConfigTest {
    private static final String CONFIG = ".plimsoll.yaml";

    private static final String TWO = """
            services:
              app: {image: example/app, tmpfs: /work}
              db: {image: example/db, tmpfs: /work, mem_limit: 1g}
            """;

    @TempDir
    Path directory;

    private Run run(String config) {
        return Run.in(directory).file(CONFIG, config).file("compose.yaml", Run.WARNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "profile: default; ; 1",
                "fail-on: error; ; 0",
                "fail-on: error; --fail-on warning; 1",
                "fail-on: never; ; 0",
                "select: [memory]; ; 0",
                "select: [memory]; --select tmpfs; 1",
                "ignore: [tmpfs-unbounded]; ; 0",
                "ignore: [tmpfs]; --no-ignores; 1",
                "ignore: [{rule: tmpfs, path: other.yaml}]; ; 1",
                "ignore: [{rule: tmpfs, path: compose.yaml, container: app}]; ; 0",
                "ignore: [{rule: tmpfs, container: db}]; ; 1",
                "ignore: [{rule: tmpfs, expires: 2001-01-01}]; ; 1",
                "ignore: [{rule: tmpfs, expires: 2901-01-01}]; ; 0",
                "rules: {tmpfs-unbounded: {enabled: false}}; ; 0",
                "rules: {tmpfs-unbounded: {enabled: false}}; --select tmpfs; 0",
                "rules: {tmpfs-unbounded: {enabled: false}}; --select tmpfs-unbounded; 1",
                "rules: {tmpfs-unbounded: {severity: info}}; ; 0",
                "rules: {tmpfs-unbounded: {severity: error}}; --fail-on error; 1",
                "exclude: [compose.yaml]; ; 0",
                "exclude: [/other/]; ; 1",
                "overrides: [{paths: compose.yaml, rules: {tmpfs-unbounded: {enabled: false}}}]; ; 0",
                "overrides: [{containers: 'a*', rules: {tmpfs-unbounded: {severity: info}}}]; ; 0",
                "overrides: [{containers: b, rules: {tmpfs-unbounded: {severity: info}}}]; ; 1",
                "baseline: none.yaml; ; 2",
                "profil: strict; ; 2",
                "profil: strict; --isolated; 1",
                "profile: strict; --config none.yaml; 2",
                "profile: strict; --config; 2",
                "profile: strict; --isolated --config .plimsoll.yaml; 2",
                "profile: strict; --baseline none.yaml; 2",
                "profile: strict; --add-ignores; 2",
            })
    void settingsDecideTheExitCode(String config, String flags, int code) {
        Run.Result result = run(config + "\n")
                .plimsoll(flags == null ? new String[0] : flags.strip().split(" ", -1));
        assertThat(result.code()).as(result.said()).isEqualTo(code);
    }

    @Test
    void mistakesAreOneLineWithTheirPlace() {
        Run.Result result = run("profile: strict\nignor: []\n").plimsoll();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo(".plimsoll.yaml:2:1: error: unknown key \"ignor\", did you mean \"ignore\"?\n");
        assertThat(run("baseline: none.yaml\n").plimsoll().err())
                .isEqualTo(".plimsoll.yaml:1:11: error: there is no baseline \"none.yaml\":"
                        + " plimsoll init --baseline writes it\n");
        assertThat(run("a: [").plimsoll().err()).startsWith(".plimsoll.yaml:1:5: error: not valid YAML");
    }

    /** Other people's directories are searched where the configuration of what is searched says so; git's own never. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".git/HEAD"})
    void directoriesOfOthersAreSearchedOnRequest(String git) {
        Run run = Run.in(directory)
                .file("compose.yaml", Run.CLEAN)
                .file("vendor/lib/compose.yaml", Run.WARNING)
                .file("sub/.venv/compose.yaml", Run.WARNING)
                .file("node_modules/lib/compose.yaml", Run.WARNING);
        if (!git.isEmpty()) {
            run.file(git, "ref: refs/heads/main\n").file(".git/compose.yaml", Run.WARNING);
        }
        assertThat(run.check().findings()).isEmpty();
        assertThat(run.check("vendor").findings()).isEqualTo("vendor/lib/compose.yaml tmpfs-unbounded\n");
        assertThat(run.check("vendor/lib/compose.yaml").code()).isEqualTo(1);
        run.file(CONFIG, "search: [vendor/, .venv]\n");
        String found = "sub/.venv/compose.yaml tmpfs-unbounded\nvendor/lib/compose.yaml tmpfs-unbounded\n";
        assertThat(run.check().findings()).isEqualTo(found);
        assertThat(run.check("sub").findings()).isEqualTo("sub/.venv/compose.yaml tmpfs-unbounded\n");
        assertThat(run.check("--isolated").findings()).isEmpty();
        assertThat(run.file("other.yaml", "search: vendor\n")
                        .check("--config", "other.yaml")
                        .findings())
                .isEqualTo("vendor/lib/compose.yaml tmpfs-unbounded\n");
        assertThat(run.file("sub/" + CONFIG, "profile: default\n").check("sub").findings())
                .isEmpty();
        assertThat(run.file(CONFIG, "search: vendr\n").check().err())
                .isEqualTo(CONFIG + ":1:9: error: unknown directory \"vendr\", did you mean \"vendor\"?\n");
    }

    @Test
    void mirrorsServeWhatIsKnown() {
        String compose = """
                services:
                  db: {image: "registry.example.com/hub/mysql:8.4"}
                  files: {image: "registry.example.com/hub/sonatype/nexus3:3.80.0"}
                  own: {image: "registry.example.com/mysql:8.4"}
                """;
        String known = "compose.yaml database-without-volume\ncompose.yaml database-without-volume\n";
        Run run = Run.in(directory).file("compose.yaml", compose);
        assertThat(run.check("compose.yaml").findings()).isEmpty();
        run.file(CONFIG, "mirrors: registry.example.com/hub\n");
        assertThat(run.check("compose.yaml").findings()).isEqualTo(known);
        run.file(CONFIG, "mirrors: [mirror.example.com, registry.example.com/hub/]\n");
        assertThat(run.check("compose.yaml").findings()).isEqualTo(known);
    }

    @Test
    void eachFileHasItsNearestConfiguration() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        Run run = run("ignore: [tmpfs]\n")
                .file("a/compose.yaml", Run.WARNING)
                .file("b/.plimsoll.yml", "profile: default\n")
                .file("b/c/compose.yaml", Run.WARNING);
        assertThat(run.check("compose.yaml", "a/compose.yaml", "b/c/compose.yaml")
                        .findings())
                .isEqualTo("b/c/compose.yaml tmpfs-unbounded\n");
        // up to the root of the work tree, also from below
        assertThat(Run.in(directory.resolve("a")).check("compose.yaml").findings())
                .isEmpty();
    }

    @Test
    void outsideOfAWorkTreeTheSearchEndsAtTheWorkingDirectory() {
        run("ignore: [tmpfs]\n").file("a/compose.yaml", Run.WARNING);
        assertThat(Run.in(directory.resolve("a")).check("compose.yaml").findings())
                .isEqualTo("compose.yaml tmpfs-unbounded\n");
        assertThat(Run.in(directory.resolve("a")).check("../compose.yaml").findings())
                .isEmpty();
    }

    @Test
    void aGivenConfigurationHoldsForAllAndCountsFromTheWorkingDirectory() {
        Run run = run("ignore: [tmpfs]\n")
                .file("ci/strict.yaml", "ignore: [{rule: tmpfs, path: /a/}]\n")
                .file("a/compose.yaml", Run.WARNING);
        assertThat(run.check("--config", "ci/strict.yaml", "compose.yaml", "a").findings())
                .isEqualTo("compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void overridesAreAboutSomeContainers() {
        Run run = run("overrides: [{containers: db, rules: {tmpfs-unbounded: {severity: error}}}]\n")
                .file("compose.yaml", TWO);
        assertThat(run.check("--select", "tmpfs").out()).matches("""
                        compose.yaml:2:\\d+: warning\\[tmpfs-unbounded] .*
                        compose.yaml:3:\\d+: error\\[tmpfs-unbounded] .*
                        """);
    }

    @Test
    void aProfileAndAnOptionForSomeFiles() {
        Run run = run("overrides: [{paths: /strict/, profile: strict}]\n")
                .file("compose.yaml", "services: {a: {image: redis, build: .}}\n")
                .file("strict/compose.yaml", "services: {a: {image: redis, build: .}}\n");
        assertThat(run.check("--select", "build-and-image", "compose.yaml").findings())
                .isNotEmpty();
        assertThat(run.check("compose.yaml", "strict").findings())
                .contains("strict/compose.yaml build-and-image\n")
                .doesNotContain("\ncompose.yaml")
                .doesNotStartWith("compose.yaml");
        Run option = run("rules: {swap-limit-missing: {minimum: 1m}}\n")
                .file("compose.yaml", "services: {a: {image: redis, tmpfs: '/a:size=2m'}}\n");
        assertThat(option.check().findings()).isEqualTo("compose.yaml swap-limit-missing\n");
        assertThat(option.check("--isolated").findings()).isEmpty();
    }

    @Test
    void aStrictRuleCanBeSwitchedOn() {
        Run run = run("rules: {build-and-image: {enabled: true}}\n")
                .file("compose.yaml", "services: {a: {image: redis, build: .}}\n");
        assertThat(run.check().findings()).isEqualTo("compose.yaml build-and-image\n");
        assertThat(run.check("--select", "tmpfs").findings()).isEmpty();
        assertThat(run.check("--ignore", "build-and-image").findings()).isEmpty();
    }

    @Test
    void anExpiredIgnoreIsToldAndHoldsNoMore() {
        Run.Result result =
                run("ignore: [{rule: tmpfs-unbounded, expires: 2001-01-01}]\n").check();
        assertThat(result.findings()).isEqualTo(CONFIG + " suppression-expired\ncompose.yaml tmpfs-unbounded\n");
    }

    @Test
    void whatIsIgnoredIsCountedWithItsReason() {
        String commented = Run.WARNING.stripTrailing() + " # plimsoll: ignore[tmpfs-unbounded] small files\n";
        Run run = run("ignore: [{rule: tmpfs-unbounded, path: /other/, reason: legacy}]\n")
                .file("compose.yaml", commented)
                .file("other/compose.yaml", Run.WARNING);
        Run.Result result = run.plimsoll("--output", "json");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("\"suppressed\":2,")
                .contains("\"by\":\"comment\",\"reason\":\"small files\"")
                .contains("\"by\":\"config\",\"reason\":\"legacy\"");
        assertThat(run.plimsoll().out()).isEqualTo("no findings in 2 files; 2 ignored\n");
        assertThat(run.check("--no-ignores").findings())
                .isEqualTo("compose.yaml tmpfs-unbounded\nother/compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void aCommentThatOneOfTwoProjectsNeedsIsNeeded() {
        Run run = Run.in(directory)
                .file("base.yaml", """
                        services:
                          app:
                            image: example/app
                            tmpfs: /w # plimsoll: ignore[tmpfs-unbounded]
                        """)
                .file("a.yaml", "include: [base.yaml]\n")
                .file("b.yaml", "services: {x: {extends: {file: base.yaml, service: app}, tmpfs: !reset []}}\n");
        assertThat(run.check("a.yaml", "b.yaml").findings()).isEmpty();
    }

    @Test
    void aPartOfAProjectThatCouldNotBeReadMakesNoCommentUnused() {
        Run run = Run.in(directory)
                .file(
                        "compose.yaml",
                        "include: [none.yaml]\nservices:\n  app:\n    image: a # plimsoll: ignore[tmpfs-unbounded]\n");
        assertThat(run.check().findings()).doesNotContain("suppression-unused");
        assertThat(run.file("none.yaml", "services: {}\n").check().findings()).contains("suppression-unused");
        assertThat(run.check("--select", "memory").findings()).isEmpty();
    }

    @Test
    void fixesLeaveAloneWhatIsIgnoredAndTakeNeedlessCommentsAway() throws IOException {
        String text = """
                services:
                  a:
                    image: example/app
                    tmpfs: /work # plimsoll: ignore[tmpfs-unbounded] small files
                  b: # plimsoll: ignore[swap-unlimited] once
                    image: example/app
                    tmpfs: /known
                  c:
                    image: example/app
                    tmpfs: /work
                """;
        Run run = run("ignore: [{rule: tmpfs, container: b}]\n").file("compose.yaml", text);
        Run.Result result = run.plimsoll("--fix", "--unsafe-fixes", "--fail-on", "info");
        assertThat(result.code()).as(result.said()).isZero();
        String[] lines = text.split("\n", -1);
        lines[4] = "  b:";
        lines[9] += ":size=64m";
        assertThat(Files.readString(directory.resolve("compose.yaml"))).isEqualTo(String.join("\n", lines));
        assertThat(run.file("compose.yaml", text)
                        .plimsoll("fix", "--isolated", "--no-ignores", "--unsafe-fixes")
                        .out())
                .contains("-    tmpfs: /known");
    }

    @Test
    void aCommentThatAnotherProjectNeedsIsNotFixedAway() throws IOException {
        String base = """
                services:
                  app:
                    image: example/app
                    tmpfs: /w # plimsoll: ignore[tmpfs-unbounded]
                """;
        Run run = Run.in(directory)
                .file("base.yaml", base)
                .file("a.yaml", "services: {x: {extends: {file: base.yaml, service: app}, tmpfs: !reset []}}\n")
                .file("b.yaml", "include: [base.yaml]\n");
        run.plimsoll("--fix", "--unsafe-fixes", "a.yaml", "b.yaml");
        assertThat(Files.readString(directory.resolve("base.yaml"))).isEqualTo(base);
    }

    @Test
    void verboseSaysWhatWasRead() {
        Run.Result result = run("extends: base.yaml\n")
                .file("base.yaml", "profile: default\n")
                .file(".env", "A=1\n")
                .plimsoll("-v");
        assertThat(result.err())
                .isEqualTo("plimsoll: read .env, compose.yaml\nplimsoll: configuration: .plimsoll.yaml, base.yaml\n");
    }

    @Test
    void statisticsCountByRule() {
        Run run = Run.in(directory).file("compose.yaml", TWO);
        Run.Result result = run.plimsoll("--statistics");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("""
                count  fixable  severity  rule
                    2        2  warning   tmpfs-unbounded
                    1        1  warning   swap-limit-missing
                """);
        Run.Result both = run.plimsoll("--statistics", "--output", "json");
        assertThat(both.out()).startsWith("{\"version\":1,");
        assertThat(both.err()).startsWith("count  fixable  severity  rule\n    2 ");
        assertThat(run.file("compose.yaml", Run.CLEAN).plimsoll("--statistics").out())
                .isEmpty();
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Run.Result result = Run.in(directory)
                .file("compose.yaml", Run.CLEAN)
                .file(".plimsoll.yaml", """
                        profil: strict
                        fail-on: eror
                        rules:
                          tmpfs-unbouned: {}
                          tmpfs-unbounded:
                            seveirty: error
                            enabled: perhaps
                        ignore:
                          - rule: nothing
                          - path: a
                        """)
                .check();
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err().lines().map(line -> line.substring(0, line.indexOf(": error"))))
                .containsExactly(
                        ".plimsoll.yaml:1:1",
                        ".plimsoll.yaml:2:10",
                        ".plimsoll.yaml:4:3",
                        ".plimsoll.yaml:6:5",
                        ".plimsoll.yaml:7:14",
                        ".plimsoll.yaml:9:11",
                        ".plimsoll.yaml:10:5");
    }

    @Test
    void anIgnoreThatNothingNeedsIsTold() {
        Run run = Run.in(directory).file("compose.yaml", Run.WARNING).file(".plimsoll.yaml", """
                ignore:
                  - {rule: tmpfs-unbounded, path: compose.yaml}
                  - {rule: port-conflict, container: gone}
                  - {rule: port-conflict, path: not-read.yaml}
                """);
        Run.Result result = run.check(".");
        assertThat(result.findings()).isEqualTo(".plimsoll.yaml suppression-unused\n");
        assertThat(result.out()).contains(".plimsoll.yaml:3:12: ");
        // another file may need it
        assertThat(run.check("compose.yaml").findings()).isEmpty();
        assertThat(run.check("--select", "tmpfs", ".").findings()).isEmpty();
        assertThat(run.file("broken.compose.yaml", "")
                        .file("docker-compose.x.yaml", "services: {a: {image: }}}")
                        .check(".")
                        .findings())
                .doesNotContain("suppression-unused");
    }

    @Test
    void aBaselineLeavesOutWhatCannotBeRead() {
        Run run = Run.in(directory)
                .file("compose.yaml", Run.WARNING)
                .file("a [b]/compose.yaml", "{{ if x }}\nservices:\n{{ end }}\n")
                .file("c/compose.yaml", "include: [gone.yaml]\n");
        Run.Result init = run.plimsoll("init", "--baseline");
        assertThat(init.code()).isZero();
        assertThat(init.out())
                .contains("excluded a [b]/compose.yaml, which cannot be read: this looks like a template")
                .contains("excluded c/compose.yaml, which cannot be read: included file gone.yaml does not exist");
        assertThat(run.check(".").code()).isZero();
        run.file("d/compose.yaml", Run.WARNING);
        assertThat(run.check(".").findings()).isEqualTo("d/compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void toolsOfTheHostAreKnownFromMirrors() {
        Run run = Run.in(directory).file("compose.yaml", """
                services:
                  ui:
                    image: registry.example.com/hub/portainer/portainer-ce:2.33
                    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                """);
        assertThat(run.check("--select", "docker-socket-mounted").findings())
                .isEqualTo("compose.yaml docker-socket-mounted\n");
        run.file(".plimsoll.yaml", "mirrors: [registry.example.com/hub]\n");
        assertThat(run.check("--select", "docker-socket-mounted").findings()).isEmpty();
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project with many findings takes up Plimsoll: {@code init}, baselines, {@code --add-ignores}. */
class AdoptionTest {
    private static final String ADOPT = "<!-- adopt -->\n```sh\n";

    @TempDir
    Path directory;

    private Run run() {
        return Run.in(directory);
    }

    private static String services(int from, int to) {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = from; i < to; i++) {
            text.append("  s").append(i).append(": {image: example/app, tmpfs: /work}\n");
        }
        return text.toString();
    }

    private static List<String[]> commandsOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf(ADOPT) + ADOPT.length();
        assertThat(start).isGreaterThan(ADOPT.length());
        List<String[]> commands = new ArrayList<>();
        for (String line : readme.substring(start, readme.indexOf("```", start)).split("\n", -1)) {
            if (!line.isEmpty()) {
                String command = line.replaceFirst(" +#.*", "");
                assertThat(command).startsWith("plimsoll ");
                commands.add(command.substring("plimsoll ".length()).split(" ", -1));
            }
        }
        return commands;
    }

    @Test
    void aProjectWithTwoHundredFindingsTakesTwoCommands() throws IOException {
        run().file("compose.yaml", services(0, 150)).file("other/compose.yaml", services(0, 50));
        assertThat(run().plimsoll().out()).contains("\n200 warnings in 2 files");
        List<String[]> commands = commandsOfTheReadme();
        assertThat(commands).hasSize(2);
        Run.Result first = run().plimsoll(commands.get(0));
        assertThat(first)
                .isEqualTo(new Run.Result(
                        0, "wrote .plimsoll.yaml\nwrote .plimsoll-baseline.yaml with 200 findings in 2 files\n", ""));
        assertThat(run().plimsoll(commands.get(1)))
                .isEqualTo(new Run.Result(0, "no findings in 2 files; 200 ignored\n", ""));
    }

    /** A baseline knows what init recorded, whatever configuration is near a file. */
    @Test
    void aBaselineKnowsFilesWithAConfigurationOfTheirOwnAndFilesOutside() throws IOException {
        Path project =
                Files.createDirectories(directory.resolve("project/.git")).getParent();
        Run run = Run.in(project)
                .file("compose.yaml", "include: [../outside/compose.yaml]\n")
                .file("../outside/compose.yaml", services(0, 2))
                .file("sub/compose.yaml", services(0, 3))
                .file("sub/.plimsoll.yaml", "profile: default\n");
        run.plimsoll("init", "--baseline");
        assertThat(run.check()).isEqualTo(new Run.Result(0, "", ""));
    }

    /** Two projects that include one file tell of it once, also when they are fixed. */
    @Test
    void aSharedFileIsToldOfOnceByCheckAndByFix() {
        Run run = run().file("common/shared.yaml", services(0, 2))
                .file("a/compose.yaml", "include: [../common/shared.yaml]\n")
                .file("b/compose.yaml", "include: [../common/shared.yaml]\n");
        assertThat(run.check("a", "b").findings().lines()).hasSize(2);
        assertThat(run.check("--fix", "a", "b").findings().lines()).hasSize(2);
        run.plimsoll("init", "--baseline");
        assertThat(run.check("a", "b").code()).isZero();
        assertThat(run.check("--fix", "a", "b").code()).isZero();
    }

    @Test
    void onlyNewFindingsFail() {
        run().file("compose.yaml", services(0, 5)).plimsoll("init", "--baseline");
        run().file("compose.yaml", "# moved\n\n" + services(0, 6));
        Run.Result result = run().check();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).matches("compose.yaml:9:\\d+: warning\\[tmpfs-unbounded] .*\"s5\".*\n");
        assertThat(run().check("--no-ignores").out().lines()).hasSize(6);
        assertThat(run().check("--no-ignores", "--baseline", ".plimsoll-baseline.yaml")
                        .out()
                        .lines())
                .hasSize(1);
        assertThat(run().check("--isolated").out().lines()).hasSize(6);
    }

    @Test
    void theBaselineIsTheSameFromWhereverOneLooks() {
        run().file("a/compose.yaml", services(0, 3)).plimsoll("init", "--baseline");
        assertThat(Run.in(directory.resolve("a"))
                        .plimsoll("--config", "../.plimsoll.yaml", "compose.yaml")
                        .code())
                .isZero();
        assertThat(run().plimsoll(directory.resolve("a/compose.yaml").toString())
                        .code())
                .isZero();
    }

    @Test
    void theBaselineShrinksWhenFindingsGo() throws IOException {
        run().file("compose.yaml", services(0, 5))
                .file("gone/compose.yaml", services(0, 1))
                .file("b/compose.yaml", services(0, 1))
                .plimsoll("init", "--baseline");
        Path baseline = directory.resolve(".plimsoll-baseline.yaml");
        long before = Files.readAllLines(baseline).size();
        run().file("compose.yaml", services(2, 5));
        Files.delete(directory.resolve("gone/compose.yaml"));
        String gone = "plimsoll: 3 findings of the baseline are gone: plimsoll init --baseline makes it smaller\n";
        assertThat(run().plimsoll()).isEqualTo(new Run.Result(0, "no findings in 2 files; 4 ignored\n", gone));
        // what was not looked at is not gone
        assertThat(run().plimsoll("b").err()).startsWith("plimsoll: 1 finding of the baseline is gone");
        assertThat(run().plimsoll("--select", "memory", "compose.yaml").err())
                .as("only that a file is gone can be told without the rule")
                .startsWith("plimsoll: 1 finding of the baseline is gone");
        String config = Files.readString(directory.resolve(".plimsoll.yaml"));
        assertThat(run().plimsoll("init", "--baseline").out())
                .isEqualTo("wrote .plimsoll-baseline.yaml with 4 findings in 2 files\n");
        assertThat(Files.readAllLines(baseline)).hasSize((int) before - 3);
        assertThat(Files.readString(directory.resolve(".plimsoll.yaml"))).isEqualTo(config);
        assertThat(run().plimsoll().err()).isEmpty();
    }

    @Test
    void aBrokenBaselineIsNoBaseline() {
        run().file("compose.yaml", Run.WARNING).file("b.yaml", "version: 1\nfindings:\n  - {rule: a, count: 1}\n");
        Run.Result result = run().plimsoll("--baseline", "b.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("b.yaml:3:5: error: a finding needs a path\n");
        assertThat(run().plimsoll("--baseline", "none.yaml").err())
                .isEqualTo("none.yaml:1:1: error: no such file or directory\n");
    }

    @Test
    void initWritesAConfigurationThatSaysNothingNew() throws IOException {
        Run.Result before = run().file("compose.yaml", services(0, 2)).plimsoll();
        assertThat(run().plimsoll("init")).isEqualTo(new Run.Result(0, "wrote .plimsoll.yaml\n", ""));
        assertThat(run().plimsoll()).isEqualTo(before);
        // all that it shows as an example can be used
        Path config = directory.resolve(".plimsoll.yaml");
        String text =
                Files.readString(config).replace("#baseline", "# baseline").replaceAll("(?m)^#(?! )", "");
        assertThat(text).contains("\nignore:\n").contains("\noverrides:\n");
        assertThat(run().file("compose.yaml", Run.CLEAN)
                        .file(".plimsoll.yaml", text)
                        .plimsoll()
                        .code())
                .isZero();
    }

    @Test
    void initOverwritesNothingUnlessForced() throws IOException {
        run().file(".plimsoll.yml", "profile: strict\n").file("compose.yaml", Run.WARNING);
        Run.Result result = run().plimsoll("init");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is a .plimsoll.yml already");
        assertThat(Files.readString(directory.resolve(".plimsoll.yml"))).isEqualTo("profile: strict\n");
        assertThat(run().plimsoll("init", "--force").code()).isZero();
        assertThat(Files.readString(directory.resolve(".plimsoll.yml"))).contains("fail-on: warning");
    }

    /** A project with all that can go wrong; what comes of it is written as it would be on disk. */
    private Run messy() throws IOException {
        Run run = run().file("compose.yaml", services(0, 2))
                .file("helm/compose.yaml", "{{ if .Values.x }}\nservices:\n  a: {image: x}\n{{ end }}\n")
                .file("jinja/docker-compose.yml", "{% for i in x %}\nservices:\n  a{{ i }}: {image: x}\n{% endfor %}\n")
                .file("broken/compose.yaml", "services: [\n")
                .file("empty/compose.yaml", "")
                .file("twice/compose.yaml", "services: {a: {image: x}, a: {image: y}}\n")
                .file("include/compose.yaml", "include: [gone.yaml]\n" + services(0, 1))
                .file("extends/compose.yaml", "services: {a: {extends: {file: gone.yaml, service: b}}}\n")
                .file("required/compose.yaml", "services: {a: {image: \"${X?must be set}\", tmpfs: /t}}\n")
                .file("variables/compose.yaml", "services: {a: {image: \"x$A\", env_file: gone.env, tmpfs: /t}}\n")
                .file("variables/.env", "A=${\nB\n")
                .file("override/compose.yaml", services(0, 1))
                .file("override/compose.override.yaml", "{{ x }}\n")
                .file("nul/compose.yaml", "services: {a: {image: x\0}}\n")
                .file("odd/a [b]{c} #d: é\uD83D\uDE00/compose.yaml", "services: [\n")
                .file("own/.plimsoll.yaml", "profile: strict\nfail-on: info\nignore: [privileged]\n")
                .file("own/compose.yaml", services(0, 1))
                .file("comments/compose.yaml", "# plimsoll: ignore[nonsense] why\n" + services(0, 1))
                .file("sound/compose.yaml", Run.CLEAN);
        Files.write(
                Files.createDirectories(directory.resolve("latin")).resolve("compose.yaml"),
                "services: {a: {image: x}} # \u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        return run;
    }

    @Test
    void whateverAProjectHoldsTheNextCheckSucceeds() throws IOException {
        Run.Result first = messy().plimsoll("init", "--baseline");
        assertThat(first.code()).as(first.said()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out().lines())
                .filteredOn(line -> line.startsWith("excluded "))
                .hasSize(13);
        assertThat(first.out())
                .contains("excluded override/compose.yaml, which cannot be read: override/compose.override.yaml: ");
        String config = Files.readString(directory.resolve(".plimsoll.yaml"));
        assertThat(config).contains("""
                  # cannot be read: included file gone.yaml does not exist
                  - "/include/compose.yaml"
                """, """
                  - "/odd/a ?b??c? #d: é??/compose.yaml"
                """);
        assertThat(run().check()).isEqualTo(new Run.Result(0, "", ""));
        assertThat(run().check("--no-ignores", "--fail-on", "never").code())
                .as("the files that are left out stay so")
                .isZero();
        String baseline = Files.readString(directory.resolve(".plimsoll-baseline.yaml"));
        Run.Result again = run().plimsoll("init", "--baseline");
        assertThat(again.code()).isZero();
        assertThat(again.out().lines()).as("done again, it changes nothing").hasSize(1);
        assertThat(Files.readString(directory.resolve(".plimsoll.yaml"))).isEqualTo(config);
        assertThat(Files.readString(directory.resolve(".plimsoll-baseline.yaml")))
                .isEqualTo(baseline);
    }

    /** That a file is gone is not the mistake of who runs init if only the project names it. */
    @Test
    void aProjectThatNamesAFileThatIsGoneIsExcluded() {
        run().file(".env", "COMPOSE_FILE=a.yaml:gone.yaml\n")
                .file("a.yaml", services(0, 1))
                .file("sub/compose.yaml", services(0, 1));
        assertThat(run().plimsoll("init", "--baseline").code()).isZero();
        assertThat(run().check()).isEqualTo(new Run.Result(0, "", ""));
    }

    @Test
    void aConfigurationThatIsThereIsAddedTo() throws IOException {
        String before = """
                # ours
                fail-on: info # all
                exclude:
                - legacy/ # old

                # why
                ignore:
                  - {rule: tmpfs-unbounded, path: gone/, reason: it was so}
                """;
        messy().file(".plimsoll.yaml", before.replace("\n", "\r\n"));
        Run.Result first = run().plimsoll("init", "--baseline");
        assertThat(first.code()).as(first.said()).isZero();
        assertThat(first.out()).startsWith("added to .plimsoll.yaml\nwrote .plimsoll-baseline.yaml with ");
        String after = Files.readString(directory.resolve(".plimsoll.yaml"));
        assertThat(after.replace("\r\n", "")).doesNotContain("\n");
        assertThat(after.replace("\r\n", "\n"))
                .startsWith("# ours\nfail-on: info # all\nexclude:\n- legacy/ # old\n# cannot be read: ")
                .contains("\n- \"/nul/compose.yaml\"\n")
                .endsWith("reason: it was so}\nbaseline: .plimsoll-baseline.yaml\n");
        assertThat(run().check()).isEqualTo(new Run.Result(0, "", ""));
        assertThat(run().plimsoll("init", "--baseline").out().lines()).hasSize(1);
        assertThat(Files.readString(directory.resolve(".plimsoll.yaml"))).isEqualTo(after);
        run().file("late/compose.yaml", "{{ x }}\n").plimsoll("init", "--baseline");
        assertThat(run().check().code()).as("what came since is added").isZero();
    }

    @Test
    void theLineThatInitShowsIsUncommented() throws IOException {
        run().file("compose.yaml", services(0, 2)).plimsoll("init");
        assertThat(run().plimsoll("init", "--baseline").code()).isZero();
        assertThat(Files.readString(directory.resolve(".plimsoll.yaml")))
                .endsWith("plimsoll init --baseline\nbaseline: .plimsoll-baseline.yaml\n");
        assertThat(run().check().code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{profile: strict}\n",
                "exclude: [legacy/]\n",
                "exclude: legacy/\n",
                "\"exclude\": [legacy/]\n",
                "baseline:\n",
                "profile: strict\n...\n--- {}\n"
            })
    void aConfigurationInAnotherFormIsLeftAloneAndTheLinesAreShown(String config) throws IOException {
        Run.Result result = run().file("compose.yaml", services(0, 2))
                .file("broken/compose.yaml", "{{ x }}\n")
                .file(".plimsoll.yaml", config)
                .plimsoll("init", "--baseline");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        if (!config.contains("---")) {
            assertThat(result.err())
                    .startsWith(
                            "plimsoll: .plimsoll.yaml is in a form that init cannot add to: add this, and run"
                                    + " init --baseline again\nbaseline: .plimsoll-baseline.yaml\nexclude:\n  # cannot be read: ")
                    .endsWith("\n  - \"/broken/compose.yaml\"\n");
        }
        assertThat(Files.readString(directory.resolve(".plimsoll.yaml"))).isEqualTo(config);
        assertThat(directory.resolve(".plimsoll-baseline.yaml")).doesNotExist();
    }

    /** Neither can be left out: mistakes of who wrote or typed them. */
    @Test
    void aBrokenConfigurationAndAMistypedNameStopIt() {
        run().file("compose.yaml", services(0, 2)).file("sub/compose.yaml", services(0, 1));
        assertThat(run().plimsoll("init", "--baseline", "compsoe.yaml").code()).isEqualTo(2);
        assertThat(directory.resolve(".plimsoll.yaml")).doesNotExist();
        run().file("sub/.plimsoll.yaml", "profil: x\n");
        Run.Result result = run().plimsoll("init", "--baseline");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("sub/.plimsoll.yaml:1:1: error: unknown key \"profil\"");
        assertThat(directory.resolve(".plimsoll.yaml")).doesNotExist();
    }

    @Test
    void aProjectAboveAndStandardInputAreRefused() {
        run().file("compose.yaml", services(0, 2)).file("sub/x.txt", "");
        assertThat(Run.in(directory.resolve("sub"))
                        .plimsoll("init", "--baseline")
                        .err())
                .isEqualTo("plimsoll: the Compose file here is ../compose.yaml: run init in its directory; see plimsoll"
                        + " init --help\n");
        assertThat(run().plimsoll("init", "--baseline", "-").code()).isEqualTo(2);
    }

    /** A baseline that is named and not there would stop the first run that has something to lint. */
    @Test
    void withoutFilesNoBaselineIsNamed() throws IOException {
        assertThat(run().plimsoll("init", "--baseline").code()).isEqualTo(3);
        assertThat(Files.readString(directory.resolve(".plimsoll.yaml"))).contains("\n#baseline: ");
        assertThat(run().file("compose.yaml", Run.CLEAN).check().code()).isZero();
    }

    @Test
    void commentsAreAddedAndEverythingElseStays() throws IOException {
        String text = """
                services:
                  a:
                    image: x # y
                    tmpfs: /work \t
                  b: {image: x, tmpfs: [/a,
                    /b]}
                """;
        byte[] bytes = ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Path file = directory.resolve("compose.yaml");
        Files.write(file, bytes);
        Run.Result result = run().plimsoll("--add-ignores", "as it was");
        assertThat(result).isEqualTo(new Run.Result(0, "ignored 3 findings in 1 file\n", ""));
        String ignored = """
                services:
                  a:
                    image: x # y
                    tmpfs: /work # plimsoll: ignore[tmpfs-unbounded] as it was \t
                  # plimsoll: ignore[tmpfs-unbounded] as it was
                  b: {image: x, tmpfs: [/a,
                    /b]}
                """;
        assertThat(Files.readString(file)).isEqualTo("\uFEFF" + ignored.replace("\n", "\r\n"));
        assertThat(run().plimsoll().out()).isEqualTo("no findings in 1 file; 3 ignored\n");
        assertThat(run().plimsoll("--add-ignores", "again").out()).isEqualTo("ignored 0 findings in 0 files\n");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void whatCannotBeIgnoredByACommentIsTold() {
        Run run = run().file("compose.yaml", "services: {a: {image: x, tmpfs: /a}}\nservices: {}\n");
        Run.Result result = run.plimsoll("--add-ignores", "r");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("compose.yaml:2:1: error: no comment can ignore this finding of yaml-duplicate-key");
        assertThat(run().input(Run.WARNING).plimsoll("--add-ignores", "r", "-").code())
                .isEqualTo(1);
        assertThat(run().plimsoll("--add-ignores", "a\nb").code()).isEqualTo(2);
    }
}

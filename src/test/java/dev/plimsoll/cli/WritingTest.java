package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository that somebody else made does not choose what is written outside of it; and a write that fails is told. */
class WritingTest {
    private static final String FIXABLE = "version: \"3\"\nservices:\n  app:\n    image: example/app\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path top = Path.of("");
    private Path project = Path.of("");
    private Path outside = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        top = temporary.toRealPath();
        project = Files.createDirectories(top.resolve("project"));
        outside = Files.createDirectories(top.resolve("outside"));
        Files.createDirectory(project.resolve(".git"));
        Files.writeString(outside.resolve("file.yaml"), FIXABLE);
    }

    private Run run() {
        return Run.in(project);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(project.resolve(path), Path.of(target));
    }

    private void outsideIsAsItWas() throws IOException {
        assertThat(outside.toFile().list()).containsExactly("file.yaml");
        assertThat(outside.resolve("file.yaml")).hasContent(FIXABLE);
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix --write", "check --fix", "check --add-ignores why"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make symbolic links there")
    void changesDoNotFollowALinkOut(String command) throws IOException {
        link("compose.yaml", "../outside/file.yaml");
        String[] words = (command + " compose.yaml").split(" ", -1);
        // what it leads to is not shown either, so that there is nothing to change
        assertThat(run().plimsoll(words).code()).isBetween(0, 1);
        outsideIsAsItWas();
        // from a directory that holds both it is shown, and lies outside of the checkout all the same
        Run.Result result = Run.in(top).plimsoll(command.concat(" project").split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("project/compose.yaml:1:1: error: is reached through a symbolic link that leads out of "
                        + project + ", to " + outside + "/file.yaml\n");
        outsideIsAsItWas();
        assertThat(project.resolve("compose.yaml")).isSymbolicLink();
        Files.delete(project.resolve("compose.yaml"));
        Files.writeString(project.resolve("real.yaml"), FIXABLE);
        link("compose.yaml", "real.yaml");
        run().plimsoll(words);
        assertThat(project.resolve("compose.yaml")).isSymbolicLink();
        assertThat(Files.readString(project.resolve("real.yaml"))).isNotEqualTo(FIXABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output sarif=r",
                "--output json=r --output text",
                "--output html=folder/r",
                "--output json=folder/new/r",
                "--output json=new",
                "budget --output svg=r"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make symbolic links there")
    void reportsDoNotFollowALinkOut(String args) throws IOException {
        link("r", "../outside/file.yaml");
        link("folder", "../outside");
        link("new", "../outside/new");
        Run.Result result = run().file("compose.yaml", Run.CLEAN).plimsoll(args.split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("plimsoll: cannot write " + project)
                .contains(", which is reached through a symbolic link that leads out of ")
                .hasLineCount(1);
        outsideIsAsItWas();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make symbolic links there")
    void initDoesNotFollowALinkOut() throws IOException {
        link(".plimsoll.yaml", "../outside/new.yaml");
        assertThat(run().file("compose.yaml", Run.WARNING).plimsoll("init").code())
                .isEqualTo(2);
        outsideIsAsItWas();
        Files.delete(project.resolve(".plimsoll.yaml"));
        link(".plimsoll-baseline.yaml", "../outside/file.yaml");
        Run.Result result = run().plimsoll("init", "--baseline");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("leads out of " + project);
        outsideIsAsItWas();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/file.yaml", "../outside/new.yaml", ".git/config"})
    void aConfigurationPutsItsBaselineIntoTheCheckout(String baseline) throws IOException {
        Run run = run().file("compose.yaml", Run.WARNING).file(".plimsoll.yaml", "baseline: " + baseline + "\n");
        Run.Result result = run.plimsoll("init", "--baseline");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).endsWith(", which lies outside of " + project + "\n");
        outsideIsAsItWas();
        assertThat(project.resolve(".git")).isEmptyDirectory();
        assertThat(run.file(".plimsoll.yaml", "baseline: notes/known.yaml\n")
                        .plimsoll("init", "--baseline")
                        .out())
                .startsWith("wrote notes/known.yaml with 1 finding");
    }

    @Test
    void whatAProjectLeadsToOutsideIsNotChanged() throws IOException {
        Run run = run().file("compose.yaml", "include: [../outside/file.yaml]\n" + Run.WARNING);
        assertThat(run.plimsoll("check", "--add-ignores", "why", "compose.yaml").code())
                .isEqualTo(1);
        outsideIsAsItWas();
        run.file("compose.yaml", "include: [../outside/file.yaml]\n" + Run.WARNING);
        Run.Result ignored = Run.in(top).plimsoll("check", "--add-ignores", "why", "project/compose.yaml");
        assertThat(ignored.code()).isEqualTo(2);
        assertThat(ignored.err())
                .contains("outside/file.yaml:1:1: error: lies outside of the checkout")
                .endsWith("plimsoll: changed project/compose.yaml; not changed: outside/file.yaml\n");
        outsideIsAsItWas();
        run.file("compose.yaml", Run.CLEAN).file(".env", "COMPOSE_FILE=compose.yaml:../outside/file.yaml\n");
        assertThat(run.plimsoll("fix", "--write", "compose.yaml").code()).isZero();
        outsideIsAsItWas();
        assertThat(Run.in(top)
                        .plimsoll("fix", "--write", "project/compose.yaml")
                        .code())
                .isEqualTo(2);
        outsideIsAsItWas();
        // the user's own wish
        assertThat(run.plimsoll("fix", "--write", "-f", "compose.yaml", "-f", "../outside/file.yaml")
                        .code())
                .isZero();
        assertThat(Files.readString(outside.resolve("file.yaml"))).doesNotContain("version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix --write", "check --fix -q", "check --add-ignores why"})
    void whatWasChangedAndWhatWasNotIsSaid(String command) throws IOException {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            run().file(name + "/compose.yaml", FIXABLE);
        }
        Path locked = project.resolve("c/compose.yaml");
        assertThat(locked.toFile().setWritable(false, false)).isTrue();
        Run.Result result = run().plimsoll((command + " --profile strict").split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("c/compose.yaml:1:1: error: is read-only\n")
                .contains("plimsoll: changed a/compose.yaml, b/compose.yaml, d/compose.yaml;"
                        + " not changed: c/compose.yaml\n")
                .doesNotContain("no comment can ignore");
        assertThat(locked).hasContent(FIXABLE);
        assertThat(names(project.resolve("a"))).containsExactly("compose.yaml");
    }

    @Test
    void eachReportThatIsNotWrittenIsTold() throws IOException {
        Files.createDirectory(project.resolve("folder"));
        Run.Result result = run().file("compose.yaml", Run.CLEAN)
                .plimsoll("--output", "json=folder", "--output", "sarif=compose.yaml/r", "--output", "gitlab=g");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(2);
        assertThat(result.err()).contains("folder, which is a directory\n", "compose.yaml/r: a file is in the way\n");
        assertThat(project.resolve("g")).hasContent("[]");
        assertThat(names(project)).containsExactly(".git", "compose.yaml", "folder", "g");
    }
}

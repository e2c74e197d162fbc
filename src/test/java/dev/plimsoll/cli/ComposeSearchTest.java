package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeSearchTest {
    @TempDir
    Path directory;

    private Path file(String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Run.WARNING);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> found(boolean inWorkTree) throws IOException {
        return new ComposeSearch(directory.toFile(), inWorkTree, false).files();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose.yaml",
                "compose.yml",
                "docker-compose.yaml",
                "docker-compose.yml",
                "compose.override.yaml",
                "docker-compose.prod.yml",
                "compose-dev.yaml",
                "compose_x.yml",
                "docker-compose.a.b.yaml"
            })
    void takesNamesOfComposeFiles(String name) {
        assertThat(ComposeSearch.isComposeName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "compose",
                ".yaml",
                "compose.json",
                "composer.yaml",
                "my-compose.yaml",
                "docker-composed.yml",
                "compose.yaml.bak",
                "Compose.yaml",
                "compose..yaml.",
                "docker-compose-.yml.j2",
                "compose.yaml~"
            })
    void leavesOtherNames(String name) {
        assertThat(ComposeSearch.isComposeName(name)).isFalse();
    }

    @Test
    void walksADirectory() throws IOException {
        file("compose.yaml");
        file("b/docker-compose.yml");
        file("a/b/c/compose.prod.yaml");
        file("a/other.yaml");
        file(".hidden/compose.yaml");
        file("with space/compose.yaml");
        file("node_modules/x/compose.yaml");
        file(".git-not/compose.yaml");
        file(".svn/compose.yaml");
        Files.createDirectories(directory.resolve("c/compose.yaml/inner"));
        assertThat(found(false))
                .containsExactly(
                        ".git-not/compose.yaml",
                        ".hidden/compose.yaml",
                        "a/b/c/compose.prod.yaml",
                        "b/docker-compose.yml",
                        "compose.yaml",
                        "with space/compose.yaml");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link needs a privilege there")
    void followsNoLinksToDirectories() throws IOException {
        file("a/compose.yaml");
        Files.createSymbolicLink(directory.resolve("a/loop"), directory);
        Files.createSymbolicLink(directory.resolve("b"), directory.resolve("a"));
        Files.createSymbolicLink(directory.resolve("compose.yml"), directory.resolve("a/compose.yaml"));
        Files.createSymbolicLink(directory.resolve("compose.x.yaml"), directory.resolve("nowhere"));
        assertThat(found(false)).containsExactly("a/compose.yaml", "compose.yml");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no name holds a line break there")
    void aNameMayHoldALineBreak() throws IOException {
        file("a\nb/compose.yaml");
        assertThat(found(false)).containsExactly("a\nb/compose.yaml");
        assertThat(Run.in(directory).check().out()).startsWith("a\\nb/compose.yaml:1:45: ");
    }

    @Test
    @EnabledIf("hasGit")
    void asksGitInsideAWorkTree() throws Exception {
        git("init", "-q");
        Files.writeString(directory.resolve(".gitignore"), "ignored/\ncompose.local.yaml\n");
        file("compose.yaml");
        file("compose.local.yaml");
        file("ignored/compose.yaml");
        file("ignored/kept/compose.yaml");
        // no name holds a line break on Windows
        String odd = File.separatorChar == '/' ? "a\nb" : "a-b";
        file("a b/compose.yaml");
        file(odd + "/compose.yaml");
        file("界/compose.yaml");
        file("gone/compose.yaml");
        git("add", "-f", "ignored/kept/compose.yaml", "gone/compose.yaml");
        Files.delete(directory.resolve("gone/compose.yaml"));
        assertThat(found(true))
                .containsExactlyInAnyOrder(
                        odd + "/compose.yaml",
                        "a b/compose.yaml",
                        "compose.yaml",
                        "ignored/kept/compose.yaml",
                        "界/compose.yaml")
                .isSorted();
        assertThat(Run.in(directory).check().out().lines()).hasSize(5);
        assertThat(new ComposeSearch(directory.resolve("ignored").toFile(), true, false).files())
                .containsExactly("kept/compose.yaml");
    }

    @Test
    @EnabledIf("hasGit")
    void anIgnoredFileIsLintedWhenNamed() throws Exception {
        git("init", "-q");
        Files.writeString(directory.resolve(".gitignore"), "*.yaml\n");
        file("compose.yaml");
        assertThat(Run.in(directory).check(".").code()).isEqualTo(3);
        assertThat(Run.in(directory).check().code()).isEqualTo(3);
        assertThat(Run.in(directory).check("compose.yaml").findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void walksWhereGitCannotAnswer() throws IOException {
        Files.writeString(directory.resolve(".git"), "gitdir: nowhere\n");
        file("a/compose.yaml");
        assertThat(Run.in(directory).check().findings()).isEqualTo("a/compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void aWideDirectoryIsSearchedInOrder() throws IOException {
        for (int i = 0; i < 50; i++) {
            file("d" + i + "/compose.yaml");
        }
        assertThat(found(false)).hasSize(50).isSorted();
    }
}

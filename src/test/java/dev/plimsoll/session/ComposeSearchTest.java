package dev.plimsoll.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.Run;
import dev.plimsoll.compose.files.ProjectDiscovery;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        new GitProgram(directory).run(directory, arguments);
    }

    private List<String> found() throws IOException {
        return found("");
    }

    private List<String> found(String path) throws IOException {
        return new ComposeSearch(directory.resolve(path).toFile(), false, List.of(), Map.of()).files();
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
        assertThat(ProjectDiscovery.isComposeName(name)).isTrue();
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
        assertThat(ProjectDiscovery.isComposeName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/workflows/compose-test.yml", "a/.github/workflows/docker-compose.yml"})
    void leavesWorkflows(String path) {
        assertThat(ProjectDiscovery.isComposeFile(new File(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose.yaml",
                ".github/docker-compose.yml",
                "workflows/compose.yaml",
                "github/workflows/compose.yaml"
            })
    void takesWhatLiesElsewhere(String path) {
        assertThat(ProjectDiscovery.isComposeFile(new File(path))).isTrue();
    }

    @Test
    void findsNoWorkflow() throws IOException {
        file("compose.yaml");
        file(".github/workflows/compose-test.yml");
        assertThat(found()).containsExactly("compose.yaml");
    }

    @Test
    void readsAWorkflowOfThatNameAsOne() throws IOException {
        Path workflow = file(".github/workflows/compose-test.yml");
        Files.writeString(
                workflow,
                "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker run --tmpfs /x nginx\n");
        String out = Run.in(directory).check(workflow.toString()).out();
        assertThat(out)
                .contains("compose-test.yml:6:33: warning[tmpfs-unbounded]")
                .doesNotContain("schema");
    }

    @Test
    void leavesTheTasksOfARole() throws IOException {
        Path tasks = file("roles/shop/tasks/docker-compose.yml");
        Files.writeString(tasks, "- name: start\n  community.docker.docker_compose_v2:\n    project_src: /srv\n");
        assertThat(Run.in(directory).check().code()).isZero();
        Path elsewhere = file("shop/docker-compose.yml");
        Files.writeString(elsewhere, Files.readString(tasks));
        assertThat(Run.in(directory).check().err()).contains("a Compose file is a mapping, this is a list");
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
        assertThat(found())
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
        assertThat(found()).containsExactly("a/compose.yaml", "compose.yml");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no name holds a line break there")
    void aNameMayHoldALineBreak() throws IOException {
        file("a\nb/compose.yaml");
        assertThat(found()).containsExactly("a\nb/compose.yaml");
        assertThat(Run.in(directory).check().out()).startsWith("a\\nb/compose.yaml:1:45: ");
    }

    @Test
    @EnabledIf("dev.plimsoll.session.GitProgram#exists")
    void findsInAWorkTreeWhatGitTracksOrDoesNotIgnore() throws Exception {
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
        assertThat(found())
                .containsExactlyInAnyOrder(
                        odd + "/compose.yaml",
                        "a b/compose.yaml",
                        "compose.yaml",
                        "ignored/kept/compose.yaml",
                        "界/compose.yaml")
                .isSorted();
        assertThat(Run.in(directory).check().out().lines()).hasSize(5);
        assertThat(found("ignored")).containsExactly("kept/compose.yaml");
    }

    @Test
    @EnabledIf("dev.plimsoll.session.GitProgram#exists")
    void anIgnoredFileIsLintedWhenNamed() throws Exception {
        git("init", "-q");
        Files.writeString(directory.resolve(".gitignore"), "*.yaml\n");
        file("compose.yaml");
        assertThat(Run.in(directory).check(".").code()).isEqualTo(3);
        assertThat(Run.in(directory).check().code()).isEqualTo(3);
        assertThat(Run.in(directory).check("compose.yaml").findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void walksWhereTheRepositoryIsGone() throws IOException {
        Files.writeString(directory.resolve(".git"), "gitdir: nowhere\n");
        file("a/compose.yaml");
        assertThat(Run.in(directory).check().findings()).isEqualTo("a/compose.yaml tmpfs-unbounded\n");
    }

    @Test
    void searchesAnotherRepositoryWhereItIsNamed() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        file("compose.yaml");
        file("nested/compose.yaml");
        file("nested/ignored/compose.yaml");
        Files.createDirectory(directory.resolve("nested/.git"));
        Files.writeString(directory.resolve("nested/.gitignore"), "ignored\n");
        file("linked/deep/compose.yaml");
        Files.writeString(directory.resolve("linked/.git"), "gitdir: ../.git/modules/linked\n");
        assertThat(found()).containsExactly("compose.yaml");
        assertThat(found("nested")).containsExactly("compose.yaml");
        assertThat(found("linked")).containsExactly("deep/compose.yaml");
        assertThat(found("linked/deep")).containsExactly("compose.yaml");
    }

    @Test
    void readsTheRulesAboveTheDirectory() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        Files.writeString(directory.resolve(".gitignore"), "out/\n/a/b/compose.x.yaml\n!/a/out/b/compose.yaml\n");
        file("a/b/compose.yaml");
        file("a/b/compose.x.yaml");
        file("a/out/b/compose.yaml");
        assertThat(found("a")).containsExactly("b/compose.yaml");
        assertThat(found("a/b")).containsExactly("compose.yaml");
        assertThat(found("a/out/b")).as("a directory above it is ignored").isEmpty();
        assertThat(found("a/../a/./b")).containsExactly("compose.yaml");
    }

    @Test
    void leavesOthersFilesInAWorkTreeToo() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        file("node_modules/x/compose.yaml");
        file("vendor/x/compose.yaml");
        file("a/.venv/lib/x/compose.yaml");
        file(".git/compose.yaml");
        assertThat(found()).isEmpty();
        assertThat(found("vendor")).as("it is named").containsExactly("x/compose.yaml");
        assertThat(found("a/.venv/lib")).containsExactly("x/compose.yaml");
    }

    @Test
    @EnabledIf("dev.plimsoll.session.GitProgram#exists")
    void leavesWhatTheRepositorySaysIsASubmodule() throws Exception {
        git("init", "-q");
        file("module/compose.yaml");
        file("compose.yaml");
        git("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",module");
        assertThat(found()).containsExactly("compose.yaml");
    }

    @Test
    @EnabledIf("dev.plimsoll.session.GitProgram#exists")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link needs a privilege there")
    void followsNoLinkInPlaceOfATrackedDirectory() throws Exception {
        git("init", "-q");
        Path outside = directory.resolve("outside");
        git("init", "-q", "outside");
        file("a/compose.yaml");
        file("b/compose.yaml");
        git("add", "a", "b");
        Files.move(directory.resolve("a/compose.yaml"), outside.resolve("compose.yaml"));
        Files.delete(directory.resolve("a"));
        Files.createSymbolicLink(directory.resolve("a"), outside);
        assertThat(found()).containsExactly("b/compose.yaml");
        assertThat(found("a")).as("named, it is searched").containsExactly("compose.yaml");
    }

    @Test
    @EnabledIf("dev.plimsoll.session.GitProgram#exists")
    void findsInALinkedWorkTreeWhatIsTrackedThere() throws Exception {
        git("init", "-q", "main");
        Path main = directory.resolve("main");
        Files.writeString(main.resolve(".gitignore"), "*.yaml\n");
        GitProgram git = new GitProgram(directory);
        git.run(main, "add", ".");
        git.run(main, "commit", "-q", "-m", "x");
        git.run(main, "worktree", "add", "-q", "../other");
        file("other/compose.yaml");
        file("other/compose.x.yaml");
        git.run(directory.resolve("other"), "add", "-f", "compose.yaml");
        assertThat(found("other")).containsExactly("compose.yaml");
    }

    /** Git would fetch what the sparse tree lacks, by the command of the repository. */
    @Test
    @EnabledIf("dev.plimsoll.session.GitProgram#exists")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is one of a Unix shell")
    void aRepositoryInAFolderRunsNothing() throws Exception {
        GitProgram git = new GitProgram(directory);
        git("init", "-q", "seed");
        Path seed = directory.resolve("seed");
        file("seed/away/file");
        file("seed/kept/file");
        git.run(seed, "add", ".");
        git.run(seed, "commit", "-q", "-m", "x");
        git.run(seed, "sparse-checkout", "init", "--cone", "--sparse-index");
        git.run(seed, "sparse-checkout", "set", "kept");
        String tree = git.run(seed, "rev-parse", "HEAD:away").strip();
        Files.delete(seed.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));
        git("init", "-q", "repository");
        Path folder = directory.resolve("repository/folder");
        Files.move(seed.resolve(".git"), folder);
        file("repository/folder/compose.yaml");
        Path proof = directory.resolve("proof");
        Files.writeString(folder.resolve("config"), """
                [core]
                repositoryformatversion = 1
                bare = false
                worktree = .
                sparseCheckout = true
                sparseCheckoutCone = true
                sshCommand = touch '%s'; false
                fsmonitor = touch '%s'; false
                [index]
                sparse = true
                [extensions]
                partialClone = origin
                [remote "origin"]
                promisor = true
                url = ssh://host.invalid/path
                """.formatted(proof, proof));
        assertThat(found("repository/folder")).containsExactly("compose.yaml");
        assertThat(Run.in(folder).check().findings()).isEqualTo("compose.yaml tmpfs-unbounded\n");
        assertThat(proof).doesNotExist();
    }

    @Test
    void aWideDirectoryIsSearchedInOrder() throws IOException {
        for (int i = 0; i < 50; i++) {
            file("d" + i + "/compose.yaml");
        }
        assertThat(found()).hasSize(50).isSorted();
    }
}

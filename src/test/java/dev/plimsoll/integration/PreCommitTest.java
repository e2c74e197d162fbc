package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.CurrentJar;
import dev.plimsoll.testkit.Program;
import dev.plimsoll.testkit.ReleasePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hooks under the real pre-commit, from a repository that has the files of this work tree, in a repository that uses
 * them. A java in between counts the runs.
 */
@Tag("integration")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
class PreCommitTest {
    private static final String FINDING = "services: {app: {image: example/app, tmpfs: /work}}\n";
    private static final String CLEAN = "services: {app: {image: example/app}}\n";
    private static final String COMMAND = "docker run --rm --tmpfs /work example/app\n";
    private static final String CONFIG = ".pre-commit-config.yaml";

    @TempDir
    static Path shared;

    private static Path hooks;
    private static String revision;
    private static Path jar;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path repository = Path.of("repository");
    private Path runs = Path.of("runs.txt");

    @BeforeAll
    static void publish() throws Exception {
        assumeTrue(Program.exists("pre-commit"), "no pre-commit here");
        assumeTrue(Program.exists("git") && Files.exists(Path.of(".git")), "no git work tree here");
        hooks = Files.createDirectory(shared.resolve("hooks"));
        jar = CurrentJar.in(shared);
        String listed = Program.in(Path.of("").toAbsolutePath())
                .succeed("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ":!testdata");
        for (String name : listed.split("\0", -1)) {
            Path from = Path.of(name);
            if (!name.isEmpty() && Files.isRegularFile(from)) {
                Path to = hooks.resolve(name);
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        git(hooks, "init", "-q");
        git(hooks, "add", "-A");
        git(hooks, "commit", "-q", "-m", "the work tree");
        revision = git(hooks, "rev-parse", "HEAD").strip();
    }

    @BeforeEach
    void start() throws Exception {
        repository = Files.createDirectory(temporary.resolve("a repository"));
        runs = Files.createFile(temporary.resolve("runs.txt"));
        Path bin = Files.createDirectories(temporary.resolve("jdk/bin"));
        Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"17\"\n");
        Path java = bin.resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo run >>'%s'
                exec '%s/bin/java' "$@"
                """.formatted(runs, System.getProperty("java.home")));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        git(repository, "init", "-q");
    }

    private Program program() {
        return isolated(repository)
                .env("PRE_COMMIT_HOME", shared.resolve("pre-commit").toString())
                .env("PLIMSOLL_JAR", jar.toString())
                .env("PLIMSOLL_JAVA_HOME", temporary.resolve("jdk").toString())
                .env("PLIMSOLL_NO_CACHE", "1");
    }

    /** With nothing of the user's own git configuration, which may have hooks too. */
    private static Program isolated(Path directory) {
        return Program.in(directory)
                .env("GIT_CONFIG_GLOBAL", "/dev/null")
                .env("GIT_CONFIG_NOSYSTEM", "1")
                .env("GIT_AUTHOR_NAME", "a")
                .env("GIT_AUTHOR_EMAIL", "a@example.org")
                .env("GIT_COMMITTER_NAME", "a")
                .env("GIT_COMMITTER_EMAIL", "a@example.org");
    }

    private static String git(Path directory, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return isolated(directory).succeed(command);
    }

    /** Installs these hooks, a hook's configuration a line: {@code {id: plimsoll}}. */
    private void install(String... entries) throws Exception {
        StringBuilder config = new StringBuilder("repos:\n- repo: " + hooks + "\n  rev: " + revision + "\n  hooks:\n");
        for (String entry : entries) {
            config.append("  - ").append(entry).append('\n');
        }
        stage(CONFIG, config.toString());
        program().succeed("pre-commit", "install");
    }

    private void stage(String name, String text) throws Exception {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git(repository, "add", "--", name);
    }

    private Program.Outcome commit() throws Exception {
        return program().run("git", "commit", "-m", "a change");
    }

    private int commits() throws Exception {
        return git(repository, "rev-list", "--all").split("\n", -1).length - 1;
    }

    private int countedRuns() throws IOException {
        return Files.readAllLines(runs).size();
    }

    @Test
    void blocksACommitWithAFindingAndLetsTheMendedOnePass() throws Exception {
        install("{id: plimsoll}");
        stage("compose.yaml", FINDING);

        Program.Outcome blocked = commit();
        assertThat(blocked.code()).isEqualTo(1);
        assertThat(blocked.output()).contains("compose.yaml:1:45: warning[tmpfs-unbounded]", "- exit code: 1");
        assertThat(commits()).isZero();

        stage("compose.yaml", CLEAN);
        Program.Outcome passed = commit();
        assertThat(passed.code()).as(passed.output()).isZero();
        assertThat(passed.output()).containsPattern("plimsoll\\.+Passed");
        assertThat(commits()).isEqualTo(1);
        assertThat(countedRuns()).isEqualTo(2);
    }

    @Test
    void doesNotStartForOtherFiles() throws Exception {
        install("{id: plimsoll}");
        stage("composer.yaml", FINDING);
        stage("notes.md", "compose.yaml\n");

        assertThat(commit().code()).isZero();
        assertThat(countedRuns()).isZero();
    }

    @Test
    void takesAnyFileName() throws Exception {
        install("{id: plimsoll}");
        List<String> names = List.of(
                "--config=x-compose.yaml",
                "-d/compose.yaml",
                "-x-compose.yaml",
                "a dir/compose my.yaml",
                "a dir/compose.prod file.yaml",
                "$(touch evil)/compose.yml",
                "a;touch evil/compose-'\"`.yml",
                "界/docker-compose.yml");
        for (String name : names) {
            stage(name, FINDING);
        }

        Program.Outcome outcome = commit();

        assertThat(outcome.output()).contains("- exit code: 1").doesNotContain("unknown option");
        for (String name : names) {
            if (!name.equals("a dir/compose my.yaml")) {
                assertThat(outcome.output()).contains("\n" + name + ":1:45: warning[tmpfs-unbounded]");
            }
        }
        assertThat(outcome.output()).as("no name of a Compose file").doesNotContain("compose my.yaml");
        assertThat(repository.resolve("evil")).doesNotExist();
        assertThat(countedRuns()).isEqualTo(1);
    }

    @Test
    void lintsThreeHundredFilesInOneRun() throws Exception {
        install("{id: plimsoll}");
        for (int i = 0; i < 300; i++) {
            Path file = repository.resolve("project-" + i + "/compose.yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, i % 3 == 0 ? FINDING : CLEAN);
        }
        git(repository, "add", "-A");

        Program.Outcome outcome = commit();

        assertThat(outcome.output()).contains("100 warnings in 300 files");
        assertThat(countedRuns()).isEqualTo(1);
    }

    @Test
    void lintsABaseFileWithItsOverride() throws Exception {
        install("{id: plimsoll}");
        stage("compose.yaml", "services: {app: {image: example/app, mem_limit: 1g}}\n");
        stage("compose.override.yaml", "services: {app: {memswap_limit: 1g}}\n");
        Program.Outcome both = commit();
        assertThat(both.code()).as(both.output()).isZero();

        // alone it would be a swap limit without a memory limit
        stage("compose.override.yaml", "services: {app: {memswap_limit: 1024m}}\n");
        Program.Outcome one = commit();
        assertThat(one.code()).as(one.output()).isZero();
        assertThat(one.output()).containsPattern("plimsoll\\.+Passed");
    }

    @Test
    void fixesAndLetsTheUserLookAtIt() throws Exception {
        install("{id: plimsoll-fix}");
        stage("compose.yaml", "version: '3'\n" + CLEAN);

        Program.Outcome fixed = commit();
        assertThat(fixed.code()).isEqualTo(1);
        assertThat(fixed.output()).contains("files were modified by this hook");
        assertThat(repository.resolve("compose.yaml")).hasContent(CLEAN);

        git(repository, "add", "compose.yaml");
        assertThat(commit().code()).isZero();
    }

    @Test
    void findsCommandsWhereTheyAreEmbedded() throws Exception {
        install("{id: plimsoll-docker-run}", "{id: plimsoll-workflows}");
        stage("-run me.sh", "#!/bin/sh\n" + COMMAND);
        stage("start", "#!/usr/bin/env bash\n" + COMMAND);
        assertThat(repository.resolve("start").toFile().setExecutable(true)).isTrue();
        git(repository, "add", "start");
        stage("Makefile", "all:\n\t" + COMMAND);
        stage("notes.md", "# Notes\n\n```bash\n" + COMMAND + "```\n");
        stage(
                ".github/workflows/ci.yml",
                "on: push\njobs: {a: {runs-on: x, steps: [{run: " + COMMAND.strip() + "}]}}\n");
        stage("plain.md", "nothing here\n");
        stage("plain.sh", "true\n");

        Program.Outcome outcome = commit();

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
        for (String place : List.of("-run me.sh:2:", "start:2:", "Makefile:2:", "notes.md:4:", "ci.yml:2:")) {
            assertThat(outcome.output()).contains(place);
        }
        assertThat(outcome.output()).doesNotContain("plain.").doesNotContain("input error");
        assertThat(countedRuns()).isEqualTo(2);
    }

    @Test
    void findsNothingWhereThereIsNoCommand() throws Exception {
        install("{id: plimsoll-docker-run}");
        stage("plain.md", "nothing here\n");
        stage("plain.sh", "true\n");

        Program.Outcome outcome = commit();

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(countedRuns()).isEqualTo(1);
    }

    @Test
    void takesArgumentsOfTheUser() throws Exception {
        install("{id: plimsoll, args: [--fail-on=error, --]}");
        stage("-x-compose.yaml", FINDING);

        assertThat(commit().code()).isZero();
        assertThat(countedRuns()).isEqualTo(1);
    }

    @Test
    void runsTheInstalledProgram() throws Exception {
        install("{id: plimsoll-system}");
        stage("-x-compose.yaml", FINDING);
        Path bin = Files.createDirectory(temporary.resolve("bin"));
        Path installed = bin.resolve("plimsoll");
        Files.writeString(
                installed, "#!/bin/sh\nexec '" + Path.of("bin/plimsoll").toAbsolutePath() + "' \"$@\"\n");
        assertThat(installed.toFile().setExecutable(true)).isTrue();

        Program.Outcome outcome =
                program().env("PATH", bin + ":" + System.getenv("PATH")).run("git", "commit", "-m", "a change");

        assertThat(outcome.output()).contains("-x-compose.yaml:1:45: warning[tmpfs-unbounded]", "- exit code: 1");
    }

    @Test
    void saysInOneLineWhatIsMissing() throws Exception {
        install("{id: plimsoll}");
        stage("compose.yaml", CLEAN);

        Program.Outcome outcome =
                program().env("PLIMSOLL_JAVA_HOME", "/nowhere").run("git", "commit", "-m", "a change");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("- exit code: 2\n\nplimsoll: Java 17 or newer is needed, but PLIMSOLL_JAVA_HOME (/nowhere)");
    }

    @Test
    void theManifestIsValid() throws Exception {
        program()
                .succeed(
                        "pre-commit",
                        "validate-manifest",
                        Path.of(".pre-commit-hooks.yaml").toAbsolutePath().toString());
    }

    @Test
    void aTagBringsItsReleaseAndIsNotBuilt() throws Exception {
        assumeTrue(Program.exists("curl") && Program.exists("tar"), "no curl or tar here");
        String image = "plimsoll-0.1.0-" + ReleasePage.platform() + ".tar.gz";
        byte[] archive = ReleasePage.archive(List.of(new ReleasePage.Entry(
                "plimsoll-0.1.0/runtime/bin/java", "#!/bin/sh\necho \"released: $*\"\nexit 101\n")));
        Path tagged = temporary.resolve("tagged");
        git(temporary, "clone", "-q", hooks.toString(), tagged.toString());
        Files.writeString(tagged.resolve("bin/checksums.txt"), ReleasePage.sha256(archive) + "  " + image + "\n");
        git(tagged, "add", "-A");
        git(tagged, "commit", "-q", "-m", "Release 0.1.0");
        git(tagged, "tag", "v0.1.0");
        stage(CONFIG, "repos:\n- repo: " + tagged + "\n  rev: v0.1.0\n  hooks: [{id: plimsoll}]\n");
        stage("-x-compose.yaml", FINDING);

        try (ReleasePage page = new ReleasePage()) {
            page.put("/v0.1.0/" + image, archive);
            for (int i = 0; i < 2; i++) {
                Program.Outcome outcome = isolated(repository)
                        .env("PRE_COMMIT_HOME", temporary.resolve("pre-commit").toString())
                        .env("PLIMSOLL_CACHE_DIR", temporary.resolve("cache").toString())
                        .env("PLIMSOLL_RELEASES_URL", page.url())
                        .env("JAVA_HOME", "/nowhere")
                        .run("pre-commit", "run");

                assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
                assertThat(outcome.output())
                        .containsPattern("released: .* check --allow-no-files -- -x-compose\\.yaml\n");
            }
            assertThat(page.requests).hasSize(1);
        }
    }

    @Test
    void aFreshCloneBuildsItself() throws Exception {
        assumeTrue(Program.exists("mvn"), "no Maven here");
        stage("a b.compose.yaml", FINDING);
        git(repository, "commit", "-q", "-m", "a project");

        Program.Outcome outcome = isolated(repository)
                .env("PRE_COMMIT_HOME", temporary.resolve("pre-commit").toString())
                .env("PLIMSOLL_NO_CACHE", "1")
                .run("pre-commit", "try-repo", hooks.toString(), "plimsoll", "--all-files");

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output()).contains("a b.compose.yaml:1:45: warning[tmpfs-unbounded]", "- exit code: 1");
    }
}

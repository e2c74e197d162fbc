package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.Program;
import dev.plimsoll.testkit.ReleasePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The scripts of the release workflow that need nothing of GitHub's, in a repository with an origin: what is tagged, when it is
 * seen, and that a clone of the tag runs what was released. A gh in between only writes down what it is asked for.
 */
@Tag("integration")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "these jobs run on Linux")
class ReleaseWorkflowTest {
    private static final List<String> PLATFORMS =
            List.of("linux-arm64", "linux-x64", "macos-arm64", "macos-x64", "windows-x64");
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path work = Path.of("work");
    private String version = "";

    @BeforeEach
    void publishTheSources() throws Exception {
        for (String needed : List.of("git", "bash", "curl", "tar", "sha256sum")) {
            assumeTrue(Program.exists(needed), "no " + needed + " here");
        }
        Path sources = Files.createDirectory(temporary.resolve("sources"));
        for (String name : List.of("bin", "src/dist", "pom.xml", ".pre-commit-hooks.yaml", ".github/CHANGELOG.md")) {
            try (Stream<Path> files = Files.walk(Path.of(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = sources.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        assumeTrue(!Files.exists(sources.resolve("bin/checksums.txt")), "this is the checkout of a release");
        git(sources, "init", "-q", "-b", "main");
        git(sources, "add", "-A");
        git(sources, "commit", "-q", "-m", "sources");
        git(temporary, "clone", "-q", "--bare", "sources", "origin.git");
        work = temporary.resolve("work");
        git(
                temporary,
                "clone",
                "-q",
                "--depth",
                "1",
                temporary.resolve("origin.git").toUri().toString(),
                "work");
        Path gh = Files.createDirectory(temporary.resolve("programs")).resolve("gh");
        Files.writeString(gh, """
                #!/bin/sh
                printf '%%s, %%s tags\\n' "$*" "$(git ls-remote --tags origin | wc -l | tr -d ' ')" >>'%s'
                """.formatted(temporary.resolve("gh.txt")));
        assertThat(gh.toFile().setExecutable(true)).isTrue();
    }

    private Program program(Path directory) {
        Program program = Program.in(directory)
                .env("GIT_CONFIG_GLOBAL", "/dev/null")
                .env("GIT_CONFIG_NOSYSTEM", "1")
                .env("PATH", temporary.resolve("programs") + ":" + System.getenv("PATH"))
                .env("VERSION", version)
                .env("DIGEST", DIGEST)
                .env("GITHUB_REF", "refs/heads/main")
                .env("GITHUB_OUTPUT", temporary.resolve("output.txt").toString());
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            program.env("GIT_" + who + "_NAME", "a").env("GIT_" + who + "_EMAIL", "a@example.org");
        }
        return program;
    }

    private String git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return program(directory).succeed(command.toArray(String[]::new));
    }

    /** The scripts of a job, in their order. */
    private static List<String> scripts(String job) throws IOException {
        Map<?, ?> workflow = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of(".github/workflows/release.yml")));
        List<String> scripts = new ArrayList<>();
        for (Object step : (List<?>) ((Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get(job)).get("steps")) {
            if (((Map<?, ?>) step).get("run") instanceof String script) {
                scripts.add(script);
            }
        }
        return scripts;
    }

    private Program.Outcome run(String job) throws IOException, InterruptedException {
        Program.Outcome outcome = new Program.Outcome(0, "");
        for (String script : scripts(job)) {
            outcome = program(work).run("bash", "-eo", "pipefail", "-c", script);
            if (outcome.code() != 0) {
                return outcome;
            }
        }
        return outcome;
    }

    private void succeed(String job) throws IOException, InterruptedException {
        Program.Outcome outcome = run(job);
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @Test
    void aCloneOfTheTagRunsWhatWasReleased() throws Exception {
        succeed("version");
        String output = Files.readString(temporary.resolve("output.txt"));
        version = output.substring("version=".length()).strip();
        String image = "plimsoll-" + version + "-" + ReleasePage.platform() + ".tar.gz";
        Path release = Files.createDirectory(work.resolve("release"));
        for (String platform : PLATFORMS) {
            Files.writeString(release.resolve("plimsoll-" + version + "-" + platform + ".tar.gz"), platform);
        }
        byte[] archive = ReleasePage.archive(List.of(new ReleasePage.Entry(
                "plimsoll-" + version + "/runtime/bin/java", "#!/bin/sh\necho \"released: $*\"\n")));
        Files.write(release.resolve(image), archive);
        Files.writeString(release.resolve("plimsoll-" + version + ".jar"), "jar");
        Files.writeString(release.resolve("plimsoll-" + version + ".cdx.json"), "{}");

        succeed("publish");

        String tag = "v" + version;
        List<String> asked = Files.readAllLines(temporary.resolve("gh.txt"));
        assertThat(asked)
                .as("no tag without its files, and no files for long without their tag")
                .hasSize(3);
        assertThat(asked.get(0))
                .startsWith("release create " + tag + " --draft ")
                .endsWith(", 0 tags");
        assertThat(asked.get(2)).isEqualTo("release edit " + tag + " --draft=false, 1 tags");
        assertThat(Files.readString(work.resolve("notes.md"))).isNotBlank();
        Path origin = temporary.resolve("origin.git");
        assertThat(git(origin, "diff", "--name-only", "main", tag).lines())
                .containsExactly(".pre-commit-hooks.yaml", "bin/checksums.txt");
        assertThat(git(origin, "show", tag + ":bin/checksums.txt").lines())
                .hasSize(9)
                .anyMatch(line -> line.endsWith("  plimsoll.rb"))
                .anyMatch(line -> line.endsWith("  plimsoll-" + version + ".cdx.json"));
        assertThat(git(origin, "show", tag + ":.pre-commit-hooks.yaml")).contains("@" + DIGEST + " check");

        git(temporary, "clone", "-q", "-b", tag, "origin.git", "clone");
        try (ReleasePage page = new ReleasePage()) {
            page.put("/" + tag + "/" + image, archive);
            assertThat(program(temporary)
                            .env("PLIMSOLL_RELEASES_URL", page.url())
                            .env(
                                    "PLIMSOLL_CACHE_DIR",
                                    temporary.resolve("cache").toString())
                            .succeed("clone/bin/plimsoll", "check"))
                    .contains("released: ");
        }
        assertThat(run("version").output()).contains("bin/checksums.txt belongs into tags only");

        mainGoesOn(tag);
    }

    /** As CONTRIBUTING.md says: afterwards pre-commit's autoupdate sees the tag, and main is built as before. */
    private void mainGoesOn(String tag) throws Exception {
        String guide = Files.readString(Path.of(".github/CONTRIBUTING.md"));
        int begin = guide.indexOf("   git fetch origin tag ");
        String steps = guide.substring(begin, guide.indexOf("```", begin)).replaceAll("v\\d+\\.\\d+\\.\\d+", tag);
        git(temporary, "clone", "-q", "origin.git", "maintainer");
        Path maintainer = temporary.resolve("maintainer");
        Files.writeString(maintainer.resolve("NEWS"), "meanwhile", StandardCharsets.UTF_8);
        git(maintainer, "add", "-A");
        git(maintainer, "commit", "-q", "-m", "meanwhile");
        program(maintainer).succeed("sh", "-ec", steps);

        assertThat(git(maintainer, "describe", "--tags", "--abbrev=0").strip()).isEqualTo(tag);
        assertThat(maintainer.resolve("bin/checksums.txt")).doesNotExist();
    }

    @Test
    void onlyMainIsReleasedAndOnlyOnce() throws Exception {
        assertThat(program(work)
                        .env("GITHUB_REF", "refs/heads/feature")
                        .run("bash", "-eo", "pipefail", "-c", scripts("version").get(0))
                        .output())
                .contains("::error::not on main");

        Path pom = work.resolve("pom.xml");
        String text = Files.readString(pom);
        Files.writeString(pom, text.replaceFirst("<version>([\\d.]+)</version>", "<version>$1-SNAPSHOT</version>"));
        assertThat(run("version").output()).contains("::error::not a version to release");

        Files.writeString(pom, text);
        succeed("version");
        String tag = Files.readString(temporary.resolve("output.txt")).strip().replace("version=", "v");
        git(work, "tag", tag);
        git(work, "push", "-q", "origin", tag);
        assertThat(run("version").output()).contains("is released");
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll docker run …}, and files that hold such commands. */
class DockerCommandTest {
    private static final String README = """
            # App

            ```bash
            docker run --tmpfs /tmp myapp
            ```

            ```yaml
            services:
              app:
                image: myapp
                tmpfs: /work
            ```
            """;

    @TempDir
    private Path directory;

    @Test
    void lintsACommandInWords() {
        Run.Result result = Run.in(directory).check("docker", "run", "--tmpfs", "/tmp", "my app's", "sh");
        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out()).contains("command-line:1:20: warning[tmpfs-unbounded]");
        assertThat(Run.in(directory).check("podman", "run", "nginx").code()).isEqualTo(ExitCode.OK);
        assertThat(Run.in(directory)
                        .plimsoll("check", "--fail-on", "never", "docker", "volume", "create", "--nothing", "x")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void optionsOfPlimsollStandBeforeTheCommand() {
        Run.Result result = Run.in(directory)
                .plimsoll(
                        "--output",
                        "json",
                        "--select",
                        "swap-limit-missing",
                        "docker",
                        "run",
                        "-m",
                        "1g",
                        "--tmpfs",
                        "/t:size=1m",
                        "x",
                        "--output",
                        "y");
        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out()).contains("\"rule\":\"swap-limit-missing\"");
        assertThat(Run.in(directory)
                        .plimsoll("--nonsense", "docker", "run", "x")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void otherCommandsAreNotRead() {
        Run.Result result = Run.in(directory).plimsoll("docker", "ps", "-a");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("only docker run, create and volume create are read, not \"docker ps -a\"");
        assertThat(Run.in(directory).plimsoll("docker", "run", "--help").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aCommandInWordsHasNoFileToFix() {
        Run.Result result = Run.in(directory).plimsoll("--fix", "docker", "run", "-m", "1g", "x");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("no file to change");
    }

    @Test
    void aDirectoryCalledDockerIsSearched() {
        Run run = Run.in(directory).file("docker/compose.yaml", Run.WARNING).file("web/compose.yaml", Run.WARNING);
        assertThat(run.check("docker").findings()).isEqualTo("docker/compose.yaml tmpfs-unbounded\n");
        assertThat(run.check("docker", "web").findings())
                .isEqualTo("docker/compose.yaml tmpfs-unbounded\nweb/compose.yaml tmpfs-unbounded\n");
        assertThat(run.check("docker", "run", "--tmpfs", "/x", "i").findings())
                .isEqualTo("command-line tmpfs-unbounded\n");
    }

    @Test
    void namedFilesAreReadForCommandsAndExamples() {
        Run run = Run.in(directory)
                .file("README.md", README)
                .file("Makefile", "up:\n\tdocker run --tmpfs /tmp myapp\n")
                .file(".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n      - run: docker run --tmpfs /t i\n")
                .file("deploy.sh", "docker run -m 1Gi myapp\n");
        assertThat(run.check("README.md", "Makefile", ".github/workflows/ci.yml", "deploy.sh")
                        .findings())
                .isEqualTo("""
                        .github/workflows/ci.yml tmpfs-unbounded
                        Makefile tmpfs-unbounded
                        README.md tmpfs-unbounded
                        README.md tmpfs-unbounded
                        deploy.sh run-invalid-value
                        """);
        assertThat(run.check("README.md").out()).contains("README.md:4:20:").contains("README.md:11:12:");
    }

    @Test
    void aFileWithoutCommandsIsFine() {
        Run run = Run.in(directory).file("README.md", "# Nothing\n").file("x.sh", "ls\n");
        assertThat(run.check("README.md", "x.sh").code()).isEqualTo(ExitCode.OK);
        assertThat(run.check(".").code()).isEqualTo(ExitCode.NOTHING);
    }

    @Test
    void directoriesAreSearchedForCommandsOnRequest() {
        Run run = Run.in(directory)
                .file("README.md", README)
                .file("compose.yaml", Run.CLEAN)
                .file("node_modules/x/README.md", README)
                .file("notes.txt", "docker run --tmpfs /tmp x\n");
        assertThat(run.check().findings()).isEmpty();
        assertThat(run.check("--embedded").findings())
                .isEqualTo("README.md tmpfs-unbounded\nREADME.md tmpfs-unbounded\n");
    }

    @Test
    void standardInputIsReadAsWhatItIsCalled() {
        Run run = Run.in(directory).input("docker run --tmpfs /tmp x\n");
        assertThat(run.check("-", "--stdin-filename", "deploy.sh").findings()).isEqualTo("deploy.sh tmpfs-unbounded\n");
    }

    @Test
    void fixesAreWrittenIntoScripts() throws IOException {
        Run run = Run.in(directory)
                .file("run.sh", "docker run --tmpfs /tmp:size=64mb x # keep\n")
                .file("README.md", README);
        assertThat(run.plimsoll("fix", "--write", "--unsafe-fixes", "run.sh", "README.md")
                        .code())
                .isLessThan(ExitCode.USAGE);
        assertThat(Files.readString(directory.resolve("run.sh")))
                .isEqualTo("docker run --tmpfs /tmp:size=64m x # keep\n");
        assertThat(Files.readString(directory.resolve("README.md")))
                .isEqualTo(README.replace("--tmpfs /tmp ", "--tmpfs /tmp:size=64m ")
                        .replace("/work", "/work:size=64m"));
    }

    @Test
    void theModelOfAScriptIsShown() {
        Run run = Run.in(directory).file("run.sh", "docker run --name web -m 1g -v data:/x nginx\n");
        Run.Result result = run.plimsoll("model", "run.sh");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("\"name\":\"web\"").contains("\"limit\":1073741824");
        assertThat(run.file("bad.sh", "docker run -m 1Gi x\n")
                        .plimsoll("model", "bad.sh")
                        .code())
                .isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void whatStartsDockerIsLeftOff() {
        Run run = Run.in(directory);
        assertThat(run.check("sudo", "-E", "docker", "run", "--tmpfs", "/x", "i")
                        .findings())
                .isEqualTo("command-line tmpfs-unbounded\n");
        assertThat(run.check("env", "A=b", "docker", "run", "--tmpfs", "/x", "i")
                        .findings())
                .isEqualTo("command-line tmpfs-unbounded\n");
        assertThat(run.check("sudo", "ls", "docker").code()).isEqualTo(ExitCode.USAGE);
    }

    /** Docker 28: 'docker run' requires at least 1 argument; invalid reference format. */
    @Test
    void aTypedCommandIsNoSketch() {
        Run run = Run.in(directory);
        assertThat(run.check("docker", "run").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("docker", "create").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("docker", "run", "--rm", "").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.file("notes.md", "Then docker run:\n\n    docker run\n")
                        .check("notes.md")
                        .findings())
                .isEmpty();
    }

    @Test
    void aDashOfAWordProcessorIsCalledSo() {
        Run.Result result = Run.in(directory).check("docker", "run", "\u2013name", "web", "nginx:1.27");
        assertThat(result.out()).contains("\"\u2013name\" starts with an en dash, not with \"--\", so docker takes it");
        assertThat(Run.in(directory).check("docker", "run", "\u2014rm", "x").out())
                .contains("starts with an em dash");
    }

    @Test
    void aCommandOnStandardInputIsRecognized() {
        String command = "\n# starts it\nsudo docker run --tmpfs /tmp x\n";
        assertThat(Run.in(directory).input(command).check("-").findings()).isEqualTo("stdin.sh tmpfs-unbounded\n");
        assertThat(Run.in(directory).input(Run.WARNING).check("-").findings())
                .isEqualTo("compose.yaml tmpfs-unbounded\n");
        assertThat(Run.in(directory)
                        .input(command)
                        .check("-", "--stdin-filename", "x.yaml")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anExampleNeedNotSayWhereItsDataIsKept() {
        Run run = Run.in(directory)
                .file("README.md", "```yaml\nservices:\n  db:\n    image: postgres:16\n```\n")
                .file("compose.yaml", "services:\n  db:\n    image: postgres:16\n");
        assertThat(run.check("README.md").findings()).isEmpty();
        assertThat(run.check("compose.yaml").findings()).isEqualTo("compose.yaml database-without-volume\n");
        assertThat(run.check("--select", "database-without-volume", "README.md").findings())
                .isEqualTo("README.md database-without-volume\n");
        run.file(".plimsoll.yaml", "rules:\n  database-without-volume: {enabled: true}\n");
        assertThat(run.check("README.md").findings()).isEqualTo("README.md database-without-volume\n");
    }
}

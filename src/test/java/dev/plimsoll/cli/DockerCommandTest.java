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

    /** The line is shown as it was typed, and places count from its beginning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker",
                "sudo docker",
                "sudo -E docker",
                "sudo -u root docker",
                "env A=b docker",
                "time docker",
                "DOCKER_HOST=tcp://x docker",
                "A=b C=d sudo podman",
                "/usr/bin/docker"
            })
    void whatStartsDockerIsKept(String start) {
        String line = start + " run --tmpfs /x i";
        Run.Result result = Run.in(directory).plimsoll(line.split(" ", -1));
        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out())
                .startsWith("command-line:1:" + (start.length() + " run --tmpfs ".length() + 1) + ": warning")
                .contains("\n1 - " + line + "\n1 + " + start + " run --tmpfs /x:size=");
    }

    @Test
    void aVariableAloneStartsNothing() {
        Run run = Run.in(directory);
        assertThat(run.check("sudo", "ls", "docker").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.check("A=b", "C=d").code()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "docker compose up, plimsoll check reads the Compose file",
        "docker stack deploy -c x.yaml y, plimsoll check reads the Compose file",
        "docker build ., a Compose file builds",
        "docker exec x ls, the command that made the container",
        "docker, not \"docker\"",
        "podman ps, only podman run"
    })
    void otherCommandsLeadToWhatIsRead(String command, String hint) {
        Run.Result result = Run.in(directory).plimsoll(command.split(" ", -1));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains(" run, create and volume create are read")
                .contains(hint);
        assertThat(result.err().lines()).hasSize(1);
    }

    /** Docker 28: 'docker run' requires at least 1 argument; invalid reference format. */
    @Test
    void aTypedCommandIsNoSketch() {
        Run run = Run.in(directory);
        assertThat(run.check("docker", "run").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("docker", "create").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("docker", "run", "--rm", "").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("podman", "run").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("podman", "create", "--rm").findings()).isEqualTo("command-line run-invalid-value\n");
        assertThat(run.check("podman", "run", "--of-podman").code()).isEqualTo(ExitCode.OK);
        assertThat(run.check("docker", "volume", "create").code()).isEqualTo(ExitCode.OK);
        assertThat(run.input("docker run\n").check("-").findings()).isEqualTo("stdin.sh run-invalid-value\n");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "docker run --tmpfs /t x; stdin.sh:1:20",
                "\\n# starts it\\n\\nsudo docker run --tmpfs /t x; stdin.sh:4:25",
                "$ docker run --tmpfs /t x; stdin:1:22",
                "$ sudo docker run --tmpfs /t x; stdin:1:27",
                "root@host:~# docker run --tmpfs /t x; stdin:1:33",
                "[root@host ~]# docker run --tmpfs /t x; stdin:1:35",
                "$ docker pull x\\nlatest: Pulling\\n$ docker run --tmpfs /t x; stdin:3:22",
                "DOCKER_HOST=x docker run --tmpfs /t x; stdin.sh:1:34",
                "time docker run --tmpfs /t x; stdin.sh:1:25",
                "set -e\\nexport A=b\\ndocker run --tmpfs /t x; stdin.sh:3:20",
                "mkdir a && podman run --tmpfs /t x; stdin.sh:1:31",
                "docker run \\\\n  --tmpfs /t \\\\n  x; stdin.sh:2:11",
                "\uFEFFdocker run --tmpfs /t x; stdin.sh:1:20",
                "# App\\nText\\n```sh\\ndocker run --tmpfs /t x\\n```; stdin.md:4:20",
                "services: {a: {image: i, tmpfs: /t}}; compose.yaml:1:33",
                "'{\"services\": {\"a\": {\"image\": \"i\", \"tmpfs\": \"/t\"}}}'; compose.yaml:1:44",
                "x-a: docker run b\\nservices: {a: {image: i, tmpfs: /t}}; compose.yaml:2:33",
                "---\\nservices: {a: {image: i, tmpfs: /t}}; compose.yaml:2:33"
            })
    void standardInputTellsWhatItIs(String input, String place) {
        Run.Result result =
                Run.in(directory).input(input.replace("\\n", "\n") + "\n").check("--ignore", "run-rm-database", "-");
        assertThat(result.out()).startsWith(place + ": warning[tmpfs-unbounded]");
        assertThat(result.out().lines()).hasSize(1);
    }

    @Test
    void aNameDecidesWhatStandardInputIs() {
        Run run = Run.in(directory).input("docker run --tmpfs /tmp x\n");
        assertThat(run.check("-", "--stdin-filename", "x.yaml").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.in(directory).input("hello\n").check("-").err()).contains("a Compose file is a mapping");
    }

    /** As in words: what was handed over to be read and is not is no success. */
    @ParameterizedTest
    @CsvSource({"docker ps, stdin.sh:1:1", "$ docker compose up -d, stdin:1:3"})
    void standardInputWithoutACommandThatIsReadIsNoSuccess(String input, String place) {
        Run.Result result = Run.in(directory).input(input + "\n").check("-");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(place
                        + ": error: only docker run, create and volume create are read, and there is none here\n");
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

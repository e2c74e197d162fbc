package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.CurrentJar;
import dev.plimsoll.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that no file system takes are paths where nothing lies, wherever a file or a command line writes them. */
class OddPathsTest {
    /** As YAML's double quotes write them. */
    private static final List<String> ODD =
            List.of("a\\0b", "\\uD800", "x\\uDC00/y", "\\0", "B\\u00FCcher/\\u754C", "n".repeat(5000), "../\\0/..");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: {a: {build: \"%s\", tmpfs: /t}}",
                "services: {a: {build: {context: ., dockerfile: \"%s\"}}}",
                "services: {a: {build: {context: \"%s\", dockerfile: \"%s\"}}}",
                "services: {a: {image: x, env_file: \"%s\"}}",
                "services: {a: {image: x, env_file: [{path: \"%s\", required: false}]}}",
                "services: {a: {image: postgres, volumes: [\"./%s:/var/lib/postgresql/data\"]}}",
                "services: {a: {image: postgres, volumes: [{type: bind, source: \"%s\", target: /d}]}}",
                "services: {a: {extends: {file: \"%s\", service: b}}}",
                "include: [\"%s\"]",
                "include: [{path: \"%s\", project_directory: \"%s\", env_file: \"%s\"}]",
                "include: [{path: b.yaml, project_directory: \"%s\", env_file: \"%s\"}]",
                "configs: {c: {file: \"%s\"}}\nservices: {a: {image: x, configs: [c]}}",
                "name: \"%s\"\nservices: {a: {image: x}}",
            })
    void inAComposeFile(String text) {
        Run run = Run.in(directory).file("b.yaml", Run.CLEAN);
        for (String odd : ODD) {
            run.file("compose.yaml", text.replace("%s", odd));
            for (List<String> args : List.of(
                    List.of("check", "--profile", "strict", "compose.yaml"),
                    List.of("fix", "--unsafe-fixes", "compose.yaml"),
                    List.of("model"),
                    List.of("budget"))) {
                assertThat(run.plimsoll(args.toArray(new String[0])).code())
                        .as("%s of %s", args, odd)
                        .isLessThan(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extends: \"%s\"",
                "baseline: \"%s\"",
                "exclude: [\"%s\"]",
                "ignore: [{rule: tmpfs-unbounded, path: \"%s\", reason: x}]",
                "overrides: [{paths: [\"%s\"], rules: {tmpfs-unbounded: {enabled: false}}}]"
            })
    void inAConfiguration(String text) {
        Run run = Run.in(directory).file("compose.yaml", Run.WARNING);
        for (String odd : ODD) {
            run.file(".plimsoll.yaml", text.replace("%s", odd));
            assertThat(run.plimsoll("check", ".").code()).as(odd).isLessThan(3);
        }
    }

    @Test
    void inAnEnvironmentFile() {
        Run run = Run.in(directory).file("compose.yaml", Run.CLEAN);
        for (String odd : List.of("a\0b", "a\0b:c\0", "\0")) {
            run.file(".env", "COMPOSE_FILE=" + odd + "\n");
            assertThat(run.plimsoll("check", ".").code()).isLessThan(4);
            assertThat(run.plimsoll("model").code()).isLessThan(4);
        }
    }

    @Test
    void onTheCommandLine() {
        Run run = Run.in(directory).file("compose.yaml", Run.CLEAN);
        for (String odd : List.of("a\0b", "\uD800", "x".repeat(5000), "界/\uDC00", "/\0/../..")) {
            for (List<String> args : List.of(
                    List.of(odd),
                    List.of("-f", odd),
                    List.of("-f", "compose.yaml", "--env-file", odd),
                    List.of("--config", odd, "compose.yaml"),
                    List.of("--baseline", odd, "compose.yaml"),
                    List.of("--output", "json=" + odd, "compose.yaml"),
                    List.of("--stdin-filename", odd, "-"),
                    List.of("fix", "--write", odd),
                    List.of("fix", "--write", "--stdin-filename", odd, "-"),
                    List.of("budget", "--output", "json=" + odd),
                    List.of("model", odd),
                    List.of("init", "--baseline", odd))) {
                assertThat(run.input(Run.WARNING)
                                .plimsoll(args.toArray(new String[0]))
                                .code())
                        .as("%s", args)
                        .isLessThan(4);
            }
            assertThat(run.plimsoll(odd).err()).contains("no such file or directory");
        }
    }

    /** The JVM's encoding of names is ASCII there: what it cannot write is not there, and nothing fails. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "names have one encoding there")
    void withoutALocale() throws IOException, InterruptedException {
        Path jar = CurrentJar.in(directory);
        String yaml = "services: {a: {build: ./Bücher, image: x, tmpfs: /t, env_file: Größe, volumes: ['./界:/d']}}\n";
        Files.writeString(directory.resolve("compose.yaml"), yaml);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        for (String args : List.of("check compose.yaml", "fix --unsafe-fixes compose.yaml", "check größe.yaml .")) {
            String command = "%s -Dsun.jnu.encoding=ANSI_X3.4-1968 -jar %s %s".formatted(java, jar, args);
            Program.Outcome outcome = Program.in(directory).env("LC_ALL", "C").run(command.split(" ", -1));
            assertThat(outcome.code()).as(outcome.output()).isBetween(0, 101).isNotEqualTo(4);
            assertThat(outcome.output()).doesNotContain("defect", "Exception");
        }
    }
}

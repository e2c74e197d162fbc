package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.report.Format;
import dev.plimsoll.report.budget.BudgetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What lies outside of the work tree, and what environment files hold, reaches no report, whatever leads there. */
class OutsideTest {
    /** Reads as a name, a word of YAML and a part of an image, so that every grammar takes it. */
    private static final String SECRET = "q7zhidden";

    private static final String HELD = "services:\n  held: {image: x, tmpfs: /q7zhidden, mem_limit: q7zhidden}\n";

    @TempDir
    private Path directory;

    /** A file outside with each kind of error that quotes or frames something. */
    private static Map<String, String> outside() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("an open quote", "secret: \"q7zhidden\n");
        files.put("a bad indent", "a:\n  b: q7zhidden\n c: q7zhidden\n");
        files.put("a key twice", "services: {}\nq7zhidden: 1\nq7zhidden: 2\n");
        files.put("an unknown alias", "services: *q7zhidden\n");
        files.put("an unknown tag", "services: !q7zhidden {}\n");
        files.put("a tab", "q7zhidden:\n\tq7zhidden: 1\n");
        files.put("no mapping", "q7zhidden\n");
        files.put("a list", "- q7zhidden\n");
        files.put("a key that is a list", "[q7zhidden]: 1\n");
        files.put("a merge of a scalar", "services:\n  <<: q7zhidden\n  held: {image: x}\n");
        files.put("an unknown key", "q7zhidden: 1\nservices:\n  held: {image: x, q7zhidden: q7zhidden}\n");
        files.put("a wrong value", "services:\n  held: {image: x, restart: q7zhidden, cpus: q7zhidden}\n");
        files.put("a wrong size", HELD);
        files.put("a wrong reference", "services:\n  held: {image: 'x${q7zhidden!}'}\n");
        files.put("a word of YAML 1.1", "services:\n  q7zhidden: {image: x, tty: yes, volumes: ['q7zhidden:/data']}\n");
        files.put("findings", """
                services:
                  held:
                    image: postgres:16
                    tmpfs: [/q7zhidden, /run/q7zhidden]
                    environment: {PGDATA: /q7zhidden/data, POSTGRES_PASSWORD: q7zhidden}
                    depends_on: [q7zhidden]
                    container_name: q7zhidden
                    mem_limit: 1g
                    command: [q7zhidden]
                    user: q7zhidden
                """);
        files.put("a comment", "# plimsoll: ignore[q7zhidden] q7zhidden\nservices:\n  held: {image: x}\n");
        files.put(
                "a reason",
                "# plimsoll: ignore-file[tmpfs-unbounded] q7zhidden\nservices:\n  held: {image: x, tmpfs: /scratch}\n");
        files.put("bytes", "services: {held: {image: q7zhidden}}\n\uFFFE\u0000\n");
        files.put("no yaml", "-----BEGIN q7zhidden-----\nq7zhidden\n");
        return files;
    }

    /** A directory beside which others lie. */
    private Run project() {
        try {
            return Run.in(Files.createDirectories(directory.resolve("project")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> filesOutsideAreNeverQuoted() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("included", "include: [../outside/other.yaml]\nservices:\n  app: {image: y}\n");
        ways.put("extended", "services:\n  app:\n    extends: {file: ../outside/other.yaml, service: held}\n");
        ways.put("linked", "include: [link.yaml]\nservices:\n  app: {image: y}\n");
        List<DynamicTest> tests = new ArrayList<>();
        outside()
                .forEach((kind, text) -> ways.forEach(
                        (way, project) -> tests.add(dynamicTest(kind + ", " + way, () -> quiet(project, text)))));
        return tests.stream();
    }

    private void quiet(String project, String text) throws IOException {
        Path work = Files.createTempDirectory(directory, "case");
        Run.in(work).file("outside/other.yaml", text).file("project/compose.yaml", project);
        if (project.contains("link.yaml")) {
            try {
                Files.createSymbolicLink(work.resolve("project/link.yaml"), Path.of("../outside/other.yaml"));
            } catch (IOException | UnsupportedOperationException e) {
                // Windows wants a privilege for that
                return;
            }
        }
        saysNothing(work.resolve("project"));
    }

    /** All that a run can say of a project, in every format and command. */
    private static void saysNothing(Path project) {
        for (String format : Format.labels()) {
            says(project, "check", "--isolated", "--profile", "strict", "--output", format, "compose.yaml");
        }
        says(project, "check", "--profile", "strict", "--statistics", "-v", "--allow-partial", ".");
        says(project, "check", "--diff", "--unsafe-fixes", "compose.yaml");
        says(project, "fix", "--unsafe-fixes", "compose.yaml");
        says(project, "model", "compose.yaml");
        for (String format : BudgetFormat.labels()) {
            says(project, "budget", "--output", format, "compose.yaml");
        }
    }

    private static void says(Path project, String... words) {
        Run.Result result = Run.in(project).plimsoll(words);
        assertThat(result.said()).as(String.join(" ", words)).doesNotContain(SECRET);
        assertThat(result.code()).as(String.join(" ", words)).isNotEqualTo(ExitCode.DEFECT);
    }

    @Test
    void anErrorOutsideHasAPlace() {
        Run run = project()
                .file("../outside/other.yaml", "services:\n  held: \"q7zhidden\n")
                .file("compose.yaml", "include: [../outside/other.yaml]\n");
        Run.Result result = run.plimsoll("check", "--isolated", "compose.yaml");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.said()).contains("../outside/other.yaml:").contains("outside of the work tree");
    }

    @Test
    void aFileThatIsNamedIsQuoted() {
        Run run = project()
                .file("../other/compose.yaml", "services:\n  app: {image: x, mem_limit: wrong}\n")
                .file("compose.yaml", Run.CLEAN);
        assertThat(run.plimsoll("check", "--isolated", "../other/compose.yaml").out())
                .contains("mem_limit: wrong");
    }

    @Test
    void aGitWorkTreeIsOnePlace() {
        Run run = project()
                .file("../.git/HEAD", "ref: refs/heads/main\n")
                .file("../common/base.yaml", "services:\n  base: {image: x, mem_limit: wrong}\n")
                .file("compose.yaml", "services:\n  app:\n    extends: {file: ../common/base.yaml, service: base}\n");
        assertThat(run.plimsoll("check", "--isolated", "compose.yaml").out()).contains("wrong");
    }

    @Test
    void variablesOfFilesOutsideAreUnknown() {
        Run run = project()
                .file("../outside/creds.env", "TOKEN=q7zhidden\n")
                .file(
                        "inc.yaml",
                        "services:\n  app: {image: 'x:${TOKEN}', command: ['${TOKEN}'], mem_limit: '${TOKEN}'}\n")
                .file("compose.yaml", "include:\n  - path: inc.yaml\n    env_file: ../outside/creds.env\n");
        saysNothing(directory.resolve("project"));
        assertThat(run.plimsoll("model", "compose.yaml").out()).contains("{\"unknown\":\"${TOKEN}\"}");
        // what the user names is the user's affair
        assertThat(run.plimsoll("model", "--env-file", "../outside/creds.env", "inc.yaml")
                        .out())
                .contains(SECRET);
    }

    @Test
    void environmentFilesOfServicesOutsideAreNotRead() {
        project()
                .file("../outside/creds.env", "PGDATA=/q7zhidden/data\nq7zhidden=1\n")
                .file("compose.yaml", "services:\n  db: {image: 'postgres:16', env_file: ../outside/creds.env}\n");
        saysNothing(directory.resolve("project"));
    }

    @Test
    void aMistakeInAnEnvironmentFileIsNotQuoted() {
        Run.in(directory)
                .file(".env", "TOKEN=abc\nq7zhidden q7zhidden\n")
                .file("compose.yaml", "services:\n  app: {image: x}\n");
        for (String format : Format.labels()) {
            says(directory, "check", "--output", format, "compose.yaml");
        }
        assertThat(Run.in(directory).plimsoll("check", "compose.yaml").said())
                .contains(".env:2:11: error: unexpected character in the name of a variable");
    }

    @Test
    void dockerfilesOutsideAreNotRead() {
        project()
                .file("../outside/Dockerfile", """
                        FROM postgres:16
                        USER q7zhidden
                        ENV PGDATA=/q7zhidden
                        VOLUME /q7zhidden
                        RUN --mount=type=tmpfs,target=/q7zhidden,size=q7zhidden true
                        """)
                .file("compose.yaml", "services:\n  db: {build: ../outside, tmpfs: /tmp}\n");
        saysNothing(directory.resolve("project"));
    }

    /** One that lies beside an included file is nobody's that the user named: it neither judges nor breaks the run. */
    @Test
    void configurationsBesideFilesOutsideAreNotObeyed() {
        Run run = project()
                .file("../outside/compose.yaml", "services:\n  app: {image: x, tmpfs: /scratch}\n")
                .file("../outside/.plimsoll.yaml", "q7zhidden: 1\n")
                .file("compose.yaml", "include: [../outside/compose.yaml]\n");
        saysNothing(directory.resolve("project"));
        assertThat(run.plimsoll("check", "compose.yaml").said()).contains("tmpfs-unbounded");
        run.file("../outside/.plimsoll.yaml", "ignore: [tmpfs-unbounded]\n");
        assertThat(run.plimsoll("check", "compose.yaml").said()).contains("tmpfs-unbounded");
    }

    @Test
    void configurationsOutsideAreNotQuoted() {
        Run run = project()
                .file("../outside/config.yaml", "q7zhidden: q7zhidden\n")
                .file(".plimsoll.yaml", "extends: [../outside/config.yaml]\n")
                .file("compose.yaml", Run.WARNING);
        Run.Result result = run.plimsoll("check", "compose.yaml");
        assertThat(result.said()).doesNotContain(SECRET).contains("outside/config.yaml:1:1: error");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void ignoresOfAConfigurationOutsideKeepTheirReason() {
        Run run = project()
                .file("../outside/config.yaml", "ignore: [{rule: tmpfs-unbounded, reason: q7zhidden}]\n")
                .file(".plimsoll.yaml", "extends: [../outside/config.yaml]\n")
                .file("compose.yaml", Run.WARNING);
        Run.Result result = run.plimsoll("check", "--output", "sarif", "compose.yaml");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.said()).doesNotContain(SECRET);
    }

    @Test
    void baselinesOutsideAreNotQuoted() {
        Run run = project()
                .file("../outside/baseline.yaml", "q7zhidden: \"q7zhidden\n")
                .file(".plimsoll.yaml", "baseline: ../outside/baseline.yaml\n")
                .file("compose.yaml", Run.WARNING);
        assertThat(run.plimsoll("check", "compose.yaml").said()).doesNotContain(SECRET);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void filesOfTheSystemAreNotOpened() throws IOException {
        Run run = Run.in(directory);
        Files.createSymbolicLink(directory.resolve("link"), Path.of("/proc/self/environ"));
        String[] projects = {
            "include:\n  - path: inc.yaml\n    env_file: /proc/self/environ\n",
            "include:\n  - path: inc.yaml\n    env_file: link\n",
            "include: [/proc/self/status]\n",
            "include: [link]\n",
            "include: [/dev/stdin]\n",
            "services:\n  app: {extends: {file: /proc/self/root/../self/status, service: x}}\n",
        };
        for (String project : projects) {
            run.file("inc.yaml", Run.CLEAN).file("compose.yaml", project);
            Run.Result result = run.plimsoll("check", "--isolated", "compose.yaml");
            assertThat(result.said()).as(project).contains("is not read: it is not a regular file of a project");
            assertThat(result.code()).as(project).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Run run = Run.in(directory);
        for (String project : List.of(
                "include: [pipe]\n",
                "include:\n  - path: inc.yaml\n    env_file: pipe\n",
                "services:\n  app: {image: x, env_file: pipe}\n",
                "services:\n  app: {build: {context: ., dockerfile: pipe}, tmpfs: /tmp}\n",
                "services:\n  app: {extends: {file: pipe, service: x}}\n")) {
            run.file("inc.yaml", Run.CLEAN).file("compose.yaml", project);
            assertThat(run.plimsoll("check", "--isolated", "--profile", "strict", "compose.yaml")
                            .code())
                    .as(project)
                    .isNotEqualTo(ExitCode.DEFECT);
        }
        run.file("compose.yaml", Run.WARNING).file(".plimsoll.yaml", "extends: [pipe]\n");
        assertThat(run.plimsoll("check", "compose.yaml").said()).contains("is not a regular file");
    }

    @Test
    void whatTheOwnEnvironmentFileHoldsIsShownAsItIsWritten() {
        Run run = Run.in(directory).file(".env", "TOKEN=q7zhidden\nLIMIT=64m\n").file("compose.yaml", """
                        include: ['${TOKEN}.yaml']
                        services:
                          app:
                            image: postgres:16
                            mem_limit: ${LIMIT}
                            tmpfs: ['/x/${TOKEN}:size=1g,${TOKEN}']
                            depends_on: ['${TOKEN}']
                            volumes: ['${TOKEN}:/${TOKEN}:${TOKEN}']
                            user: ${TOKEN}
                            ports: ['${TOKEN}:80']
                            restart: ${TOKEN}
                            cpus: ${TOKEN}
                            environment: {POSTGRES_PASSWORD: '${TOKEN}', PGDATA: '/${TOKEN}'}
                            network_mode: ${TOKEN}
                            networks: ['${TOKEN}']
                            env_file: .env
                            extends: {file: '${TOKEN}.yaml', service: '${TOKEN}'}
                        """);
        for (String format : Format.labels()) {
            says(directory, "check", "--profile", "strict", "--output", format, "compose.yaml");
            says(directory, "check", "--profile", "strict", "--allow-partial", "--output", format, "compose.yaml");
        }
        says(directory, "fix", "--unsafe-fixes", "compose.yaml");
        for (String format : BudgetFormat.labels()) {
            says(directory, "budget", "--output", format, "compose.yaml");
        }
        assertThat(run.plimsoll("check", "--allow-partial", "compose.yaml").said())
                .contains("64m")
                .contains("${TOKEN}");
    }
}

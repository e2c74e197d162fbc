package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Dockerfile is linted where it is named, and once where a Compose project builds it, too. */
class DockerfileTest {
    private static final String BAD = """
            FROM node:22
            WORKDIR /app
            COPY . .
            RUN --mount=type=tmpfs,target=/app/.next,mode=1777 npm run build
            CMD ["npm", "start"]
            """;

    private static final String COMPOSE = """
            services:
              web:
                build: .
            """;

    @TempDir
    Path directory;

    private Run.Result concise(Run run, String... args) {
        String[] all = new String[args.length + 4];
        List.of("check", "--isolated", "--output", "concise").toArray(all);
        System.arraycopy(args, 0, all, 4, args.length);
        return run.plimsoll(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                "Containerfile",
                "Dockerfile.dev",
                "dev.Dockerfile",
                "dev.dockerfile",
                "Containerfile.dev",
                "dev.containerfile",
                "docker/Dockerfile"
            })
    void findingsStandInTheFile(String name) {
        Run run = Run.in(directory).file(name, BAD);
        for (String asked : List.of(name, ".")) {
            assertThat(concise(run, "--embedded", asked).out())
                    .contains(name + ":4:5: warning[build-tmpfs-output-lost] this RUN writes to /app/.next")
                    .contains(name + ":4:42: error[build-tmpfs-bad-option] \"mode\"");
        }
        assertThat(concise(run, ".").code()).isEqualTo(ExitCode.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile-dev", "Dockerfile_dev", "DockerfileDev"})
    void anyNameThatBeginsSoMayBeGiven(String name) {
        Run run = Run.in(directory).file(name, BAD);
        assertThat(concise(run, name).out()).contains(name + ":4:42: error[build-tmpfs-bad-option]");
        assertThat(concise(run, "--embedded", ".").code()).isEqualTo(ExitCode.NOTHING);
        assertThat(run.plimsoll("check", "--isolated", "--fix", name).err()).isEqualTo("fixed 1 finding in 1 file\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.dockerignore", "Dockerfile.json", "Dockerfile.md"})
    void whatOnlyStandsBesideOneIsNone(String name) {
        assertThat(concise(Run.in(directory).file(name, BAD), "--embedded", ".").out())
                .doesNotContain("build-tmpfs");
    }

    @Test
    void aDockerfileWithoutTmpfsIsAFileWithoutFindings() {
        Run run = Run.in(directory).file("Dockerfile", "FROM node:22\nRUN <<EOF\nnever closed\n");
        assertThat(run.plimsoll("check", "--isolated", "Dockerfile").out()).isEqualTo("no findings in 1 file\n");
    }

    @Test
    void standardInputMayBeOne() {
        Run run = Run.in(directory);
        assertThat(run.input(BAD)
                        .plimsoll("check", "--isolated", "-", "--stdin-filename", "docker/Dockerfile")
                        .out())
                .contains("docker/Dockerfile:4:5: warning[build-tmpfs-output-lost]");
        assertThat(run.input("# syntax=docker/dockerfile:1\n" + BAD)
                        .plimsoll("check", "--isolated", "-")
                        .out())
                .contains("Dockerfile:5:5: warning[build-tmpfs-output-lost]");
    }

    @Test
    void aFindingIsToldOnceWhereAProjectBuildsTheFile() {
        Run run = Run.in(directory).file("Dockerfile", BAD).file("compose.yaml", COMPOSE);
        String alone = run.plimsoll("check", "--isolated", "--output", "json", "compose.yaml")
                .out();
        for (List<String> asked : List.of(
                List.of("--embedded", "."),
                List.of("Dockerfile", "compose.yaml"),
                List.of("compose.yaml", "Dockerfile"))) {
            String[] args = asked.toArray(new String[0]);
            assertThat(concise(run, args).out().lines().filter(line -> line.startsWith("Dockerfile:")))
                    .hasSize(2);
            // the fingerprints are those of the project
            String both = run.plimsoll(join(args)).out();
            assertThat(fingerprints(both)).containsExactlyElementsOf(fingerprints(alone));
        }
    }

    private static String[] join(String... args) {
        String[] all = new String[args.length + 4];
        List.of("check", "--isolated", "--output", "json").toArray(all);
        System.arraycopy(args, 0, all, 4, args.length);
        return all;
    }

    private static List<String> fingerprints(String json) {
        return json.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .filter(part -> part.contains("\"fingerprint\""))
                .map(String::strip)
                .toList();
    }

    @Test
    void fixesLeaveAllElseAsItIs() throws IOException {
        String crlf = "\uFEFF" + BAD.replace("\n", "\r\n");
        Run run = Run.in(directory).file("Dockerfile", crlf);
        assertThat(run.plimsoll("check", "--isolated", "--fix", "Dockerfile").out())
                .doesNotContain("bad-option");
        assertThat(Files.readString(directory.resolve("Dockerfile"))).isEqualTo(crlf.replace(",mode=1777", ""));
        run.plimsoll("check", "--isolated", "--fix", "Dockerfile");
        assertThat(Files.readString(directory.resolve("Dockerfile"))).isEqualTo(crlf.replace(",mode=1777", ""));
    }

    @Test
    void commentsCanBeWritten() throws IOException {
        Run run = Run.in(directory).file("Dockerfile", "# escape=\\\n" + BAD);
        run.plimsoll("check", "--isolated", "--add-ignores", "known", "Dockerfile");
        assertThat(Files.readString(directory.resolve("Dockerfile")))
                .contains("COPY . .\n# plimsoll: ignore[build-tmpfs-bad-option,build-tmpfs-output-lost] known\nRUN");
        assertThat(concise(run, "Dockerfile").out()).isEmpty();
    }

    @Test
    void aCommentOfAHereDocumentIsText() {
        String text = BAD.replace("COPY . .", "COPY <<EOF /x\n# plimsoll: ignore[build-tmpfs-bad-option] text\nEOF");
        assertThat(concise(Run.in(directory).file("Dockerfile", text), "Dockerfile")
                        .out())
                .contains("bad-option")
                .doesNotContain("suppression-unused");
    }

    @Test
    void aCommentBetweenLinesIsAboutTheRest() {
        String text = """
                FROM debian:12
                RUN --mount=type=tmpfs,target=/a,mode=0700 \\
                    # plimsoll: ignore[build-tmpfs-bad-option] old builder
                    --mount=type=tmpfs,target=/b,mode=0700 \\
                    make
                """;
        assertThat(concise(Run.in(directory).file("Dockerfile", text), "Dockerfile")
                        .out())
                .contains("Dockerfile:2:34")
                .doesNotContain("Dockerfile:4")
                .doesNotContain("suppression");
    }

    @Test
    void anOpenHereDocumentIsAnError() {
        Run.Result result =
                Run.in(directory).file("Dockerfile", BAD + "RUN <<EOF\nmake\n").check("Dockerfile");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("Dockerfile:6:1: error: the here-document that ends with \"EOF\" is not closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# escape=x; the escape character of a Dockerfile is a backslash or a backtick",
                "'# syntax=docker/dockerfile:1\n# syntax=docker/dockerfile:1'; the parser directive \"syntax\" is there twice"
            })
    void wrongDirectivesAreErrors(String first, String said) {
        String text = first.replace("\\n", "\n") + "\n" + BAD;
        Run.Result result = Run.in(directory).file("Dockerfile", text).check("Dockerfile");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(said);
    }

    @Test
    void aFileOfAnotherGrammarIsNotRead() {
        String text = "# syntax=example.com/other-language\n" + BAD;
        assertThat(concise(Run.in(directory).file("Dockerfile", text), "Dockerfile")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void manyTargetsAndMountsTakeNoTime() {
        StringBuilder text = new StringBuilder("FROM node:22 AS base\nWORKDIR /app\n");
        text.append("RUN --mount=type=tmpfs,target=/app/dist npm run build\n".repeat(200));
        text.append(("RUN echo " + "x".repeat(1000) + "\n").repeat(700));
        for (int i = 0; i < 240; i++) {
            text.append("FROM base AS s").append(i).append("\nCMD [\"/app/dist/x\"]\n");
        }
        Run.Result result =
                Run.in(directory).file("Dockerfile", text.toString()).check("Dockerfile");
        assertThat(result.code()).isIn(ExitCode.OK, ExitCode.FINDINGS);
        String stages = "FROM node:22\n".repeat(300) + BAD;
        assertThat(Run.in(directory)
                        .file("Dockerfile", stages)
                        .check("Dockerfile")
                        .err())
                .contains("more than 250 stages of a Dockerfile are not read");
    }
}

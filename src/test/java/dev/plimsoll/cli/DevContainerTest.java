package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A devcontainer.json is linted as the docker run that it stands for. */
class DevContainerTest {
    private static final String NAME = ".devcontainer/devcontainer.json";
    private static final String FILE = """
            {
              // what the team works in
              "image": "example/tools:3",
              "runArgs": ["--name", "tools", "--memory", "2g", "--tmpfs=/tmp"],
              "mounts": [
                { "type": "tmpfs", "target": "/work" }, // plimsoll: ignore[tmpfs-unbounded] a few files
                "type=tmpfs,target=/build"
              ]
            }
            """;

    @TempDir
    Path directory;

    private String concise(String text) {
        return Run.in(directory)
                .file(NAME, text)
                .plimsoll("check", "--isolated", "--output", "concise", NAME)
                .out();
    }

    @Test
    void findingsStandInTheFile() {
        assertThat(concise(FILE))
                .contains(":4:47: warning[swap-limit-missing] \"tools\" is limited to 2g")
                .contains(":4:61: warning[tmpfs-unbounded] tmpfs /tmp of \"tools\"")
                .contains(":7:6: warning[tmpfs-unbounded] tmpfs /build of \"tools\"")
                .doesNotContain("/work");
    }

    @Test
    void fixesKeepItJson() throws IOException {
        Run run = Run.in(directory).file(NAME, FILE);
        assertThat(run.plimsoll("fix", "--write", "--unsafe-fixes", NAME).code())
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(directory.resolve(NAME)))
                .isEqualTo(FILE.replace(
                                "\"2g\", \"--tmpfs=/tmp\"",
                                "\"2g\", \"--memory-swap\", \"2g\", \"--tmpfs=/tmp:size=256m\"")
                        .replace("target=/build", "target=/build,tmpfs-size=256m"));
    }

    @Test
    void aCommentOnALineOfItsOwnIsAboutWhatFollows() {
        String above = FILE.replace("  \"mounts\"", "  // plimsoll: ignore[tmpfs-unbounded] small\n  \"mounts\"");
        assertThat(concise(above))
                .contains("tmpfs /tmp")
                .doesNotContain("/work")
                .doesNotContain("/build");
    }

    @Test
    void commentsCanBeWritten() throws IOException {
        Run run = Run.in(directory).file(NAME, FILE);
        run.plimsoll("check", "--add-ignores", "known", NAME);
        assertThat(Files.readString(directory.resolve(NAME)))
                .contains("/build\" // plimsoll: ignore[tmpfs-unbounded] known\n");
        assertThat(run.check(NAME).findings()).isEmpty();
    }

    @Test
    void whatComposeOrNobodyMakesIsLeftToOthers() {
        String compose = "\"dockerComposeFile\": \"compose.yaml\"";
        assertThat(concise(FILE.replace("\"image\": \"example/tools:3\"", compose)))
                .doesNotContain("tools");
        assertThat(concise("[]")).isEmpty();
        assertThat(concise("{\"image\": \"a\", \"runArgs\": [\"--tmpfs\"")).isEmpty();
        assertThat(concise("// nothing")).isEmpty();
    }
}

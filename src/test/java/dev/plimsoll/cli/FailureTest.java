package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where Plimsoll itself fails on one file or report, the others are reported, one line says so, and nothing is written that
 * it failed on. What fails is what the tests hand in: standard input, standard output, the environment.
 */
class FailureTest {
    private static final String FIXABLE = "services: {a: {image: x, volumes: ['data/sub:/srv']}}\n";
    private static final String FIXABLE_COMMAND = "docker run -v data/sub:/srv myapp\n";
    private static final String TOLD = "plimsoll: a defect of plimsoll itself (";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new FailingMap();
    private InputStream in = new ByteArrayInputStream(new byte[0]);

    /** Fails whoever reads all of it, as {@code --env} does for each Compose project. */
    private static final class FailingMap extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            throw new IllegalStateException("secret of a file");
        }

        @Override
        public boolean isEmpty() {
            throw new IllegalStateException("secret of a file");
        }

        @Override
        public int size() {
            throw new IllegalStateException("secret of a file");
        }
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), FIXABLE);
        Files.writeString(directory.resolve("b.yaml"), FIXABLE);
        Files.writeString(directory.resolve("run.sh"), FIXABLE_COMMAND);
    }

    private int run(OutputStream standardOutput, String... args) {
        return new Plimsoll(new Streams(in, standardOutput, err, false), directory.toFile(), environment).run(args);
    }

    private int run(String... args) {
        return run(out, args);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String reported() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theOtherFilesAreReportedAndEachCauseIsToldOnce() {
        assertThat(run("--env", "--output", "concise", "a.yaml", "b.yaml", "run.sh"))
                .isEqualTo(4);
        assertThat(reported()).contains("run.sh:1:").doesNotContain(".yaml");
        assertThat(said())
                .hasLineCount(1)
                .startsWith(TOLD + "linting failed on a.yaml: IllegalStateException at ")
                .contains(", and 1 more of this kind); please report it at https://")
                .doesNotContain("secret", "\tat ");
    }

    @Test
    void theJsonReportHasItAmongItsErrors() {
        assertThat(run("--env", "--output", "json", "a.yaml", "run.sh")).isEqualTo(4);
        assertThat(reported())
                .contains("\"errors\":[{\"path\":\"a.yaml\"", "not checked whole, for a defect of plimsoll")
                .contains("\"rule\":\"volume-looks-relative\"")
                .doesNotContain("secret");
    }

    @Test
    void aStackThatOverflowsIsAFailureOfItsFile() {
        in = new InputStream() {
            @Override
            public int read() {
                throw new StackOverflowError();
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                throw new StackOverflowError();
            }
        };
        assertThat(run("--output", "concise", "-", "run.sh")).isEqualTo(4);
        assertThat(reported()).contains("run.sh:1:");
        assertThat(said()).hasLineCount(1).startsWith(TOLD + "linting failed on compose.yaml: StackOverflowError");
    }

    @Test
    void aFileThatFailedIsNotWritten() throws IOException {
        assertThat(run("fix", "--write", "--env", "a.yaml", "run.sh")).isEqualTo(4);
        assertThat(directory.resolve("a.yaml")).hasContent(FIXABLE);
        assertThat(directory.resolve("run.sh")).hasContent(FIXABLE_COMMAND.replace("data/", "./data/"));
        assertThat(said()).contains("fixed 1 finding in 1 file", TOLD);
    }

    @Test
    void noCommentsAreAdded() {
        assertThat(run("--env", "--add-ignores", "later", "a.yaml", "run.sh")).isEqualTo(4);
        assertThat(directory.resolve("run.sh")).hasContent(FIXABLE_COMMAND);
    }

    @Test
    void noBaselineIsWritten() {
        assertThat(run("init", "--baseline", "--env", "a.yaml", "run.sh")).isEqualTo(4);
        assertThat(directory.resolve(".plimsoll-baseline.json")).doesNotExist();
        assertThat(directory.resolve(".plimsoll.yaml")).doesNotExist();
    }

    @Test
    void theOthersAreDrawn() {
        assertThat(run("budget", "--env", "--output", "json", "a.yaml", "run.sh"))
                .isEqualTo(4);
        assertThat(reported()).contains("myapp");
        assertThat(said()).startsWith(TOLD + "reading failed on a.yaml: ");
    }

    @Test
    void theOtherReportsAreWritten() {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("secret of a file");
            }
        };
        assertThat(run(failing, "--output", "concise", "--output", "json=report.json", "run.sh"))
                .isEqualTo(4);
        assertThat(directory.resolve("report.json")).content().contains("volume-looks-relative");
        assertThat(said())
                .startsWith(TOLD + "reporting failed on standard output: ")
                .hasLineCount(1);
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Progress progress(boolean terminal) {
        Streams streams =
                new Streams(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, false, terminal);
        return new Progress(streams, 0);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysNothingWithinASecondOrInAPipe() {
        Progress progress = progress(true);
        progress.at(0, 2, "a", SECOND - 1);
        progress.end();
        Progress piped = progress(false);
        piped.at(0, 2, "a", 9 * SECOND);
        piped.end();
        assertThat(said()).isEmpty();
    }

    @Test
    void rewritesOneLineAndTakesItAway() {
        Progress progress = progress(true);
        progress.at(4, 9, "a\033.yaml", SECOND);
        progress.at(5, 9, "too soon", SECOND + 1);
        progress.at(6, 9, "b".repeat(100), 2 * SECOND);
        progress.end();
        progress.end();
        assertThat(said())
                .isEqualTo("\r\033[Klinting 5 of 9: a\\u001b.yaml\r\033[Klinting 7 of 9: " + "b".repeat(53)
                        + "\u2026\r\033[K");
    }
}

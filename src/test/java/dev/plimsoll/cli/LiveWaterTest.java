package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that is filled to its load line, on the engine that {@code docker} reaches: {@code -Pengine}. */
@Tag("engine")
class LiveWaterTest {
    private static final String NAME = "plimsoll-live-water";

    @TempDir
    Path directory;

    @Test
    void whatIsFullIsDrawnFull() throws IOException, InterruptedException {
        Program program = Program.in(directory);
        assumeTrue(Program.exists("docker"), "no docker");
        assumeTrue(
                program.run("timeout", "20", "docker", "image", "inspect", "busybox")
                                .code()
                        == 0,
                "no engine with busybox");
        try {
            program.succeed(
                    "sh",
                    "-c",
                    "docker run -d --name " + NAME + " -m 64m --memory-swap 64m --tmpfs /data:size=62m busybox"
                            + " sh -c 'dd if=/dev/zero of=/data/x bs=1M; sleep 599' && sleep 2");
            Run run = Run.in(directory).env("COLUMNS", "100");
            System.getenv().forEach(run::env);
            assertThat(run.plimsoll("inspect", "--stats", "--color", "never", NAME)
                            .out())
                    .containsPattern("2m left; 6[2-4](\\.\\d)?m in use\n  ≈{49,51}\n");
        } finally {
            program.run("docker", "rm", "--force", "--volumes", NAME);
        }
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Allocation;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a service costs in a file of many. The bounds leave a half for what new rules ask; a table for each node, a copy of
 * each text or a look at all services for each of them goes beyond.
 */
class LargeFileTest {
    /** Bytes that are made on the way for a service, nearly all of them garbage at once: 42,000 were, and 62,000 once. */
    private static final long MADE = 58_000;

    /** Bytes that are held of a service while the rules look at it: 4,400 were, and 10,000 once. */
    private static final long HELD = 6_500;

    @TempDir
    static Path directory;

    /** Two services of three are an application, the third keeps data. */
    private static String services(int count) {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < count; i++) {
            String name = "service" + i;
            text.append("  ").append(name).append(":\n");
            if (i % 3 == 0) {
                text.append("    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n")
                        .append("    volumes:\n      - data:/var/lib/postgresql/data\n    shm_size: 256m\n");
            } else {
                text.append("    image: example/" + name + ":4.2\n    restart: unless-stopped\n")
                        .append("    environment:\n      LEVEL: info\n      NUMBER: \"" + i + "\"\n")
                        .append("    ports:\n      - \"" + (10_000 + i) + ":80\"\n")
                        .append("    healthcheck:\n      test: [CMD, curl, -f, http://localhost/health]\n")
                        .append("    mem_limit: 512m\n    memswap_limit: 512m\n")
                        .append("    tmpfs:\n      - /tmp:size=64m,mode=1777\n");
            }
        }
        return text.append("volumes:\n  data:\n").toString();
    }

    private static long made(int count) {
        Run run = Run.in(directory).file(count + ".yaml", services(count));
        return Allocation.of(
                () -> assertThat(run.plimsoll("check", count + ".yaml").code()).isBetween(0, 1));
    }

    @Test
    void makesAsMuchForEachService() {
        made(100);
        long some = made(500);
        long twice = made(1_000);
        assertThat((double) twice / some).isLessThan(2.3);
        assertThat((twice - some) / 500).isPositive().isLessThan(MADE);
    }

    @Test
    void holdsLittleOfEachService() {
        int count = 4_000;
        SourceFile file = new SourceFile("compose.yaml", services(count));
        ComposeReader.read(new SourceFile("compose.yaml", services(3)), List.of());
        long before = used();
        Loaded loaded = ComposeReader.read(file, List.of());
        long held = used() - before;
        assertThat(loaded.project().containers()).hasSize(count);
        assertThat(held / count).isPositive().isLessThan(HELD);
    }

    private static long used() {
        // the second one takes what the first found out to be unreachable
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

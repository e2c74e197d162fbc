package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drop-ins are merged into the container of Quadlet that they are for, and what they decide is told of where it stands. */
class DropInTest {
    private static final String UNIT = "[Container]\nImage=docker.io/library/redis:8\nTmpfs=/data\nTmpfs=/run\n";
    private static final String TMPFS = "tmpfs-unbounded";

    @TempDir
    Path directory;

    private String found(Run run, String... paths) {
        String[] args = new String[paths.length + 3];
        args[0] = "--isolated";
        args[1] = "--select";
        args[2] = TMPFS;
        System.arraycopy(paths, 0, args, 3, paths.length);
        StringBuilder found = new StringBuilder();
        for (String line : run.check(args).out().split("\n", -1)) {
            int colon = line.indexOf(": ");
            found.append(line.contains("[" + TMPFS + "]") ? line.substring(0, colon) + " " : "");
        }
        return found.toString().strip();
    }

    @Test
    void listsGrowAndAnEmptyValueTakesBack() {
        Run run = Run.in(directory).file("cache.container", UNIT);
        assertThat(found(run, "cache.container")).isEqualTo("cache.container:3:7 cache.container:4:7");
        run.file("cache.container.d/10-more.conf", "# more\n[Container]\nTmpfs=/more\n");
        assertThat(found(run, "cache.container"))
                .isEqualTo("cache.container:3:7 cache.container:4:7 cache.container.d/10-more.conf:3:7");
        run.file("cache.container.d/05-none.conf", "[Container]\nTmpfs=\nTmpfs=/tmp:size=64m\n");
        assertThat(found(run, "cache.container")).isEqualTo("cache.container.d/10-more.conf:3:7");
    }

    @Test
    void ofOneValueTheLastCounts() {
        Run run = Run.in(directory)
                .file("cache.container", "[Container]\nImage=redis:8\nMemory=1g\nPodmanArgs=--memory-swap 2g\n")
                .file("container.d/memory.conf", "[Container]\nMemory=4g\n");
        assertThat(run.check("--isolated", "cache.container").out())
                .contains("container.d/memory.conf:2:")
                .contains("[swap-below-memory]");
    }

    @Test
    void namedAloneItIsThatOfItsUnit() {
        Run run = Run.in(directory)
                .file("cache.container", UNIT)
                .file("cache.container.d/a.conf", "[Container]\nTmpfs=/more\n")
                .file("db.container.d/a.conf", "[Container]\nTmpfs=/more\n")
                .file("nginx.conf", "worker_processes 1;\n");
        String all = "cache.container:3:7 cache.container:4:7 cache.container.d/a.conf:2:7";
        assertThat(found(run, "cache.container.d/a.conf")).isEqualTo(all);
        assertThat(found(run, "cache.container.d/a.conf", "cache.container")).isEqualTo(all);
        assertThat(found(run, "--embedded", ".")).isEqualTo(all);
        assertThat(found(run, "db.container.d/a.conf")).as("no unit is there").isEmpty();
    }

    @Test
    void itHasItsOwnCommentsAndFixes() throws IOException {
        String dropIn = "[Container]\n# plimsoll: ignore[" + TMPFS + "] small\nTmpfs=/a\nTmpfs=/b\n";
        Run run = Run.in(directory).file("cache.container", UNIT).file("cache.container.d/a.conf", dropIn);
        run.plimsoll("fix", "--write", "--unsafe-fixes", "--isolated", "--select", TMPFS, "cache.container");
        assertThat(Files.readString(directory.resolve("cache.container.d/a.conf")))
                .isEqualTo(dropIn.replace("/b", "/b:size=64m"));
        assertThat(Files.readString(directory.resolve("cache.container"))).contains("Tmpfs=/run:size=64m\n");

        run.file("cache.container.d/a.conf", "[Container]\nTmpfs=/a\n");
        run.plimsoll("check", "--isolated", "--select", TMPFS, "--add-ignores", "small", "cache.container");
        assertThat(Files.readString(directory.resolve("cache.container.d/a.conf")))
                .isEqualTo("[Container]\n# plimsoll: ignore[" + TMPFS + "] small\nTmpfs=/a\n");
    }
}

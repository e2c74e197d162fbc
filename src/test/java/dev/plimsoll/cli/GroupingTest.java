package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause is told once, whatever the number of services that have it. */
class GroupingTest {
    @TempDir
    Path directory;

    private String check(String compose, String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "check";
        all[1] = "--isolated";
        all[2] = "--output";
        all[3] = "concise";
        System.arraycopy(words, 0, all, 4, words.length);
        return Run.in(directory).file("compose.yaml", compose).plimsoll(all).out();
    }

    @Test
    void whatServicesInheritIsToldAtItsLine() {
        String compose = """
                services:
                  watcher:
                    image: example/tool:1
                    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                  sweeper:
                    extends: watcher
                  janitor:
                    extends: {service: watcher}
                """;
        assertThat(check(compose))
                .startsWith(
                        "compose.yaml:4:16: warning[docker-socket-mounted] \"watcher\" mounts /var/run/docker.sock: ")
                .endsWith("; the same goes for \"sweeper\" and \"janitor\"\n")
                .hasLineCount(1);
        assertThat(check(compose, "--no-grouping")).hasLineCount(3).doesNotContain("the same goes");
    }

    @Test
    void aMergedValueIsToldWhereItIsWritten() {
        String compose = """
                x-common: &common
                  tmpfs: /work
                services:
                  a: {<<: *common, image: example/a:1}
                  b: {<<: *common, image: example/b:1}
                """;
        assertThat(check(compose))
                .isEqualTo("compose.yaml:2:10: warning[tmpfs-unbounded] tmpfs /work of \"a\" has no size:"
                        + " it may take half of the host's memory; the same goes for \"b\"\n");
    }

    @Test
    void commentsAtTheAliasCount() {
        String compose = """
                x-common: &common
                  tmpfs: /work
                services:
                  a:
                    # plimsoll: ignore[tmpfs-unbounded] thrown away
                    <<: *common
                    image: example/a:1
                  b: {<<: *common, image: example/b:1}
                """;
        assertThat(check(compose)).contains("tmpfs /work of \"b\"").hasLineCount(1);
        assertThat(check(compose.replace("    # plimsoll: ignore[tmpfs-unbounded] thrown away\n", "")
                        .replace("tmpfs: /work", "tmpfs: /work # plimsoll: ignore[tmpfs-unbounded] thrown away")))
                .isEmpty();
    }

    @Test
    void whatMostServicesLackIsToldOnce() {
        String compose = """
                services:
                  a: {image: example/a:1}
                  b: {image: example/b:1}
                  c: {image: example/c:1, pids_limit: 5}
                  d: {image: example/d:1, pids_limit: 5}
                """;
        String strict = check(compose, "--profile", "strict", "--select", "cpu-limit-missing,pids-limit-missing");
        assertThat(strict).isEqualTo("""
                        compose.yaml:2:3: info[cpu-limit-missing] "a" has no CPU limit: it can use all CPUs of the host; the same goes for all 3 other services
                        compose.yaml:2:3: info[pids-limit-missing] "a" has no process limit: a fork bomb in it takes down the host
                        compose.yaml:3:3: info[pids-limit-missing] "b" has no process limit: a fork bomb in it takes down the host
                        """);
    }

    @Test
    void oneMissingDeclarationIsOneFinding() {
        StringBuilder compose = new StringBuilder("services:\n");
        for (char c = 'a'; c < 'j'; c++) {
            compose.append("  ").append(c).append(": {image: example/app:1, networks: [proxy]}\n");
        }
        compose.append("  z: {image: example/app:1, networks: [porxy]}\n");
        assertThat(check(compose.toString(), "--select", "network-undefined"))
                .hasLineCount(2)
                .contains("network \"proxy\" of \"a\"")
                .contains("the same goes for \"b\", \"c\", \"d\", \"e\", \"f\" and 3 more")
                .contains("network \"porxy\" of \"z\"");
    }

    @Test
    void eachIsCountedAndFixedByItself() {
        String compose = """
                services:
                  a: {image: example/a:1, volumes: [data:/a]}
                  b: {image: example/b:1, volumes: [data:/b]}
                """;
        Run run = Run.in(directory).file("compose.yaml", compose);
        assertThat(run.plimsoll("check", "--isolated", "--statistics").out())
                .contains("1        1  error     volume-undeclared");
        assertThat(run.plimsoll("check", "--isolated", "--statistics", "--no-grouping")
                        .out())
                .contains("2        2  error     volume-undeclared");
        run.plimsoll("init", "--baseline");
        assertThat(run.plimsoll("check").out()).isEqualTo("no findings in 1 file; 2 ignored\n");
    }
}

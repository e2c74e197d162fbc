package dev.plimsoll.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One hazard, one finding: of several rules that see the same cause the most specific speaks. */
class TmpfsOverlapTest {
    /** The rules of these two categories that speak of a service with these lines, sorted. */
    private static List<String> rules(String lines, String top) {
        String text = "services:\n  app:\n    image: ghcr.io/acme/app:12\n    " + lines.replace(" / ", "\n    ") + "\n"
                + top.replace(" / ", "\n");
        List<String> found = new ArrayList<>();
        for (Diagnostic diagnostic :
                Lint.strict(new SourceFile("compose.yaml", text)).diagnostics()) {
            if (diagnostic.category().equals("tmpfs") || diagnostic.rule().startsWith("swap-")) {
                found.add(diagnostic.rule());
            }
        }
        found.sort(null);
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mem_limit: 512m / tmpfs: ['/run/secrets:size=1m,mode=0700'] | tmpfs-secret-swappable",
                "mem_limit: 512m / tmpfs: ['/cache:size=1m,mode=0700'] | swap-limit-missing",
                "mem_limit: 512m / memswap_limit: -1 / tmpfs: ['/run/secrets:size=1m,mode=0700'] | swap-unlimited",
                "tmpfs: ['/run/secrets:size=512m,mode=0700'] | tmpfs-secret-swappable",
                "tmpfs: ['/run/secrets'] | tmpfs-secret-readable tmpfs-secret-swappable tmpfs-unbounded",
                "tmpfs: ['/tmp:size=64mb'] | tmpfs-invalid-size",
                "tmpfs: ['/tmp:size=64'] | tmpfs-tiny-size",
                "tmpfs: ['/tmp:size=0'] | tmpfs-size-zero",
                "tmpfs: ['/tmp:size=50%'] | tmpfs-percent-size",
                "tmpfs: ['cache'] | tmpfs-bad-target",
                "tmpfs: ['/tmp:size=1m,mode=0o777'] | tmpfs-bad-mode",
                "mem_limit: 64m / memswap_limit: 64m / shm_size: 64m / tmpfs: ['/tmp:size=1m'] | shm-exceeds-memory",
                "shm_size: 64m / tmpfs: ['/dev/shm'] | shm-unused",
                "mem_limit: 1g / memswap_limit: 1g / tmpfs: ['/tmp:size=600m'] / command: java -Xmx600m"
                        + " | tmpfs-and-heap-exceed-memory",
                "mem_limit: 1g / memswap_limit: 1g / tmpfs: ['/tmp:size=600m'] | tmpfs-crowds-memory",
                "tmpfs: ['/run/secrets:ro'] | tmpfs-read-only",
                "tmpfs: ['/tmp:size=1m', '/tmp:mode=1777'] | tmpfs-repeated-target",
            })
    void theMostSpecificSpeaks(String lines, String expected) {
        assertThat(String.join(" ", rules(lines, ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: tmpfs, device: tmpfs, o: size=1m} | tmpfs-volume-volatile",
                "{type: tmpfs, device: tmpfs, size: 1m} | tmpfs-volume-incomplete tmpfs-volume-volatile",
                "{type: tmpfs, device: tmpfs} | tmpfs-unbounded tmpfs-volume-volatile",
                "{type: none, device: /srv, o: bind} | ''",
            })
    void volumesToo(String options, String expected) {
        String top = "volumes: / " + "  files: / " + "    driver_opts: " + options;
        assertThat(String.join(" ", rules("volumes: ['files:/srv/files']", top)))
                .isEqualTo(expected);
    }
}

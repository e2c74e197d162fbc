package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.CpuTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader finds is told once for each place; to keep it so must not compare each with all before it. */
class ManyFindingsTest {
    private static final int SERVICES = 30_000;

    /** Comparing each with all took 38 seconds for the first of these. */
    @ParameterizedTest
    @ValueSource(strings = {"image: ${x", "read_only: yes", "ports: [80x]"})
    void takeTimeInProportion(String line) {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < SERVICES; i++) {
            text.append("  s").append(i).append(":\n    ").append(line).append('\n');
        }
        SourceFile file = new SourceFile("compose.yaml", text.toString());
        List<RuleFinding> findings = new ArrayList<>();
        Duration took = CpuTime.of(
                () -> findings.addAll(ComposeReader.read(file, List.of()).findings()));
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(findings).hasSizeGreaterThanOrEqualTo(SERVICES);
    }
}

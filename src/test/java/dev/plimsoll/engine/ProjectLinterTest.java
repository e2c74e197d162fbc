package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.CpuTime;
import dev.plimsoll.testkit.Lint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectLinterTest {
    private static final int SERVICES = 10_000;

    /** To look through the file once for each finding would take time in the square of its length. */
    @Test
    void manyFindingsTakeTimeInProportion() {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < SERVICES; i++) {
            text.append("  s")
                    .append(i)
                    .append(":\n    image: x\n    tmpfs: /a # ")
                    .append("-".repeat(80))
                    .append('\n');
        }
        SourceFile file = new SourceFile("compose.yaml", text.toString());
        List<LintResult> results = new ArrayList<>(1);
        Duration took = CpuTime.of(() -> results.add(Lint.strict(file)));
        assertThat(results.get(0).diagnostics()).hasSizeGreaterThan(4 * SERVICES);
        assertThat(took).isLessThan(Duration.ofSeconds(6));
    }
}

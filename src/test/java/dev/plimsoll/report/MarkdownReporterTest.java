package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkdownReporterTest {
    @Test
    void whatMeansSomethingIsEscaped() {
        assertThat(MarkdownReporter.escaped("a|b <i> `c` *d* [e](f) ~g~ $h$ &amp; \\"))
                .isEqualTo("a\\|b \\<i\\> \\`c\\` \\*d\\* \\[e\\](f) \\~g\\~ \\$h\\$ \\&amp; \\\\");
        assertThat(MarkdownReporter.escaped("mem_limit _x_")).isEqualTo("mem_limit \\_x\\_");
        assertThat(MarkdownReporter.escaped("@team #1 a#b https://x www.x.y"))
                .isEqualTo("@<!-- -->team #<!-- -->1 a#b https:<!-- -->//x www.<!-- -->x.y");
        assertThat(MarkdownReporter.escaped("a\n| b")).isEqualTo("a\\\\n\\| b");
    }

    @Test
    void itStaysBelowTheSizeThatGithubTakes() {
        String report = Written.by(Reporters.of(Format.MARKDOWN), Many.findings(10_000));
        assertThat(report.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(990_000, 1_010_000);
        assertThat(report).endsWith(" findings are left out:** a summary may have 1 MiB.\n");
        // the worst are kept
        assertThat(report.split("\\| \\*\\*error\\*\\* \\|", -1)).hasSize(3334 + 1);
    }

    @Property(seed = "20261121")
    void anyTextStaysInItsCell(@ForAll String text) {
        String escaped = MarkdownReporter.escaped(text);
        assertThat(escaped).doesNotContainPattern("[\\n\\r]").doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*\\|");
    }
}

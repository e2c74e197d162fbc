package dev.plimsoll.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static Diagnostic diagnostic(
            String rule, String path, int offset, String container, String evidence, String message) {
        Location at = new Location(new SourceFile(path, "some\nlong\ntext"), Span.at(offset));
        Finding finding = Finding.at(at).container(container).evidence(evidence).says(message);
        return new Diagnostic(rule, "tmpfs", Severity.ERROR, finding);
    }

    @Property(seed = "20261121")
    void fingerprintIgnoresWordingAndPlace(@ForAll String one, @ForAll String other) {
        assertThat(diagnostic("rule", "c", 0, "a", "/x", one).fingerprint())
                .isEqualTo(diagnostic("rule", "c", 7, "a", "/x", other).fingerprint())
                .matches("v1:[0-9a-f]{16}");
    }

    @Test
    void fingerprintTellsRuleFileContainerAndEvidenceApart() {
        Set<String> prints = new HashSet<>();
        prints.add(diagnostic("rule", "c", 0, "a", "/x", "m").fingerprint());
        prints.add(diagnostic("other", "c", 0, "a", "/x", "m").fingerprint());
        prints.add(diagnostic("rule", "d", 0, "a", "/x", "m").fingerprint());
        prints.add(diagnostic("rule", "c", 0, "b", "/x", "m").fingerprint());
        prints.add(diagnostic("rule", "c", 0, "a", "/y", "m").fingerprint());
        prints.add(diagnostic("rule", "c", 0, "a/", "x", "m").fingerprint());
        prints.add(diagnostic("rule", "ca", 0, "", "/x", "m").fingerprint());
        assertThat(prints).hasSize(7);
    }

    /** Recorded: baselines of users hold these. */
    @Test
    void fingerprintStaysTheSameFromVersionToVersion() {
        assertThat(diagnostic("tmpfs-unbounded", "compose.yaml", 0, "app", "/tmp", "m")
                        .fingerprint())
                .isEqualTo("v1:a8025ba1eec6890c");
    }

    @Test
    void aLabelAtTheFindingsOwnPlaceIsLeftOut() {
        Location at = new Location(new SourceFile("c", "text"), new Span(0, 2));
        Location same = new Location(at.file(), new Span(0, 2));
        Location other = new Location(at.file(), new Span(2, 4));
        Finding finding = Finding.at(at)
                .label(same, "no")
                .label(other, "yes")
                .help("help")
                .says("message");
        assertThat(finding.related()).extracting(Label::message).containsExactly("yes");
        assertThat(finding.help()).contains("help");
        assertThat(finding.container()).isEmpty();
    }

    @Test
    void severitiesAreOrderedByHarm() {
        assertThat(Severity.ERROR.isAtLeast(Severity.WARNING)).isTrue();
        assertThat(Severity.WARNING.isAtLeast(Severity.WARNING)).isTrue();
        assertThat(Severity.INFO.isAtLeast(Severity.WARNING)).isFalse();
        assertThat(Severity.of("warning")).contains(Severity.WARNING);
        assertThat(Severity.of("WARNING")).isEmpty();
        assertThat(Severity.INFO.label()).isEqualTo("info");
        assertThat(Safety.SAFE.label()).isEqualTo("safe");
    }
}

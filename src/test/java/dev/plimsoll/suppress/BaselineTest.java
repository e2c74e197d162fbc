package dev.plimsoll.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static Diagnostic diagnostic(String container, String evidence, String message, int offset) {
        Location at = new Location(new SourceFile("a.yaml", " ".repeat(50)), Span.at(offset));
        Finding finding = Finding.at(at).container(container).evidence(evidence).says(message);
        return new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, finding);
    }

    private static Baseline again(Baseline baseline) throws InputException {
        return Baseline.read(new SourceFile("b.yaml", baseline.text()));
    }

    @Test
    void knowsFindingsByWhatTheyAreAboutAndHowManyThereAre() throws InputException {
        Baseline written = new Baseline();
        written.record(diagnostic("app", "/a", "as it was said", 3), "x/a.yaml");
        written.record(diagnostic("app", "/a", "as it was said", 9), "x/a.yaml");
        written.record(diagnostic("app", "/b", "as it was said", 9), "x/a.yaml");
        assertThat(written.size()).isEqualTo(3);
        Baseline read = again(written);
        assertThat(read.takes(diagnostic("app", "/a", "as it is said now", 40), "x/a.yaml"))
                .isTrue();
        assertThat(read.takes(diagnostic("app", "/a", "as it is said now", 41), "x/a.yaml"))
                .isTrue();
        assertThat(read.takes(diagnostic("app", "/a", "one more", 42), "x/a.yaml"))
                .isFalse();
        assertThat(read.takes(diagnostic("app", "/c", "other", 40), "x/a.yaml")).isFalse();
        assertThat(read.takes(diagnostic("web", "/b", "other", 40), "x/a.yaml")).isFalse();
        assertThat(read.takes(diagnostic("app", "/b", "other", 40), "a.yaml")).isFalse();
        assertThat(read.gone((rule, path) -> true)).isEqualTo(1);
        assertThat(read.gone((rule, path) -> false)).isZero();
    }

    @Test
    void isSortedOneLineForEachFinding() {
        Baseline baseline = new Baseline();
        baseline.record(diagnostic("b", "/x", "two\nlines \"quoted\"", 0), "z.yaml");
        baseline.record(diagnostic("a", "/x", "first", 0), "a.yaml");
        assertThat(baseline.text()).isEqualTo("""
                # Findings that plimsoll check does not report again. Written by: plimsoll init --baseline
                version: 1
                findings:
                  - {"path": "a.yaml", "rule": "tmpfs-unbounded", "fingerprint": "%s", "count": 1, "hint": "a: first"}
                  - {"path": "z.yaml", "rule": "tmpfs-unbounded", "fingerprint": "%s", "count": 1, "hint": "b: two\\u000alines \\"quoted\\""}
                """.formatted(
                        diagnostic("a", "/x", "first", 0).fingerprint("a.yaml"),
                        diagnostic("b", "/x", "first", 0).fingerprint("z.yaml")));
    }

    @Property(tries = 500, seed = "7")
    void anyNameSurvives(@ForAll String container, @ForAll String message) throws InputException {
        Baseline baseline = new Baseline();
        baseline.record(diagnostic(container, "", message, 0), "p" + container);
        assertThat(again(baseline).text()).isEqualTo(baseline.text());
        assertThat(again(baseline).takes(diagnostic(container, "", "", 0), "p" + container))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[]; 1; is not a baseline",
                "a: 1; 1; a baseline begins with \"version: 1\"",
                "version: 2; 1; a baseline begins with \"version: 1\"",
                "{version: 1, findings: {}}; 1; findings must be a list",
                "{version: 1, findings: [a]}; 1; a finding must be a mapping",
                "{version: 1, findings: [{count: 1}]}; 1; a finding needs a rule",
                "{version: 1, findings: [{rule: a, path: b, fingerprint: c}]}; 1; count must be a number from 1",
                "{version: 1, findings: [{rule: a, path: b, fingerprint: c, count: 0}]}; 1; count must be",
                "{version: 1; 2; not valid YAML",
            })
    void whatIsNoBaselineIsToldWithItsPlace(String text, int line, String problem) {
        assertThatThrownBy(() -> Baseline.read(new SourceFile("b.yaml", text + "\n")))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.error().message()).contains(problem);
                    assertThat(e.error().at().start().line()).isEqualTo(line);
                });
    }
}

package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GithubReporterTest {
    private static String write(LintResult result) {
        return Written.by(Reporters.of(Format.GITHUB), result);
    }

    private static LintResult one(SourceFile file, Span span, String message) {
        Diagnostic diagnostic = new Diagnostic(
                "rule",
                "tmpfs",
                Severity.ERROR,
                Finding.at(new Location(file, span)).says(message));
        return new LintResult(1, List.of(diagnostic), List.of(), List.of());
    }

    @Test
    void escapesDataAndPropertiesAsTheRunnerReadsThem() {
        SourceFile file = new SourceFile("a,b:c%\n.yaml", "é😀x");
        assertThat(write(one(file, new Span(3, 4), "100%: a, b\nc")))
                .isEqualTo("::error file=a%2Cb%3Ac%25%0A.yaml,line=1,endLine=1,col=3,endColumn=4,title=rule"
                        + "::100%25: a, b\\nc\n");
    }

    @Test
    void severalLinesHaveNoColumns() {
        assertThat(write(one(new SourceFile("c", "a\nb"), new Span(0, 3), "m")))
                .isEqualTo("::error file=c,line=1,endLine=2,title=rule::m\n");
    }

    /** Shortened as all words of a finding are, or where the escapes of what was left become too long, by the reporter. */
    @Test
    void longMessagesAreCutWhereTheRunnerWould() {
        assertThat(message("😀".repeat(4000))).hasSizeBetween(999, 1000).endsWith("😀…");
        assertThat(message("\u0001".repeat(4000))).hasSizeBetween(4095, 4096).endsWith("…");
    }

    private static String message(String said) {
        String line = write(one(new SourceFile("c", "a"), new Span(0, 1), said));
        return line.substring(line.lastIndexOf("::") + 2).strip();
    }

    @Test
    void moreThanARunnerTakesIsCounted() {
        List<String> lines = write(Many.findings(100)).lines().toList();
        assertThat(lines).hasSize(30);
        assertThat(lines.subList(0, 10)).allMatch(line -> line.startsWith("::error "));
        assertThat(lines.subList(10, 20)).allMatch(line -> line.startsWith("::warning "));
        assertThat(lines.subList(20, 30)).allMatch(line -> line.startsWith("::notice "));
        assertThat(lines.get(29))
                .isEqualTo("::notice title=plimsoll::71 more findings have no annotation: GitHub takes 10 of each"
                        + " severity from a step");
        assertThat(write(Many.findings(30)).lines()).hasSize(30).noneMatch(line -> line.contains("more finding"));
        assertThat(write(Many.findings(0))).isEmpty();
    }

    @Property(seed = "20261121")
    void anyTextIsOneCommand(@ForAll String path, @ForAll String message) {
        String line = write(one(new SourceFile(path, "a"), new Span(0, 1), message));
        assertThat(line).startsWith("::error file=").endsWith("\n");
        assertThat(line.strip().split("[\n\r]", -1)).hasSize(1);
        String properties = line.substring("::error ".length(), line.indexOf("::", 2));
        assertThat(properties.split(",", -1)).hasSize(6);
    }
}

package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The problem matcher that editors and GitHub's runner read reports with: it takes the line of each finding, and no other. */
class ProblemMatcherTest {
    private static final Path MATCHER = Path.of("src/action/plimsoll-matcher.json");

    private static JSONObject pattern() throws IOException {
        return new JSONObject(Files.readString(MATCHER))
                .getJSONArray("problemMatcher")
                .getJSONObject(0)
                .getJSONArray("pattern")
                .getJSONObject(0);
    }

    static Stream<Arguments> reports() {
        List<Arguments> reports = new ArrayList<>();
        for (LintResult result : List.of(HostileResult.all(), quoting())) {
            reports.add(Arguments.of("text", new TextReporter(TextStyle.PLAIN, true), result));
            reports.add(Arguments.of("concise", new ConciseReporter(), result));
            reports.add(Arguments.of(
                    "coloured", new TextReporter(new TextStyle(Colors.ANSI, 80, true, false), true), result));
            reports.add(Arguments.of(
                    "JetBrains", new TextReporter(new TextStyle(Colors.ANSI, 80, false, true), true), result));
        }
        return reports.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void takesTheLineOfEachFinding(String name, Reporter reporter, LintResult result) throws IOException {
        JSONObject json = pattern();
        Pattern regexp = Pattern.compile(json.getString("regexp"));
        List<String> taken = new ArrayList<>();
        for (String line : Written.by(reporter, result).split("\n", -1)) {
            Matcher matcher = regexp.matcher(line);
            if (matcher.find()) {
                List<String> groups = new ArrayList<>();
                for (String key : List.of("file", "line", "column", "severity", "code", "message")) {
                    groups.add(matcher.group(json.getInt(key)));
                }
                taken.add(String.join("|", groups));
            }
        }

        List<String> expected = new ArrayList<>();
        List<Diagnostic> byPlace = result.diagnostics();
        for (Diagnostic diagnostic : name.equals("concise") ? byPlace : ReadersOrder.of(byPlace)) {
            Position start = diagnostic.finding().at().start();
            expected.add(String.join(
                    "|",
                    Printable.path(diagnostic.finding().at().file().path()),
                    "" + start.line(),
                    "" + start.column(),
                    diagnostic.severity().label(),
                    diagnostic.rule(),
                    written(Printable.shortened(diagnostic.finding().message()))));
        }
        assertThat(taken).isEqualTo(expected);
    }

    /** What half a surrogate pair becomes in UTF-8. */
    private static String written(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Findings whose messages, lines, help and fix look like findings. */
    private static LintResult quoting() {
        String like = "b.yaml:1:2: error[x] y";
        SourceFile file = new SourceFile("a b/compose.yaml", "a.yaml:1:2: error[x] y\n" + like + "\n");
        Location at = new Location(file, new Span(0, 6));
        Finding finding = Finding.at(at)
                .label(
                        new Location(
                                file,
                                new Span(file.text().indexOf(like), file.text().length() - 1)),
                        like)
                .help(like)
                .fix(new Fix(like, Safety.SAFE, List.of(new Edit(at, like))))
                .says(like + " and c.yaml:3:4: info[z] 100 %");
        return new LintResult(
                1,
                List.of(
                        new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, finding),
                        new Diagnostic("schema", "compose", Severity.INFO, finding)),
                List.of(),
                List.of());
    }
}

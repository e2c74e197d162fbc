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
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text report on terminals of several kinds. */
class TextStyleTest {
    private static LintResult result(Finding finding) {
        Diagnostic diagnostic = new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.ERROR, finding);
        return new LintResult(1, List.of(diagnostic), List.of(), List.of());
    }

    private static String write(TextStyle style, LintResult result) {
        return Written.by(new TextReporter(style, false), result);
    }

    private static TextStyle width(int columns) {
        return new TextStyle(Colors.NONE, columns, false, false);
    }

    private static Location at(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return new Location(file, new Span(start, start + text.length()));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100})
    void sourceLinesFitTheTerminal(int columns) {
        for (String line : write(width(columns), HostileResult.all()).lines().toList()) {
            if (line.matches(" *[0-9]+ [|+-].*|  +\\| *[\\^-]+.*")) {
                assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(columns);
            }
        }
    }

    @Test
    void aLongLineIsShownAroundItsMark() {
        SourceFile file = new SourceFile("c", "界".repeat(100) + "MARK" + "x".repeat(300));
        assertThat(write(width(60), result(Finding.at(at(file, "MARK")).says("m"))))
                .isEqualTo("""
                c:1:101: error[tmpfs-unbounded] m
                  |
                1 | …界界界界界MARKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                  |            ^^^^
                  |
                  = page: plimsoll explain tmpfs-unbounded

                """);
    }

    /** A mark must never stand below a part of the line that is not its own. */
    @Test
    void twoMarksFarApartInALineAreShownApart() {
        SourceFile file = new SourceFile("c", "LIMIT" + " ".repeat(200) + "MARK and NEAR it");
        Finding finding = Finding.at(at(file, "MARK"))
                .label(at(file, "LIMIT"), "the limit")
                .label(at(file, "NEAR"), "near")
                .says("m");
        assertThat(write(width(40), result(finding))).isEqualTo("""
                c:1:206: error[tmpfs-unbounded] m
                  |
                1 | LIMIT                              …
                  | ----- the limit
                1 | …                  MARK and NEAR it
                  |                    ^^^^
                  |                             ----
                  |                             near
                  |
                  = page: plimsoll explain tmpfs-unbounded

                """);
    }

    @Test
    void aLabelThatDoesNotFitStandsBelow() {
        SourceFile file = new SourceFile("c", "x".repeat(30) + "MARK");
        Finding finding = Finding.at(new Location(file, new Span(0, 1)))
                .label(at(file, "MARK"), "the limit of 界")
                .says("m");
        assertThat(write(width(44), result(finding))).isEqualTo("""
                c:1:1: error[tmpfs-unbounded] m
                  |
                1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxMARK
                  | ^
                  |                               ----
                  |                    the limit of 界
                  |
                  = page: plimsoll explain tmpfs-unbounded

                """);
    }

    private static List<String> changed(int columns, String before, String after, String insertion, String line) {
        SourceFile file = new SourceFile("c", line);
        Finding finding = Finding.at(new Location(file, new Span(0, 1)))
                .help("add")
                .fix(new Fix(
                        "add",
                        Safety.SAFE,
                        List.of(new Edit(
                                new Location(file, new Span(before.length(), line.length() - after.length())),
                                insertion))))
                .says("m");
        return write(width(columns), result(finding))
                .lines()
                .filter(shown -> shown.matches("1 [+-] .*"))
                .toList();
    }

    private static List<String> inserted(int columns, String before, String after) {
        return changed(columns, before, after, ", memswap: 1g", before + after);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100})
    void theDiffOfALongLineShowsTheChange(int columns) {
        for (String before : List.of(
                "services: {a: {" + " ".repeat(200) + "image: x, mem_limit: 1g",
                "界".repeat(99) + "mem_limit: 1g",
                "a" + "界".repeat(99) + "mem_limit: 1g",
                "x".repeat(100_000) + "mem_limit: 1g",
                "👩‍👩‍👧".repeat(60) + "mem_limit: 1g")) {
            for (String after : List.of("}}", "}}" + "界".repeat(200))) {
                List<String> shown = inserted(columns, before, after);
                assertThat(shown).hasSize(2);
                assertThat(shown.get(0)).contains("…").contains("1g}}").startsWith("1 - …");
                assertThat(shown.get(1)).contains("1g, memswap: 1g}}").startsWith("1 + …");
                assertThat(shown.get(1).indexOf("1g")).isEqualTo(shown.get(0).indexOf("1g"));
                assertThat(shown).allMatch(line -> DisplayWidth.of(line) <= columns);
            }
        }
    }

    @Test
    void theDiffOfALineThatFitsShowsAllOfIt() {
        assertThat(inserted(60, "a: {mem: 1g", "}"))
                .containsExactly("1 - a: {mem: 1g}", "1 + a: {mem: 1g, memswap: 1g}");
        assertThat(inserted(40, "a: {mem: 1g", "}" + "x".repeat(90)))
                .containsExactly(
                        "1 - a: {mem: 1g}" + "x".repeat(23) + "…",
                        "1 + a: {mem: 1g, memswap: 1g}" + "x".repeat(10) + "…");
    }

    /** Two emoji of the same high surrogate differ from the beginning of the pair on. */
    @Test
    void theDiffCutsNoCharacterInTwo() {
        String line = "z".repeat(100) + "😀";
        assertThat(changed(40, "z".repeat(100), "", "😁", line))
                .containsExactly("1 - …" + "z".repeat(32) + "😀", "1 + …" + "z".repeat(32) + "😁");
        assertThat(changed(40, "z".repeat(100), "", "", line))
                .containsExactly("1 - …" + "z".repeat(32) + "😀", "1 + …" + "z".repeat(32));
    }

    @Test
    void aTerminalWithLinksLeadsToTheRulesPage() {
        SourceFile file = new SourceFile("c", "x");
        Finding finding = Finding.at(at(file, "x")).says("m");
        String linked = write(new TextStyle(Colors.NONE, 80, true, false), result(finding));
        assertThat(linked)
                .startsWith("c:1:1: error[tmpfs-unbounded] m\n")
                .contains("page: \033]8;;" + RulePages.PROJECT + "/blob/main/rules/tmpfs-unbounded.md\033\\"
                        + "plimsoll explain tmpfs-unbounded\033]8;;\033\\\n");
    }

    /** Such a terminal links a relative path only behind this word. */
    @Test
    void theTerminalOfJetbrainsGetsPlacesItKnows() {
        String text = write(new TextStyle(Colors.NONE, 80, false, true), HostileResult.make());
        assertThat(text)
                .contains("warning[tmpfs-unbounded] tmpfs has no size\n  at dir\\n/\\u001b[31mcompose.yaml:3:10\n  |\n")
                .contains("  ::: at base.yaml:1:9\n");
    }

    /** A line of megabytes is looked at near the mark only. */
    @Test
    void aLineOfMegabytesTakesNoTime() {
        SourceFile file = new SourceFile("c", "x".repeat(5_000_000) + "MARK" + "界".repeat(5_000_000));
        Finding finding = Finding.at(at(file, "MARK")).says("m");
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200; i++) {
                write(width(80), result(finding));
            }
        });
    }
}

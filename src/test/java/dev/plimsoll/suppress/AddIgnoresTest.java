package dev.plimsoll.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import dev.plimsoll.testkit.RuleFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** After comments were added to a fixture nothing is reported, and the fixture says what it said. */
class AddIgnoresTest {
    @TestFactory
    Stream<DynamicTest> fixtures() {
        return RuleFixture.all().stream()
                .filter(RuleFixture::isBad)
                .map(fixture -> dynamicTest(fixture.toString(), () -> check(fixture)));
    }

    private static void check(RuleFixture fixture) {
        check(fixture.source());
        check(fixture.source("\uFEFF" + fixture.text().replace("\n", "\r\n")));
    }

    private static void check(SourceFile file) {
        LintResult before = Lint.strict(file);
        List<IgnoreWriter.Target> targets = new ArrayList<>();
        Set<String> rules = new TreeSet<>();
        for (Diagnostic diagnostic : before.diagnostics()) {
            boolean ignorable = !diagnostic.category().equals(Suppressions.CATEGORY)
                    && diagnostic.finding().at().file() == file;
            if (ignorable) {
                targets.add(new IgnoreWriter.Target(
                        diagnostic.rule(), diagnostic.finding().at().span().start()));
                rules.add(diagnostic.rule());
            }
        }
        String text = IgnoreWriter.write(file, targets, "as it was").orElse(null);
        YamlComments tree = YamlComments.of(file);
        // a script takes comments whatever stands in it
        boolean noPlace = HostKind.named(file.path()) == HostKind.NONE && tree == null;
        assertThat(text == null).as("there is no place for comments").isEqualTo(noPlace);
        if (text == null) {
            return;
        }
        // comments only: the model of the file is checked by the writer itself
        assertThat(IgnoreWriter.write(file, List.of(), "")).contains(file.text());
        SourceFile ignored = new SourceFile(file.path(), (file.hasByteOrderMark() ? "\uFEFF" : "") + text);
        LintResult after = Lint.strict(ignored);
        for (Diagnostic diagnostic : after.diagnostics()) {
            if (diagnostic.finding().at().file() != ignored) {
                // a file beside it, which nobody changed
                continue;
            }
            assertThat(rules).as(diagnostic.finding().message()).doesNotContain(diagnostic.rule());
            assertThat(diagnostic.category()).as(diagnostic.finding().message()).isEqualTo(Suppressions.CATEGORY);
        }
        assertThat(after.suppressed()).hasSize(before.suppressed().size() + targets.size());
        assertThat(text.contains("\r\n")).isEqualTo(file.text().contains("\r\n"));
    }

    private static String added(String name, String text, String rule, String at) {
        SourceFile file = new SourceFile(name, text);
        return IgnoreWriter.write(file, List.of(new IgnoreWriter.Target(rule, text.indexOf(at))), "why")
                .orElseThrow();
    }

    @Test
    void goesToTheEndOfTheLineWhereThatTakesIt() {
        assertThat(added("a.yaml", "a: 1 \nb: 2", "r", "1")).isEqualTo("a: 1 # plimsoll: ignore[r] why \nb: 2");
        assertThat(added("a.yaml", "a: 1\nb: 2", "r", "2")).isEqualTo("a: 1\nb: 2 # plimsoll: ignore[r] why");
        assertThat(added("a.yaml", "a: 1 # c\n", "r", "1")).isEqualTo("a: 1 # c # plimsoll: ignore[r] why\n");
        assertThat(added("a.yaml", "a: |\n  1\n", "r", "|")).isEqualTo("a: | # plimsoll: ignore[r] why\n  1\n");
    }

    @Test
    void goesAboveWhereTheLineDoesNotTakeIt() {
        assertThat(added("a.yaml", "x:\n  a: |\n    1\n    2\n", "r", "2"))
                .isEqualTo("x:\n  # plimsoll: ignore[r] why\n  a: |\n    1\n    2\n");
        assertThat(added("a.yaml", "x:\n  - 'a\n    1'\n", "r", "'a"))
                .isEqualTo("x:\n  # plimsoll: ignore[r] why\n  - 'a\n    1'\n");
        assertThat(added("a.yaml", "x: a\n  b\n", "r", "a\n")).isEqualTo("# plimsoll: ignore[r] why\nx: a\n  b\n");
    }

    @Test
    void joinsACommentThatIsThere() {
        assertThat(added("a.yaml", "a: 1 # plimsoll: ignore[q] old\n", "r", "1"))
                .isEqualTo("a: 1 # plimsoll: ignore[q,r] old\n");
        assertThat(added("a.yaml", "# plimsoll: ignore[q] old\na: [1,\n 2]\n", "r", "1"))
                .isEqualTo("# plimsoll: ignore[q,r] old\na: [1,\n 2]\n");
        assertThat(added("a.yaml", "a: 1 # plimsoll: ignore[r] old\n", "r", "1"))
                .isEqualTo("a: 1 # plimsoll: ignore[r] old\n");
    }

    @Test
    void knowsShellAndMarkdown() {
        assertThat(added("a.sh", "docker run x\n", "r", "docker"))
                .isEqualTo("docker run x # plimsoll: ignore[r] why\n");
        assertThat(added("a.sh", "\tdocker run \\\n  x\n", "r", "x"))
                .isEqualTo("\t# plimsoll: ignore[r] why\n\tdocker run \\\n  x\n");
        assertThat(added("a.md", "a\n\n```sh\ndocker run x\n```\n", "r", "x"))
                .isEqualTo("a\n\n<!-- plimsoll: ignore[r] why -->\n```sh\ndocker run x\n```\n");
        assertThat(added("a.md", "<!-- plimsoll: ignore[q] -->\n```sh\ndocker run x\n```\n", "r", "x"))
                .isEqualTo("<!-- plimsoll: ignore[q,r] -->\n```sh\ndocker run x\n```\n");
        // right below a paragraph an indented line is no code
        assertThat(added("a.md", "a\n\n    docker run x\n", "r", "x"))
                .isEqualTo("a\n\n<!-- plimsoll: ignore[r] why -->\n\n    docker run x\n");
        assertThat(added("a.md", "\tdocker run a\n\n\tdocker run x\n", "r", "x"))
                .isEqualTo("<!-- plimsoll: ignore[r] why -->\n\n\tdocker run a\n\n\tdocker run x\n");
        assertThat(added("a.md", "<!-- plimsoll: ignore[q] -->\n\n\n    docker run x\n", "r", "x"))
                .isEqualTo("<!-- plimsoll: ignore[q,r] -->\n\n\n    docker run x\n");
    }

    @Test
    void knowsAsciiDocAndReStructuredText() {
        String comment = " plimsoll: ignore[r] why";
        String listing = ".Title\n[source,bash]\n----\ndocker run x\n----\n";
        assertThat(added("a.adoc", ". a\n+\n" + listing, "r", "x\n"))
                .isEqualTo(". a\n+\n//" + comment + "\n" + listing);
        assertThat(added("a.adoc", "// plimsoll: ignore[q]\n" + listing, "r", "x\n"))
                .isEqualTo("// plimsoll: ignore[q,r]\n" + listing);
        assertThat(added("a.rst", "* .. code:: sh\n\n     docker run x\n", "r", "x\n"))
                .isEqualTo("* .." + comment + "\n  .. code:: sh\n\n     docker run x\n");
        // between a paragraph and the block that it announces nothing may stand
        assertThat(added("a.rst", "* Two\n  lines::\n\n     docker run x\n", "r", "x\n"))
                .isEqualTo("* .." + comment + "\n\n  Two\n  lines::\n\n     docker run x\n");
        assertThat(added("a.rst", ".. plimsoll: ignore[q]\n\nText::\n\n  docker run x\n", "r", "x\n"))
                .isEqualTo(".. plimsoll: ignore[q,r]\n\nText::\n\n  docker run x\n");
    }

    @Test
    void neverWritesIntoAQuotedWord() {
        assertThat(added("a.sh", "docker run \"a\nb\" x\n", "r", "\"a"))
                .isEqualTo("# plimsoll: ignore[r] why\ndocker run \"a\nb\" x\n");
        assertThat(added("a.sh", "docker run 'a\n\nb' x\n", "r", "x"))
                .isEqualTo("# plimsoll: ignore[r] why\ndocker run 'a\n\nb' x\n");
        assertThat(added("a.sh", "docker run x <<E\n'\nE\n", "r", "docker"))
                .isEqualTo("docker run x <<E # plimsoll: ignore[r] why\n'\nE\n");
    }

    @Test
    void writesNothingWhereACommentIsText() {
        SourceFile file = new SourceFile("a.sh", "bash <<E\ndocker run x\nE\n");
        IgnoreWriter.Target target = new IgnoreWriter.Target("r", file.text().indexOf("docker"));
        assertThat(IgnoreWriter.write(file, List.of(target), "why")).isEmpty();
    }

    @Test
    void aQuoteOfAMakefileEndsWithItsLine() {
        String before = "help: ## don't\n\techo \"\n\tdocker run x\n";
        String after = "help: ## don't\n\techo \"\n\tdocker run x # plimsoll: ignore[memory-limit-missing] why\n";
        assertThat(added("Makefile", before, "memory-limit-missing", "docker")).isEqualTo(after);
        assertThat(Lint.only("memory-limit-missing", new SourceFile("Makefile", before))
                        .diagnostics())
                .hasSize(1);
        assertThat(Lint.only("memory-limit-missing", new SourceFile("Makefile", after))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aDockerfileTakesCommentsOnLinesOfTheirOwn() {
        assertThat(added("Dockerfile", "# syntax=x\nFROM a\nRUN b \\\n  c\n", "r", "a\n"))
                .isEqualTo("# syntax=x\n# plimsoll: ignore[r] why\nFROM a\nRUN b \\\n  c\n");
        assertThat(added("web.docker", "ARG a\nfrom b\nRUN 'c \\\n  d # e\n", "r", "d"))
                .isEqualTo("ARG a\nfrom b\n# plimsoll: ignore[r] why\nRUN 'c \\\n  d # e\n");
        assertThat(added("Dockerfile", "FROM a # plimsoll: ignore[q]\n", "r", "a"))
                .isEqualTo("# plimsoll: ignore[r] why\nFROM a # plimsoll: ignore[q]\n");
        assertThat(added("Dockerfile", "# plimsoll: ignore[q]\nFROM a\n", "r", "a"))
                .isEqualTo("# plimsoll: ignore[q,r]\nFROM a\n");
    }

    @Test
    void goesAboveALineThatLeavesSomethingOpen() {
        for (String open : List.of("$(", "${X:-", "`date", "x$")) {
            assertThat(added("Makefile", "a:\n\tdocker run " + open + "\n", "r", "docker"))
                    .isEqualTo("a:\n\t# plimsoll: ignore[r] why\n\tdocker run " + open + "\n");
        }
        assertThat(added("a.sh", "docker run $(a) ${b} `c`\n", "r", "docker"))
                .isEqualTo("docker run $(a) ${b} `c` # plimsoll: ignore[r] why\n");
    }

    @Test
    void knowsTheShellsOfWindows() {
        assertThat(added("a.ps1", "docker run `\n  x\n", "r", "x"))
                .isEqualTo("# plimsoll: ignore[r] why\ndocker run `\n  x\n");
        assertThat(added("a.ps1", "docker run \\\n", "r", "docker"))
                .isEqualTo("docker run \\ # plimsoll: ignore[r] why\n");
        SourceFile batch = new SourceFile("a.bat", "docker run x\n");
        assertThat(IgnoreWriter.write(batch, List.of(new IgnoreWriter.Target("r", 0)), "why"))
                .as("a number sign begins no comment there")
                .isEmpty();
    }
}

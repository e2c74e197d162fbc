package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The bytes of each report for a result that would break terminals and parsers if it could. */
class ReporterTest {
    private static String write(Reporter reporter, LintResult result) {
        return Written.by(reporter, result);
    }

    private static TextReporter text(Colors colors, boolean summary) {
        return new TextReporter(new TextStyle(colors, TextStyle.PLAIN.width(), false, false), summary);
    }

    private static LintResult result(Diagnostic... diagnostics) {
        return new LintResult(1, List.of(diagnostics), List.of(), List.of());
    }

    private static Diagnostic diagnostic(Finding finding) {
        return new Diagnostic("rule", "tmpfs", Severity.WARNING, finding);
    }

    @Test
    void text() {
        assertThat(write(text(Colors.NONE, true), HostileResult.make())).isEqualTo("""
                dir\\n/\\u001b[31mcompose.yaml:2:2: error[tmpfs-unbounded] a \\u001b[1mbold\\u001b[0m "name"\\tof\\r\\n\\ two lines?
                  |
                2 |     "界面":    x� # 😀 tail
                  |     ^^^^^^
                  |
                  = help: rename it\\u2028now (safe fix)
                2 -     "界面":    x� # 😀 tail
                2 +     "a�b    c":    x� # 😀 tail
                  = page: plimsoll explain tmpfs-unbounded

                dir\\n/\\u001b[31mcompose.yaml:8:9: error[several-lines] over lines
                  |
                8 |   last: |
                  |         ^
                  |
                  = help: drop it (safe fix)
                9 -     a
                  = page: plimsoll explain several-lines

                dir\\n/\\u001b[31mcompose.yaml:3:10: warning[tmpfs-unbounded] tmpfs has no size
                  |
                3 |   tmpfs: /キャッシュ # c
                  |          ^^^^^^^^^^^
                4 |   mem_limit: 1g
                  |              -- the limit
                ...
                6 |   restart: no
                  |   ------- far below
                  ::: base.yaml:1:9
                1 | x-m: &m 1g
                  |         -- written\\nhere
                  |
                  = help: give it a size (unsafe fix)
                3 -   tmpfs: /キャッシュ # c
                3 +   tmpfs: /キャッシュ:size=1m # c
                6 +   added: 1

                dir\\n/\\u001b[31mcompose.yaml:7:109: info[far-away] far to the right
                  |
                7 | …界界界界界界界界界界MARKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                  |                      ^^^^
                  |
                  = page: plimsoll explain far-away

                2 errors, 1 warning, 1 info in 2 files; 1 input error; 3 fixable with --fix
                """);
    }

    /** An input that is a finding already is not counted twice. */
    @Test
    void theSummaryCountsWhatItsReportShows() {
        SourceFile file = new SourceFile("c", "abc");
        Location at = new Location(file, new Span(0, 1));
        InputError told = new InputError(at, "m");
        InputError untold = new InputError(new Location(file, new Span(1, 2)), "n");
        List<Diagnostic> found = List.of(diagnostic(Finding.at(at).says("m")));
        assertThat(Summary.of(new LintResult(1, found, List.of(told), List.of())))
                .isEqualTo("1 warning in 1 file");
        assertThat(Summary.of(new LintResult(1, found, List.of(told, untold), List.of())))
                .isEqualTo("1 warning in 1 file; 1 input error");
    }

    @Test
    void colours() {
        String colored = write(text(Colors.ANSI, true), HostileResult.make());
        assertThat(colored.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(write(text(Colors.NONE, true), HostileResult.make()));
        assertThat(colored.lines().limit(9)).containsExactly("""
                dir\\n/\\u001b[31mcompose.yaml:2:2: \033[1;31merror[tmpfs-unbounded]\033[0m \033[1ma \\u001b[1mbold\\u001b[0m "name"\\tof\\r\\n\\ two lines?\033[0m
                \033[34m  |\033[0m
                \033[34m2 |\033[0m     "界面":    x� # 😀 tail
                \033[34m  |\033[0m     \033[1;31m^^^^^^\033[0m
                \033[34m  |\033[0m
                  \033[34m=\033[0m \033[1mhelp\033[0m: rename it\\u2028now (safe fix)
                \033[34m2 \033[0m\033[31m-     "界面":    x� # 😀 tail\033[0m
                \033[34m2 \033[0m\033[32m+     "a�b    c":    x� # 😀 tail\033[0m
                  \033[34m=\033[0m \033[1mpage\033[0m: plimsoll explain tmpfs-unbounded""".split("\n", -1));
    }

    @Test
    void concise() {
        assertThat(write(new ConciseReporter(), HostileResult.make())).isEqualTo("""
                dir\\n/\\u001b[31mcompose.yaml:2:2: error[tmpfs-unbounded] a \\u001b[1mbold\\u001b[0m "name"\\tof\\r\\n\\ two lines?
                dir\\n/\\u001b[31mcompose.yaml:3:10: warning[tmpfs-unbounded] tmpfs has no size
                dir\\n/\\u001b[31mcompose.yaml:7:109: info[far-away] far to the right
                dir\\n/\\u001b[31mcompose.yaml:8:9: error[several-lines] over lines
                """);
    }

    @Test
    void json() {
        assertThat(write(new JsonReporter("0.1", FileIdentity.SHOWN), HostileResult.make()))
                // one line; broken here to be read
                .isEqualTo("""
                {"version":1,"tool":{"name":"plimsoll","version":"0.1"},"summary":{"files":2,"errors":2,"warnings":1,"infos":1,"suppressed":0,"fixable":3}
                ,"findings":[{"rule":"tmpfs-unbounded","category":"tmpfs","severity":"error","message":"a \\u001b[1mbold\\u001b[0m \\"name\\"\\tof\\r\\n\\\\ two lines\\ud800","path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":2,"column":2},"end":{"line":2,"column":6}},"container":"界面\\n\\u202eevil"
                ,"related":[],"fixes":[{"title":"rename","safety":"safe","edits":[{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":2,"column":3},"end":{"line":2,"column":5}},"text":"a\\u001bb\\tc"}]}],"fingerprint":"v1:975db0b6bb5f3f99","help":"plimsoll explain tmpfs-unbounded"}
                ,{"rule":"tmpfs-unbounded","category":"tmpfs","severity":"warning","message":"tmpfs has no size","path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":3,"column":10},"end":{"line":3,"column":16}},"container":"界面"
                ,"related":[{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":4,"column":14},"end":{"line":4,"column":16}},"message":"the limit"},{"path":"base.yaml"
                ,"range":{"start":{"line":1,"column":9},"end":{"line":1,"column":11}},"message":"written\\nhere"},{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":6,"column":3},"end":{"line":6,"column":10}},"message":"far below"}],"fixes":[{"title":"give it a size","safety":"unsafe","edits":[{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":3,"column":16},"end":{"line":3,"column":16}},"text":":size=1m"},{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":6,"column":1},"end":{"line":6,"column":1}},"text":"  added: 1\\n"}]},{"title":"another","safety":"safe","edits":[{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":3,"column":10},"end":{"line":3,"column":16}},"text":"/x"}]}],"fingerprint":"v1:ceaa86151b196d28","help":"plimsoll explain tmpfs-unbounded"}
                ,{"rule":"far-away","category":"memory","severity":"info","message":"far to the right","path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":7,"column":109},"end":{"line":7,"column":113}},"container":null
                ,"related":[],"fixes":[],"fingerprint":"v1:a1f1ba6d68aaf8c3","help":"plimsoll explain far-away"}
                ,{"rule":"several-lines","category":"memory","severity":"error","message":"over lines","path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":8,"column":9},"end":{"line":9,"column":6}},"container":"c"
                ,"related":[],"fixes":[{"title":"drop","safety":"safe","edits":[{"path":"dir\\n/\\u001b[31mcompose.yaml"
                ,"range":{"start":{"line":8,"column":10},"end":{"line":9,"column":6}},"text":""}]}],"fingerprint":"v1:ff9dcd240ab10d82","help":"plimsoll explain several-lines"}]
                ,"errors":[{"path":"base.yaml"
                ,"range":{"start":{"line":1,"column":6},"end":{"line":1,"column":8}},"message":"bad \\"thing\\"\\n\\u0000"}],"suppressed":[]}
                """.replace("\n", "").concat("\n"));
    }

    @Test
    void nothingFound() {
        LintResult nothing = new LintResult(2, List.of(), List.of(), List.of());
        assertThat(write(text(Colors.NONE, true), nothing)).isEqualTo("no findings in 2 files\n");
        assertThat(write(text(Colors.NONE, false), nothing)).isEmpty();
        assertThat(write(new ConciseReporter(), nothing)).isEmpty();
        assertThat(write(new JsonReporter("1", FileIdentity.SHOWN), nothing))
                .isEqualTo("{\"version\":1,\"tool\":{\"name\":\"plimsoll\",\"version\":\"1\"},\"summary\":{\"files\":2,"
                        + "\"errors\":0,\"warnings\":0,\"infos\":0,\"suppressed\":0,\"fixable\":0},"
                        + "\"findings\":[],\"errors\":[],\"suppressed\":[]}\n");
    }

    /** A finding near the end of a hundred lines whose fix adds below it: numbers stay in one column. */
    @Test
    void theGutterFitsTheLineNumbersOfTheDiff() {
        SourceFile file = new SourceFile("c", "x\n".repeat(9));
        Finding finding = Finding.at(new Location(file, new Span(16, 17)))
                .help("add")
                .fix(new Fix("add", Safety.SAFE, List.of(new Edit(new Location(file, Span.at(17)), "\ny"))))
                .says("m");
        assertThat(write(text(Colors.NONE, false), result(diagnostic(finding)))).isEqualTo("""
                        c:9:1: warning[rule] m
                           |
                         9 | x
                           | ^
                           |
                           = help: add (safe fix)
                        10 + y
                           = page: plimsoll explain rule

                        """);
    }

    @Test
    void anEmptySpanAtTheEndOfTheFileIsShown() {
        SourceFile file = new SourceFile("c", "abc\n");
        Finding finding = Finding.at(new Location(file, Span.at(4))).says("m");
        assertThat(write(text(Colors.NONE, false), result(diagnostic(finding))))
                .isEqualTo("c:2:1: warning[rule] m\n  |\n2 |\n  | ^\n  |\n  = page: plimsoll explain rule\n\n");
    }

    @Test
    void aPageIsNamedOncePerRule() {
        SourceFile file = new SourceFile("c", "abc");
        Diagnostic one =
                diagnostic(Finding.at(new Location(file, new Span(0, 1))).says("m"));
        Diagnostic two =
                diagnostic(Finding.at(new Location(file, new Span(1, 2))).says("m"));
        assertThat(write(text(Colors.NONE, false), result(one, two)).split("= page:", -1))
                .hasSize(2);
    }

    @Property(seed = "20261121")
    void anyTextMakesValidReports(@ForAll String text, @ForAll String message) {
        SourceFile file = new SourceFile(message, "x" + text);
        Span span = new Span(0, file.text().length());
        Finding finding = Finding.at(new Location(file, span))
                .container(text)
                .label(new Location(file, Span.at(span.end())), message)
                .help(text)
                .fix(new Fix(text, Safety.SAFE, List.of(new Edit(new Location(file, span), message))))
                .says(message);
        LintResult result = result(diagnostic(finding));
        String concise = write(new ConciseReporter(), result);
        assertThat(concise.lines()).hasSize(1);
        assertThat(withoutLineBreaks(concise)).doesNotContainPattern("[\\p{Cc}\u202A-\u202E\u2066-\u2069]");
        String shown = write(text(Colors.NONE, true), result);
        assertThat(withoutLineBreaks(shown)).doesNotContainPattern("[\\p{Cc}\u202A-\u202E\u2066-\u2069]");
        String json = write(new JsonReporter("1", FileIdentity.SHOWN), result);
        Map<?, ?> read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(json);
        Map<?, ?> found = (Map<?, ?>) ((List<?>) read.get("findings")).get(0);
        assertThat(found.get("message")).isEqualTo(message);
        assertThat(found.get("container")).isEqualTo(text);
    }

    private static String withoutLineBreaks(String text) {
        return text.replace("\n", "");
    }
}

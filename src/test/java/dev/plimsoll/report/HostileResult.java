package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
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
import java.util.ArrayList;
import java.util.List;

/** A result with what breaks terminals and parsers, made by hand so that no rule's wording is part of it. */
public final class HostileResult {
    private HostileResult() {}

    public static LintResult make() {
        SourceFile main = new SourceFile(
                "dir\n/\u001B[31mcompose.yaml",
                """
                services:
                \t"界面":\tx\u0007 # 😀 tail
                  tmpfs: /キャッシュ # c
                  mem_limit: 1g
                  # one
                  restart: no
                """ + "  long: " + "界".repeat(100) + "MARK" + "x".repeat(300) + "\n  last: |\n    a");
        SourceFile base = new SourceFile("base.yaml", "x-m: &m 1g\r\n");
        return new LintResult(
                2,
                List.of(
                        new Diagnostic("far-away", "memory", Severity.INFO, far(main)),
                        new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, tmpfs(main, base)),
                        new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.ERROR, name(main)),
                        new Diagnostic("several-lines", "memory", Severity.ERROR, lines(main))),
                List.of(new InputError(at(base, "&m"), "bad \"thing\"\n\u0000")),
                List.of());
    }

    /** The same with more of what breaks machine formats: command, markup and separators in names and texts. */
    public static LintResult all() {
        LintResult some = make();
        SourceFile file = new SourceFile(
                "::error file=a,b%0A <&\"'>/compose.yaml",
                "\uFEFFservices:\r\n  \"</script><b>]]>\": # | *m* `c`\r\n    😀: {tmpfs: 界/a%b}\r\n"
                        + "z".repeat(300));
        List<Diagnostic> diagnostics = new ArrayList<>(some.diagnostics());
        diagnostics.add(new Diagnostic("schema", "compose", Severity.ERROR, markup(file)));
        diagnostics.add(new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, command(file)));
        diagnostics.add(new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, command(file)));
        List<InputError> errors = new ArrayList<>(some.errors());
        errors.add(new InputError(
                new Location(new SourceFile("../none ü.yaml", ""), Span.at(0)), "no such file or directory"));
        return new LintResult(
                4,
                diagnostics,
                errors,
                List.of(new Defect(new Location(new SourceFile("\n::error::y", ""), Span.at(0)), "rule x", "<Error>")));
    }

    private static Finding markup(SourceFile file) {
        return Finding.at(at(file, "</script><b>]]>"))
                .container("</script><img src=x onerror=alert(1)>")
                .evidence("a|b")
                .label(at(file, "z".repeat(300)), "three [hundred](http://evil.example) wide")
                .help("write `it` | <i>otherwise</i>, 100%")
                .fix(new Fix(
                        "a & b",
                        Safety.SAFE,
                        List.of(new Edit(at(file, "😀: {tmpfs: 界/a%b}"), "x: 1\r\n    界: \"%\""))))
                .says("<b>%0A::error::x</b> \"q\" ]]> | *m* _i_ a_b `c` [l](http://evil.example) @team #1 $x$ ${X:-~}");
    }

    private static Finding command(SourceFile file) {
        return Finding.at(at(file, "界/a%b"))
                .container("c")
                .evidence("same")
                .says("::error::not a command, 100% \u0000sure");
    }

    private static Location at(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return new Location(file, new Span(start, start + text.length()));
    }

    private static Location before(SourceFile file, String text) {
        return new Location(file, Span.at(file.text().indexOf(text)));
    }

    private static Finding name(SourceFile main) {
        return Finding.at(at(main, "\"界面\""))
                .container("界面\n\u202Eevil")
                .evidence("1")
                .fix(new Fix("rename", Safety.SAFE, List.of(new Edit(at(main, "界面"), "a\u001Bb\tc"))))
                .help("rename it\u2028now")
                .says("a \u001B[1mbold\u001B[0m \"name\"\tof\r\n\\ two lines\uD800");
    }

    private static Finding tmpfs(SourceFile main, SourceFile base) {
        return Finding.at(at(main, "/キャッシュ"))
                .container("界面")
                .evidence("2")
                .label(at(main, "1g"), "the limit")
                .label(at(base, "1g"), "written\nhere")
                .label(at(main, "restart"), "far below")
                .help("give it a size")
                .fix(new Fix(
                        "give it a size",
                        Safety.UNSAFE,
                        List.of(
                                new Edit(before(main, " # c"), ":size=1m"),
                                new Edit(before(main, "  restart"), "  added: 1\n"))))
                .fix(new Fix("another", Safety.SAFE, List.of(new Edit(at(main, "/キャッシュ"), "/x"))))
                .says("tmpfs has no size");
    }

    private static Finding far(SourceFile main) {
        return Finding.at(at(main, "MARK")).says("far to the right");
    }

    private static Finding lines(SourceFile main) {
        return Finding.at(at(main, "|\n    a"))
                .container("c")
                .fix(new Fix("drop", Safety.SAFE, List.of(new Edit(at(main, "\n    a"), ""))))
                .help("drop it")
                .says("over lines");
    }
}

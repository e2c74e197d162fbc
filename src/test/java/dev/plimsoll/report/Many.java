package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Results with many findings, one a line; every third an error, a warning, an info. */
public final class Many {
    private static final String LINE = "  x: 界 # \n";

    private static final List<Severity> SEVERITIES = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

    private Many() {}

    public static LintResult findings(int count) {
        SourceFile file = new SourceFile("many.yaml", LINE.repeat(count));
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = i * LINE.length() + 5;
            Finding finding = Finding.at(new Location(file, new Span(start, start + 1)))
                    .container("c" + i)
                    .help("do something about 界 " + i)
                    .says("finding number " + i);
            diagnostics.add(new Diagnostic("tmpfs-unbounded", "tmpfs", SEVERITIES.get(i % 3), finding));
        }
        return new LintResult(1, diagnostics, List.of(), List.of());
    }
}

package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Position;
import java.io.IOException;

/** One line per finding: {@code path:line:col: severity[rule] message}. */
public final class ConciseReporter implements Reporter {
    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        for (Diagnostic diagnostic : result.diagnostics()) {
            headline(diagnostic, Colors.NONE, out.text());
            out.pause();
        }
    }

    /** The line by which editors and terminals find the place; the text report begins with it too. */
    static void headline(Diagnostic diagnostic, Colors colors, StringBuilder out) {
        Position start = diagnostic.finding().at().start();
        out.append(Printable.path(diagnostic.finding().at().file().path()))
                .append(':')
                .append(start.line())
                .append(':')
                .append(start.column())
                .append(": ")
                .append(colors.severity(diagnostic.severity()))
                .append(diagnostic.severity().label())
                .append('[')
                .append(diagnostic.rule())
                .append(']')
                .append(colors.reset())
                .append(' ')
                .append(colors.bold())
                .append(Printable.shortened(diagnostic.finding().message()))
                .append(colors.reset())
                .append('\n');
    }
}

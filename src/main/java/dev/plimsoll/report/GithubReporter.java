package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.Shortened;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands that GitHub's runner turns into annotations. A runner takes {@value #PER_SEVERITY} of each severity
 * from a step and silently drops the rest, so the rest is counted in a last notice. Everything is escaped: names in a
 * pull request must not become commands.
 */
public final class GithubReporter implements Reporter {
    private static final int PER_SEVERITY = 10;

    /** UTF-16 units of a message; the runner cuts the rest. */
    private static final int MAX_MESSAGE = 4096;

    private final ReportPaths paths;

    /**
     * Workflow commands.
     *
     * @param paths relative to the workspace
     */
    public GithubReporter(ReportPaths paths) {
        this.paths = paths;
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        StringBuilder text = out.text();
        List<Diagnostic> all = InputErrors.withFindings(result);
        List<Defect> defects = result.defects();
        for (int i = 0; i < defects.size() && i < PER_SEVERITY; i++) {
            text.append("::error title=defect of plimsoll::")
                    .append(data(Printable.line(defects.get(i).line())))
                    .append('\n');
        }
        List<Diagnostic> shown = new ArrayList<>();
        int errors = Math.max(0, PER_SEVERITY - defects.size());
        shown.addAll(Worst.first(errors, Severity.ERROR, all));
        shown.addAll(Worst.first(PER_SEVERITY, Severity.WARNING, all));
        List<Diagnostic> notices = Worst.first(PER_SEVERITY, Severity.INFO, all);
        shown.addAll(notices);
        if (shown.size() < all.size() && notices.size() == PER_SEVERITY) {
            // the notice about the rest is one of them
            shown.remove(shown.size() - 1);
        }
        for (Diagnostic diagnostic : shown) {
            annotation(diagnostic, text);
            out.pause();
        }
        int rest = all.size() - shown.size();
        if (rest > 0) {
            text.append("::notice title=plimsoll::")
                    .append(Summary.counted(rest, "more finding has", "more findings have"))
                    .append(" no annotation: GitHub takes ")
                    .append(PER_SEVERITY)
                    .append(" of each severity from a step\n");
        }
    }

    private void annotation(Diagnostic diagnostic, StringBuilder text) {
        Finding finding = diagnostic.finding();
        Location at = finding.at();
        int line = at.start().line();
        int endLine = at.end().line();
        text.append("::")
                .append(command(diagnostic.severity()))
                .append(" file=")
                .append(property(Printable.exceptLineBreaks(paths.of(at.file().path()))))
                .append(",line=")
                .append(line)
                .append(",endLine=")
                .append(endLine);
        if (line == endLine) {
            // GitHub refuses columns of an annotation over several lines
            text.append(",col=")
                    .append(Columns.codePoints(at.file(), at.span().start()))
                    .append(",endColumn=")
                    .append(Columns.codePoints(at.file(), at.span().end()));
        }
        String message = Printable.line(finding.message());
        if (finding.help().isPresent()) {
            message += "\nhelp: " + Printable.line(finding.help().get());
        }
        text.append(",title=")
                .append(property(diagnostic.rule()))
                .append("::")
                .append(data(Shortened.to(MAX_MESSAGE, message)))
                .append('\n');
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

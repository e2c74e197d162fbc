package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Position;
import java.io.IOException;
import java.util.List;

/**
 * A summary in GitHub's Markdown, made for {@code $GITHUB_STEP_SUMMARY}: counts, then a table of findings. GitHub drops a
 * summary of more than 1 MiB as a whole, so the table ends before that and says how much is left out.
 */
public final class MarkdownReporter implements Reporter {
    /** Bytes of UTF-8; some room is left for what other commands of the step have to say. */
    private static final int MAX_BYTES = 1_000_000;

    /** Characters that mean something in the middle of a line of Markdown, or make HTML or mathematics of it. */
    private static final String SPECIAL = "\\`*[]<>|~$&";

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        StringBuilder text = out.text();
        List<Diagnostic> diagnostics = Worst.bySeverity(InputErrors.withFindings(result));
        text.append("## Plimsoll\n\n").append(Summary.of(result)).append(".\n");
        for (Defect defect : result.defects()) {
            text.append("\n**Defect of Plimsoll:** ")
                    .append(escaped(defect.line()))
                    .append('\n');
        }
        if (diagnostics.isEmpty()) {
            return;
        }
        text.append("\n| severity | place | finding | rule |\n|---|---|---|---|\n");
        int bytes = Columns.utf8Length(text, 0, text.length());
        int left = diagnostics.size();
        StringBuilder row = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            row.setLength(0);
            row(diagnostic, row);
            bytes += Columns.utf8Length(row, 0, row.length());
            if (bytes > MAX_BYTES) {
                break;
            }
            text.append(row);
            left--;
            out.pause();
        }
        if (left > 0) {
            text.append("\n**")
                    .append(Summary.counted(left, "finding is", "findings are"))
                    .append(" left out:** a summary may have 1 MiB.\n");
        }
    }

    private static void row(Diagnostic diagnostic, StringBuilder row) {
        Finding finding = diagnostic.finding();
        Position start = finding.at().start();
        row.append("| ")
                .append(emphasis(diagnostic.severity()))
                .append(" | ")
                .append(escaped(finding.at().file().path()))
                .append(':')
                .append(start.line())
                .append(':')
                .append(start.column())
                .append(" | ")
                .append(escaped(finding.message()));
        if (finding.help().isPresent()) {
            row.append("<br>help: ").append(escaped(finding.help().get()));
        }
        row.append(" | [")
                .append(diagnostic.rule())
                .append("](")
                .append(RulePages.url(diagnostic.rule()))
                .append(") |\n");
    }

    private static String emphasis(Severity severity) {
        return severity == Severity.ERROR ? "**" + severity.label() + "**" : severity.label();
    }

    /** A text on one line that shows as it is: no markup, no link, and nobody mentioned. */
    static String escaped(String text) {
        String line = Printable.shortened(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !insideWord(line, i))) {
                out.append('\\').append(c);
            } else {
                out.append(c);
                if (c == '@' || (c == '#' && !insideWord(line, i)) || startsAddress(line, i)) {
                    // ends what GitHub would make a mention, an issue or a link of, and is not shown
                    out.append("<!-- -->");
                }
            }
        }
        return out.toString();
    }

    private static boolean startsAddress(String line, int index) {
        boolean scheme = line.charAt(index) == ':' && line.startsWith("//", index + 1);
        return scheme || (line.charAt(index) == '.' && index >= 3 && line.regionMatches(true, index - 3, "www", 0, 3));
    }

    private static boolean insideWord(String line, int index) {
        return index > 0
                && index + 1 < line.length()
                && Character.isLetterOrDigit(line.charAt(index - 1))
                && Character.isLetterOrDigit(line.charAt(index + 1));
    }
}

package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import java.io.IOException;
import java.util.List;

/**
 * Checkstyle's XML, which most services for continuous integration read. Columns count characters. An error without a
 * place in its file has no column rather than a made-up one.
 */
public final class CheckstyleReporter implements Reporter {
    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        StringBuilder text = out.text();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
        List<Diagnostic> diagnostics = InputErrors.withFindings(result);
        String open = "";
        for (int i = 0; i < diagnostics.size(); i++) {
            String path = diagnostics.get(i).finding().at().file().path();
            if (i == 0 || !path.equals(open)) {
                text.append(i == 0 ? "" : "  </file>\n").append("  <file");
                Xml.attribute("name", path, text);
                text.append(">\n");
                open = path;
            }
            error(diagnostics.get(i), text);
            out.pause();
        }
        text.append(diagnostics.isEmpty() ? "" : "  </file>\n").append("</checkstyle>\n");
    }

    private static void error(Diagnostic diagnostic, StringBuilder text) {
        Location at = diagnostic.finding().at();
        text.append("    <error");
        Xml.attribute("line", at.start().line(), text);
        boolean whole = diagnostic.rule().equals(InputErrors.ID) && at.span().end() == 0;
        if (!whole) {
            Xml.attribute("column", Columns.codePoints(at.file(), at.span().start()), text);
        }
        Xml.attribute("severity", diagnostic.severity().label(), text);
        Xml.attribute("message", diagnostic.finding().message(), text);
        Xml.attribute("source", "plimsoll." + diagnostic.rule(), text);
        text.append("/>\n");
    }
}

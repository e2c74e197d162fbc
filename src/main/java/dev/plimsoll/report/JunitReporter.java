package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Position;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * JUnit's XML: a suite for each file with findings, a failed test case for each finding, an error for each input that
 * could not be read. Without any of them one passed test case, since Jenkins and GitLab take a report without tests for a
 * failure.
 */
public final class JunitReporter implements Reporter {
    private static final String SUITES_END = "</testsuites>\n";
    private static final String SUITE_END = "  </testsuite>\n";

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        StringBuilder text = out.text();
        List<Diagnostic> diagnostics = InputErrors.withFindings(result);
        boolean clean = diagnostics.isEmpty() && result.defects().isEmpty();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        counts(
                "<testsuites",
                "plimsoll",
                diagnostics,
                clean ? 1 : 0,
                result.defects().size(),
                text);
        int from = 0;
        while (from < diagnostics.size()) {
            String path = path(diagnostics.get(from));
            int to = from + 1;
            while (to < diagnostics.size() && path(diagnostics.get(to)).equals(path)) {
                to++;
            }
            suite(path, diagnostics.subList(from, to), out);
            from = to;
        }
        if (clean) {
            counts("  <testsuite", "plimsoll", diagnostics, 1, 0, text);
            text.append("    <testcase name=\"No errors found\" classname=\"plimsoll\"/>\n")
                    .append(SUITE_END);
        }
        defects(result, text);
        text.append(SUITES_END);
    }

    private static String path(Diagnostic diagnostic) {
        return diagnostic.finding().at().file().path();
    }

    private static void suite(String path, List<Diagnostic> diagnostics, ReportOutput out) throws IOException {
        StringBuilder text = out.text();
        counts("  <testsuite", path, diagnostics, 0, 0, text);
        Map<String, Integer> names = new HashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            int same = names.merge(diagnostic.rule(), 1, Integer::sum);
            // of two test cases of one name GitLab shows the first only
            testCase(diagnostic, diagnostic.rule() + (same == 1 ? "" : " (" + same + ")"), text);
            out.pause();
        }
        text.append(SUITE_END);
    }

    /** The start of a suite; beside the diagnostics it has passed cases and defects. */
    private static void counts(
            String tag, String name, List<Diagnostic> diagnostics, int passed, int defects, StringBuilder text) {
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            errors += diagnostic.rule().equals(InputErrors.ID) ? 1 : 0;
        }
        text.append(tag);
        Xml.attribute("name", name, text);
        Xml.attribute("tests", diagnostics.size() + passed + defects, text);
        Xml.attribute("failures", diagnostics.size() - errors, text);
        Xml.attribute("errors", errors + defects, text);
        text.append(">\n");
    }

    private static void testCase(Diagnostic diagnostic, String name, StringBuilder text) {
        Finding finding = diagnostic.finding();
        String path = path(diagnostic);
        Position start = finding.at().start();
        int dot = path.lastIndexOf('.');
        boolean hasExtension = dot > path.lastIndexOf('/') + 1;
        text.append("    <testcase");
        Xml.attribute("name", name, text);
        Xml.attribute("classname", hasExtension ? path.substring(0, dot) : path, text);
        Xml.attribute("file", path, text);
        Xml.attribute("line", start.line(), text);
        String tag = diagnostic.rule().equals(InputErrors.ID) ? "error" : "failure";
        text.append(">\n      <").append(tag);
        Xml.attribute("message", finding.message(), text);
        Xml.attribute("type", diagnostic.severity().label(), text);
        text.append('>')
                .append(Xml.text(path + ":" + start.line() + ":" + start.column() + ": " + finding.message()
                        + (finding.help().isPresent()
                                ? "; help: " + finding.help().get()
                                : "")))
                .append("</")
                .append(tag)
                .append(">\n    </testcase>\n");
    }

    private static void defects(LintResult result, StringBuilder text) {
        int count = result.defects().size();
        if (count == 0) {
            return;
        }
        counts("  <testsuite", "plimsoll", List.of(), 0, count, text);
        for (Defect defect : result.defects()) {
            text.append("    <testcase name=\"defect\" classname=\"plimsoll\">\n      <error");
            Xml.attribute("message", defect.line(), text);
            text.append(" type=\"defect\"/>\n    </testcase>\n");
        }
        text.append(SUITE_END);
    }
}

package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * GitLab's Code Quality report: a JSON array, empty where there is nothing to say, since GitLab compares it with the
 * report of the target branch. The rule stands in the description too: GitLab does not show {@code check_name}.
 */
public final class GitlabReporter implements Reporter {
    private final ReportPaths paths;
    private final FileIdentity files;

    /**
     * A Code Quality report.
     *
     * @param paths relative to the project's directory
     * @param files what fingerprints know files by
     */
    public GitlabReporter(ReportPaths paths, FileIdentity files) {
        this.paths = paths;
        this.files = files;
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        JsonWriter json = new JsonWriter(out.text());
        Map<String, Integer> fingerprints = new HashMap<>();
        json.beginArray();
        for (Diagnostic diagnostic : InputErrors.withFindings(result)) {
            String fingerprint = diagnostic.fingerprint(files);
            int same = fingerprints.merge(fingerprint, 1, Integer::sum);
            // GitLab drops the second of two equal ones
            issue(diagnostic, same == 1 ? fingerprint : fingerprint + "-" + same, json);
            out.pause();
        }
        json.endArray();
        out.text().append('\n');
    }

    private void issue(Diagnostic diagnostic, String fingerprint, JsonWriter json) {
        Location at = diagnostic.finding().at();
        json.beginObject();
        json.key("description")
                .string(diagnostic.rule() + ": " + diagnostic.finding().message());
        json.key("check_name").string(diagnostic.rule());
        json.key("fingerprint").string(fingerprint);
        json.key("severity").string(severity(diagnostic));
        json.key("location").beginObject();
        json.key("path").string(paths.of(at.file().path()));
        json.key("lines").beginObject();
        json.key("begin").number(at.start().line()).key("end").number(at.end().line());
        json.endObject().endObject().endObject();
    }

    private static String severity(Diagnostic diagnostic) {
        if (diagnostic.rule().equals(InputErrors.ID)) {
            return "blocker";
        }
        Severity severity = diagnostic.severity();
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }
}

package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Suppressed;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import java.io.IOException;

/** The stable format for programs, version 1. */
public final class JsonReporter implements Reporter {
    private static final int FORMAT_VERSION = 1;

    private final String toolVersion;
    private final FileIdentity files;

    /**
     * A JSON report.
     *
     * @param toolVersion the version of Plimsoll
     * @param files what fingerprints know files by
     */
    public JsonReporter(String toolVersion, FileIdentity files) {
        this.toolVersion = toolVersion;
        this.files = files;
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        JsonWriter json = new JsonWriter(out.text());
        json.beginObject().key("version").number(FORMAT_VERSION);
        json.key("tool").beginObject();
        json.key("name").string("plimsoll").key("version").string(toolVersion);
        json.endObject();
        summary(result, json);
        json.key("findings").beginArray();
        for (Diagnostic diagnostic : result.diagnostics()) {
            finding(diagnostic, json);
            out.pause();
        }
        json.endArray().key("errors").beginArray();
        for (InputError error : result.errors()) {
            error(error, json);
            out.pause();
        }
        for (Defect defect : result.defects()) {
            error(defect.error(), json);
        }
        json.endArray().key("suppressed").beginArray();
        for (Suppressed suppressed : result.suppressed()) {
            suppressed(suppressed, json);
            out.pause();
        }
        json.endArray().endObject();
        out.text().append('\n');
    }

    private static void error(InputError error, JsonWriter json) {
        json.beginObject();
        place(error.at(), json);
        json.key("message").string(error.message()).endObject();
    }

    private void suppressed(Suppressed suppressed, JsonWriter json) {
        Diagnostic diagnostic = suppressed.diagnostic();
        json.beginObject();
        json.key("rule").string(diagnostic.rule());
        place(diagnostic.finding().at(), json);
        json.key("by").string(suppressed.by().label());
        json.key("reason");
        if (suppressed.reason().isPresent()) {
            json.string(suppressed.reason().get());
        } else {
            json.nothing();
        }
        json.key("fingerprint").string(diagnostic.fingerprint(files)).endObject();
    }

    private static void summary(LintResult result, JsonWriter json) {
        json.key("summary").beginObject();
        json.key("files").number(result.files());
        json.key("errors").number(result.count(Severity.ERROR));
        json.key("warnings").number(result.count(Severity.WARNING));
        json.key("infos").number(result.count(Severity.INFO));
        json.key("suppressed").number(result.suppressed().size());
        json.key("fixable").number(result.fixable());
        json.endObject();
    }

    private void finding(Diagnostic diagnostic, JsonWriter json) {
        Finding finding = diagnostic.finding();
        json.beginObject();
        json.key("rule").string(diagnostic.rule());
        json.key("category").string(diagnostic.category());
        json.key("severity").string(diagnostic.severity().label());
        json.key("message").string(finding.message());
        place(finding.at(), json);
        json.key("container");
        if (finding.container().isPresent()) {
            json.string(finding.container().get());
        } else {
            json.nothing();
        }
        json.key("related").beginArray();
        for (Label label : finding.related()) {
            json.beginObject();
            place(label.at(), json);
            json.key("message").string(label.message()).endObject();
        }
        json.endArray().key("fixes").beginArray();
        for (Fix fix : finding.fixes()) {
            fix(fix, json);
        }
        json.endArray();
        json.key("fingerprint").string(diagnostic.fingerprint(files));
        json.key("help").string(RulePages.command(diagnostic.rule()));
        json.endObject();
    }

    private static void fix(Fix fix, JsonWriter json) {
        json.beginObject();
        json.key("title").string(fix.title());
        json.key("safety").string(fix.safety().label());
        json.key("edits").beginArray();
        for (Edit edit : fix.edits()) {
            json.beginObject();
            place(edit.at(), json);
            json.key("text").string(edit.text()).endObject();
        }
        json.endArray().endObject();
    }

    private static void place(Location at, JsonWriter json) {
        json.key("path").string(at.file().path());
        json.key("range").beginObject();
        position("start", at.start(), json);
        position("end", at.end(), json);
        json.endObject();
    }

    private static void position(String key, Position position, JsonWriter json) {
        json.key(key).beginObject();
        json.key("line").number(position.line()).key("column").number(position.column());
        json.endObject();
    }
}

package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reviewdog's diagnostic format. Columns count bytes of UTF-8; ends are exclusive. A fix becomes a suggestion of whole
 * lines, the only kind that review comments can make; a fix of several places has none.
 */
public final class RdjsonReporter implements Reporter {
    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        JsonWriter json = new JsonWriter(out.text());
        json.beginObject();
        json.key("source").beginObject();
        json.key("name").string("plimsoll").key("url").string(RulePages.PROJECT);
        json.endObject().key("diagnostics").beginArray();
        for (Diagnostic diagnostic : InputErrors.withFindings(result)) {
            diagnostic(diagnostic, json);
            out.pause();
        }
        json.endArray().endObject();
        out.text().append('\n');
    }

    private static void diagnostic(Diagnostic diagnostic, JsonWriter json) {
        Finding finding = diagnostic.finding();
        json.beginObject();
        json.key("message").string(finding.message());
        location(finding.at(), json);
        json.key("severity").string(diagnostic.severity().label().toUpperCase(Locale.ROOT));
        json.key("code").beginObject();
        json.key("value").string(diagnostic.rule()).key("url").string(RulePages.url(diagnostic.rule()));
        json.endObject();
        suggestion(finding, json);
        if (!finding.related().isEmpty()) {
            json.key("related_locations").beginArray();
            for (Label label : finding.related()) {
                json.beginObject().key("message").string(label.message());
                location(label.at(), json);
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    private static void suggestion(Finding finding, JsonWriter json) {
        // whole lines would repeat what is confidential
        Optional<WholeLines> lines = finding.fixes().isEmpty() || finding.confidential()
                ? Optional.empty()
                : WholeLines.of(finding.fixes().get(0));
        if (lines.isEmpty() || lines.get().file() != finding.at().file()) {
            return;
        }
        json.key("suggestions").beginArray().beginObject();
        range(new Location(lines.get().file(), lines.get().span()), json);
        json.key("text").string(lines.get().text());
        json.endObject().endArray();
    }

    private static void location(Location at, JsonWriter json) {
        json.key("location").beginObject();
        json.key("path").string(at.file().path());
        range(at, json);
        json.endObject();
    }

    private static void range(Location at, JsonWriter json) {
        json.key("range").beginObject();
        position("start", at.file(), at.span().start(), json);
        position("end", at.file(), at.span().end(), json);
        json.endObject();
    }

    private static void position(String key, SourceFile file, int offset, JsonWriter json) {
        json.key(key).beginObject();
        json.key("line").number(file.lines().position(offset).line());
        json.key("column").number(Columns.utf8(file, offset));
        json.endObject();
    }
}

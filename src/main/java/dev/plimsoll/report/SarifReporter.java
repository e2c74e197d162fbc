package dev.plimsoll.report;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.Shortened;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SARIF 2.1.0, as GitHub's code scanning takes it in: with the properties that it requires, its own fingerprint beside
 * ours, its limits, the levels of rules where it looks for them. Suppressed findings have no place here: GitHub does not
 * read {@code suppressions} and would show them as open alerts.
 */
public final class SarifReporter implements Reporter {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String SOURCE_ROOT = "%SRCROOT%";

    /** Results of a run; GitHub refuses a run with more. */
    private static final int MAX_RESULTS = 25_000;

    /** Locations of a result, the primary among them; GitHub refuses more. */
    private static final int MAX_LOCATIONS = 1_000;

    /** Causes that the message links to; the others are listed below an alert only. */
    private static final int MAX_LINKS = 10;

    /** UTF-16 units of a rule's descriptions. */
    private static final int MAX_DESCRIPTION = 1024;

    /** The tag with which GitHub shows every alert of a rule as a security alert. */
    private static final String SECURITY = "security";

    /** How references begin that name a weakness, and how GitHub wants them as a tag. */
    private static final String WEAKNESS = "CWE-";

    private static final String WEAKNESS_TAG = "external/cwe/cwe-";

    private static final String ADDRESS = "https://";

    private final String toolVersion;
    private final RulePages pages;
    private final RuleCatalog catalog;
    private final ReportPaths paths;
    private final FileIdentity files;

    /**
     * A SARIF report.
     *
     * @param toolVersion the version of Plimsoll
     * @param catalog the rules, for their help
     * @param paths relative to the repository's root
     * @param files what fingerprints know files by
     */
    public SarifReporter(String toolVersion, RuleCatalog catalog, ReportPaths paths, FileIdentity files) {
        this.files = files;
        this.toolVersion = toolVersion;
        this.catalog = catalog;
        this.pages = new RulePages(catalog);
        this.paths = paths;
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        List<Diagnostic> all = InputErrors.withFindings(result);
        List<Diagnostic> kept = Worst.first(MAX_RESULTS, all);
        Map<String, Integer> rules = rules(kept);
        LineHashes hashes = new LineHashes();
        JsonWriter json = new JsonWriter(out.text());
        json.beginObject();
        json.key("$schema").string(SCHEMA).key("version").string("2.1.0");
        json.key("runs").beginArray().beginObject();
        tool(kept, rules, json);
        json.key("automationDetails").beginObject();
        // two uploads of one identity in a run would fail
        json.key("id").string("plimsoll/" + paths.directory()).endObject();
        json.key("columnKind").string("utf16CodeUnits");
        json.key("originalUriBaseIds").beginObject().key(SOURCE_ROOT).beginObject();
        text("description", "the root of the repository, or the working directory", json);
        json.endObject().endObject();
        invocation(result, all.size() - kept.size(), json, out);
        json.key("results").beginArray();
        for (Diagnostic diagnostic : kept) {
            result(diagnostic, rules, hashes, json);
            out.pause();
        }
        json.endArray().endObject().endArray().endObject();
        out.text().append('\n');
    }

    /** The rules that have findings, numbered in the order of their first. */
    private static Map<String, Integer> rules(List<Diagnostic> diagnostics) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            rules.putIfAbsent(diagnostic.rule(), rules.size());
        }
        return rules;
    }

    private void tool(List<Diagnostic> diagnostics, Map<String, Integer> rules, JsonWriter json) {
        json.key("tool").beginObject().key("driver").beginObject();
        json.key("name").string("Plimsoll");
        json.key("version").string(toolVersion);
        json.key("informationUri").string(RulePages.PROJECT);
        json.key("rules").beginArray();
        int next = 0;
        for (Diagnostic diagnostic : diagnostics) {
            if (rules.getOrDefault(diagnostic.rule(), 0) == next) {
                rule(diagnostic, json);
                next++;
            }
        }
        json.endArray().endObject().endObject();
    }

    /** A rule as it counts in this run: its severity may have been configured, and GitHub reads it from here. */
    private void rule(Diagnostic first, JsonWriter json) {
        String id = first.rule();
        String page = pages.page(id);
        json.beginObject();
        json.key("id").string(id);
        text("shortDescription", Shortened.to(MAX_DESCRIPTION, pages.summary(id)), json);
        text("fullDescription", Shortened.to(MAX_DESCRIPTION, pages.why(id)), json);
        json.key("helpUri").string(RulePages.url(id));
        json.key("help").beginObject();
        json.key("text").string(page).key("markdown").string(page).endObject();
        json.key("defaultConfiguration").beginObject();
        json.key("level").string(level(first.severity())).endObject();
        json.key("properties").beginObject();
        Optional<String> security = catalog.securitySeverity(id);
        json.key("tags").beginArray().string(first.category());
        if (security.isPresent() && !first.category().equals(SECURITY)) {
            json.string(SECURITY);
        }
        for (String reference : pages.references(id)) {
            tag(reference, json);
        }
        json.endArray();
        json.key("precision").string(precision(id));
        if (security.isPresent()) {
            boolean asOnItsPage = catalog.find(id).orElseThrow().severity() == first.severity();
            json.key("security-severity").string(asOnItsPage ? security.get() : securitySeverity(first.severity()));
        } else {
            json.key("problem.severity").string(problem(first.severity()));
        }
        json.endObject().endObject();
    }

    /** What other catalogues call it; addresses stand in the page. */
    private static void tag(String reference, JsonWriter json) {
        if (reference.startsWith(WEAKNESS)) {
            json.string(WEAKNESS_TAG + reference.substring(WEAKNESS.length()));
        } else if (!reference.startsWith(ADDRESS)) {
            json.string(reference);
        }
    }

    private String precision(String rule) {
        RuleMetadata found = catalog.find(rule).orElse(null);
        return found == null || found.profile() == Profile.DEFAULT ? "very-high" : "medium";
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String problem(Severity severity) {
        return severity == Severity.INFO ? "recommendation" : level(severity);
    }

    /** GitHub's number for a severity that a configuration sets: from 7.0 high, from 4.0 medium, below that low. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case ERROR -> "8.0";
            case WARNING -> "5.0";
            case INFO -> "2.0";
        };
    }

    private void invocation(LintResult result, int leftOut, JsonWriter json, ReportOutput out) throws IOException {
        boolean whole = result.errors().isEmpty() && result.defects().isEmpty();
        json.key("invocations").beginArray().beginObject();
        json.key("executionSuccessful").bool(whole);
        json.key("toolExecutionNotifications").beginArray();
        for (InputError error : result.errors()) {
            json.beginObject().key("level").string("error");
            text("message", error.message(), json);
            json.key("locations").beginArray().beginObject();
            physical(error.at(), json);
            json.endObject().endArray().endObject();
            out.pause();
        }
        for (Defect defect : result.defects()) {
            notification("error", "defect of plimsoll: " + defect.line(), json);
        }
        if (leftOut > 0) {
            String limit = leftOut + " findings are left out: code scanning takes " + MAX_RESULTS;
            notification("warning", limit, json);
        }
        json.endArray().endObject().endArray();
    }

    private static void notification(String level, String message, JsonWriter json) {
        json.beginObject().key("level").string(level);
        text("message", message, json);
        json.endObject();
    }

    private void result(Diagnostic diagnostic, Map<String, Integer> rules, LineHashes hashes, JsonWriter json) {
        Finding finding = diagnostic.finding();
        Location at = finding.at();
        json.beginObject();
        json.key("ruleId").string(diagnostic.rule());
        json.key("ruleIndex").number(rules.getOrDefault(diagnostic.rule(), 0));
        json.key("level").string(level(diagnostic.severity()));
        List<Label> related = finding.related();
        if (related.size() >= MAX_LOCATIONS) {
            related = related.subList(0, MAX_LOCATIONS - 1);
        }
        text("message", message(finding.message(), related), json);
        json.key("locations").beginArray().beginObject();
        physical(at, json);
        if (finding.container().isPresent()) {
            json.key("logicalLocations").beginArray().beginObject();
            json.key("name").string(finding.container().get());
            json.endObject().endArray();
        }
        json.endObject().endArray();
        if (!related.isEmpty()) {
            related(related, json);
        }
        json.key("partialFingerprints").beginObject();
        json.key("primaryLocationLineHash")
                .string(hashes.of(at.file(), at.start().line()));
        json.key("plimsoll/v1").string(diagnostic.fingerprint(files)).endObject();
        if (!finding.fixes().isEmpty()) {
            json.key("fixes").beginArray();
            for (Fix fix : finding.fixes()) {
                fix(fix, json);
            }
            json.endArray();
        }
        json.endObject();
    }

    /** The message with links to the causes, without which GitHub does not show them. */
    private static String message(String message, List<Label> related) {
        StringBuilder out = new StringBuilder(unlinked(message));
        for (int i = 0; i < related.size() && i < MAX_LINKS; i++) {
            String label = related.get(i).message();
            out.append(i == 0 ? " (see [" : ", [")
                    .append(label.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]"))
                    .append("](")
                    .append(i + 1)
                    .append(')');
        }
        return out.append(related.isEmpty() ? "" : ")").toString();
    }

    /** The user's own text must not make a link. */
    private static String unlinked(String message) {
        return message.replace("](", "\\](");
    }

    private void related(List<Label> related, JsonWriter json) {
        json.key("relatedLocations").beginArray();
        int id = 1;
        for (Label label : related) {
            json.beginObject().key("id").number(id++);
            physical(label.at(), json);
            text("message", unlinked(label.message()), json);
            json.endObject();
        }
        json.endArray();
    }

    /** A fix with all its edits, grouped by file: a part of a fix would be wrong. */
    private void fix(Fix fix, JsonWriter json) {
        json.beginObject();
        text("description", fix.title() + " (" + fix.safety().label() + ")", json);
        json.key("artifactChanges").beginArray();
        List<SourceFile> files = new ArrayList<>();
        for (Edit edit : fix.edits()) {
            if (!files.contains(edit.at().file())) {
                files.add(edit.at().file());
            }
        }
        for (SourceFile file : files) {
            json.beginObject();
            artifact(file, json);
            json.key("replacements").beginArray();
            for (Edit edit : fix.edits()) {
                if (edit.at().file() == file) {
                    json.beginObject();
                    region("deletedRegion", edit.at(), json);
                    if (!edit.text().isEmpty()) {
                        text("insertedContent", edit.text(), json);
                    }
                    json.endObject();
                }
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private void physical(Location at, JsonWriter json) {
        json.key("physicalLocation").beginObject();
        artifact(at.file(), json);
        region("region", at, json);
        json.endObject();
    }

    private void artifact(SourceFile file, JsonWriter json) {
        String path = paths.of(file.path());
        json.key("artifactLocation").beginObject();
        json.key("uri").string(Uris.of(path));
        if (!Uris.isAbsolute(path)) {
            json.key("uriBaseId").string(SOURCE_ROOT);
        }
        json.endObject();
    }

    private static void region(String key, Location at, JsonWriter json) {
        Position start = at.start();
        Position end = at.end();
        json.key(key).beginObject();
        json.key("startLine").number(start.line()).key("startColumn").number(start.column());
        json.key("endLine").number(end.line()).key("endColumn").number(end.column());
        json.endObject();
    }

    private static void text(String key, String text, JsonWriter json) {
        json.key(key).beginObject().key("text").string(text).endObject();
    }
}

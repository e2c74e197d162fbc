package dev.plimsoll.report.html;

import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.InputErrors;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.report.Summary;
import dev.plimsoll.report.Xml;
import dev.plimsoll.source.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One page that needs nothing else: style and script are in it, and a content security policy lets nothing in besides them,
 * whatever a file's text may say. It can be read without the script, which filters and switches between light and dark.
 */
public final class HtmlReporter implements Reporter {
    private static final String RESOURCES = "/dev/plimsoll/report/";

    /** The mark on a ship's hull: a ring and the load line through it. */
    private static final String MARK = """
            <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4">\
            <circle cx="24" cy="24" r="14"/><path d="M3 24h42"/></svg>""";

    private final String toolVersion;
    private final RulePages pages;
    private final LoadLines lines;

    /**
     * A page.
     *
     * @param toolVersion the version of Plimsoll
     * @param catalog the rules, to say why each matters
     * @param lines the load lines to draw, complete when the page is written
     */
    public HtmlReporter(String toolVersion, RuleCatalog catalog, LoadLines lines) {
        this.lines = lines;
        this.toolVersion = toolVersion;
        this.pages = new RulePages(catalog);
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        StringBuilder html = out.text();
        String script = resource("report.js");
        head(Summary.of(result), script, html);
        filters(result, html);
        html.append("<main><div class=\"wide\">\n");
        trouble(result, html);
        List<Diagnostic> diagnostics = result.diagnostics();
        new HtmlLoadLines(lines, diagnostics).write(out);
        if (!diagnostics.isEmpty()) {
            html.append("<p id=\"none\" class=\"clean\" hidden>No finding passes these filters.</p>\n");
            findings(diagnostics, out);
        } else if (result.errors().isEmpty() && result.defects().isEmpty()) {
            html.append("<div class=\"clean\">").append(MARK).append("<p>Nothing found.</p></div>\n");
        }
        html.append("</div></main>\n<footer><div class=\"wide\">Made by <a href=\"")
                .append(RulePages.PROJECT)
                .append("\">Plimsoll ")
                .append(Xml.text(toolVersion))
                .append("</a></div></footer>\n<script>")
                .append(script)
                .append("</script>\n</body>\n</html>\n");
    }

    private void head(String summary, String script, StringBuilder html) throws IOException {
        String style = resource("report.css");
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
                .append(digest(style))
                .append("'; script-src '")
                .append(digest(script))
                .append("'; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>Plimsoll: ")
                .append(Xml.text(summary))
                .append("</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n")
                .append("<header class=\"top\"><div class=\"wide\">")
                .append(MARK)
                .append("<div class=\"titles\"><h1>Plimsoll</h1><p class=\"verdict\">")
                .append(Xml.text(summary))
                .append("</p></div><button id=\"theme\" type=\"button\" hidden>Theme</button></div></header>\n");
    }

    /** By severity, rule and file; the script shows them, for without it they do nothing. */
    private static void filters(LintResult result, StringBuilder html) {
        if (result.diagnostics().isEmpty()) {
            return;
        }
        html.append("<div class=\"filters\" hidden><form id=\"filter\" class=\"wide\" role=\"search\" ")
                .append("aria-label=\"Filter the findings\">\n<fieldset><legend class=\"visually-hidden\">")
                .append("Severity</legend>\n");
        for (Severity severity : Severity.values()) {
            String label = severity.label();
            if (result.count(severity) == 0) {
                continue;
            }
            html.append("<label class=\"chip ")
                    .append(label)
                    .append("\"><input type=\"checkbox\" name=\"severity\" checked value=\"")
                    .append(label)
                    .append("\"><b>")
                    .append(result.count(severity))
                    .append("</b> ")
                    .append(label)
                    .append("</label>\n");
        }
        TreeMap<String, Integer> rules = new TreeMap<>();
        TreeMap<String, Integer> files = new TreeMap<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            rules.merge(diagnostic.rule(), 1, Integer::sum);
            files.merge(Printable.line(path(diagnostic)), 1, Integer::sum);
        }
        html.append("</fieldset>\n");
        choice("rule", "Rule", "all rules", rules, html);
        choice("file", "File", "all files", files, html);
        html.append("<label class=\"visually-hidden\" for=\"text\">Words</label>")
                .append(
                        "<input id=\"text\" type=\"search\" name=\"text\" placeholder=\"words\" autocomplete=\"off\">\n")
                .append("<button type=\"button\" id=\"fold\" aria-pressed=\"false\">Fold all</button>\n")
                .append("<p class=\"shown\"><span id=\"count\" role=\"status\"></span><span class=\"keys\"> · ")
                .append("<kbd>j</kbd> <kbd>k</kbd> next and previous finding, <kbd>/</kbd> search, ")
                .append("<kbd>Esc</kbd> clear</span></p>\n</form></div>\n");
    }

    private static void choice(String name, String label, String all, Map<String, Integer> values, StringBuilder html) {
        html.append("<label class=\"visually-hidden\" for=\"")
                .append(name)
                .append("\">")
                .append(label)
                .append("</label><select id=\"")
                .append(name)
                .append("\" name=\"")
                .append(name)
                .append("\"><option value=\"\">")
                .append(all)
                .append("</option>\n");
        for (Map.Entry<String, Integer> value : values.entrySet()) {
            html.append("<option");
            Xml.attribute("value", value.getKey(), html);
            html.append('>')
                    .append(Xml.text(value.getKey()))
                    .append(" (")
                    .append(value.getValue())
                    .append(")</option>\n");
        }
        html.append("</select>\n");
    }

    /** What could not be read, and what failed: above all else, since it says that the rest is not all. */
    private static void trouble(LintResult result, StringBuilder html) {
        List<InputError> untold = InputErrors.untold(result);
        if (untold.isEmpty() && result.defects().isEmpty()) {
            return;
        }
        html.append("<section class=\"panel trouble\" aria-labelledby=\"trouble\"><h2 id=\"trouble\">")
                .append("Not everything could be checked</h2><ul>\n");
        for (InputError error : untold) {
            Position start = error.at().start();
            html.append("<li><code><bdi>")
                    .append(text(error.at().file().path()))
                    .append("</bdi>:")
                    .append(start.line())
                    .append(':')
                    .append(start.column())
                    .append("</code> ")
                    .append(text(error.message()))
                    .append("</li>\n");
        }
        for (Defect defect : result.defects()) {
            html.append("<li>a defect of Plimsoll itself: ")
                    .append(text(defect.line()))
                    .append("</li>\n");
        }
        html.append("</ul></section>\n");
    }

    private void findings(List<Diagnostic> diagnostics, ReportOutput out) throws IOException {
        StringBuilder html = out.text();
        Set<String> explained = new HashSet<>();
        html.append("<div id=\"findings\" tabindex=\"-1\">\n");
        int from = 0;
        while (from < diagnostics.size()) {
            String path = path(diagnostics.get(from));
            int to = from + 1;
            while (to < diagnostics.size() && path(diagnostics.get(to)).equals(path)) {
                to++;
            }
            int count = to - from;
            html.append("<section class=\"file\"><h2><bdi>")
                    .append(text(path))
                    .append("</bdi> <small>")
                    .append(count)
                    .append(count == 1 ? " finding" : " findings")
                    .append("</small></h2>\n");
            for (int i = from; i < to; i++) {
                Diagnostic diagnostic = diagnostics.get(i);
                finding(diagnostic, i, explained.add(diagnostic.rule()), html);
                out.pause();
            }
            html.append("</section>\n");
            from = to;
        }
        html.append("</div>\n");
    }

    /** What a link to a finding leads to; findings are numbered in the order of the page, from 0. */
    static String id(int number) {
        return "f" + (number + 1);
    }

    private static String path(Diagnostic diagnostic) {
        return diagnostic.finding().at().file().path();
    }

    private void finding(Diagnostic diagnostic, int number, boolean firstOfRule, StringBuilder html) {
        Finding finding = diagnostic.finding();
        Position start = finding.at().start();
        String severity = diagnostic.severity().label();
        html.append("<details open class=\"finding ").append(severity).append('"');
        Xml.attribute("data-severity", severity, html);
        Xml.attribute("data-rule", diagnostic.rule(), html);
        Xml.attribute("data-file", Printable.line(path(diagnostic)), html);
        // what a link leads to takes the focus, so it must be able to have it
        html.append("><summary");
        Xml.attribute("id", id(number), html);
        html.append("><span class=\"badge ")
                .append(severity)
                .append("\">")
                .append(severity)
                .append("</span><span class=\"message\"><bdi>")
                .append(text(finding.message()))
                .append("</bdi></span><span class=\"fold\"></span><span class=\"where\"><span class=\"rule\">")
                .append(Xml.text(diagnostic.rule()))
                .append("</span> · <bdi>")
                .append(text(path(diagnostic)))
                .append("</bdi>:")
                .append(start.line())
                .append(':')
                .append(start.column());
        if (finding.container().isPresent()) {
            html.append(" · <bdi>").append(text(finding.container().get())).append("</bdi>");
        }
        html.append("</span></summary><div class=\"body\">\n");
        HtmlFrame.show(finding, html);
        way(finding, html);
        html.append("<p class=\"why\">");
        if (firstOfRule) {
            html.append(Xml.text(pages.why(diagnostic.rule()).replace("`", ""))).append(' ');
        }
        html.append("<a href=\"")
                .append(Xml.text(RulePages.url(diagnostic.rule())))
                .append("\">About ")
                .append(Xml.text(diagnostic.rule()))
                .append("</a></p>\n</div></details>\n");
    }

    private static void way(Finding finding, StringBuilder html) {
        List<Fix> fixes = finding.fixes();
        if (finding.help().isPresent()) {
            html.append("<p class=\"help\"><strong>Help:</strong> ")
                    .append(text(finding.help().get()));
            if (!fixes.isEmpty()) {
                html.append(" <span class=\"tag\">")
                        .append(fixes.get(0).safety().label())
                        .append(" fix</span>");
            }
            html.append("</p>\n");
        }
        if (!fixes.isEmpty()) {
            HtmlFrame.diff(fixes.get(0), html);
        }
    }

    /** A user's text: on one line, nothing in it can steer or reverse what stands around it. */
    static String text(String text) {
        return Xml.text(Printable.line(text));
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReporter.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

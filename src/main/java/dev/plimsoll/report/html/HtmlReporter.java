package dev.plimsoll.report.html;

import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.InputErrors;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.ReadersOrder;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.report.Summary;
import dev.plimsoll.source.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One page that needs nothing else: style and script are in it, and a content security policy lets nothing in besides them,
 * whatever a file's text may say. It can be read without the script, which filters and switches between light and dark. What
 * stands where is said by the templates beside {@code page.html}; here is what their places show.
 */
public final class HtmlReporter implements Reporter {
    private static final String RESOURCES = "/dev/plimsoll/report/";

    private final String toolVersion;
    private final RulePages pages;
    private final LoadLines lines;

    private final TemplateReader.Source templates;

    /**
     * A page.
     *
     * @param toolVersion the version of Plimsoll
     * @param catalog the rules, to say why each matters
     * @param lines the load lines to draw, complete when the page is written
     */
    public HtmlReporter(String toolVersion, RuleCatalog catalog, LoadLines lines) {
        this(toolVersion, catalog, lines, HtmlReporter::template);
    }

    /** A page of other templates. */
    HtmlReporter(String toolVersion, RuleCatalog catalog, LoadLines lines, TemplateReader.Source templates) {
        this.lines = lines;
        this.toolVersion = toolVersion;
        this.pages = new RulePages(catalog);
        this.templates = templates;
    }

    /** The text of a template. */
    static String template(String name) throws IOException {
        return resource("html/" + name + ".html");
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        List<Diagnostic> diagnostics = ReadersOrder.of(result.diagnostics());
        List<InputError> untold = InputErrors.untold(result);
        boolean whole = result.errors().isEmpty() && result.defects().isEmpty();
        HtmlLoadLines loads = new HtmlLoadLines(lines, diagnostics);
        String style = resource("report.css");
        String script = resource("report.js");
        View page = new View()
                .text("summary", Summary.of(result))
                .text("styleDigest", digest(style))
                .text("scriptDigest", digest(script))
                .html("style", style)
                .html("script", script)
                .when(!diagnostics.isEmpty(), "filters", filters -> filters(result, filters))
                .when(!untold.isEmpty() || !result.defects().isEmpty(), "trouble", trouble -> trouble.each(
                                "errors", untold, HtmlReporter::error)
                        .each("defects", result.defects(), defect -> new View().text("defect", defect.line())))
                .when(loads.isAny(), "loads", loads::fill)
                .when(!diagnostics.isEmpty(), "findings", findings -> findings(diagnostics, findings))
                .when(diagnostics.isEmpty() && whole, "nothing")
                .text("project", RulePages.PROJECT)
                .text("version", toolVersion);
        new TemplateReader(templates).read("page").write(page, out);
    }

    /** By severity, rule and file. */
    private static View filters(LintResult result, View filters) {
        List<Severity> severities = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (result.count(severity) > 0) {
                severities.add(severity);
            }
        }
        TreeMap<String, Integer> rules = new TreeMap<>();
        TreeMap<String, Integer> files = new TreeMap<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            rules.merge(diagnostic.rule(), 1, Integer::sum);
            files.merge(Printable.line(path(diagnostic)), 1, Integer::sum);
        }
        List<Choice> choices =
                List.of(new Choice("rule", "Rule", "all rules", rules), new Choice("file", "File", "all files", files));
        return filters.each("severities", severities, severity -> new View()
                        .text("severity", severity.label())
                        .text("count", Summary.counted(result.count(severity), severity.label())))
                .each("choices", choices, Choice::view);
    }

    /**
     * A list to choose from.
     *
     * @param values how many findings there are of each
     */
    private record Choice(String name, String label, String all, Map<String, Integer> values) {
        View view() {
            return new View()
                    .text("name", name)
                    .text("label", label)
                    .text("all", all)
                    .each("options", List.copyOf(values.entrySet()), value -> new View()
                            .text("value", value.getKey())
                            .text("count", value.getValue()));
        }
    }

    private static View error(InputError error) {
        Position start = error.at().start();
        return new View()
                .text("path", error.at().file().path())
                .text("line", start.line())
                .text("column", start.column())
                .text("message", error.message());
    }

    private View findings(List<Diagnostic> diagnostics, View view) {
        Set<String> explained = new HashSet<>();
        return view.each("files", files(diagnostics), file -> new View()
                .text("path", path(diagnostics.get(file.get(0))))
                .text("count", Summary.counted(file.size(), "finding"))
                .each("findings", file, number -> {
                    Diagnostic diagnostic = diagnostics.get(number);
                    return finding(diagnostic, number, explained.add(diagnostic.rule()));
                }));
    }

    /** The numbers of the findings of each file; they are sorted by it. */
    private static List<List<Integer>> files(List<Diagnostic> diagnostics) {
        List<List<Integer>> files = new ArrayList<>();
        String path = "";
        for (int i = 0; i < diagnostics.size(); i++) {
            if (i == 0 || !path(diagnostics.get(i)).equals(path)) {
                path = path(diagnostics.get(i));
                files.add(new ArrayList<>());
            }
            files.get(files.size() - 1).add(i);
        }
        return files;
    }

    /** What a link to a finding leads to; findings are numbered in the order of the page, from 0. */
    static String id(int number) {
        return "f" + (number + 1);
    }

    private static String path(Diagnostic diagnostic) {
        return diagnostic.finding().at().file().path();
    }

    private View finding(Diagnostic diagnostic, int number, boolean firstOfRule) {
        Finding finding = diagnostic.finding();
        Position start = finding.at().start();
        String rule = diagnostic.rule();
        View view = new View()
                .text("id", id(number))
                .text("severity", diagnostic.severity().label())
                .text("rule", rule)
                .text("message", finding.message())
                .text("path", path(diagnostic))
                .text("line", start.line())
                .text("column", start.column())
                .each("container", finding.container().stream().toList(), name -> new View().text("name", name))
                .when(firstOfRule, "why", why -> why.text("why", pages.why(rule).replace("`", "")))
                .text("page", RulePages.url(rule));
        way(finding, view);
        return HtmlFrame.of(finding, view);
    }

    private static void way(Finding finding, View view) {
        // of several fixes the first is the one that is made
        List<Fix> made =
                finding.fixes().isEmpty() ? List.of() : List.of(finding.fixes().get(0));
        view.each("help", finding.help().stream().toList(), help -> new View()
                        .text("help", help)
                        .each("fix", made, fix -> new View()
                                .text("safety", fix.safety().label())))
                .each("diff", finding.confidential() ? List.<Fix>of() : made, HtmlFrame::diff);
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

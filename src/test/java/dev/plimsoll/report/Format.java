package dev.plimsoll.report;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.report.html.HtmlReporter;

/** Every format by the name that {@code --output} knows it under. */
public enum Format {
    TEXT,
    CONCISE,
    JSON,
    SARIF,
    GITHUB,
    GITLAB,
    JUNIT,
    CHECKSTYLE,
    RDJSON,
    MARKDOWN,
    HTML;

    public static final String VERSION = "1.2.3";

    public Reporter reporter() {
        return reporter(ReportPaths.asShown());
    }

    Reporter reporter(ReportPaths paths) {
        return switch (this) {
            case TEXT -> new TextReporter(TextStyle.PLAIN, true);
            case CONCISE -> new ConciseReporter();
            case JSON -> new JsonReporter(VERSION, FileIdentity.SHOWN);
            case SARIF -> new SarifReporter(VERSION, RuleCatalog.builtIn(), paths, FileIdentity.SHOWN);
            case GITHUB -> new GithubReporter(paths);
            case GITLAB -> new GitlabReporter(paths, FileIdentity.SHOWN);
            case JUNIT -> new JunitReporter();
            case CHECKSTYLE -> new CheckstyleReporter();
            case RDJSON -> new RdjsonReporter();
            case MARKDOWN -> new MarkdownReporter();
            case HTML -> new HtmlReporter(VERSION, RuleCatalog.builtIn(), Loads.none());
        };
    }

    String extension() {
        return switch (this) {
            case TEXT, CONCISE, GITHUB -> "txt";
            case JSON, GITLAB, RDJSON -> "json";
            case SARIF -> "sarif";
            case JUNIT, CHECKSTYLE -> "xml";
            case MARKDOWN -> "md";
            case HTML -> "html";
        };
    }
}

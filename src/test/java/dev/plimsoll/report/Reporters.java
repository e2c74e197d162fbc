package dev.plimsoll.report;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.report.html.HtmlReporter;

/** A reporter of each format, none of which depends on where tests run. */
public final class Reporters {
    public static final String VERSION = "1.2.3";

    private Reporters() {}

    public static Reporter of(Format format) {
        return of(format, ReportPaths.asShown());
    }

    static Reporter of(Format format, ReportPaths paths) {
        return switch (format) {
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

    /** The ending of a golden file of a format. */
    static String extension(Format format) {
        return switch (format) {
            case TEXT, CONCISE, GITHUB -> "txt";
            case JSON, GITLAB, RDJSON -> "json";
            case SARIF -> "sarif";
            case JUNIT, CHECKSTYLE -> "xml";
            case MARKDOWN -> "md";
            case HTML -> "html";
        };
    }
}

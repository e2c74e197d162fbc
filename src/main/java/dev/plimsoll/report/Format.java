package dev.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A format of reports. It says nothing of how one is made: whoever makes the reporter of a format loads that one alone, and
 * no other.
 */
public enum Format {
    /** For people at a terminal: lines of source with what is wrong below them. */
    TEXT("text"),
    /** A line for each finding. */
    CONCISE("concise"),
    /** Plimsoll's own JSON. */
    JSON("json"),
    /** SARIF 2.1.0, which GitHub's code scanning accepts. */
    SARIF("sarif"),
    /** Workflow commands of GitHub Actions. */
    GITHUB("github"),
    /** GitLab's code quality report. */
    GITLAB("gitlab"),
    /** JUnit's XML. */
    JUNIT("junit"),
    /** Checkstyle's XML. */
    CHECKSTYLE("checkstyle"),
    /** Reviewdog's diagnostic format. */
    RDJSON("rdjson"),
    /** Markdown, for a pull request or a workflow step's summary. */
    MARKDOWN("markdown"),
    /** A self-contained page. */
    HTML("html");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** The name by which users select it. */
    public String label() {
        return label;
    }

    /** The format of this label. */
    public static Optional<Format> of(String label) {
        for (Format format : values()) {
            if (format.label.equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The labels of all formats, in the order in which help lists them. */
    public static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Format format : values()) {
            labels.add(format.label);
        }
        return labels;
    }

    /** All labels as a message lists them: {@code a, b or c}. */
    public static String listing() {
        return listed(labels());
    }

    /** Words as a message lists them: {@code a, b or c}. */
    public static String listed(List<String> words) {
        int last = words.size() - 1;
        return (last == 0 ? "" : String.join(", ", words.subList(0, last)) + " or ") + words.get(last);
    }
}

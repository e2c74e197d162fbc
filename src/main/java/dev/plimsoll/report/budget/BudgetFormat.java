package dev.plimsoll.report.budget;

import dev.plimsoll.report.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A format of load lines. It says nothing of how one is made: whoever makes the reporter of a format loads that one alone,
 * and no other.
 */
public enum BudgetFormat {
    /** Bars. */
    TEXT("text", " (bars; default on a terminal)"),
    /** A row for each container. */
    TABLE("table", " (default elsewhere)"),
    /** Plimsoll's own JSON. */
    JSON("json", ""),
    /** Markdown, for a pull request. */
    MARKDOWN("markdown", ""),
    /** A picture. */
    SVG("svg", "");

    private final String label;
    private final String note;

    BudgetFormat(String label, String note) {
        this.label = label;
        this.note = note;
    }

    /** The name that users call it by. */
    public String label() {
        return label;
    }

    /** The format of this label. */
    public static Optional<BudgetFormat> of(String label) {
        for (BudgetFormat format : values()) {
            if (format.label.equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The labels of all formats, in the order in which help lists them. */
    public static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (BudgetFormat format : values()) {
            labels.add(format.label);
        }
        return labels;
    }

    /** The listing for help, which says where a format is the default. */
    public static String help() {
        List<String> items = new ArrayList<>();
        for (BudgetFormat format : values()) {
            items.add(format.label + format.note);
        }
        return Format.listed(items);
    }
}

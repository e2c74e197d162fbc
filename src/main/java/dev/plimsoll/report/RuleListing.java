package dev.plimsoll.report;

import dev.plimsoll.catalog.RuleMetadata;
import java.util.List;

/** The catalogue of rules as a table for terminals, in Markdown or JSON. */
public final class RuleListing {
    private RuleListing() {}

    /** Columns for a terminal. */
    public static String table(List<RuleMetadata> rules) {
        int width = 0;
        for (RuleMetadata rule : rules) {
            width = Math.max(width, rule.id().length());
        }
        StringBuilder out = new StringBuilder();
        for (RuleMetadata rule : rules) {
            pad(rule.id(), width + 2, out);
            pad(rule.severity().label(), 9, out);
            pad(rule.runsIn(), 9, out);
            pad("fix: " + rule.fix().label(), 13, out);
            out.append(rule.summary()).append('\n');
        }
        return out.toString();
    }

    private static void pad(String text, int width, StringBuilder out) {
        out.append(text).append(" ".repeat(Math.max(1, width - text.length())));
    }

    /** A Markdown table, whose links lead to the pages from the root of the repository. */
    public static String markdown(List<RuleMetadata> rules) {
        StringBuilder out = new StringBuilder("| rule | severity | profile | fix | finds |\n|---|---|---|---|---|\n");
        for (RuleMetadata rule : rules) {
            out.append("| [`")
                    .append(rule.id())
                    .append("`](rules/")
                    .append(rule.id())
                    .append(".md) | ")
                    .append(rule.severity().label())
                    .append(" | ")
                    .append(rule.runsIn())
                    .append(" | ")
                    .append(rule.fix().label())
                    .append(" | ")
                    .append(rule.summary().replace("|", "\\|"))
                    .append(" |\n");
        }
        return out.toString();
    }

    /** A JSON array. */
    public static String json(List<RuleMetadata> rules) {
        StringBuilder out = new StringBuilder();
        JsonWriter json = new JsonWriter(out).beginArray();
        for (RuleMetadata rule : rules) {
            json.beginObject();
            json.key("id").string(rule.id());
            json.key("category").string(rule.category());
            json.key("severity").string(rule.severity().label());
            json.key("profile").string(rule.runsIn());
            json.key("fix").string(rule.fix().label());
            json.key("since").string(rule.since());
            json.key("summary").string(rule.summary());
            json.endObject();
        }
        json.endArray();
        return out.append('\n').toString();
    }
}

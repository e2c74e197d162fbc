package dev.plimsoll.report;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import java.util.List;

/** What reports say of rules: the summary and page of each, and where to read it. */
public final class RulePages {
    /** Where the project lives. */
    public static final String PROJECT = "https://github.com/plimsoll-dev/plimsoll";

    private static final String WHY = "## Why\n";

    private final RuleCatalog catalog;

    /** The pages of the rules of a catalog. */
    public RulePages(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** The address of a rule's page. */
    public static String url(String rule) {
        return rule.equals(InputErrors.ID) ? PROJECT + "#readme" : PROJECT + "/blob/main/rules/" + rule + ".md";
    }

    /** What shows the page without a network. */
    static String command(String rule) {
        return "plimsoll explain " + rule;
    }

    /** What the rule finds, in one line. */
    String summary(String rule) {
        if (rule.equals(InputErrors.ID)) {
            return InputErrors.SUMMARY;
        }
        RuleMetadata found = catalog.find(rule).orElse(null);
        return found == null ? rule : found.summary();
    }

    /** The page as Markdown. */
    String page(String rule) {
        return rule.equals(InputErrors.ID)
                ? InputErrors.PAGE
                : catalog.page(rule).orElse(rule);
    }

    /** Where its facts are from, as the page has them. */
    List<String> references(String rule) {
        return catalog.references(rule);
    }

    /** The page's first paragraph on why the rule matters, on one line. */
    public String why(String rule) {
        String page = page(rule).replace("\r", "");
        int why = page.indexOf(WHY);
        if (why < 0) {
            return summary(rule);
        }
        int from = why + WHY.length();
        int end = page.indexOf("\n\n", from);
        return page.substring(from, end < 0 ? page.length() : end)
                .replace('\n', ' ')
                .strip();
    }
}

package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.DidYouMean;

/** Messages about names that are no rule. */
final class RuleNames {
    private RuleNames() {}

    static String unknown(String name, RuleCatalog catalog) {
        return "unknown rule \"" + name + "\""
                + DidYouMean.hint(catalog.closest(name).orElse(null));
    }
}

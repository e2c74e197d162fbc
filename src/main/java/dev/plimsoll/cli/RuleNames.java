package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import java.util.Optional;

/** Messages about names that are no rule. */
final class RuleNames {
    private RuleNames() {}

    static String unknown(String name, RuleCatalog catalog) {
        Optional<String> meant = catalog.closest(name);
        return "unknown rule \"" + name + "\"" + (meant.isPresent() ? ", did you mean " + meant.get() + "?" : "");
    }
}

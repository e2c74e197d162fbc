package dev.plimsoll.engine;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Whether Docker would load a project: the findings of the rules whose pages say that it refuses. */
public final class Refusals {
    private Refusals() {}

    /**
     * What Docker would refuse a project for, sorted by place.
     *
     * @param defects takes one line for each rule that failed
     */
    public static List<Diagnostic> of(Loaded loaded, RuleCatalog catalog, List<String> defects) {
        List<String> ids = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            if (rule.refused()) {
                ids.add(rule.id());
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        Linter linter = new Linter(catalog, new RuleSelection(Profile.STRICT, ids, List.of()));
        List<Diagnostic> refusals = new ArrayList<>(linter.check(loaded, defects));
        refusals.sort(Linter.BY_PLACE);
        return refusals;
    }
}

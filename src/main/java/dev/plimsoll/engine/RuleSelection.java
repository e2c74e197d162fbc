package dev.plimsoll.engine;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rules run.
 *
 * @param profile the rules that run when nothing is selected
 * @param select ids and categories that run instead; a category brings its rules of the profile, an id runs whatever the
 *     profile
 * @param ignore ids and categories that do not run
 */
public record RuleSelection(Profile profile, List<String> select, List<String> ignore) {
    /** Copies the lists. */
    public RuleSelection {
        select = List.copyOf(select);
        ignore = List.copyOf(ignore);
    }

    /** The rules of a catalogue that this selects, in its order. */
    public List<RuleMetadata> of(RuleCatalog catalog) {
        List<RuleMetadata> chosen = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            boolean ignored = ignore.contains(rule.id()) || ignore.contains(rule.category());
            if (isSelected(rule) && !ignored) {
                chosen.add(rule);
            }
        }
        return chosen;
    }

    private boolean isSelected(RuleMetadata rule) {
        boolean inProfile = rule.profile() == Profile.DEFAULT || profile == Profile.STRICT;
        if (select.isEmpty()) {
            return inProfile && !rule.isOffUntilSelected();
        }
        boolean wholeCategory = inProfile || rule.isOffUntilSelected();
        return select.contains(rule.id()) || (select.contains(rule.category()) && wholeCategory);
    }

    /** The names that are neither ids nor categories, each once. */
    public List<String> unknownNames(RuleCatalog catalog) {
        List<String> categories = catalog.categories();
        List<String> names = new ArrayList<>(select);
        names.addAll(ignore);
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            if (catalog.find(name).isEmpty() && !categories.contains(name) && !unknown.contains(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }
}

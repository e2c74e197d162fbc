package dev.plimsoll.engine;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.Refusing;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether Docker would load a project: the findings of the rules whose pages say that it refuses. Of services whose
 * profile is off Docker checks the syntax only, and to it they are not there.
 */
public final class Refusals {
    private static final String ALL_PROFILES = "*";

    private static final String UNDEFINED = "depends-on-undefined";

    private Refusals() {}

    /**
     * What Docker would refuse a project for, sorted by place.
     *
     * @param defects takes the failures of rules
     */
    public static List<Diagnostic> of(Loaded loaded, RuleCatalog catalog, List<Defect> defects) {
        List<String> ids = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            if (rule.refused() != Refusing.NONE) {
                ids.add(rule.id());
            }
        }
        Linter linter = new Linter(catalog, new RuleSelection(Profile.STRICT, ids, List.of()));
        Set<String> inactive = inactive(loaded);
        List<Diagnostic> refusals = new ArrayList<>();
        for (Diagnostic diagnostic : linter.check(loaded, defects)) {
            Finding finding = diagnostic.finding();
            boolean refused =
                    finding.stopsLoading() || page(catalog, diagnostic.rule()).refused() == Refusing.ALL;
            if (refused && !inactive.contains(finding.container().orElse(""))) {
                refusals.add(diagnostic);
            }
        }
        dependenciesOnInactive(loaded, inactive, page(catalog, UNDEFINED), refusals);
        refusals.sort(Linter.BY_PLACE);
        return refusals;
    }

    private static RuleMetadata page(RuleCatalog catalog, String id) {
        return catalog.find(id).orElseThrow();
    }

    private static Set<String> inactive(Loaded loaded) {
        Set<String> inactive = new HashSet<>();
        for (Container container : loaded.project().containers()) {
            boolean on = container.profiles().isEmpty() || loaded.profiles().contains(ALL_PROFILES);
            for (String profile : container.profiles()) {
                on |= loaded.profiles().contains(profile);
            }
            if (!on) {
                inactive.add(container.name().value());
            }
        }
        return inactive;
    }

    private static void dependenciesOnInactive(
            Loaded loaded, Set<String> inactive, RuleMetadata page, List<Diagnostic> refusals) {
        for (Container container : loaded.project().containers()) {
            if (inactive.contains(container.name().value())) {
                continue;
            }
            for (Dependency dependency : container.relations().dependencies()) {
                if (dependency.required()
                        && inactive.contains(dependency.service().value())) {
                    Finding finding = Finding.at(dependency.service().shown())
                            .container(container.name().value())
                            .says("\"" + container.name().value() + "\" needs \""
                                    + dependency.service().value() + "\", whose profile is off");
                    refusals.add(Linter.stamp(page, finding));
                }
            }
        }
    }
}

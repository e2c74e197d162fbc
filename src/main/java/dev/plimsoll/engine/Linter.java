package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.check.LoadFinding;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the selected rules. A rule that fails is left out and told as a defect; the others go on. */
public final class Linter {
    private final List<Stamped> rules = new ArrayList<>();
    /** The pages of the selected rules, by id: the reader may make findings of each. */
    private final Map<String, RuleMetadata> pages = new HashMap<>();

    private record Stamped(RuleMetadata page, Rule rule) {}

    /** A linter with the rules that a selection takes from a catalogue. */
    public Linter(RuleCatalog catalog, RuleSelection selection) {
        this(selection.of(catalog));
    }

    /** A linter with the rules of some pages, whose severities and options count. */
    Linter(List<RuleMetadata> rulePages) {
        for (RuleMetadata page : rulePages) {
            Rule rule = BuiltInRules.create(page, sizing(rulePages));
            pages.put(page.id(), page);
            if (rule != null) {
                rules.add(new Stamped(page, rule));
            }
        }
    }

    /** A linter with one rule: tests have rules of their own. */
    Linter(RuleMetadata page, Rule rule) {
        pages.put(page.id(), page);
        rules.add(new Stamped(page, rule));
    }

    /** The page whose options tell which sizes all rules suggest: as it is selected, else as it is written. */
    private static RuleMetadata sizing(List<RuleMetadata> selected) {
        for (RuleMetadata page : selected) {
            if (page.id().equals(BuiltInRules.SIZING)) {
                return page;
            }
        }
        return RuleCatalog.builtIn().find(BuiltInRules.SIZING).orElseThrow();
    }

    /**
     * Diagnostics of one project, in no order.
     *
     * @param defects takes the failures of rules
     */
    public List<Diagnostic> check(Loaded loaded, List<Defect> defects) {
        Project project = loaded.project();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (LoadFinding found : loaded.findings()) {
            RuleMetadata page = pages.get(found.rule());
            if (page != null) {
                diagnostics.add(new Diagnostic(page.id(), page.category(), page.severity(), found.finding()));
            }
        }
        for (Stamped stamped : rules) {
            try {
                run(stamped, loaded, diagnostics);
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of(
                        project.files().get(0).path(), "rule " + stamped.page().id(), e));
            }
        }
        return diagnostics;
    }

    private static void run(Stamped stamped, Loaded loaded, List<Diagnostic> diagnostics) {
        Project project = loaded.project();
        if (stamped.rule() instanceof ProjectRule rule) {
            stamp(stamped.page(), rule.check(project), loaded.withheld().isPresent(), diagnostics);
            return;
        }
        ContainerRule rule = (ContainerRule) stamped.rule();
        for (Container container : project.containers()) {
            boolean withheld = loaded.withheld().isPresent()
                    && loaded.withheld().get().contains(container.name().value());
            stamp(stamped.page(), rule.check(container), withheld, diagnostics);
        }
    }

    /**
     * Adds the findings of a rule.
     *
     * @param withheld whether their words may come from a file outside of the work tree: those of a rule for projects may
     *     come from any container
     */
    private static void stamp(
            RuleMetadata page, List<Finding> findings, boolean withheld, List<Diagnostic> diagnostics) {
        for (Finding finding : findings) {
            Finding shown = withheld ? finding.withheld() : finding;
            diagnostics.add(new Diagnostic(page.id(), page.category(), page.severity(), shown));
        }
    }

    /** The order of reports: path, position, rule, container. */
    public static final Comparator<Diagnostic> BY_PLACE = new Comparator<>() {
        @Override
        public int compare(Diagnostic a, Diagnostic b) {
            int order = a.finding()
                    .at()
                    .file()
                    .path()
                    .compareTo(b.finding().at().file().path());
            if (order == 0) {
                order = Integer.compare(
                        a.finding().at().span().start(), b.finding().at().span().start());
            }
            if (order == 0) {
                order = a.rule().compareTo(b.rule());
            }
            return order != 0
                    ? order
                    : a.finding()
                            .container()
                            .orElse("")
                            .compareTo(b.finding().container().orElse(""));
        }
    };
}

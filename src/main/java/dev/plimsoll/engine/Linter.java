package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.check.LoadFinding;
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
     * @param defects takes one line for each rule that failed
     */
    public List<Diagnostic> check(Loaded loaded, List<String> defects) {
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
                for (Finding finding : run(stamped.rule(), project)) {
                    RuleMetadata page = stamped.page();
                    diagnostics.add(new Diagnostic(page.id(), page.category(), page.severity(), finding));
                }
            } catch (RuntimeException | StackOverflowError e) {
                defects.add("rule " + stamped.page().id() + " failed on "
                        + project.files().get(0).path() + ": " + describe(e));
            }
        }
        return diagnostics;
    }

    private static List<Finding> run(Rule rule, Project project) {
        if (rule instanceof ProjectRule projectRule) {
            return projectRule.check(project);
        }
        List<Finding> findings = new ArrayList<>();
        for (Container container : project.containers()) {
            findings.addAll(((ContainerRule) rule).check(container));
        }
        return findings;
    }

    private static String describe(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
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

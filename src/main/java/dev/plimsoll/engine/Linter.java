package dev.plimsoll.engine;

import dev.plimsoll.catalog.Facet;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.style.StyleChecks;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the selected rules, and of them those only that look at something which occurs in the project: no other is made. A
 * rule that fails is left out and told as a defect; the others go on.
 */
public final class Linter {
    /** The page whose options tell which sizes fixes suggest. */
    private static final String SIZING = "tmpfs-unbounded";

    private static final String STYLE = "style";

    private final List<RuleMetadata> pages;
    /** The pages by id: the reader may make findings of each. */
    private final Map<String, RuleMetadata> byId = new HashMap<>();
    /** The rules of the pages, in their order; null where no project needed it yet. */
    private final @Nullable Rule[] rules;

    private final ImageCatalog images;
    /** The rules on how files are written, with their options; nothing of them is loaded if there are none. */
    private final Map<String, Map<String, String>> style = new LinkedHashMap<>(0);

    /** A linter with the rules that a selection takes from a catalogue. */
    public Linter(RuleCatalog catalog, RuleSelection selection) {
        this(selection.of(catalog));
    }

    /** A linter with the rules of some pages, whose severities and options count. */
    Linter(List<RuleMetadata> pages) {
        this(pages, ImageCatalog.builtIn());
    }

    /** A linter with the rules of some pages, which know some images. */
    Linter(List<RuleMetadata> pages, ImageCatalog images) {
        this.pages = pages;
        this.images = images;
        this.rules = new Rule[pages.size()];
        for (RuleMetadata page : pages) {
            byId.put(page.id(), page);
            if (page.category().equals(STYLE)) {
                style.put(page.id(), page.options());
            }
        }
    }

    /** A linter with one rule: tests have rules of their own. */
    Linter(RuleMetadata page, Rule rule) {
        this(List.of(page));
        rules[0] = rule;
    }

    /** The page whose options tell which sizes all rules suggest: as it is selected, else as it is written. */
    private RuleMetadata sizing() {
        @Nullable RuleMetadata selected = byId.get(SIZING);
        return selected != null ? selected : RuleCatalog.builtIn().find(SIZING).orElseThrow();
    }

    private Rule rule(int index) {
        Rule known = rules[index];
        if (known == null) {
            known = BuiltInRules.create(pages.get(index), sizing(), images);
            rules[index] = known;
        }
        return known;
    }

    /**
     * Diagnostics of one project, in no order.
     *
     * @param defects takes the failures of rules
     */
    public List<Diagnostic> check(Loaded loaded, List<Defect> defects) {
        return check(loaded, Facets.of(loaded.project()), defects);
    }

    /** The same with the rules that look at some facets, whatever the project has. */
    List<Diagnostic> check(Loaded loaded, Facets facets, List<Defect> defects) {
        Project project = loaded.project();
        List<Diagnostic> diagnostics = new ArrayList<>();
        addRead(loaded.findings(), diagnostics);
        if (!style.isEmpty()) {
            try {
                addRead(StyleChecks.check(loaded.documents(), style), diagnostics);
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of(project.files().get(0).path(), "the rules of " + STYLE, e));
            }
        }
        @Nullable Throwable[] failures = new Throwable[pages.size()];
        boolean[] run = new boolean[pages.size()];
        for (int i = 0; i < run.length; i++) {
            run[i] = facets.haveAny(pages.get(i).looksAt());
        }
        checkContainers(loaded, run, failures, diagnostics);
        List<DeclaredTmpfs> tmpfs = facets.have(Facet.TMPFS) ? DeclaredTmpfs.of(project) : List.of();
        for (int i = 0; i < run.length; i++) {
            RuleMetadata page = pages.get(i);
            if (run[i] && failures[i] == null) {
                try {
                    run(page, rule(i), loaded, tmpfs, diagnostics);
                } catch (RuntimeException | StackOverflowError e) {
                    failures[i] = e;
                }
            }
            Throwable failure = failures[i];
            if (failure != null) {
                defects.add(Defect.of(project.files().get(0).path(), "rule " + page.id(), failure));
            }
        }
        return diagnostics;
    }

    /** All rules on one container after the other: what they ask of it is at hand while it is. */
    private void checkContainers(
            Loaded loaded, boolean[] run, @Nullable Throwable[] failures, List<Diagnostic> diagnostics) {
        for (Container container : loaded.project().containers()) {
            boolean withheld = isWithheld(container, loaded);
            for (int i = 0; i < run.length; i++) {
                if (!run[i] || failures[i] != null) {
                    continue;
                }
                try {
                    if (rule(i) instanceof ContainerRule rule) {
                        add(pages.get(i), rule.check(container), withheld, diagnostics);
                    }
                } catch (RuntimeException | StackOverflowError e) {
                    failures[i] = e;
                }
            }
        }
    }

    /** Adds what the readers found, of the rules that run. */
    private void addRead(List<RuleFinding> findings, List<Diagnostic> diagnostics) {
        for (RuleFinding found : findings) {
            RuleMetadata page = byId.get(found.rule());
            if (page != null) {
                diagnostics.add(stamp(page, found.finding()));
            }
        }
    }

    private static void run(
            RuleMetadata page, Rule rule, Loaded loaded, List<DeclaredTmpfs> tmpfs, List<Diagnostic> diagnostics) {
        if (rule instanceof ProjectRule projectRule) {
            // the words of such a finding may come from any container
            boolean withheld = loaded.withheld().isPresent();
            add(page, projectRule.check(loaded.project()), withheld, diagnostics);
        }
        if (rule instanceof DeclaredTmpfsRule tmpfsRule) {
            for (DeclaredTmpfs declared : tmpfs) {
                // a volume is no container's own
                boolean withheld = declared.mount().isOwn()
                        ? isWithheld(declared.container(), loaded)
                        : loaded.withheld().isPresent();
                add(page, tmpfsRule.check(declared), withheld, diagnostics);
            }
        }
    }

    private static boolean isWithheld(Container container, Loaded loaded) {
        return loaded.withheld().isPresent()
                && loaded.withheld().get().contains(container.name().value());
    }

    /**
     * Adds the findings of a rule.
     *
     * @param withheld whether their words may come from a file outside of the work tree
     */
    private static void add(RuleMetadata page, List<Finding> findings, boolean withheld, List<Diagnostic> diagnostics) {
        for (Finding finding : findings) {
            diagnostics.add(stamp(page, withheld ? finding.withheld() : finding));
        }
    }

    /** A finding with what its rule's page says: the one place where that is done. */
    static Diagnostic stamp(RuleMetadata page, Finding finding) {
        return new Diagnostic(page.id(), page.category(), page.severity(), finding);
    }

    /** The order of reports: path, position, rule. Services of one place stay in the order of the project. */
    public static final Comparator<Diagnostic> BY_PLACE = new Comparator<>() {
        @Override
        public int compare(Diagnostic a, Diagnostic b) {
            int order = a.finding().at().compareStart(b.finding().at());
            return order != 0 ? order : a.rule().compareTo(b.rule());
        }
    };
}

package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services that wait for each other. Source: compose-go graph/cycle.go. */
public final class DependsOnCycle implements ProjectRule {
    /**
     * Dependencies that the reported cycles have together, unless the first has more: hundreds of services that all depend
     * on each other make cycles without end, and Docker refuses the project for any of them.
     */
    private static final int MAX_STEPS = 10_000;

    @Override
    public String id() {
        return "depends-on-cycle";
    }

    @Override
    public List<Finding> check(Project project) {
        Search search = new Search(project.containers());
        for (int i = 0; i < project.containers().size(); i++) {
            search.from(i);
        }
        return search.findings;
    }

    /** Depth first, in order of writing; without recursion, since a file may chain as many services as it likes. */
    private static final class Search {
        private final List<Container> containers;
        private final Map<String, Integer> indexes = new HashMap<>();
        private final boolean[] seen;
        private final boolean[] onPath;
        private final List<Step> path = new ArrayList<>();
        private final Set<String> shown = new HashSet<>();
        private int steps;
        private final List<Finding> findings = new ArrayList<>();

        Search(List<Container> containers) {
            this.containers = containers;
            this.seen = new boolean[containers.size()];
            this.onPath = new boolean[containers.size()];
            for (int i = 0; i < containers.size(); i++) {
                indexes.put(containers.get(i).name().value(), i);
            }
        }

        void from(int start) {
            enter(start);
            while (!path.isEmpty()) {
                Step step = path.get(path.size() - 1);
                List<Dependency> dependencies =
                        containers.get(step.index).relations().dependencies();
                step.taken++;
                if (step.taken == dependencies.size()) {
                    onPath[step.index] = false;
                    path.remove(path.size() - 1);
                    continue;
                }
                @Nullable
                Integer target =
                        indexes.get(dependencies.get(step.taken).service().value());
                if (target != null && onPath[target]) {
                    report(target);
                } else if (target != null) {
                    enter(target);
                }
            }
        }

        private void enter(int index) {
            if (!seen[index]) {
                seen[index] = true;
                onPath[index] = true;
                path.add(new Step(index));
            }
        }

        /** The cycle that ends the path; once, though several keys may make it. */
        private void report(int target) {
            if (steps >= MAX_STEPS) {
                return;
            }
            int from = path.size() - 1;
            while (path.get(from).index != target) {
                from--;
            }
            steps += path.size() - from;
            List<Step> cycle = path.subList(from, path.size());
            Container first = containers.get(target);
            String name = first.name().value();
            StringBuilder names = new StringBuilder(name);
            for (Step step : cycle) {
                names.append(" -> ").append(dependency(step).service().value());
            }
            if (!shown.add(names.toString())) {
                return;
            }
            FindingDraft<Change.OfContainer> finding =
                    FindingDraft.at(first, dependency(cycle.get(0)).service()).evidence(names.toString());
            for (Step step : cycle.subList(1, cycle.size())) {
                Dependency dependency = dependency(step);
                String waiting = containers.get(step.index).name().value();
                finding.label(dependency.service().shown(), dependency.reason().key() + " of \"" + waiting + "\"");
            }
            String what = cycle.size() == 1
                    ? "service \"" + name + "\" depends on itself"
                    : "services depend on each other (" + names + ")";
            findings.add(finding.says(what + ": Docker refuses to load the project"));
        }

        private Dependency dependency(Step step) {
            return containers.get(step.index).relations().dependencies().get(step.taken);
        }
    }

    /** A service on the path, and which of its dependencies was taken from there. */
    private static final class Step {
        private final int index;
        private int taken = -1;

        Step(int index) {
            this.index = index;
        }
    }
}

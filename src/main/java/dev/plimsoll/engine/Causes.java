package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.catalog.Telling;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.model.Container;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells one cause once. A line that several services share has one finding that names them, and what most services of a
 * project lack is one finding for the project. Fixes, ignores and baselines go by the single findings.
 */
public final class Causes {
    /** Services that a message names; more are counted. */
    private static final int MAX_NAMES = 5;

    /** Places of other services that a finding shows. */
    private static final int MAX_LABELS = 3;

    /** The project of a finding of which it depends whether it is told, with what its containers are called. */
    private record Membership(int project, int services, String noun, Telling telling) {}

    private final Map<String, Membership> memberships = new HashMap<>();
    private final Map<String, Telling> tellings = new HashMap<>();
    private int projects;

    /** Takes down to which project findings belong. */
    public void belong(List<Diagnostic> found, Loaded loaded) {
        projects++;
        List<Container> all = loaded.project().containers();
        int services = all.size();
        String noun = services > 0 && all.get(0).dialect() != Container.Dialect.COMPOSE ? "containers" : "services";
        for (Diagnostic diagnostic : found) {
            Telling telling = telling(diagnostic.rule());
            if (telling != Telling.EACH && diagnostic.finding().container().isPresent()) {
                memberships.put(identity(diagnostic), new Membership(projects, services, noun, telling));
            }
        }
    }

    private Telling telling(String rule) {
        Telling known = tellings.get(rule);
        if (known == null) {
            Optional<RuleMetadata> page = RuleCatalog.builtIn().find(rule);
            known = page.isEmpty() ? Telling.EACH : page.get().telling();
            tellings.put(rule, known);
        }
        return known;
    }

    /**
     * The findings with one in the place of those of one cause.
     *
     * @param sorted in the order of reports, which stays
     */
    public List<Diagnostic> once(List<Diagnostic> sorted) {
        if (sorted.size() < 2) {
            return sorted;
        }
        return merged(merged(sorted, true), false);
    }

    private List<Diagnostic> merged(List<Diagnostic> sorted, boolean byProject) {
        Map<String, List<Diagnostic>> groups = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            Diagnostic diagnostic = sorted.get(i);
            String key = byProject ? projectKey(diagnostic) : placeKey(diagnostic);
            // alone under its number
            groups.computeIfAbsent(key.isEmpty() ? Integer.toString(i) : key, unused -> new ArrayList<>(1))
                    .add(diagnostic);
        }
        List<Diagnostic> told = new ArrayList<>(groups.size());
        for (List<Diagnostic> group : groups.values()) {
            if (group.size() == 1) {
                told.add(group.get(0));
            } else if (!byProject) {
                told.add(one(group, others(group)));
            } else {
                project(group, told);
            }
        }
        if (byProject) {
            // a group that falls apart stands where its first stood
            told.sort(Linter.BY_PLACE);
        }
        return told;
    }

    private void project(List<Diagnostic> group, List<Diagnostic> told) {
        @Nullable Membership membership = memberships.get(identity(group.get(0)));
        if (membership == null) {
            told.addAll(group);
        } else if (membership.telling() == Telling.CAUSE) {
            told.add(one(group, others(group)));
        } else if (group.size() * 2 > membership.services()) {
            told.add(one(group, counted(group, membership)));
        } else {
            told.addAll(group);
        }
    }

    /** How many services share it with the first, in words. */
    private static String counted(List<Diagnostic> group, Membership membership) {
        int others = membership.services() - 1;
        int sharing = group.size() - 1;
        if (sharing == 1) {
            return others(group);
        }
        return sharing < others
                ? sharing + " of the " + others + " other " + membership.noun()
                : "all " + others + " other " + membership.noun();
    }

    private String projectKey(Diagnostic diagnostic) {
        @Nullable Membership membership = memberships.get(identity(diagnostic));
        return membership == null
                ? ""
                : membership.project() + " " + diagnostic.rule() + " "
                        + diagnostic.finding().evidence();
    }

    /** What tells a finding from all others of a run. */
    private static String identity(Diagnostic diagnostic) {
        return placeKey(diagnostic) + " " + diagnostic.finding().container().orElse("");
    }

    private static String placeKey(Diagnostic diagnostic) {
        Finding finding = diagnostic.finding();
        if (finding.container().isEmpty()) {
            return "";
        }
        Location at = finding.at();
        return diagnostic.rule() + " " + at.span().start() + " " + at.span().end() + " " + finding.evidence() + " "
                + at.file().path();
    }

    /** The services of all but the first, in words. */
    private static String others(List<Diagnostic> group) {
        StringBuilder names = new StringBuilder();
        int left = group.size() - 1;
        for (int i = 1; i < group.size(); i++) {
            if (i > MAX_NAMES) {
                return names.append(" and ").append(left).append(" more").toString();
            }
            left--;
            if (i > 1) {
                names.append(left == 0 ? " and " : ", ");
            }
            names.append('"')
                    .append(group.get(i).finding().container().orElse(""))
                    .append('"');
        }
        return names.toString();
    }

    private static Diagnostic one(List<Diagnostic> group, String others) {
        Diagnostic first = group.get(0);
        Finding finding = first.finding();
        List<Label> related = new ArrayList<>(finding.related());
        for (int i = 1; i < group.size() && i <= MAX_LABELS; i++) {
            for (Label label : group.get(i).finding().related()) {
                if (!related.contains(label)) {
                    related.add(label);
                }
            }
        }
        return first.with(finding.alsoOf(others, related, fixable(group)));
    }

    /** The first that has a fix, which mends the place for all; else the first. */
    private static Finding fixable(List<Diagnostic> group) {
        for (Diagnostic diagnostic : group) {
            if (!diagnostic.finding().fixes().isEmpty()) {
                return diagnostic.finding();
            }
        }
        return group.get(0).finding();
    }
}

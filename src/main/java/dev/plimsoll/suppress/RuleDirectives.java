package dev.plimsoll.suppress;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directives of a file that name one rule, by the places that they cover: a file may have thousands of them, and
 * thousands of findings.
 */
final class RuleDirectives {
    private static final Comparator<Covered> BY_START = new Comparator<>() {
        @Override
        public int compare(Covered a, Covered b) {
            return Integer.compare(a.span.start(), b.span.start());
        }
    };

    private final List<Directive> wholeFile = new ArrayList<>(0);
    private final List<Covered> covered = new ArrayList<>();
    private final Set<Directive> needed;
    /** The largest end of the first so many covered places. */
    private int[] ends = {};

    private boolean wholeFileNeeded;

    /**
     * No directives.
     *
     * @param needed takes those that were
     */
    private RuleDirectives(Set<Directive> needed) {
        this.needed = needed;
    }

    /** A place that a directive covers, and the length of the longest of its places: the shortest is the nearest. */
    private static final class Covered {
        final Span span;
        final Directive directive;
        final int longest;

        Covered(Span span, Directive directive, int longest) {
            this.span = span;
            this.directive = directive;
            this.longest = longest;
        }
    }

    /**
     * The directives of a file by the rules that they name.
     *
     * @param directives in order
     * @param needed takes for each rule the directives that were needed
     */
    static Map<String, RuleDirectives> of(List<Directive> directives, Map<String, Set<Directive>> needed) {
        Map<String, RuleDirectives> byRule = new HashMap<>();
        for (Directive directive : directives) {
            Set<String> rules = new HashSet<>();
            for (Directive.Id id : directive.ids()) {
                if (rules.add(id.name())) {
                    RuleDirectives known = byRule.get(id.name());
                    if (known == null) {
                        Set<Directive> ofRule = new HashSet<>();
                        needed.put(id.name(), ofRule);
                        known = new RuleDirectives(ofRule);
                        byRule.put(id.name(), known);
                    }
                    known.add(directive);
                }
            }
        }
        for (RuleDirectives known : byRule.values()) {
            known.sort();
        }
        return byRule;
    }

    private void add(Directive directive) {
        if (directive.wholeFile()) {
            wholeFile.add(directive);
            return;
        }
        int longest = 0;
        for (Span span : directive.covered()) {
            longest = Math.max(longest, span.length());
        }
        for (Span span : directive.covered()) {
            covered.add(new Covered(span, directive, longest));
        }
    }

    private void sort() {
        // those that start together stay in the order of writing
        covered.sort(BY_START);
        ends = new int[covered.size()];
        int end = -1;
        for (int i = 0; i < ends.length; i++) {
            end = Math.max(end, covered.get(i).span.end());
            ends[i] = end;
        }
    }

    /** The reason of the nearest directive that covers an offset; empty if none does. All that do are needed from now on. */
    Optional<String> reason(int offset) {
        Covered nearest = null;
        for (int i = after(offset) - 1; i >= 0 && ends[i] >= offset; i--) {
            Covered here = covered.get(i);
            if (here.span.end() >= offset) {
                needed.add(here.directive);
                nearest = nearest == null || isNearer(here, nearest) ? here : nearest;
            }
        }
        if (!wholeFileNeeded) {
            wholeFileNeeded = true;
            needed.addAll(wholeFile);
        }
        @Nullable
        Directive directive = nearest != null ? nearest.directive : wholeFile.isEmpty() ? null : wholeFile.get(0);
        return directive == null
                ? Optional.empty()
                : Optional.of(directive.reason().orElse(""));
    }

    /** Of two that are as near, the one that is written first. */
    private static boolean isNearer(Covered one, Covered other) {
        return one.longest != other.longest
                ? one.longest < other.longest
                : one.directive.at().start() < other.directive.at().start();
    }

    /** Number of covered places that start at an offset or before it. */
    private int after(int offset) {
        int low = 0;
        int high = covered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (covered.get(middle).span.start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package dev.plimsoll.catalog;

import dev.plimsoll.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the index that the build makes of the rule pages. One line per rule, sorted by id, each ended by a line feed. The
 * fields are separated by tabs: id, severity, category, profile, fix, since, refused, told, documentation, looks-at,
 * summary, options, ranges. Refused is {@code true}, {@code some} or empty, told {@code most}, {@code cause} or empty,
 * documentation {@code silent} or empty. Looks-at are words separated by blanks. The options are {@code name=default}
 * separated by semicolons, the ranges {@code name=type,unit,min,max}. Nothing is escaped: the build refuses a tab or line
 * break in any field, and what separates in a default, a unit or a bound.
 */
final class RuleIndex {
    private final String text;
    private int at;

    private RuleIndex(String text) {
        this.text = text;
    }

    static List<RuleMetadata> read(String text) {
        RuleIndex index = new RuleIndex(text);
        List<RuleMetadata> rules = new ArrayList<>();
        while (index.at < text.length()) {
            rules.add(index.rule());
        }
        return Collections.unmodifiableList(rules);
    }

    private RuleMetadata rule() {
        String id = field('\t');
        Severity severity = Severity.of(field('\t')).orElseThrow();
        String category = field('\t');
        Profile profile = Profile.of(field('\t')).orElseThrow();
        String fix = field('\t');
        String since = field('\t');
        String refused = field('\t');
        String told = field('\t');
        boolean silentInDocumentation = !field('\t').isEmpty();
        List<Facet> looksAt = facets(field('\t'));
        String summary = field('\t');
        Map<String, String> options = options(field('\t'));
        Map<String, String> ranges = options(field('\n'));
        return new RuleMetadata(
                id,
                severity,
                category,
                profile,
                fix,
                since,
                refused,
                told,
                silentInDocumentation,
                looksAt,
                summary,
                options,
                ranges);
    }

    private String field(char end) {
        int to = text.indexOf(end, at);
        if (to < 0) {
            throw new IllegalStateException("the rule index is cut off at " + at);
        }
        String field = text.substring(at, to);
        at = to + 1;
        return field;
    }

    private static List<Facet> facets(String field) {
        List<Facet> facets = new ArrayList<>(1);
        int from = 0;
        while (from < field.length()) {
            int end = field.indexOf(' ', from);
            int to = end < 0 ? field.length() : end;
            facets.add(Facet.of(field.substring(from, to)).orElseThrow());
            from = to + 1;
        }
        return Collections.unmodifiableList(facets);
    }

    private static Map<String, String> options(String field) {
        if (field.isEmpty()) {
            return Map.of();
        }
        Map<String, String> options = new LinkedHashMap<>();
        int from = 0;
        while (from < field.length()) {
            int end = field.indexOf(';', from);
            int to = end < 0 ? field.length() : end;
            int equals = field.indexOf('=', from);
            options.put(field.substring(from, equals), field.substring(equals + 1, to));
            from = to + 1;
        }
        return Collections.unmodifiableMap(options);
    }
}

package dev.plimsoll.catalog;

import dev.plimsoll.diagnostic.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The front matter of a rule's page.
 *
 * @param id the rule's name, kebab-case, for ever
 * @param severity how bad its findings are
 * @param category the group that {@code --select} takes
 * @param profile the least talkative profile that it is part of
 * @param fix the best fix that it may offer
 * @param since the version of Plimsoll that brought it
 * @param refused whether Docker refuses to load a project with such a finding
 * @param telling how often its findings in several services of one project are told
 * @param looksAt what must occur in a project for it to find anything, one of these at least; {@link Facet#TEXT} alone
 *     for one whose findings the readers make
 * @param summary what it finds, in one line without a final period
 * @param options the names of its options with their defaults as written, or what was set in their place, in the order
 *     of the page
 * @param ranges what each of the options takes, as the index has it; see {@link #option}
 */
public record RuleMetadata(
        String id,
        Severity severity,
        String category,
        Profile profile,
        FixKind fix,
        String since,
        Refusing refused,
        Telling telling,
        List<Facet> looksAt,
        String summary,
        Map<String, String> options,
        Map<String, String> ranges) {
    /**
     * What an option takes.
     *
     * @throws IllegalArgumentException if the rule has no such option
     */
    public RuleOption option(String name) {
        @Nullable String range = ranges.get(name);
        if (range == null) {
            throw new IllegalArgumentException("rules/" + id + ".md lacks the option " + name);
        }
        return RuleOption.ofIndex(range);
    }

    /** The same with another severity, and with some options set. */
    public RuleMetadata with(Severity other, Map<String, String> set) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.putAll(set);
        return new RuleMetadata(
                id, other, category, profile, fix, since, refused, telling, looksAt, summary, all, ranges);
    }
}

package dev.plimsoll.catalog;

import dev.plimsoll.diagnostic.Severity;
import java.util.Collections;
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
 * @param fixWord the best fix that it may offer, as written; see {@link #fix}
 * @param since the version of Plimsoll that brought it
 * @param refusedWord whether Docker refuses to load a project with such a finding, as written; see {@link #refused}
 * @param toldWord how often its findings in several services of one project are told, as written; see {@link #telling}
 * @param silentInDocumentation whether it runs on documentation only if somebody selects it
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
        String fixWord,
        String since,
        String refusedWord,
        String toldWord,
        boolean silentInDocumentation,
        List<Facet> looksAt,
        String summary,
        Map<String, String> options,
        Map<String, String> ranges) {
    /** Categories of which some shops want a rule or two, and nobody all. */
    private static final String[] OFF_UNTIL_SELECTED = {"policy", "style"};

    /**
     * Options or their ranges, in the order of the page.
     *
     * @param words names and values in turn
     */
    static Map<String, String> settings(String... words) {
        if (words.length == 0) {
            return Map.of();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            settings.put(words[i], words[i + 1]);
        }
        return Collections.unmodifiableMap(settings);
    }

    /** Whether it runs only when it or its category is selected, whatever the profile. */
    public boolean isOffUntilSelected() {
        for (String off : OFF_UNTIL_SELECTED) {
            if (category.equals(off)) {
                return true;
            }
        }
        return false;
    }

    /** The profile that brings it, in a word; {@code selected} if none does. */
    public String runsIn() {
        return isOffUntilSelected() ? "selected" : profile.label();
    }

    // most runs ask for none of these three, and each would load a class

    /** The best fix that it may offer. */
    public FixKind fix() {
        return FixKind.of(fixWord).orElseThrow();
    }

    /** Whether Docker refuses to load a project with such a finding. */
    public Refusing refused() {
        return Refusing.of(refusedWord);
    }

    /** How often its findings in several services of one project are told. */
    public Telling telling() {
        return Telling.of(toldWord);
    }

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
                id,
                other,
                category,
                profile,
                fixWord,
                since,
                refusedWord,
                toldWord,
                silentInDocumentation,
                looksAt,
                summary,
                all,
                ranges);
    }
}

package dev.plimsoll.config;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.catalog.RuleOption;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the key {@code rules}: the severity of each rule, whether it runs, and its options. */
final class RulesReader {
    /** The keys that every rule has beside its options. */
    static final List<String> RULE_KEYS = List.of("severity", "enabled");

    private final RuleCatalog catalog;
    private final Problems problems;

    RulesReader(RuleCatalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** The settings by the id of the rule. */
    Map<String, RuleSettings> of(Section section) {
        YamlNode node = section.get("rules");
        Map<String, RuleSettings> rules = new HashMap<>();
        if (node == null) {
            return rules;
        }
        try {
            for (Map.Entry<String, Section.Entry> entry :
                    Section.open(node, "rules").entries().entrySet()) {
                rule(entry.getKey(), entry.getValue(), rules);
            }
        } catch (InputException e) {
            problems.add(e);
        }
        return rules;
    }

    private void rule(String id, Section.Entry entry, Map<String, RuleSettings> rules) {
        try {
            RuleMetadata page = catalog.find(id).orElse(null);
            if (page == null) {
                throw unknown(id, entry.key(), catalog);
            }
            if (!Section.isNothing(entry.value())) {
                rules.put(page.id(), settings(page, entry.value()));
            }
        } catch (InputException e) {
            problems.add(e);
        }
    }

    static InputException unknown(String id, YamlNode at, RuleCatalog catalog) {
        return new InputException(
                at.location(),
                "unknown rule \"" + id + "\""
                        + DidYouMean.hint(catalog.closest(id).orElse(null)));
    }

    private RuleSettings settings(RuleMetadata page, YamlNode node) throws InputException {
        List<String> known = new ArrayList<>(RULE_KEYS);
        known.addAll(page.options().keySet());
        Section section = Section.of(node, page.id(), known, problems);
        Map<String, String> options = new HashMap<>();
        Set<String> names = new HashSet<>(page.options().keySet());
        for (String name : names) {
            YamlNode value = section.get(name);
            try {
                if (value != null) {
                    options.put(name, option(page, name, value));
                }
            } catch (InputException e) {
                problems.add(e);
            }
        }
        return new RuleSettings(severity(section), truth(section, "enabled", problems), options);
    }

    private Optional<Severity> severity(Section section) {
        YamlNode written = section.get("severity");
        if (written == null) {
            return Optional.empty();
        }
        try {
            YamlScalar word = Section.scalar(written, "severity");
            Optional<Severity> severity = Severity.of(word.value());
            if (severity.isEmpty()) {
                throw Section.unknown("severity", word.value(), word, List.of("error", "warning", "info"));
            }
            return severity;
        } catch (InputException e) {
            problems.add(e);
            return Optional.empty();
        }
    }

    /** A key that is true or false; empty if it is not there or wrong. */
    static Optional<Boolean> truth(Section section, String key, Problems problems) {
        YamlNode node = section.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
            return Optional.of(scalar.value().equalsIgnoreCase("true"));
        }
        problems.add(new InputException(node.location(), key + " must be true or false"));
        return Optional.empty();
    }

    private static String option(RuleMetadata page, String name, YamlNode node) throws InputException {
        if (node instanceof YamlSequence list && page.option(name).type() == RuleOption.Type.WORDS) {
            StringBuilder words = new StringBuilder();
            for (YamlNode item : list.items()) {
                words.append(words.length() == 0 ? "" : " ").append(option(page, name, item));
            }
            return words.toString();
        }
        YamlScalar written = Section.scalar(node, name);
        Optional<String> demand = page.option(name).demand(written.value());
        if (demand.isPresent()) {
            throw new InputException(
                    written.location(),
                    name + " of " + page.id() + " must be " + demand.get() + ", not \"" + written.value() + "\"");
        }
        return written.value();
    }
}

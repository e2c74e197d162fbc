package dev.plimsoll.migration;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.DoubleQuoted;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code .plimsoll.yaml} in the making. Nothing is written that this version would refuse. */
final class Draft {
    private final RuleCatalog catalog;
    private final String tool;
    private final String from;
    private final Set<String> exclude = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    private final List<String> ignores = new ArrayList<>();
    /** Settings of rules by container. */
    private final Map<String, Map<String, Map<String, String>>> overrides = new LinkedHashMap<>();

    private final Set<String> mentioned = new LinkedHashSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable String failOn;

    /**
     * An empty one.
     *
     * @param tool the other linter
     * @param from the name of the file that is translated
     */
    Draft(RuleCatalog catalog, String tool, String from) {
        this.catalog = catalog;
        this.tool = tool;
        this.from = from;
    }

    /** Says what became of a setting. */
    void remark(YamlNode at, String message) {
        remark(at.location(), message);
    }

    /** Says what became of a setting. */
    void remark(Location at, String message) {
        remarks.add(new Remark(at, message));
    }

    /** Leaves files out. */
    void exclude(String pattern) {
        exclude.add(pattern);
    }

    /** Sets from which severity on the run fails. */
    void failOn(String severity) {
        failOn = severity;
    }

    /** Takes down that the file says something of a rule of the other linter. */
    void mention(PeerRule rule) {
        mentioned.add(rule.id());
    }

    /** Whether this version has a rule. */
    boolean has(String rule) {
        return catalog.find(rule).isPresent();
    }

    /** Whether a rule has an option. */
    boolean hasOption(String rule, String option) {
        return has(rule) && catalog.find(rule).orElseThrow().options().containsKey(option);
    }

    /** Sets a key of a rule, such as {@code severity} or an option. */
    void set(String rule, String key, String value) {
        settings(rules, rule).put(key, value);
    }

    /** Adds words to an option that takes several. */
    void add(String rule, String option, String words) {
        add(rules, rule, option, words);
    }

    /** The same for one container. */
    void addFor(String container, String rule, String option, String words) {
        add(overrides.computeIfAbsent(container, unused -> new LinkedHashMap<>()), rule, option, words);
    }

    private static void add(Map<String, Map<String, String>> all, String rule, String option, String words) {
        Map<String, String> settings = settings(all, rule);
        @Nullable String before = settings.get(option);
        settings.put(
                option,
                before == null ? DoubleQuoted.of(words) : before.substring(0, before.length() - 1) + ' ' + words + '"');
    }

    private static Map<String, String> settings(Map<String, Map<String, String>> all, String rule) {
        return all.computeIfAbsent(rule, unused -> new LinkedHashMap<>());
    }

    /** Ignores a rule, in one container or everywhere. */
    void ignore(String rule, @Nullable String container, @Nullable String reason) {
        ignores.add("{rule: " + rule + (container == null ? "" : ", container: " + DoubleQuoted.of(container))
                + (reason == null || reason.isBlank() ? "" : ", reason: " + DoubleQuoted.of(reason.strip())) + "}");
    }

    /** The text, and what became of the settings. */
    Imported finish() {
        StringBuilder out = new StringBuilder();
        out.append("# Translated from ")
                .append(DoubleQuoted.of(from))
                .append(", a configuration of ")
                .append(tool)
                .append('\n');
        if (failOn != null) {
            out.append("fail-on: ").append(failOn).append('\n');
        }
        list(out, "exclude", quoted(exclude));
        List<String> off = off();
        if (!rules.isEmpty()) {
            out.append("rules:\n");
            rules(out, rules, "  ");
            off(out, off, "  ");
        } else if (!off.isEmpty()) {
            out.append("#rules:\n");
            off(out, off, "");
        }
        list(out, "ignore", ignores);
        if (!overrides.isEmpty()) {
            out.append("overrides:\n");
            for (Map.Entry<String, Map<String, Map<String, String>>> container : overrides.entrySet()) {
                widen(container.getValue());
                out.append("  - containers: [")
                        .append(DoubleQuoted.of(container.getKey()))
                        .append("]\n    rules:\n");
                rules(out, container.getValue(), "      ");
            }
        }
        return new Imported(out.toString(), remarks);
    }

    /** What an option takes everywhere it takes in a container too, whose settings come in its place. */
    private void widen(Map<String, Map<String, String>> ofContainer) {
        for (Map.Entry<String, Map<String, String>> rule : ofContainer.entrySet()) {
            Map<String, String> everywhere = rules.getOrDefault(rule.getKey(), Map.of());
            for (Map.Entry<String, String> option : rule.getValue().entrySet()) {
                @Nullable String words = everywhere.get(option.getKey());
                if (words != null) {
                    option.setValue(words.substring(0, words.length() - 1)
                            + ' '
                            + option.getValue().substring(1));
                }
            }
        }
    }

    private static List<String> quoted(Set<String> texts) {
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            all.add(DoubleQuoted.of(text));
        }
        return all;
    }

    private static void list(StringBuilder out, String key, List<String> items) {
        if (!items.isEmpty()) {
            out.append(key).append(":\n");
            for (String item : items) {
                out.append("  - ").append(item).append('\n');
            }
        }
    }

    private static void rules(StringBuilder out, Map<String, Map<String, String>> rules, String indent) {
        for (Map.Entry<String, Map<String, String>> rule : rules.entrySet()) {
            List<String> settings = new ArrayList<>();
            for (Map.Entry<String, String> setting : rule.getValue().entrySet()) {
                settings.add(setting.getKey() + ": " + setting.getValue());
            }
            out.append(indent)
                    .append(rule.getKey())
                    .append(": {")
                    .append(String.join(", ", settings))
                    .append("}\n");
        }
    }

    /** What the other linter looks for unless it is told otherwise, and we do not. */
    private List<String> off() {
        Set<String> off = new LinkedHashSet<>();
        for (PeerRule rule : PeerRules.of(tool)) {
            for (PeerRule.Counterpart ours : rule.counterparts()) {
                RuleMetadata page = catalog.find(ours.rule()).orElse(null);
                boolean quiet = page != null
                        && !page.runsIn().equals("default")
                        && !page.id().endsWith("-by-design");
                if (quiet
                        && !rule.level().equals("-")
                        && !mentioned.contains(rule.id())
                        && !rules.containsKey(ours.rule())) {
                    off.add(ours.rule());
                }
            }
        }
        return new ArrayList<>(off);
    }

    /** These rules as comments, one on each line. */
    private void off(StringBuilder out, List<String> off, String indent) {
        if (off.isEmpty()) {
            return;
        }
        out.append(indent).append("# On in ").append(tool).append(", off here until you take the # away:\n");
        for (String rule : off) {
            out.append(indent)
                    .append(indent.isEmpty() ? "#  " : "#")
                    .append(rule)
                    .append(": {enabled: true}\n");
        }
    }
}

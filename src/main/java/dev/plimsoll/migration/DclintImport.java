package dev.plimsoll.migration;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.migration.ForeignFile.Setting;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.DoubleQuoted;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates dclint's configuration. Source: dclint 3.1.0, docs/configuration and the options of its rules. */
final class DclintImport {
    private static final String DROPPED = "dropped";

    private final SourceFile file;
    private final Draft draft;
    /** The groups of service-keys-order, each with its keys; keys of no group come last. */
    private final Map<String, String> groups = groups();
    /** The groups in their order. */
    private final Set<String> order = new LinkedHashSet<>(groups.keySet());

    DclintImport(RuleCatalog catalog, SourceFile file) {
        this.file = file;
        this.draft = new Draft(catalog, PeerRules.DCLINT, file.name());
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("Core Definitions", "image build container_name");
        groups.put("Service Dependencies", "depends_on");
        groups.put("Data Management and Configuration", "volumes volumes_from configs secrets");
        groups.put("Environment Configuration", "environment env_file");
        groups.put("Networking", "ports networks network_mode extra_hosts");
        groups.put("Runtime Behavior", "command entrypoint working_dir restart healthcheck");
        groups.put("Operational Metadata", "logging labels");
        groups.put("Security and Execution Context", "user isolation");
        return groups;
    }

    Imported read() throws InputException {
        Map<String, Setting> settings = ForeignFile.read(file);
        if (file.name().equals("package.json")) {
            Setting own = settings.get(PeerRules.DCLINT);
            if (own == null) {
                throw ConfigImport.refused(file, "no key \"dclint\" in it");
            }
            settings = ForeignFile.settings(own.value());
        }
        draft.failOn("error");
        for (Setting setting : settings.values()) {
            setting(setting);
        }
        return draft.finish();
    }

    private void setting(Setting setting) {
        switch (setting.key().value()) {
            case "rules" -> {
                for (Setting rule : ForeignFile.settings(setting.value()).values()) {
                    rule(rule);
                }
            }
            case "exclude" -> {
                for (YamlScalar text : ForeignFile.scalars(setting.value())) {
                    exclude(text);
                }
            }
            case "quiet" ->
                draft.remark(
                        setting.key(),
                        "quiet: not translated: warnings are told here; set severity: info for a rule, or --fail-on error");
            case "debug", "$schema" -> draft.remark(setting.key(), setting.key().value() + ": " + DROPPED);
            default -> draft.remark(setting.key(), setting.key().value() + ": dclint has no such setting; " + DROPPED);
        }
    }

    /** A text that the path contains. */
    private void exclude(YamlScalar written) {
        String text = written.value().startsWith("./") ? written.value().substring(2) : written.value();
        String pattern = text.indexOf('/') >= 0 ? "**/*" + strip(text) + "*" : "*" + text + "*";
        if (strip(text).isEmpty() || hasSigns(text)) {
            draft.remark(written, "exclude \"" + written.value() + "\": not translated, since patterns cannot hold it");
            return;
        }
        draft.exclude(pattern);
        draft.remark(
                written,
                "exclude \"" + written.value() + "\": exclude \"" + pattern
                        + "\", also for files that are named on the command line");
    }

    private static String strip(String text) {
        int from = text.startsWith("/") ? 1 : 0;
        return text.endsWith("/") && text.length() > from
                ? text.substring(from, text.length() - 1)
                : text.substring(from);
    }

    private static boolean hasSigns(String text) {
        for (char sign : "[]{}\\!".toCharArray()) {
            if (text.indexOf(sign) >= 0) {
                return true;
            }
        }
        return text.contains("..");
    }

    private void rule(Setting setting) {
        String id = setting.key().value();
        PeerRule rule = PeerRules.find(PeerRules.DCLINT, id);
        if (rule == null) {
            draft.remark(setting.key(), id + ": dclint has no such rule; " + DROPPED);
            return;
        }
        draft.mention(rule);
        List<YamlNode> parts = ForeignFile.items(setting.value());
        String level = parts.isEmpty() ? "" : ForeignFile.text(parts.get(0));
        List<String> written = new ArrayList<>();
        for (PeerRule.Counterpart ours : rule.counterparts()) {
            if (!draft.has(ours.rule())) {
                written.add("this version lacks " + ours.rule());
            } else {
                written.add(level(ours.rule(), level));
            }
        }
        draft.remark(
                setting.key(),
                id + ": " + (written.isEmpty() ? "nothing here: " + rule.note() : String.join("; ", written)));
        if (setting.value() instanceof YamlSequence && parts.size() > 1) {
            for (Setting option : ForeignFile.settings(parts.get(1)).values()) {
                option(id, option);
            }
        }
    }

    /** Sets what a level means. */
    private String level(String ours, String level) {
        if (level.equals("0")) {
            draft.set(ours, "enabled", "false");
            return ours + " is off";
        }
        String severity = level.equals("1") ? "warning" : level.equals("2") ? "error" : "";
        if (severity.isEmpty()) {
            return "\"" + level + "\" is not a level of dclint; " + DROPPED;
        }
        draft.set(ours, "enabled", "true");
        draft.set(ours, "severity", severity);
        return ours + " is on, severity " + severity;
    }

    private void option(String id, Setting option) {
        String name = option.key().value();
        switch (id + "." + name) {
            case "require-quotes-in-ports.quoteType" ->
                option(option, "port-unquoted", "quotes", ForeignFile.text(option.value()));
            case "service-image-require-explicit-tag.prohibitedTags" ->
                option(option, "image-untagged", "tags", String.join(" ", ForeignFile.words(option.value())));
            case "top-level-properties-order.customOrder" ->
                option(
                        option,
                        "top-level-order",
                        "order",
                        String.join(" ", ForeignFile.words(option.value())).replace("x-properties", "x-"));
            case "service-keys-order.groups", "service-keys-order.groupOrder" -> keys(option);
            default -> draft.remark(option.key(), id + "." + name + ": not translated, nothing here is like it");
        }
    }

    private void option(Setting option, String rule, String ours, String words) {
        if (!draft.hasOption(rule, ours)) {
            draft.remark(
                    option.key(), option.key().value() + ": not translated, this version lacks " + rule + "." + ours);
        } else if (words.isBlank()) {
            draft.remark(option.key(), option.key().value() + ": not translated, it names nothing");
        } else {
            draft.set(rule, ours, DoubleQuoted.of(words));
            draft.remark(
                    option.key(), option.key().value() + ": " + rule + "." + ours + " is " + DoubleQuoted.of(words));
        }
    }

    /** The groups in their order become one list of keys; each of the two options adds to what the other said. */
    private void keys(Setting option) {
        if (option.key().value().equals("groups")) {
            for (Setting group : ForeignFile.settings(option.value()).values()) {
                groups.put(group.key().value(), String.join(" ", ForeignFile.words(group.value())));
            }
        } else {
            order.clear();
            order.addAll(ForeignFile.words(option.value()));
        }
        Set<String> keys = new LinkedHashSet<>();
        for (String group : order) {
            for (String key : groups.getOrDefault(group, "").split(" ", -1)) {
                if (!key.isEmpty()) {
                    keys.add(key);
                }
            }
        }
        option(option, "service-key-order", "order", String.join(" ", keys));
    }
}

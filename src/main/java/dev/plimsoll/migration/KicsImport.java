package dev.plimsoll.migration;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.migration.ForeignFile.Setting;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Translates the part of KICS' configuration that is about Compose files. Source: docs.kics.io, "Configuration File". */
final class KicsImport {
    private static final String[] SEVERITIES = {"critical", "high", "medium", "low", "info"};

    private final SourceFile file;
    private final Draft draft;

    KicsImport(RuleCatalog catalog, SourceFile file) {
        this.file = file;
        this.draft = new Draft(catalog, PeerRules.KICS, file.name());
    }

    Imported read() throws InputException {
        if (isTomlOrHcl(file.text())) {
            throw ConfigImport.refused(
                    file, "TOML and HCL are not read: write the settings as JSON or YAML, which KICS takes too");
        }
        Map<String, Setting> settings = ForeignFile.read(file);
        if (isAboutOthers(settings)) {
            throw ConfigImport.refused(file, "\"type\" leaves out DockerCompose: there is nothing to translate");
        }
        for (Setting setting : settings.values()) {
            setting(setting);
        }
        return draft.finish();
    }

    /** Whether the first line with a setting has an equals sign before any colon. */
    private static boolean isTomlOrHcl(String text) {
        for (String line : text.split("\n", -1)) {
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#") || content.startsWith("//")) {
                continue;
            }
            int equals = content.indexOf('=');
            int colon = content.indexOf(':');
            boolean section = content.startsWith("[") && content.endsWith("]");
            return section || (equals > 0 && !content.startsWith("{") && (colon < 0 || equals < colon));
        }
        return false;
    }

    private static boolean isAboutOthers(Map<String, Setting> settings) {
        for (String key : List.of("type", "platform")) {
            Setting types = settings.get(key);
            if (types == null) {
                continue;
            }
            for (String type : ForeignFile.words(types.value())) {
                if (type.equalsIgnoreCase("DockerCompose")) {
                    return false;
                }
            }
            return !ForeignFile.words(types.value()).isEmpty();
        }
        return false;
    }

    private void setting(Setting setting) {
        String key = setting.key().value();
        switch (key) {
            case "exclude-queries" -> {
                for (String id : ForeignFile.words(setting.value())) {
                    query(setting.key(), id);
                }
            }
            case "exclude-severities" -> {
                for (String severity : ForeignFile.words(setting.value())) {
                    ofSeverity(setting.key(), severity);
                }
            }
            case "exclude-categories" ->
                draft.remark(
                        setting.key(),
                        key + ": not translated; name the queries in exclude-queries, or ignore our rules one by one");
            case "include-queries" ->
                draft.remark(
                        setting.key(),
                        key + ": not translated, since it would switch off what KICS does not look for; see --select");
            case "exclude-results" ->
                draft.remark(
                        setting.key(),
                        key
                                + ": not translated, its ids are hashes; plimsoll init --baseline records today's findings");
            case "exclude-paths" -> {
                for (YamlScalar path : ForeignFile.scalars(setting.value())) {
                    path(path);
                }
            }
            case "fail-on" -> failOn(setting);
            case "ignore-on-exit" -> ignoreOnExit(setting);
            case "queries-path", "secrets-regexes-path", "libraries-path" ->
                draft.remark(setting.key(), key + ": dropped: queries of your own are not read here");
            case "type", "platform" -> draft.remark(setting.key(), key + ": nothing to do");
            case "path" -> draft.remark(setting.key(), key + ": dropped: name the paths on the command line");
            case "report-formats", "output-path", "output-name" ->
                draft.remark(setting.key(), key + ": dropped: see --output FORMAT=FILE");
            default -> draft.remark(setting.key(), key + ": dropped: nothing here is like it");
        }
    }

    private void query(YamlNode at, String id) {
        PeerRule rule = PeerRules.find(PeerRules.KICS, id);
        if (rule == null) {
            draft.remark(at, id + ": not a query for Compose files; dropped");
        } else {
            ignore(at, rule);
        }
    }

    private void ofSeverity(YamlNode at, String severity) {
        for (PeerRule rule : PeerRules.of(PeerRules.KICS)) {
            if (rule.level().equalsIgnoreCase(severity)) {
                ignore(at, rule);
            }
        }
    }

    private void ignore(YamlNode at, PeerRule rule) {
        draft.mention(rule);
        if (rule.counterparts().isEmpty()) {
            draft.remark(at, rule.shown() + ": nothing here: " + rule.note());
        }
        for (PeerRule.Counterpart ours : rule.counterparts()) {
            if (draft.has(ours.rule())) {
                draft.set(ours.rule(), "enabled", "false");
                draft.remark(at, rule.shown() + ": " + ours.rule() + " is off");
            } else {
                draft.remark(at, rule.shown() + ": this version lacks " + ours.rule());
            }
        }
    }

    private void path(YamlScalar written) {
        String path = written.value().startsWith("./") ? written.value().substring(2) : written.value();
        boolean known = !path.isBlank() && !path.contains("..");
        for (char sign : "[]{}\\!".toCharArray()) {
            known &= path.indexOf(sign) < 0;
        }
        if (known) {
            draft.exclude(path);
        }
        draft.remark(
                written,
                "exclude-paths \"" + written.value() + "\": "
                        + (known ? "exclude \"" + path + "\"" : "not translated, since patterns cannot hold it"));
    }

    /** The lowest severity that fails there fails here. */
    private void failOn(Setting setting) {
        List<String> named = ForeignFile.words(setting.value());
        int lowest = -1;
        for (int i = 0; i < SEVERITIES.length; i++) {
            for (String name : named) {
                if (name.toLowerCase(Locale.ROOT).equals(SEVERITIES[i])) {
                    lowest = i;
                }
            }
        }
        String ours = lowest < 0 ? "" : lowest <= 1 ? "error" : lowest == 2 ? "warning" : "info";
        if (ours.isEmpty()) {
            draft.remark(setting.key(), "fail-on: names no severity; dropped");
            return;
        }
        draft.failOn(ours);
        draft.remark(
                setting.key(),
                "fail-on: " + ours + (lowest + 1 == named.size() ? "" : ", which takes what is worse too"));
    }

    private void ignoreOnExit(Setting setting) {
        String what = ForeignFile.text(setting.value());
        if (what.equals("results") || what.equals("all")) {
            draft.failOn("never");
            draft.remark(setting.key(), "ignore-on-exit: fail-on is never");
        } else {
            draft.remark(setting.key(), "ignore-on-exit: dropped: nothing here is like \"" + what + "\"");
        }
    }
}

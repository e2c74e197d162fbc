package dev.plimsoll.migration;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.migration.ForeignFile.Setting;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates compose-lint's configuration. Source: compose-lint 0.22.0, docs/configuration. */
final class ComposeLintImport {
    /** What compose-lint's own {@code init} writes where a reason is still to be given. */
    private static final String NO_REASON_YET = "TODO";

    private final SourceFile file;
    private final Draft draft;

    ComposeLintImport(RuleCatalog catalog, SourceFile file) {
        this.file = file;
        this.draft = new Draft(catalog, PeerRules.COMPOSE_LINT, file.name());
    }

    Imported read() throws InputException {
        for (Setting setting : ForeignFile.read(file).values()) {
            if (setting.key().value().equals("rules")) {
                for (Setting rule : ForeignFile.settings(setting.value()).values()) {
                    rule(rule);
                }
            } else {
                draft.remark(setting.key(), setting.key().value() + ": compose-lint has no such setting; dropped");
            }
        }
        return draft.finish();
    }

    private void rule(Setting setting) {
        String id = setting.key().value();
        PeerRule rule = PeerRules.find(PeerRules.COMPOSE_LINT, id);
        if (rule == null) {
            draft.remark(setting.key(), id + ": compose-lint has no such rule; dropped");
            return;
        }
        draft.mention(rule);
        if (rule.counterparts().isEmpty()) {
            draft.remark(setting.key(), id + ": nothing here: " + rule.note());
            return;
        }
        Map<String, Setting> keys = ForeignFile.settings(setting.value());
        String reason =
                keys.containsKey("reason") ? ForeignFile.text(keys.get("reason").value()) : "";
        for (Setting key : keys.values()) {
            switch (key.key().value()) {
                case "enabled" -> enabled(rule, key, reason);
                case "exclude_services" -> services(rule, key, reason);
                case "severity" -> severity(rule, key);
                case "reason" -> reason(key, reason);
                default -> draft.remark(key.key(), id + "." + key.key().value() + ": not a setting of a rule; dropped");
            }
        }
    }

    private void reason(Setting key, String reason) {
        if (reason.startsWith(NO_REASON_YET)) {
            draft.remark(key.key(), "reason: still \"" + reason + "\": say why");
        }
    }

    private void enabled(PeerRule rule, Setting key, String reason) {
        Boolean on = ForeignFile.truth(key.value());
        if (on == null) {
            draft.remark(key.key(), rule.id() + ".enabled: not a boolean of YAML 1.1; dropped");
        } else if (on) {
            draft.remark(
                    key.key(), rule.id() + ".enabled: nothing to do, rules are on unless the profile leaves them out");
        } else {
            off(rule, key.key(), null, reason);
        }
    }

    private void services(PeerRule rule, Setting key, String reason) {
        Map<String, String> services = new LinkedHashMap<>();
        if (key.value() instanceof YamlMapping) {
            for (Setting service : ForeignFile.settings(key.value()).values()) {
                services.put(service.key().value(), ForeignFile.text(service.value()));
            }
        } else {
            for (YamlNode item : ForeignFile.items(key.value())) {
                services.put(ForeignFile.text(item), reason);
            }
        }
        for (Map.Entry<String, String> service : services.entrySet()) {
            off(rule, key.key(), service.getKey(), service.getValue());
        }
    }

    /** Switches a rule off, everywhere or for a service; of a rule that is more than theirs only their part. */
    private void off(PeerRule rule, YamlNode at, @Nullable String service, String reason) {
        String where = service == null ? "" : " for \"" + service + "\"";
        for (PeerRule.Counterpart ours : rule.counterparts()) {
            if (!draft.has(ours.rule())) {
                draft.remark(at, rule.id() + where + ": this version lacks " + ours.rule());
            } else if (ours.isWhole()) {
                draft.ignore(ours.rule(), service, reason);
                draft.remark(at, rule.id() + where + ": " + ours.rule() + " is ignored");
            } else if (service == null) {
                draft.add(ours.rule(), ours.option(), ours.words());
                draft.remark(at, allowed(rule, ours, where));
            } else {
                draft.addFor(service, ours.rule(), ours.option(), ours.words());
                draft.remark(at, allowed(rule, ours, where));
            }
        }
    }

    private static String allowed(PeerRule rule, PeerRule.Counterpart ours, String where) {
        return rule.id() + where + ": " + ours.rule() + "." + ours.option() + " takes " + ours.words()
                + "; the reason is not kept";
    }

    private void severity(PeerRule rule, Setting key) {
        String severity =
                switch (ForeignFile.text(key.value()).toLowerCase(Locale.ROOT)) {
                    case "critical", "high" -> "error";
                    case "medium" -> "warning";
                    case "low" -> "info";
                    default -> "";
                };
        for (PeerRule.Counterpart ours : rule.counterparts()) {
            if (severity.isEmpty()) {
                draft.remark(key.key(), rule.id() + ".severity: not a severity of compose-lint; dropped");
            } else if (!draft.has(ours.rule())) {
                draft.remark(key.key(), rule.id() + ".severity: this version lacks " + ours.rule());
            } else {
                draft.set(ours.rule(), "severity", severity);
                draft.remark(
                        key.key(),
                        rule.id() + ".severity: " + ours.rule() + " is " + severity
                                + (ours.isWhole() ? "" : ", for all that it is about"));
            }
        }
    }
}

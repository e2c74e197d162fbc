package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules on how files are written. What other rules report does not depend on them, nor does what Docker runs. */
public final class StyleChecks {
    private StyleChecks() {}

    /**
     * What some rules find.
     *
     * @param documents the Compose documents as they are written
     * @param rules the rules that run, each with its options
     */
    public static List<RuleFinding> check(List<YamlNode> documents, Map<String, Map<String, String>> rules) {
        List<RuleFinding> findings = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> selected : rules.entrySet()) {
            StyleRule rule = rule(selected.getKey(), selected.getValue(), findings);
            for (YamlNode document : documents) {
                if (document instanceof YamlMapping mapping) {
                    check(mapping, rule);
                }
            }
        }
        return findings;
    }

    private static StyleRule rule(String id, Map<String, String> options, List<RuleFinding> findings) {
        return switch (id) {
            case DependsOnOrder.ID -> new DependsOnOrder(options, findings);
            case PortOrder.ID -> new PortOrder(options, findings);
            case PortUnquoted.ID -> new PortUnquoted(options, findings);
            case ServiceKeyOrder.ID -> new ServiceKeyOrder(options, findings);
            case ServiceOrder.ID -> new ServiceOrder(options, findings);
            case TopLevelOrder.ID -> new TopLevelOrder(options, findings);
            case VolumeQuoted.ID -> new VolumeQuoted(options, findings);
            default -> throw new IllegalArgumentException("no rule on style: " + id);
        };
    }

    private static void check(YamlMapping document, StyleRule rule) {
        rule.document(document);
        if (!(StyleRule.value(document, "services") instanceof YamlMapping services)) {
            return;
        }
        rule.services(services);
        for (YamlMapping.Entry entry : services.entries()) {
            if (entry.key() instanceof YamlScalar name && entry.value() instanceof YamlMapping service) {
                rule.service(name.value(), service);
            }
        }
    }
}

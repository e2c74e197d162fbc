package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rule on how files are written, and where its findings go. */
abstract class StyleRule {
    private final String id;
    private final Map<String, String> options;
    private final List<RuleFinding> findings;

    StyleRule(String id, Map<String, String> options, List<RuleFinding> findings) {
        this.id = id;
        this.options = options;
        this.findings = findings;
    }

    /** An edit that may turn out to be impossible. */
    interface Planned {
        Edit plan() throws Refused;
    }

    /** Looks at a document. */
    void document(YamlMapping document) {}

    /** Looks at the services of a document. */
    void services(YamlMapping services) {}

    /** Looks at a service. */
    void service(String name, YamlMapping service) {}

    /** The words of an option. */
    final List<String> words(String option) {
        return List.of(options.getOrDefault(option, "").strip().split(" +"));
    }

    /** Takes down a finding with the edit that removes it, or with why there is none. */
    final void find(Finding.Builder finding, String title, String message, Planned planned) {
        finding.help(title);
        try {
            finding.fix(new Fix(title, Safety.SAFE, List.of(planned.plan())));
        } catch (Refused e) {
            finding.refusal(e.reason());
        }
        findings.add(new RuleFinding(id, finding.says(message)));
    }

    /** The value of a key as written in a mapping itself; null if that does not have it. */
    static @Nullable YamlNode value(YamlMapping mapping, String name) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlScalar key && key.value().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }
}

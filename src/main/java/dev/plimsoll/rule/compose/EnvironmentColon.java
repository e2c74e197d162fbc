package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code - NAME:value}, which names a variable and gives it no value. Source: Compose 2.40.3. */
public final class EnvironmentColon implements ContainerRule {
    @Override
    public String id() {
        return "environment-colon";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Located<Value<String>>> variable : new TreeMap<>(container.environment()).entrySet()) {
            int colon = variable.getKey().indexOf(':');
            if (colon > 0 && variable.getValue().value().isInherited()) {
                // not what stands behind the colon, which may be a password
                findings.add(finding(
                        container, variable.getValue(), variable.getKey().substring(0, colon)));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, Located<Value<String>> variable, String name) {
        // nor a name that another variable made
        boolean written = variable.at().text().contains(name);
        return FindingDraft.at(container, variable.shown())
                .evidence(written ? name : "")
                .help("write " + (written ? name : "its name") + "=, without blanks around the equals sign")
                .says((written ? "the variable \"" + name + "\"" : "a variable") + " of \""
                        + container.name().value()
                        + "\" is not set: it is written with a colon instead of an equals sign");
    }
}

package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
import java.util.ArrayList;
import java.util.List;

/** A network that a service joins and nobody declares. Source: compose-go loader/validate.go. */
public final class NetworkUndefined implements ProjectRule {
    @Override
    public String id() {
        return "network-undefined";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Undeclared found : Undeclared.of(project, ResourceKind.NETWORK)) {
            findings.add(found.finding()
                    .help("declare it under the top-level networks: key, with external: true if it exists already")
                    .says(found.message(ResourceKind.NETWORK)));
        }
        return findings;
    }
}

package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
import java.util.ArrayList;
import java.util.List;

/** A model that a service uses and nobody declares. Source: compose-go loader/validate.go. */
public final class ModelUndefined implements ProjectRule {
    @Override
    public String id() {
        return "model-undefined";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Undeclared found : Undeclared.of(project, ResourceKind.MODEL)) {
            findings.add(found.finding()
                    .help("declare it under the top-level models: key")
                    .says(found.message(ResourceKind.MODEL)));
        }
        return findings;
    }
}

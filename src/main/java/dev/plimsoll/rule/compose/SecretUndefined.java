package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
import java.util.ArrayList;
import java.util.List;

/** A secret that a service or its build uses and nobody declares. Source: compose-go loader/validate.go. */
public final class SecretUndefined implements ProjectRule {
    @Override
    public String id() {
        return "secret-undefined";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Undeclared found : Undeclared.of(project, ResourceKind.SECRET)) {
            findings.add(found.finding()
                    .help("declare it under the top-level secrets: key, with a file or an environment variable")
                    .says(found.message(ResourceKind.SECRET)));
        }
        return findings;
    }
}

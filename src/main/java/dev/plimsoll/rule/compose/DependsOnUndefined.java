package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A reference to a service that does not exist, by any key that makes one service wait for another. Source: compose-go
 * loader/normalize.go and validate.go.
 */
public final class DependsOnUndefined implements ProjectRule {
    @Override
    public String id() {
        return "depends-on-undefined";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        if (project.partial()) {
            return findings;
        }
        Set<String> services = new LinkedHashSet<>();
        for (Container container : project.containers()) {
            services.add(container.name().value());
        }
        for (Container container : project.containers()) {
            for (Dependency dependency : container.relations().dependencies()) {
                if (!services.contains(dependency.service().value())) {
                    findings.add(finding(container, dependency, services));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Container container, Dependency dependency, Set<String> services) {
        String key = dependency.reason().key();
        String wanted = Located.quoted(dependency.service());
        return FindingDraft.at(container, dependency.service())
                .evidence(key + " " + wanted)
                .says(key + " of \"" + container.name().value() + "\" refers to \"" + wanted
                        + "\", which is not a service of this project"
                        + DidYouMean.aside(dependency.service().value(), services)
                        + ": Docker refuses to load the project");
    }
}

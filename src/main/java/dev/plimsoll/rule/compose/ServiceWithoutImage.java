package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;

/** A service with nothing to run. Source: compose-go loader/validate.go. */
public final class ServiceWithoutImage implements ProjectRule {
    @Override
    public String id() {
        return "service-without-image";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Container container : project.containers()) {
            if (!project.partial()
                    && container.image().isAbsent()
                    && container.build().isAbsent()
                    && !isOffForOthers(container, project)) {
                findings.add(finding(container));
            }
        }
        return findings;
    }

    /**
     * Whether it hides behind profiles that a service with an image has, too, and others of its own: it is there to be
     * extended, and nobody switches these on.
     */
    private static boolean isOffForOthers(Container container, Project project) {
        if (container.profiles().isEmpty()) {
            return false;
        }
        for (Container other : project.containers()) {
            boolean more = other.profiles().size() > container.profiles().size();
            if (more && !Alternatives.isNothingToRun(other) && other.profiles().containsAll(container.profiles())) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(Container container) {
        return FindingDraft.at(container, container.name())
                .help("give it an image or a build; a service to be extended only belongs in a file of its own")
                .says("service \"" + container.name().value()
                        + "\" has neither image nor build: Docker refuses to load the project");
    }
}

package dev.plimsoll.rule.lifecycle;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;

/** A container that stays down when it fails. */
public final class RestartMissing implements ProjectRule {
    @Override
    public String id() {
        return "restart-missing";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : LastingContainers.of(project)) {
            // a swarm starts tasks again unless it is told not to, and podman leaves restarts to systemd
            if (container.host().restart().isAbsent()
                    && container.host().deployedRestart().isAbsent()
                    && !container.swarm()
                    && container.dialect() != Container.Dialect.PODMAN
                    && TestingNames.sign(container).isEmpty()) {
                String option = container.dialect() == Container.Dialect.COMPOSE ? "restart: " : "--restart ";
                findings.add(
                        FindingDraft.at(container, container.name())
                                .help("add " + option + "unless-stopped, or " + option + "no if it is to stay down")
                                .says(
                                        "\"" + container.name().value()
                                                + "\" has no restart policy: after a crash, or a restart of the engine, it stays down"));
            }
        }
        return findings;
    }
}

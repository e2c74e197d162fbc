package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** The engine takes 0 to 100 only, on hosts with cgroup v1. Source: moby daemon_unix.go. */
public final class SwappinessOutOfRange implements ContainerRule {
    private static final int MAX = 100;
    /** Stands for "not set". */
    private static final int UNSET = -1;

    @Override
    public String id() {
        return "swappiness-out-of-range";
    }

    @Override
    public List<Finding> check(Container container) {
        // the docker client refuses it, and run-invalid-value says so; what podman does nobody saw
        if (container.dialect() != Container.Dialect.COMPOSE) {
            return List.of();
        }
        Integer swappiness = container.memory().tuning().swappiness().orNull();
        if (swappiness == null || (swappiness >= UNSET && swappiness <= MAX)) {
            return List.of();
        }
        return List.of(
                FindingDraft.at(container, container.memory().tuning().swappiness())
                        .help("write a number from 0 to 100")
                        .says(
                                "swappiness " + swappiness + " of \""
                                        + container.name().value()
                                        + "\" is not between 0 and 100: on a host with cgroup v1 the engine refuses to create the container"));
    }
}

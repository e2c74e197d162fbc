package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Setting;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that may start processes without end. */
public final class PidsLimitMissing implements ContainerRule {
    private final String suggested;

    /**
     * A rule with the limit that its fix writes.
     *
     * @param suggest a number of processes and threads
     */
    public PidsLimitMissing(String suggest) {
        this.suggested = suggest;
    }

    @Override
    public String id() {
        return "pids-limit-missing";
    }

    @Override
    public List<Finding> check(Container container) {
        // podman limits them to 2048 by itself: containers.conf(5), pids_limit
        if (!container.host().pids().isAbsent() || container.dialect() == Container.Dialect.PODMAN) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.name())
                .change(
                        "limit it to " + suggested + " processes and threads",
                        Safety.UNSAFE,
                        new Change.SetSetting(Setting.PIDS, suggested))
                .says("\"" + container.name().value()
                        + "\" has no process limit: a fork bomb in it takes down the host"));
    }
}

package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Setting;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that may take all CPUs of the host. */
public final class CpuLimitMissing implements ContainerRule {
    private final String suggested;

    /**
     * A rule with the limit that its fix writes.
     *
     * @param suggest a number of CPUs to begin with
     */
    public CpuLimitMissing(String suggest) {
        this.suggested = suggest;
    }

    @Override
    public String id() {
        return "cpu-limit-missing";
    }

    @Override
    public List<Finding> check(Container container) {
        if (!container.host().cpus().isAbsent()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.name())
                .change(
                        "limit it to " + suggested + " CPUs, or to what it needs under load",
                        Safety.UNSAFE,
                        new Change.SetSetting(Setting.CPUS, suggested))
                .says("\"" + container.name().value() + "\" has no CPU limit: it can use all CPUs of the host"));
    }
}

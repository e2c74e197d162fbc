package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.MemoryTuning;
import dev.plimsoll.model.Setting;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** Settings that need cgroup v1, which current distributions no longer boot with. Source: moby cgroup2_linux.go. */
public final class CgroupV1Only implements ContainerRule {
    private static final int UNSET = -1;
    private static final int MAX = 100;

    @Override
    public String id() {
        return "cgroup-v1-only";
    }

    @Override
    public List<Finding> check(Container container) {
        MemoryTuning tuning = container.memory().tuning();
        List<Finding> findings = new ArrayList<>(0);
        swappiness(container, tuning.swappiness(), findings);
        Boolean disabled = tuning.oomKillDisable().orNull();
        // without a limit oom-kill-disabled speaks
        if (disabled != null && disabled && !container.memory().limit().isAbsent()) {
            findings.add(FindingDraft.at(container, tuning.oomKillDisable())
                    .evidence(Setting.OOM_KILL_DISABLE.key())
                    .help("leave it out")
                    .says("oom_kill_disable of \"" + container.name().value() + "\" needs cgroup v1: " + "on v2 "
                            + dropped(container)));
        }
        if (tuning.kernelMemory().isPresent()) {
            findings.add(FindingDraft.at(container, tuning.kernelMemory())
                    .evidence(Setting.KERNEL_MEMORY.key())
                    .change("leave it out", Safety.SAFE, new Change.RemoveSetting(Setting.KERNEL_MEMORY))
                    .says("the kernel memory limit of \""
                            + container.name().value()
                            + "\" is not supported since Linux 5.4: the engine drops it without a warning"));
        }
        return findings;
    }

    /** Compose does not show the engine's warnings. Source: testdata/engine/cgroup-v1-only. */
    private static String dropped(Container container) {
        return container.dialect() == Container.Dialect.COMPOSE
                ? "the engine drops it, and Compose does not show the warning"
                : "the engine drops it with a warning";
    }

    private static void swappiness(Container container, Field<Integer> field, List<Finding> findings) {
        Integer swappiness = field.orNull();
        if (swappiness == null || swappiness <= UNSET || swappiness > MAX) {
            return;
        }
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, field).evidence(Setting.SWAPPINESS.key());
        String name = container.name().value();
        boolean neverSent = swappiness == 0 && container.dialect() == Container.Dialect.COMPOSE;
        findings.add(
                neverSent
                        ? finding.help("set memswap_limit to the memory limit, so that nothing is swapped")
                                .says("mem_swappiness 0 of \"" + name
                                        + "\" has no effect: Compose takes 0 for \"not set\" and does not send it")
                        : finding.help("limit its swap with memswap_limit, which works on both versions")
                                .says("mem_swappiness " + swappiness + " of \"" + name + "\" needs cgroup v1: on v2 "
                                        + dropped(container)));
    }
}

package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Setting;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** Nothing stops a container without a limit that may not be killed. */
public final class OomKillDisabled implements ContainerRule {
    @Override
    public String id() {
        return "oom-kill-disabled";
    }

    @Override
    public List<Finding> check(Container container) {
        Boolean disabled = container.memory().tuning().oomKillDisable().orNull();
        if (disabled == null || !disabled || !container.memory().limit().isAbsent()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.memory().tuning().oomKillDisable())
                .change(
                        "let the kernel kill it when memory runs out",
                        Safety.UNSAFE,
                        new Change.RemoveSetting(Setting.OOM_KILL_DISABLE))
                .says("\"" + container.name().value()
                        + "\" is exempt from the OOM killer and has no memory limit: on cgroup v1 it can hang the host, on v2 the"
                        + " engine drops the setting"));
    }
}

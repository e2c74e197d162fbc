package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container in another control group than the engine's. */
public final class CgroupParent implements ContainerRule {
    @Override
    public String id() {
        return "cgroup-parent";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        if (written == null || written.cgroupParent().known().orElse("").isEmpty()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, written.cgroupParent())
                .help("remove it, so that the limits of the engine's own control group apply")
                .says("\"" + container.name().value() + "\" runs in the control group "
                        + written.cgroupParent().raw()
                        + " instead of the engine's: other limits may apply to it"));
    }
}

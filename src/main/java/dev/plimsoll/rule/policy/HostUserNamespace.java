package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that a remapping of user ids leaves out. */
public final class HostUserNamespace implements ContainerRule {
    @Override
    public String id() {
        return "host-user-namespace";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        if (written == null || !written.userns().known().orElse("").equals("host")) {
            return List.of();
        }
        return List.of(
                FindingDraft.at(container, written.userns())
                        .help("remove it, and give the container the files it needs in another way")
                        .says(
                                "\"" + container.name().value()
                                        + "\" keeps the host's user ids even if the engine remaps them: root in it is root on the host"));
    }
}

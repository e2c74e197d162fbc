package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A network stack of one's own choice, and networks to join. Source: compose-go loader/validate.go. */
public final class NetworkModeConflict implements ContainerRule {
    @Override
    public String id() {
        return "network-mode-conflict";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<String> mode = container.relations().networkMode();
        String known = mode.orNull();
        if (known == null || known.isEmpty()) {
            return List.of();
        }
        for (ResourceUse use : container.relations().uses()) {
            if (use.kind() == ResourceKind.NETWORK) {
                return List.of(FindingDraft.at(container, mode)
                        .label(use.name().shown(), "a network that it joins")
                        .help("keep one of network_mode and networks")
                        .says("network_mode \"" + mode.raw() + "\" of \""
                                + container.name().value()
                                + "\" excludes networks: Docker refuses to load the project"));
            }
        }
        return List.of();
    }
}

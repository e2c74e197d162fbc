package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container in the network that all of its project, or of the host, share. */
public final class NetworksMissing implements ContainerRule {
    @Override
    public String id() {
        return "networks-missing";
    }

    @Override
    public List<Finding> check(Container container) {
        if (!container.relations().networkMode().isAbsent()) {
            return List.of();
        }
        for (ResourceUse use : container.relations().uses()) {
            if (use.kind() == ResourceKind.NETWORK) {
                return List.of();
            }
        }
        boolean service = container.dialect() == Container.Dialect.COMPOSE;
        return List.of(FindingDraft.at(container, container.name())
                .help(
                        service
                                ? "declare networks, and give each service those that it needs"
                                : "create a network, and join it with --network")
                .says("\"" + container.name().value()
                        + (service
                                ? "\" names no network: it shares one with all other services that name none"
                                : "\" names no network: it shares one with all other containers that name none")));
    }
}

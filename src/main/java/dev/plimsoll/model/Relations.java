package dev.plimsoll.model;

import java.util.List;

/**
 * What ties a container to its project. A docker command has none of it but a network mode and a name.
 *
 * @param dependencies references to other services
 * @param uses references to declared networks, volumes, secrets, configs and models
 * @param networkMode {@code network_mode}
 * @param containerName {@code container_name}
 * @param scale {@code scale}
 * @param deployReplicas {@code deploy.replicas}
 * @param limitPairs limits that can be written in two places, where one is
 */
public record Relations(
        List<Dependency> dependencies,
        List<ResourceUse> uses,
        Field<String> networkMode,
        Field<String> containerName,
        Field<Integer> scale,
        Field<Integer> deployReplicas,
        List<LimitPair> limitPairs) {
    /** Copies the lists. */
    public Relations {
        dependencies = List.copyOf(dependencies);
        uses = List.copyOf(uses);
        limitPairs = List.copyOf(limitPairs);
    }
}

package dev.plimsoll.model;

import java.util.ArrayList;
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

    /** The same without the dependencies of a reason. */
    Relations without(Dependency.Reason reason) {
        List<Dependency> left = new ArrayList<>(dependencies.size());
        for (Dependency dependency : dependencies) {
            if (dependency.reason() != reason) {
                left.add(dependency);
            }
        }
        return new Relations(left, uses, networkMode, containerName, scale, deployReplicas, limitPairs);
    }
}

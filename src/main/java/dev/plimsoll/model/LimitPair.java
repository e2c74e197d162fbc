package dev.plimsoll.model;

import dev.plimsoll.source.Location;

/**
 * A limit that a service key sets beside a {@code deploy.resources} block. Compose wants both to say the same, and takes
 * a block without the value for zero. Source: compose-go loader/validate.go.
 *
 * @param key the service's key, such as {@code mem_limit}
 * @param deployKey the path of the other, such as {@code deploy.resources.limits.memory}
 * @param own the service's value
 * @param deployed the block's value; absent if the block is there without it
 * @param block the place of the block
 * @param agree whether both are known to be the same; true if one of them is not known
 */
public record LimitPair(String key, String deployKey, Field<?> own, Field<?> deployed, Location block, boolean agree) {}

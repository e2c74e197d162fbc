package dev.plimsoll.model;

/**
 * A mount of a type that no rule looks into: {@code npipe}, {@code cluster}, {@code image}, or one not known.
 *
 * @param type the type as written
 * @param target where in the container
 */
public record OtherMount(String type, Located<Value<String>> target) implements Mount {}

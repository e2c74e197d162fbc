package dev.plimsoll.model;

/**
 * A container's reference to something that the project declares.
 *
 * @param kind what it refers to
 * @param name the name, with its place
 */
public record ResourceUse(ResourceKind kind, Located<Value<String>> name) {}

package dev.plimsoll.model;

/**
 * A path of the host.
 *
 * @param source the host's path as written
 * @param target where in the container
 * @param readOnly whether the container may not write
 */
public record BindMount(Located<Value<String>> source, Located<Value<String>> target, boolean readOnly)
        implements Mount {}

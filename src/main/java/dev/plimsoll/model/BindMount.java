package dev.plimsoll.model;

import java.util.Optional;

/**
 * A path of the host.
 *
 * @param source the host's path as written
 * @param target where in the container
 * @param readOnly whether the container may not write
 * @param hostPath the host's path cleaned: absolute, or from the project's directory, beginning with {@code ./} or
 *     {@code ../}; empty if it is not known
 */
public record BindMount(
        Located<Value<String>> source, Located<Value<String>> target, boolean readOnly, Optional<String> hostPath)
        implements Mount {}

package dev.plimsoll.model;

import java.util.Optional;

/**
 * A volume kept by Docker: a named one, or an anonymous one that nothing finds again.
 *
 * @param source the volume's name; empty for an anonymous volume
 * @param target where in the container
 * @param readOnly whether the container may not write
 */
public record VolumeMount(Optional<Located<Value<String>>> source, Located<Value<String>> target, boolean readOnly)
        implements Mount {}

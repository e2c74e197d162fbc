package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/**
 * A mount of a type that no rule looks into: {@code npipe}, {@code cluster}, {@code image}, or one not known.
 *
 * @param type the type as written
 * @param source what is mounted, if that is written
 * @param target where in the container
 * @param declared the whole declaration
 */
public record OtherMount(
        String type, Optional<Located<Value<String>>> source, Located<Value<String>> target, Located<String> declared)
        implements Mount {
    @Override
    public List<Located<String>> foreign() {
        return List.of();
    }
}

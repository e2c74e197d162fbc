package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mount of a type that no rule looks into: {@code npipe}, {@code cluster}, {@code image}, or one not known.
 *
 * @param type the type as written
 * @param source what is mounted, if that is written
 * @param target where in the container
 * @param declared the whole declaration
 * @param handle what it was read from
 */
public record OtherMount(
        String type,
        Optional<Located<Value<String>>> source,
        Located<Value<String>> target,
        Located<String> declared,
        Handle handle)
        implements Mount {
    /** A mount of which nothing is known but where it is asked for: it may be anywhere in the container. */
    public static Mount unseen(Location at, Handle handle) {
        Value<String> target = new Value.Interpolated<>(at.text(), List.of(), Optional.empty());
        return new OtherMount("", Optional.empty(), Located.of(target, at), Located.of(at.text(), at), handle);
    }

    /** Whether nothing is known of it but where it is asked for. */
    public boolean isUnseen() {
        return type.isEmpty();
    }

    // written out, as in dev.plimsoll.source.Span: a record's own methods are slow at their first use; where it is
    // declared and where it is mounted tell a mount from all others
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OtherMount mount
                && declared.at().equals(mount.declared.at())
                && target.at().equals(mount.target.at());
    }

    @Override
    public int hashCode() {
        return declared.at().hashCode();
    }

    @Override
    public List<Located<String>> foreign() {
        return List.of();
    }
}

package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path of the host.
 *
 * @param source the host's path as written
 * @param target where in the container
 * @param readOnly whether the container may not write
 * @param hostPath the host's path cleaned: absolute, or from the project's directory, beginning with {@code ./} or
 *     {@code ../}; empty if it is not known
 * @param declared the whole declaration
 * @param options the words of the short form's third part, and the long form's propagation
 * @param foreign settings that a bind does not take
 * @param handle what it was read from
 */
public record BindMount(
        Located<Value<String>> source,
        Located<Value<String>> target,
        boolean readOnly,
        Optional<String> hostPath,
        Located<String> declared,
        List<Located<String>> options,
        List<Located<String>> foreign,
        Handle handle)
        implements Mount {
    /** Copies the lists. */
    public BindMount {
        options = List.copyOf(options);
        foreign = List.copyOf(foreign);
    }

    // written out, as in dev.plimsoll.source.Span: a record's own methods are slow at their first use; where it is
    // declared and where it is mounted tell a mount from all others
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BindMount mount
                && declared.at().equals(mount.declared.at())
                && target.at().equals(mount.target.at());
    }

    @Override
    public int hashCode() {
        return declared.at().hashCode();
    }

    /** The same with its host path found out. */
    public BindMount at(String path) {
        return new BindMount(source, target, readOnly, Optional.of(path), declared, options, foreign, handle);
    }
}

package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume kept by Docker: a named one, or an anonymous one that nothing finds again.
 *
 * @param source the volume's name; empty for an anonymous volume
 * @param subpath the directory of the volume that is mounted, relative to its root; empty where all of it is
 * @param device the path of the host that the volume's driver binds in its place, as written; empty for a volume kept by
 *     Docker
 * @param target where in the container
 * @param readOnly whether the container may not write
 * @param declared the whole declaration
 * @param options the words of the short form's third part; empty for the long form
 * @param foreign settings that a volume does not take
 * @param handle what it was read from
 */
public record VolumeMount(
        Optional<Located<Value<String>>> source,
        Optional<Value<String>> subpath,
        Optional<Value<String>> device,
        Located<Value<String>> target,
        boolean readOnly,
        Located<String> declared,
        List<Located<String>> options,
        List<Located<String>> foreign,
        Handle handle)
        implements Mount {
    /** Copies the lists. */
    public VolumeMount {
        options = List.copyOf(options);
        foreign = List.copyOf(foreign);
    }

    /**
     * The same as the local driver makes it of its options: a bind of a path of the host if they say so. Source: docker
     * volume create, mount(8).
     *
     * @param path the driver's option {@code device}
     * @param flags the driver's option {@code o}
     */
    public VolumeMount boundTo(Value<String> path, String flags) {
        String among = ',' + flags + ',';
        if (!among.contains(",bind,") && !among.contains(",rbind,")) {
            return this;
        }
        boolean fixed = readOnly || among.contains(",ro,");
        return new VolumeMount(source, subpath, Optional.of(path), target, fixed, declared, options, foreign, handle);
    }

    // written out, as in dev.plimsoll.source.Span: a record's own methods are slow at their first use; where it is
    // declared and where it is mounted tell a mount from all others
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VolumeMount mount
                && declared.at().equals(mount.declared.at())
                && target.at().equals(mount.target.at());
    }

    @Override
    public int hashCode() {
        return declared.at().hashCode();
    }
}

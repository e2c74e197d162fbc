package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * A tmpfs: files in memory, gone when the container stops.
 *
 * @param declaration the syntax, which decides the grammar of sizes and modes
 * @param declared the whole declaration: the short string, the long form's mapping, the volume's options
 * @param target where in the container
 * @param size how far it may grow; absent: half of the host's memory
 * @param mode permission bits of its root
 * @param options the mount options as written, in order; empty for the long form
 * @param readOnly whether the container may not write, so that it stays empty
 * @param foreign settings that a tmpfs does not take
 * @param volume the name of the volume that it backs; empty for a tmpfs of the container's own
 */
public record TmpfsMount(
        Declaration declaration,
        Located<String> declared,
        Located<Value<String>> target,
        Field<TmpfsSize> size,
        Field<FileMode> mode,
        List<Located<TmpfsOption>> options,
        boolean readOnly,
        List<Located<String>> foreign,
        Optional<NamedVolume> volume)
        implements Mount {
    /** Copies the lists. */
    public TmpfsMount {
        options = List.copyOf(options);
        foreign = List.copyOf(foreign);
    }

    /** The ways to ask for a tmpfs. */
    public enum Declaration {
        /** Path and mount options in one string: Compose's {@code tmpfs:}, {@code --tmpfs}. */
        SHORT,
        /** Compose's {@code volumes:} entry with {@code type: tmpfs}, {@code --mount type=tmpfs}. */
        LONG,
        /** A named volume of the local driver with {@code type: tmpfs}. */
        VOLUME
    }

    /** The size in bytes, if it is a known number of bytes. */
    public Optional<ByteSize> bytes() {
        return size.orNull() instanceof TmpfsSize.Bytes bytes ? Optional.of(bytes.size()) : Optional.empty();
    }

    /** Whether nothing says how far it may grow, and it can grow. */
    public boolean isUnbounded() {
        return size.isAbsent() && !readOnly;
    }

    /** Whether the memory is the container's alone: a volume's tmpfs may be filled by another container. */
    public boolean isOwn() {
        return volume.isEmpty();
    }

    /** Where to point at for the mount as a whole. */
    public Location shown() {
        return declared.shown();
    }

    /** How messages call it: {@code tmpfs /tmp}, or the volume by its name. */
    public String description() {
        return volume.isPresent()
                ? "tmpfs volume \"" + volume.get().name() + "\""
                : "tmpfs " + target.value().raw();
    }
}

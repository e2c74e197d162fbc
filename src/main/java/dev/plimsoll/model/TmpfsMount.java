package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param handle what it was read from
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
        Optional<NamedVolume> volume,
        Handle handle)
        implements Mount {
    /** Copies the lists. */
    public TmpfsMount {
        options = List.copyOf(options);
        foreign = List.copyOf(foreign);
    }

    // written out, as in dev.plimsoll.source.Span: a record's own methods are slow at their first use; where it is
    // declared and where it is mounted tell a mount from all others
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TmpfsMount mount
                && declared.at().equals(mount.declared.at())
                && target.at().equals(mount.target.at());
    }

    @Override
    public int hashCode() {
        return declared.at().hashCode();
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

    /** The last option of a key, flags included: the engine and the kernel let the last one win. */
    public Optional<Located<TmpfsOption>> option(String key) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).value().key().equals(key)) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The flag that is in force, of one that switches something on and one that switches it off.
     *
     * @return the last of the two that is written; empty if neither is
     */
    public Optional<Located<TmpfsOption>> flag(String on, String off) {
        for (int i = options.size() - 1; i >= 0; i--) {
            String key = options.get(i).value().key();
            if (key.equals(on) || key.equals(off)) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether every option is known, so that none is hidden in a variable. */
    public boolean isWhollyKnown() {
        for (Located<TmpfsOption> option : options) {
            if (!option.value().known()) {
                return false;
            }
        }
        return target.value().known().isPresent();
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

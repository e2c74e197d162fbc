package dev.plimsoll.dockerrun;

import dev.plimsoll.dockerrun.MountFlag.MountField;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.TmpfsSyntax;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mounts of a command: {@code --tmpfs}, {@code -v}, {@code --mount}. */
final class MountReader {
    private final DockerCommand command;
    private final CreatedVolumes volumes;

    MountReader(DockerCommand command, CreatedVolumes volumes) {
        this.command = command;
        this.volumes = volumes;
    }

    /** In order of writing, tmpfs first; where there may be more, a mount at a place that is not known. */
    List<Mount> read() {
        List<Mount> mounts = new ArrayList<>(2);
        for (Option option : command.all("tmpfs")) {
            if (!option.text().isEmpty()) {
                mounts.add(shortTmpfs(option));
            }
        }
        for (Option option : command.options()) {
            if (option.text().isEmpty()) {
                continue;
            }
            Mount mount =
                    switch (option.flag().grammar()) {
                        case VOLUME -> volume(option);
                        case MOUNT -> mount(option);
                        default -> null;
                    };
            if (mount != null) {
                mounts.add(resolved(mount, option));
            }
        }
        unseen(mounts);
        return mounts;
    }

    private void unseen(List<Mount> mounts) {
        for (Word word : command.openWords()) {
            mounts.add(OtherMount.unseen(word.at(), command));
        }
        for (DockerCommand.UnknownFlag flag : command.unknownFlags()) {
            mounts.add(OtherMount.unseen(flag.word().at(), command));
        }
        for (Option option : command.all("volumes-from")) {
            mounts.add(OtherMount.unseen(option.shown(), option));
        }
    }

    private static Located<String> declared(Text text) {
        return Located.of(text.location().text(), text.location());
    }

    private static Located<Value<String>> located(Text text) {
        return Located.of(Value.string(text, List.of()), text.location());
    }

    private static TmpfsMount shortTmpfs(Option option) {
        Text text = option.text();
        int colon = text.value().indexOf(':');
        Text path = colon < 0 ? text : text.part(0, colon);
        List<Located<TmpfsOption>> options =
                colon < 0 ? List.of() : TmpfsSyntax.options(text.from(colon + 1), List.of());
        // an unknown part of the path may bring a colon and options of its own
        boolean open = !path.isKnown();
        return new TmpfsMount(
                TmpfsMount.Declaration.SHORT,
                declared(text),
                located(path),
                TmpfsSyntax.size(options, List.of(), text.location(), open),
                TmpfsSyntax.mode(options, List.of(), text.location(), open),
                options,
                TmpfsSyntax.isReadOnly(options),
                List.of(),
                Optional.empty(),
                option);
    }

    private static Mount volume(Option option) {
        Text text = option.text();
        return VolumeSyntax.read(text, List.of(), declared(text), option);
    }

    private static Optional<Value<String>> subpath(MountFlag flag) {
        MountField field = flag.last(MountFlag.VOLUME_SUBPATH);
        Text value = field == null ? null : field.value();
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(Value.string(value, List.of()));
    }

    private static @Nullable Mount mount(Option option) {
        MountFlag flag = MountFlag.read(option.text());
        Text target = flag.target();
        if (target == null || target.isEmpty()) {
            return option.text().isKnown() ? null : OtherMount.unseen(option.shown(), option);
        }
        Located<String> declared = declared(option.text());
        Located<Value<String>> at = located(target);
        Text source = flag.source();
        Optional<Located<Value<String>>> from =
                source == null || source.isEmpty() ? Optional.empty() : Optional.of(located(source));
        String type = flag.type();
        return switch (type) {
            case MountFlag.TMPFS -> longTmpfs(flag, declared, at, option);
            case MountFlag.VOLUME ->
                bound(
                        new VolumeMount(
                                from,
                                subpath(flag),
                                Optional.empty(),
                                at,
                                flag.isReadOnly(),
                                declared,
                                List.of(),
                                foreign(flag, type),
                                option),
                        flag);
            case MountFlag.BIND ->
                from.isEmpty()
                        ? new OtherMount(type, from, at, declared, option)
                        : new BindMount(
                                from.get(),
                                at,
                                flag.isReadOnly(),
                                Optional.empty(),
                                declared,
                                propagation(flag),
                                foreign(flag, type),
                                option);
            default -> new OtherMount(type, from, at, declared, option);
        };
    }

    /** A volume as its driver makes it of the options that come with the mount. */
    private static VolumeMount bound(VolumeMount mount, MountFlag flag) {
        MountField driver = flag.last("volume-driver");
        boolean local = driver == null
                || driver.value() == null
                || driver.value().value().equals(CreatedVolumes.LOCAL);
        Text device = flag.volumeOption("device");
        Text o = flag.volumeOption("o");
        return local && device != null && o != null ? mount.boundTo(Value.string(device, List.of()), o.value()) : mount;
    }

    private static List<Located<String>> propagation(MountFlag flag) {
        MountField field = flag.last("bind-propagation");
        Text value = field == null ? null : field.value();
        return value == null || !value.isKnown() ? List.of() : List.of(Located.of(value.value(), value.location()));
    }

    /** Fields that a mount of this type does not take. */
    private static List<Located<String>> foreign(MountFlag flag, String type) {
        List<Located<String>> foreign = new ArrayList<>(0);
        for (MountField field : flag.fields()) {
            if (field.name().isKnown() && !field.key().isEmpty() && !MountFlag.belongs(field.key(), type)) {
                foreign.add(Located.of(field.key(), field.name().location()));
            }
        }
        return foreign;
    }

    private static TmpfsMount longTmpfs(
            MountFlag flag, Located<String> declared, Located<Value<String>> target, Option option) {
        return new TmpfsMount(
                TmpfsMount.Declaration.LONG,
                declared,
                target,
                longSize(flag, declared.at()),
                longMode(flag, declared.at()),
                List.of(),
                flag.isReadOnly(),
                foreign(flag, MountFlag.TMPFS),
                Optional.empty(),
                option);
    }

    private static boolean hasUnknownField(MountFlag flag) {
        for (MountField field : flag.fields()) {
            if (!field.name().isKnown()) {
                return true;
            }
        }
        return false;
    }

    private static Field<TmpfsSize> longSize(MountFlag flag, Location anchor) {
        MountField field = flag.last(MountFlag.TMPFS_SIZE);
        Text value = field == null ? null : field.value();
        if (field == null || value == null) {
            return hasUnknownField(flag) ? new Field.Unknown<>(anchor) : new Field.Absent<>(anchor);
        }
        Optional<ByteSize> size = GoNumbers.size(value.value());
        if (value.isKnown() && size.isPresent() && size.get().bytes() == 0) {
            // the engine leaves a zero out, so that the kernel's default holds
            return new Field.Absent<>(anchor);
        }
        TmpfsSize parsed = size.isPresent() ? new TmpfsSize.Bytes(size.get()) : null;
        return present(field, value, parsed, "not a size");
    }

    private static Field<FileMode> longMode(MountFlag flag, Location anchor) {
        MountField field = flag.last(MountFlag.TMPFS_MODE);
        Text value = field == null ? null : field.value();
        if (field == null || value == null) {
            return hasUnknownField(flag) ? new Field.Unknown<>(anchor) : new Field.Absent<>(anchor);
        }
        FileMode mode = TmpfsSyntax.octal(value.value());
        if (mode != null && mode.bits() == 0) {
            // zero counts as not set
            return new Field.Absent<>(anchor);
        }
        return present(field, value, mode, "not an octal number");
    }

    private static <T> Field<T> present(MountField field, Text value, @Nullable T parsed, String reason) {
        return new Field.Present<>(
                field.name().location(), Located.of(Value.read(value, List.of(), parsed, reason), value.location()));
    }

    /** A bind with its host path, or a volume that a tmpfs backs as such. */
    private Mount resolved(Mount mount, Option option) {
        if (mount instanceof BindMount bind) {
            String source = bind.source().value().known().orElse("");
            Optional<ContainerPath> absolute = ContainerPath.of(source);
            if (absolute.isPresent()) {
                return bind.at(absolute.get().value());
            }
            boolean relative = source.startsWith("./") || source.startsWith("../") || source.equals(".");
            return relative ? bind.at(source.equals(".") ? "./" : source) : bind;
        }
        if (!(mount instanceof VolumeMount volume) || volume.source().isEmpty()) {
            return mount;
        }
        String name = volume.source().get().value().known().orElse("");
        NamedVolume named = volumes.tmpfs(name);
        DockerCommand created = volumes.command(name);
        return named == null || created == null
                ? volumes.bound(volume, name)
                : ofVolume(named, created, volume, option);
    }

    private static TmpfsMount ofVolume(NamedVolume named, DockerCommand created, VolumeMount volume, Option option) {
        Option o = CreatedVolumes.driverOption(created, "o");
        List<Located<TmpfsOption>> options =
                o == null ? List.of() : TmpfsSyntax.options(CreatedVolumes.setting(o), List.of());
        Location anchor =
                o == null ? named.key().at() : CreatedVolumes.setting(o).location();
        boolean open = created.isOpen();
        return new TmpfsMount(
                TmpfsMount.Declaration.VOLUME,
                declared(option.text()),
                volume.target(),
                TmpfsSyntax.size(options, List.of(), anchor, open),
                TmpfsSyntax.mode(options, List.of(), anchor, open),
                options,
                TmpfsSyntax.isReadOnly(options),
                List.of(),
                Optional.of(named),
                option);
    }
}

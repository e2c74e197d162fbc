package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.CreatedVolumes;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.GoNumbers;
import dev.plimsoll.dockerrun.Grammar;
import dev.plimsoll.dockerrun.MountFlag;
import dev.plimsoll.dockerrun.MountFlag.MountField;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.dockerrun.edit.CommandEdits.RefusedException;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes changes of a container into the flags of its command, in the command's own style and line breaks. */
final class DockerWriter implements ChangeWriter {
    private static final String SIZE = "size";
    private static final String MODE = "mode";
    private static final String MEMORY = "memory";
    private static final String SWAP = "memory-swap";
    private static final String RESERVATION = "memory-reservation";

    private final DockerCommand command;
    private final CreatedVolumes volumes;

    DockerWriter(DockerCommand command, CreatedVolumes volumes) {
        this.command = command;
        this.volumes = volumes;
    }

    @Override
    public Optional<String> write(Change change, EditSink sink) {
        CommandEdits edits = new CommandEdits(command);
        try {
            @Nullable DockerCommand creation = creation(change);
            if (creation != null) {
                edits = new CommandEdits(creation);
            }
            plan(change, edits);
        } catch (RefusedException e) {
            return Optional.of(e.reason());
        }
        return edits.writeTo(sink) ? Optional.empty() : Optional.of("its parts would have to be written at one place");
    }

    /** The command that creates the volume which a change is about; null for a change of the container's own command. */
    private @Nullable DockerCommand creation(Change change) {
        TmpfsMount mount = null;
        if (change instanceof Change.SetTmpfsSize set) {
            mount = set.mount();
        } else if (change instanceof Change.SetTmpfsMode set) {
            mount = set.mount();
        } else if (change instanceof Change.RemoveTmpfsOption remove) {
            mount = remove.mount();
        } else if (change instanceof Change.RenameTmpfsOption rename) {
            mount = rename.mount();
        } else if (change instanceof Change.SetTmpfsOption set) {
            mount = set.mount();
        }
        return mount == null || mount.volume().isEmpty()
                ? null
                : volumes.command(mount.volume().get().name());
    }

    private void plan(Change change, CommandEdits edits) throws RefusedException {
        if (change instanceof Change.SetMemoryLimit set) {
            setSize(MEMORY, SWAP, set.size().spelled(), edits);
        } else if (change instanceof Change.SetMemoryReservation set) {
            setSize(RESERVATION, MEMORY, set.size().spelled(), edits);
        } else if (change instanceof Change.SetSwapLimit set) {
            setSize(SWAP, MEMORY, spelledLikeLimit(set.total()), edits);
        } else if (change instanceof Change.LimitMemoryWithoutSwap set) {
            setSize(MEMORY, SWAP, set.size().spelled(), edits);
            setSize(SWAP, MEMORY, set.size().spelled(), edits);
        } else if (change instanceof Change.SetTmpfsSize set) {
            setTmpfs(set.mount(), SIZE, Optional.of(set.size().spelled()), edits);
        } else if (change instanceof Change.SetTmpfsMode set) {
            setTmpfs(set.mount(), MODE, Optional.of(Integer.toOctalString(set.bits())), edits);
        } else if (change instanceof Change.SetTmpfsOption set) {
            setTmpfs(set.mount(), set.key(), set.value(), edits);
        } else if (change instanceof Change.RemoveTmpfsOption remove) {
            removeTmpfsOption(remove.mount(), remove.option(), edits);
        } else if (change instanceof Change.RenameTmpfsOption rename) {
            renameTmpfsOption(rename.mount(), rename.option(), rename.key(), edits);
        } else if (change instanceof Change.ReplaceByVolume replace) {
            replaceByVolume(replace, edits);
        } else if (change instanceof Change.MergeTmpfs merge) {
            merge(merge.into(), merge.removed(), edits);
        } else if (change instanceof Change.SetSetting set) {
            setSetting(set.setting(), set.value(), edits);
        } else if (change instanceof Change.RemoveSetting remove) {
            removeSetting(remove.setting(), edits);
        } else if (change instanceof Change.AddVolume add) {
            addVolume(volumeName(add.volume()), add.target(), edits);
        } else if (change instanceof Change.AddTmpfs add) {
            addTmpfs(add, edits);
        } else if (change instanceof Change.LimitLog limit) {
            limitLog(limit, edits);
        } else if (change instanceof Change.MoveBeforeImage move) {
            moveBeforeImage(move.words(), edits);
        } else if (change instanceof Change.DeclareVolume) {
            throw new RefusedException("a command declares no volumes");
        } else {
            planMount(change, edits);
        }
    }

    private void addTmpfs(Change.AddTmpfs add, CommandEdits edits) throws RefusedException {
        String options = String.join(",", add.options());
        for (String target : add.targets()) {
            edits.addOption(command.last("tmpfs"), "--tmpfs", options.isEmpty() ? target : target + ":" + options);
        }
    }

    private void limitLog(Change.LimitLog limit, CommandEdits edits) throws RefusedException {
        edits.addOption(command.last("log-opt"), "--log-opt", "max-size=" + limit.size());
        edits.addOption(command.last("log-opt"), "--log-opt", "max-file=" + limit.files());
    }

    private void planMount(Change change, CommandEdits edits) throws RefusedException {
        if (change instanceof Change.RemoveMount remove) {
            edits.removeOption(optionOf(remove.mount()));
        } else if (change instanceof Change.RemoveMountSetting remove) {
            removeField(remove.mount(), remove.setting(), edits);
        } else if (change instanceof Change.RenameMountSetting rename) {
            MountField field = field(rename.mount(), rename.setting());
            edits.replacePart(
                    optionOf(rename.mount()).holder(),
                    field.name(),
                    rename.name().replace('.', '-'));
        } else if (change instanceof Change.RemoveMountOption remove) {
            removeThirdPart(remove.mount(), remove.option(), edits);
        } else if (change instanceof Change.RenameOneLetterVolume rename) {
            Location target = rename.mount().target().at();
            int start = target.span().start();
            Location letter = new Location(target.file(), new Span(start, start + 1));
            Option option = optionOf(rename.mount());
            edits.replacePart(option.holder(), part(option, letter), rename.name());
        } else if (change instanceof Change.SetMountSource set) {
            setSource(set.mount(), set.source(), edits);
        } else if (change instanceof Change.SetMountTarget set) {
            Option option = optionOf(set.mount());
            edits.replacePart(option.holder(), part(option, set.mount().target().at()), set.target());
        } else if (change instanceof Change.NameVolume name) {
            nameVolume(name.mount(), volumeName(name.volume()), edits);
        } else {
            throw new RefusedException("a command has no place for it");
        }
    }

    private void setSize(String flag, String beside, String value, CommandEdits edits) throws RefusedException {
        Option own = command.last(flag);
        if (own != null) {
            edits.replaceValue(own, value);
        } else {
            edits.addOption(command.last(beside), "--" + flag, value);
        }
    }

    /** The user's own spelling of the limit if the swap limit is to equal it. */
    private String spelledLikeLimit(ByteSize total) {
        Option limit = command.last(MEMORY);
        Text text = limit == null ? null : limit.text();
        boolean equal =
                text != null && text.isLiteral() && GoNumbers.size(text.value()).equals(Optional.of(total));
        return text != null && equal && text.value().indexOf(' ') < 0 ? text.value() : total.spelled();
    }

    private void setSetting(Setting setting, String value, CommandEdits edits) throws RefusedException {
        String flag = setting.flag().substring(2);
        Option own = command.last(flag);
        if (own != null && own.value() != null) {
            edits.replaceValue(own, value);
        } else if (own == null) {
            boolean on = setting == Setting.OOM_KILL_DISABLE && value.equals("true");
            edits.addOption(null, setting.flag(), on ? "" : value);
        } else {
            throw new RefusedException(setting.flag() + " is written without a value");
        }
    }

    private void removeSetting(Setting setting, CommandEdits edits) throws RefusedException {
        List<Option> options = command.all(setting.flag().substring(2));
        if (options.isEmpty()) {
            throw new RefusedException("it is not written here");
        }
        for (Option option : options) {
            edits.removeOption(option);
        }
    }

    private void setTmpfs(TmpfsMount mount, String key, Optional<String> value, CommandEdits edits)
            throws RefusedException {
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            setField(mount, key, value, edits);
            return;
        }
        String written = value.isPresent() ? key + "=" + value.get() : key;
        Located<TmpfsOption> own = null;
        for (Located<TmpfsOption> option : mount.options()) {
            if (option.value().key().equals(key)) {
                own = option;
            }
        }
        Option holder = holderOf(mount);
        if (own != null) {
            edits.replacePart(holder.holder(), part(holder, own.at()), written);
            return;
        }
        Text text = holder.text();
        boolean nothing = mount.options().isEmpty()
                || (mount.options().size() == 1
                        && mount.options().get(0).at().span().isEmpty());
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME
                && !mount.options().isEmpty()) {
            int from = text.value().indexOf('=') + 1;
            edits.insertBehind(
                    holder.holder(), text, key.equals(SIZE) ? from : text.length(), options(written, nothing, key));
        } else if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            edits.addOption(holder, holder.spelled(), "o=" + written);
        } else if (mount.options().isEmpty()) {
            edits.insertBehind(holder.holder(), text, text.length(), ":" + written);
        } else {
            int from = text.value().indexOf(':') + 1;
            edits.insertBehind(
                    holder.holder(), text, key.equals(SIZE) ? from : text.length(), options(written, nothing, key));
        }
    }

    /** A new option before or behind the others: the size stands first. */
    private static String options(String written, boolean alone, String key) {
        return alone ? written : key.equals(SIZE) ? written + "," : "," + written;
    }

    /** {@code --mount} takes a size, a mode and whether it is read-only; nothing else of a tmpfs. */
    private void setField(TmpfsMount mount, String key, Optional<String> value, CommandEdits edits)
            throws RefusedException {
        String field =
                switch (key) {
                    case SIZE -> MountFlag.TMPFS_SIZE;
                    case MODE -> MountFlag.TMPFS_MODE;
                    default -> throw new RefusedException("--mount has no field for " + key);
                };
        Option option = optionOf(mount);
        MountField own = MountFlag.read(option.text()).last(field);
        String text = value.orElse("");
        if (own != null && own.value() != null) {
            edits.replacePart(option.holder(), own.value(), text);
        } else {
            edits.insertBehind(option.holder(), option.text(), option.text().length(), "," + field + "=" + text);
        }
    }

    private void removeTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option, CommandEdits edits)
            throws RefusedException {
        List<Located<TmpfsOption>> options = mount.options();
        int index = options.indexOf(option);
        Option holder = holderOf(mount);
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME && options.size() == 1) {
            edits.removeOption(holder);
            return;
        }
        edits.replacePart(holder.holder(), withSeparator(holder, option.at(), index == 0 && options.size() > 1), "");
    }

    /** A part of a value with the comma or colon before it; the first of several takes the comma behind it. */
    private static Text withSeparator(Option holder, Location at, boolean first) throws RefusedException {
        Text text = holder.text();
        int from = indexOf(text, at.span().start());
        int to = at.span().isEmpty() ? from : indexOf(text, at.span().end());
        if (first ? to >= text.length() : from == 0) {
            throw new RefusedException("it is quoted in a way that cannot be edited");
        }
        return first ? text.part(from, to + 1) : text.part(from - 1, to);
    }

    private void renameTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option, String key, CommandEdits edits)
            throws RefusedException {
        Optional<String> value = option.value().value();
        Option holder = holderOf(mount);
        edits.replacePart(
                holder.holder(), part(holder, option.at()), value.isPresent() ? key + "=" + value.get() : key);
    }

    private void replaceByVolume(Change.ReplaceByVolume change, CommandEdits edits) throws RefusedException {
        TmpfsMount mount = change.mount();
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            throw new RefusedException("the command that creates the volume decides it");
        }
        Option option = optionOf(mount);
        if (!option.text().isLiteral()) {
            throw new RefusedException("a variable decides it");
        }
        String volume = volumeName(change.volume());
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            String value = "type=volume,source=" + volume + ",target=" + change.target();
            edits.replaceOption(option, "--mount", "--mount", value);
        } else {
            edits.replaceOption(option, "-v", "--volume", volume + ":" + change.target());
        }
    }

    /** A name that the engine takes for a volume: the container may be called after its image. */
    private static String volumeName(String wanted) throws RefusedException {
        String base = wanted.substring(wanted.lastIndexOf('/') + 1);
        StringBuilder name = new StringBuilder(base.length());
        for (int i = 0; i < base.length(); i++) {
            char c = base.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean joint = c == '_' || c == '.' || c == '-';
            if (letter || (joint && name.length() > 0)) {
                name.append(c);
            } else if (c == ':' || c == '@') {
                name.append('-');
            } else {
                throw new RefusedException("its name would have to be written in another way");
            }
        }
        if (name.length() < 2) {
            throw new RefusedException("its name would have to be written in another way");
        }
        return name.toString();
    }

    private void addVolume(String volume, String target, CommandEdits edits) throws RefusedException {
        Option other = command.last("volume");
        String flag = other == null ? "-v" : other.spelled();
        edits.addOption(other, flag, volume + ":" + target);
    }

    private void merge(TmpfsMount into, TmpfsMount removed, CommandEdits edits) throws RefusedException {
        boolean plain = into.declaration() == TmpfsMount.Declaration.SHORT
                && removed.declaration() == TmpfsMount.Declaration.SHORT;
        if (!plain) {
            throw new RefusedException("they are written in different ways");
        }
        Option gone = optionOf(removed);
        if (!gone.text().isLiteral()) {
            throw new RefusedException("a variable decides it");
        }
        StringBuilder options = new StringBuilder();
        for (Located<TmpfsOption> option : removed.options()) {
            boolean there = false;
            for (Located<TmpfsOption> own : into.options()) {
                there |= own.value().equals(option.value());
            }
            if (!there && !option.at().span().isEmpty()) {
                options.append(options.length() == 0 && into.options().isEmpty() ? ':' : ',')
                        .append(option.at().text());
            }
        }
        if (options.length() > 0) {
            Option kept = optionOf(into);
            edits.insertBehind(kept.holder(), kept.text(), kept.text().length(), options.toString());
        }
        edits.removeOption(gone);
    }

    private void moveBeforeImage(int count, CommandEdits edits) throws RefusedException {
        Word image = command.operand();
        List<Word> words = command.arguments();
        if (image == null || count > words.size()) {
            throw new RefusedException("it is not known which word is the image");
        }
        Location first = words.get(0).at();
        Location last = words.get(count - 1).at();
        String text = first.file().text();
        int start = image.at().span().start();
        String moved = text.substring(first.span().start(), last.span().end());
        edits.replaceRaw(
                new Location(first.file(), new Span(start, last.span().end())),
                moved + " " + image.at().text());
    }

    private void removeField(Mount mount, Located<String> setting, CommandEdits edits) throws RefusedException {
        Option option = optionOf(mount);
        MountField field = field(mount, setting);
        boolean first = field.whole().location().span().start()
                == option.text().location().span().start();
        edits.replacePart(option.holder(), withSeparator(option, field.whole().location(), first), "");
    }

    private MountField field(Mount mount, Located<String> setting) throws RefusedException {
        for (MountField field : MountFlag.read(optionOf(mount).text()).fields()) {
            if (field.name().location().equals(setting.at())) {
                return field;
            }
        }
        throw new RefusedException("it is written in a way that cannot be edited");
    }

    private void removeThirdPart(Mount mount, Located<String> option, CommandEdits edits) throws RefusedException {
        Option holder = optionOf(mount);
        Text text = holder.text();
        int from = indexOf(text, option.at().span().start());
        boolean first = from > 0 && text.value().charAt(from - 1) == ':';
        int end = from + option.value().length();
        boolean more = first && end < text.length();
        edits.replacePart(holder.holder(), withSeparator(holder, option.at(), more), "");
    }

    private void setSource(Mount mount, String source, CommandEdits edits) throws RefusedException {
        Location at = null;
        if (mount instanceof VolumeMount volume && volume.source().isPresent()) {
            at = volume.source().get().at();
        } else if (mount instanceof BindMount bind) {
            at = bind.source().at();
        }
        if (at == null) {
            throw new RefusedException("it has no source");
        }
        Option option = optionOf(mount);
        edits.replacePart(option.holder(), part(option, at), source);
    }

    private void nameVolume(VolumeMount mount, String volume, CommandEdits edits) throws RefusedException {
        Option option = optionOf(mount);
        Text text = option.text();
        if (option.flag().grammar() == Grammar.VOLUME) {
            if (!text.isLiteral()) {
                throw new RefusedException("a variable decides it");
            }
            edits.insertBehind(option.holder(), text, 0, volume + ":");
            return;
        }
        MountField target = MountFlag.read(text).last("target", "dst", "destination");
        if (target == null) {
            throw new RefusedException("it is written in a way that cannot be edited");
        }
        int from = indexOf(text, target.whole().location().span().start());
        edits.insertBehind(option.holder(), text, from, "source=" + volume + ",");
    }

    /** The option that declares a mount. */
    private Option optionOf(Mount mount) throws RefusedException {
        for (Option option : command.options()) {
            if (option.value() != null
                    && option.value().location().equals(mount.declared().at())) {
                return option;
            }
        }
        throw new RefusedException("it is written in a way that cannot be edited");
    }

    /** The option that holds the mount options of a tmpfs: for a volume that of the command which creates it. */
    private Option holderOf(TmpfsMount mount) throws RefusedException {
        if (mount.volume().isEmpty()) {
            return optionOf(mount);
        }
        DockerCommand creation = volumes.command(mount.volume().get().name());
        Option o = creation == null ? null : CreatedVolumes.driverOption(creation, "o");
        o = o == null && creation != null ? creation.last("opt") : o;
        if (o == null) {
            throw new RefusedException("the volume is created in a way that cannot be edited");
        }
        return o;
    }

    /** The part of an option's value that stands at a place. */
    private static Text part(Option option, Location at) throws RefusedException {
        Text text = option.text();
        int from = indexOf(text, at.span().start());
        int to = at.span().isEmpty() ? from : indexOf(text, at.span().end());
        return text.part(from, to);
    }

    /** The index of the unit that begins at an offset of the file, or of the end of the text. */
    private static int indexOf(Text text, int offset) throws RefusedException {
        for (int i = 0; i < text.length(); i++) {
            if (text.part(i, i + 1).location().span().start() == offset) {
                return i;
            }
        }
        if (text.location().span().end() == offset) {
            return text.length();
        }
        throw new RefusedException("a variable decides it");
    }
}

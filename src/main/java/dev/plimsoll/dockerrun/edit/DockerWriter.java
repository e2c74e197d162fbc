package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.CreatedVolumes;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.GoNumbers;
import dev.plimsoll.dockerrun.Grammar;
import dev.plimsoll.dockerrun.MountFlag;
import dev.plimsoll.dockerrun.MountFlag.MountField;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes changes of a container into the flags of its command, in the command's own style and line breaks. */
final class DockerWriter extends PlannedWriter<Change.OfContainer> {
    private static final String SIZE = "size";
    private static final String MODE = "mode";
    private static final String MEMORY = "memory";
    private static final String SWAP = "memory-swap";
    private static final String RESERVATION = "memory-reservation";

    private final DockerCommand command;
    private final CreatedVolumes volumes;
    private @Nullable Map<Location, Option> options;

    DockerWriter(DockerCommand command, CreatedVolumes volumes) {
        this.command = command;
        this.volumes = volumes;
    }

    @Override
    protected EditPlan plan(Change.OfContainer change) throws Refused {
        Planner planner = new Planner();
        planner.answer(change);
        return planner.edits.plan();
    }

    /** Edits of the command that decides a tmpfs: for a volume the one that creates it, if it stands here. */
    private CommandEdits editsFor(TmpfsMount mount) {
        DockerCommand creation = mount.volume().isEmpty()
                ? null
                : volumes.command(mount.volume().get().name());
        return new CommandEdits(creation == null ? command : creation);
    }

    /** What each kind of change means in flags. */
    private final class Planner implements Change.ContainerVisitor<Refused> {
        private CommandEdits edits = new CommandEdits(command);

        /** Here and not in the writer, so that the visitor is loaded only where something is to be changed. */
        void answer(Change.OfContainer change) throws Refused {
            change.accept(this);
        }

        @Override
        public void visit(Change.SetMemoryLimit change) throws Refused {
            setSize(MEMORY, SWAP, change.size().spelled(), edits);
        }

        @Override
        public void visit(Change.SetMemoryReservation change) throws Refused {
            setSize(RESERVATION, MEMORY, change.size().spelled(), edits);
        }

        @Override
        public void visit(Change.SetSwapLimit change) throws Refused {
            setSize(SWAP, MEMORY, spelledLikeLimit(change.total()), edits);
        }

        @Override
        public void visit(Change.RespellSize change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.UnquoteSwapLimit change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.LimitMemoryWithoutSwap change) throws Refused {
            setSize(MEMORY, SWAP, change.size().spelled(), edits);
            setSize(SWAP, MEMORY, change.size().spelled(), edits);
        }

        @Override
        public void visit(Change.SetTmpfsSize change) throws Refused {
            edits = editsFor(change.mount());
            setTmpfs(change.mount(), SIZE, Optional.of(change.size().spelled()), edits);
        }

        @Override
        public void visit(Change.SetTmpfsMode change) throws Refused {
            edits = editsFor(change.mount());
            setTmpfs(change.mount(), MODE, Optional.of(Integer.toOctalString(change.bits())), edits);
        }

        @Override
        public void visit(Change.RemoveTmpfsOption change) throws Refused {
            edits = editsFor(change.mount());
            removeTmpfsOption(change.mount(), change.option(), edits);
        }

        @Override
        public void visit(Change.RenameTmpfsOption change) throws Refused {
            edits = editsFor(change.mount());
            renameTmpfsOption(change.mount(), change.option(), change.key(), edits);
        }

        @Override
        public void visit(Change.CopyLimitIntoDeploy change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.DeclareVolume change) throws Refused {
            throw new Refused("a command declares no volumes");
        }

        @Override
        public void visit(Change.ReplaceByVolume change) throws Refused {
            replaceByVolume(change, edits);
        }

        @Override
        public void visit(Change.SetTmpfsOption change) throws Refused {
            edits = editsFor(change.mount());
            setTmpfs(change.mount(), change.key(), change.value(), edits);
        }

        @Override
        public void visit(Change.MergeTmpfs change) throws Refused {
            merge(change.into(), change.removed(), edits);
        }

        @Override
        public void visit(Change.WriteLongForm change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.RemoveMount change) throws Refused {
            edits.removeOption(optionOf(change.mount()));
        }

        @Override
        public void visit(Change.RemoveMountSetting change) throws Refused {
            removeField(change.mount(), change.setting(), edits);
        }

        @Override
        public void visit(Change.RenameMountSetting change) throws Refused {
            MountField field = field(change.mount(), change.setting());
            String flag = change.name().replace('.', '-');
            edits.replacePart(optionOf(change.mount()).holder(), field.name(), flag);
        }

        @Override
        public void visit(Change.RemoveMountOption change) throws Refused {
            removeThirdPart(change.mount(), change.option(), edits);
        }

        @Override
        public void visit(Change.SetMountSource change) throws Refused {
            setSource(change.mount(), change.source(), edits);
        }

        @Override
        public void visit(Change.SetMountTarget change) throws Refused {
            Option option = optionOf(change.mount());
            edits.replacePart(
                    option.holder(), part(option, change.mount().target().at()), change.target());
        }

        @Override
        public void visit(Change.NameVolume change) throws Refused {
            nameVolume(change.mount(), volumeName(change.volume()), edits);
        }

        @Override
        public void visit(Change.AddVolume change) throws Refused {
            addVolume(volumeName(change.volume()), change.target(), edits);
        }

        @Override
        public void visit(Change.AddTmpfs change) throws Refused {
            addTmpfs(change, edits);
        }

        @Override
        public void visit(Change.RenameOneLetterVolume change) throws Refused {
            Location target = change.mount().target().at();
            int start = target.span().start();
            Location letter = new Location(target.file(), new Span(start, start + 1));
            Option option = optionOf(change.mount());
            edits.replacePart(option.holder(), part(option, letter), change.name());
        }

        @Override
        public void visit(Change.LimitLog change) throws Refused {
            limitLog(change, edits);
        }

        @Override
        public void visit(Change.SetSetting change) throws Refused {
            setSetting(change.setting(), change.value(), edits);
        }

        @Override
        public void visit(Change.RemoveSetting change) throws Refused {
            removeSetting(change.setting(), edits);
        }

        @Override
        public void visit(Change.RemoveBuildOption change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.MoveBeforeImage change) throws Refused {
            moveBeforeImage(change.words(), edits);
        }
    }

    private void addTmpfs(Change.AddTmpfs add, CommandEdits edits) throws Refused {
        String options = String.join(",", add.options());
        for (String target : add.targets()) {
            edits.addOption(command.last("tmpfs"), "--tmpfs", options.isEmpty() ? target : target + ":" + options);
        }
    }

    private void limitLog(Change.LimitLog limit, CommandEdits edits) throws Refused {
        edits.addOption(command.last("log-opt"), "--log-opt", "max-size=" + limit.size());
        edits.addOption(command.last("log-opt"), "--log-opt", "max-file=" + limit.files());
    }

    private void setSize(String flag, String beside, String value, CommandEdits edits) throws Refused {
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

    private void setSetting(Setting setting, String value, CommandEdits edits) throws Refused {
        String flag = setting.flag().substring(2);
        Option own = command.last(flag);
        if (own != null && own.value() != null) {
            edits.replaceValue(own, value);
        } else if (own == null) {
            boolean on = setting == Setting.OOM_KILL_DISABLE && value.equals("true");
            edits.addOption(null, setting.flag(), on ? "" : value);
        } else {
            throw new Refused(setting.flag() + " is written without a value");
        }
    }

    private void removeSetting(Setting setting, CommandEdits edits) throws Refused {
        List<Option> options = command.all(setting.flag().substring(2));
        if (options.isEmpty()) {
            throw Refused.absent();
        }
        for (Option option : options) {
            edits.removeOption(option);
        }
    }

    private void setTmpfs(TmpfsMount mount, String key, Optional<String> value, CommandEdits edits) throws Refused {
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
    private void setField(TmpfsMount mount, String key, Optional<String> value, CommandEdits edits) throws Refused {
        String field =
                switch (key) {
                    case SIZE -> MountFlag.TMPFS_SIZE;
                    case MODE -> MountFlag.TMPFS_MODE;
                    default -> throw new Refused("--mount has no field for " + key);
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

    private void removeTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option, CommandEdits edits) throws Refused {
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
    private static Text withSeparator(Option holder, Location at, boolean first) throws Refused {
        Text text = holder.text();
        int from = indexOf(text, at.span().start());
        int to = at.span().isEmpty() ? from : indexOf(text, at.span().end());
        if (first ? to >= text.length() : from == 0) {
            throw Refused.quoted();
        }
        return first ? text.part(from, to + 1) : text.part(from - 1, to);
    }

    private void renameTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option, String key, CommandEdits edits)
            throws Refused {
        Optional<String> value = option.value().value();
        Option holder = holderOf(mount);
        edits.replacePart(
                holder.holder(), part(holder, option.at()), value.isPresent() ? key + "=" + value.get() : key);
    }

    private void replaceByVolume(Change.ReplaceByVolume change, CommandEdits edits) throws Refused {
        TmpfsMount mount = change.mount();
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            throw new Refused("the command that creates the volume decides it");
        }
        Option option = optionOf(mount);
        if (!option.text().isLiteral()) {
            throw Refused.variable();
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
    private static String volumeName(String wanted) throws Refused {
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
                throw Refused.name();
            }
        }
        if (name.length() < 2) {
            throw Refused.name();
        }
        return name.toString();
    }

    private void addVolume(String volume, String target, CommandEdits edits) throws Refused {
        Option other = command.last("volume");
        String flag = other == null ? "-v" : other.spelled();
        edits.addOption(other, flag, volume + ":" + target);
    }

    private void merge(TmpfsMount into, TmpfsMount removed, CommandEdits edits) throws Refused {
        boolean plain = into.declaration() == TmpfsMount.Declaration.SHORT
                && removed.declaration() == TmpfsMount.Declaration.SHORT;
        if (!plain) {
            throw new Refused("they are written in different ways");
        }
        Option gone = optionOf(removed);
        if (!gone.text().isLiteral()) {
            throw Refused.variable();
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

    private void moveBeforeImage(int count, CommandEdits edits) throws Refused {
        Word image = command.operand();
        List<Word> words = command.arguments();
        if (image == null || count > words.size()) {
            throw new Refused("it is not known which word is the image");
        }
        Location first = words.get(0).at();
        Location last = words.get(count - 1).at();
        String text = first.file().text();
        int start = image.at().span().start();
        int end = image.at().span().end();
        for (Word word : words.subList(0, count)) {
            if (word.at().span().start() < end) {
                throw new Refused("an array holds a part of it");
            }
            end = word.at().span().end();
        }
        String moved = text.substring(first.span().start(), last.span().end());
        edits.replaceRaw(
                new Location(first.file(), new Span(start, last.span().end())),
                moved + " " + image.at().text());
    }

    private void removeField(Mount mount, Located<String> setting, CommandEdits edits) throws Refused {
        Option option = optionOf(mount);
        MountField field = field(mount, setting);
        boolean first = field.whole().location().span().start()
                == option.text().location().span().start();
        edits.replacePart(option.holder(), withSeparator(option, field.whole().location(), first), "");
    }

    private MountField field(Mount mount, Located<String> setting) throws Refused {
        for (MountField field : MountFlag.read(optionOf(mount).text()).fields()) {
            if (field.name().location().equals(setting.at())) {
                return field;
            }
        }
        throw Refused.uneditable();
    }

    private void removeThirdPart(Mount mount, Located<String> option, CommandEdits edits) throws Refused {
        Option holder = optionOf(mount);
        Text text = holder.text();
        int from = indexOf(text, option.at().span().start());
        boolean first = from > 0 && text.value().charAt(from - 1) == ':';
        int end = from + option.value().length();
        boolean more = first && end < text.length();
        edits.replacePart(holder.holder(), withSeparator(holder, option.at(), more), "");
    }

    private void setSource(Mount mount, String source, CommandEdits edits) throws Refused {
        Location at = null;
        if (mount instanceof VolumeMount volume && volume.source().isPresent()) {
            at = volume.source().get().at();
        } else if (mount instanceof BindMount bind) {
            at = bind.source().at();
        }
        if (at == null) {
            throw new Refused("it has no source");
        }
        Option option = optionOf(mount);
        Text written = part(option, at);
        if (!written.value().equals(source)) {
            edits.replacePart(option.holder(), written, source);
        }
        if (mount instanceof VolumeMount && option.flag().grammar() != Grammar.VOLUME && source.indexOf('/') >= 0) {
            makeBind(option, edits);
        }
    }

    /** The type of {@code --mount} is never told from the source: a path in place of a name needs another type. */
    private static void makeBind(Option option, CommandEdits edits) throws Refused {
        MountFlag flag = MountFlag.read(option.text());
        for (MountField field : flag.fields()) {
            if (!MountFlag.belongs(field.key(), MountFlag.BIND)) {
                throw new Refused("a bind mount does not take " + field.name().value());
            }
        }
        MountField type = flag.last("type");
        Text own = type == null ? null : type.value();
        if (own != null) {
            edits.replacePart(option.holder(), own, MountFlag.BIND);
        } else if (type == null) {
            edits.insertBehind(option.holder(), option.text(), 0, "type=" + MountFlag.BIND + ",");
        } else {
            throw new Refused("its type is written without a value");
        }
    }

    private void nameVolume(VolumeMount mount, String volume, CommandEdits edits) throws Refused {
        Option option = optionOf(mount);
        Text text = option.text();
        if (option.flag().grammar() == Grammar.VOLUME) {
            if (!text.isLiteral()) {
                throw Refused.variable();
            }
            edits.insertBehind(option.holder(), text, 0, volume + ":");
            return;
        }
        MountField target = MountFlag.read(text).last("target", "dst", "destination");
        if (target == null) {
            throw Refused.uneditable();
        }
        int from = indexOf(text, target.whole().location().span().start());
        edits.insertBehind(option.holder(), text, from, "source=" + volume + ",");
    }

    /** The option that declares a mount. */
    private Option optionOf(Mount mount) throws Refused {
        Option option = options().get(mount.declared().at());
        if (option == null) {
            throw Refused.uneditable();
        }
        return option;
    }

    /** The options by the places of their values, the first of each: a command may have thousands. */
    private Map<Location, Option> options() {
        Map<Location, Option> known = options;
        if (known == null) {
            known = new HashMap<>();
            for (Option option : command.options()) {
                if (option.value() != null) {
                    known.putIfAbsent(option.value().location(), option);
                }
            }
            options = known;
        }
        return known;
    }

    /** The option that holds the mount options of a tmpfs: for a volume that of the command which creates it. */
    private Option holderOf(TmpfsMount mount) throws Refused {
        if (mount.volume().isEmpty()) {
            return optionOf(mount);
        }
        DockerCommand creation = volumes.command(mount.volume().get().name());
        Option o = creation == null ? null : CreatedVolumes.driverOption(creation, "o");
        o = o == null && creation != null ? creation.last("opt") : o;
        if (o == null) {
            throw new Refused("the volume is created in a way that cannot be edited");
        }
        return o;
    }

    /** The part of an option's value that stands at a place. */
    private static Text part(Option option, Location at) throws Refused {
        Text text = option.text();
        int from = indexOf(text, at.span().start());
        int to = at.span().isEmpty() ? from : indexOf(text, at.span().end());
        return text.part(from, to);
    }

    /** The index of the unit that begins at an offset of the file, or of the end of the text. */
    private static int indexOf(Text text, int offset) throws Refused {
        for (int i = 0; i < text.length(); i++) {
            if (text.span(i, i + 1).start() == offset) {
                return i;
            }
        }
        if (text.location().span().end() == offset) {
            return text.length();
        }
        throw Refused.variable();
    }
}

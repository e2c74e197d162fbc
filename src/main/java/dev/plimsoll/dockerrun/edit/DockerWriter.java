package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.GoNumbers;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;

/** Writes changes of a container into the flags of its command, in the command's own style and line breaks. */
final class DockerWriter extends PlannedWriter<Change.OfContainer> {
    private static final String MEMORY = "memory";
    private static final String SWAP = "memory-swap";
    private static final String RESERVATION = "memory-reservation";

    private final DockerCommand command;

    DockerWriter(DockerCommand command) {
        this.command = command;
    }

    @Override
    protected EditPlan plan(Change.OfContainer change, List<Location> causes) throws Refused {
        Planner planner = new Planner();
        planner.answer(change);
        return planner.edits.plan();
    }

    /** Edits of the command that decides a tmpfs: for a volume the one that creates it, if it stands here. */
    private CommandEdits editsFor(TmpfsMount mount) {
        DockerCommand creation = TmpfsFlags.creationOf(mount);
        return CommandEdits.of(creation == null ? command : creation);
    }

    /** What each kind of change means in flags. */
    private final class Planner implements Change.ContainerVisitor<Refused> {
        private CommandEdits edits = CommandEdits.of(command);

        /** For what belongs to a tmpfs: from here on all edits are of the command that decides it. */
        private TmpfsFlags tmpfs(TmpfsMount mount) {
            edits = editsFor(mount);
            return new TmpfsFlags(edits);
        }

        private VolumeFlags volumes() {
            return new VolumeFlags(edits);
        }

        /** Here and not in the writer, so that the visitor is loaded only where something is to be changed. */
        void answer(Change.OfContainer change) throws Refused {
            change.accept(this);
        }

        @Override
        public void visit(Change.SetMemoryLimit change) throws Refused {
            setSize(MEMORY, SWAP, spelledLike(SWAP, change.size()), edits);
        }

        @Override
        public void visit(Change.SetMemoryReservation change) throws Refused {
            setSize(RESERVATION, MEMORY, change.size().spelled(), edits);
        }

        @Override
        public void visit(Change.SetSwapLimit change) throws Refused {
            setSize(SWAP, MEMORY, spelledLike(MEMORY, change.total()), edits);
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
            tmpfs(change.mount())
                    .set(
                            change.mount(),
                            "size",
                            Optional.of(inPlaceOf(change.mount().option("size"), change.size())));
        }

        @Override
        public void visit(Change.SetTmpfsMode change) throws Refused {
            tmpfs(change.mount()).set(change.mount(), "mode", Optional.of(Integer.toOctalString(change.bits())));
        }

        @Override
        public void visit(Change.RemoveTmpfsOption change) throws Refused {
            tmpfs(change.mount()).remove(change.mount(), change.option());
        }

        @Override
        public void visit(Change.RenameTmpfsOption change) throws Refused {
            tmpfs(change.mount()).rename(change.mount(), change.option(), change.key());
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
            new TmpfsFlags(edits).replaceByVolume(change);
        }

        @Override
        public void visit(Change.SetTmpfsOption change) throws Refused {
            tmpfs(change.mount()).set(change.mount(), change.key(), change.value());
        }

        @Override
        public void visit(Change.MergeTmpfs change) throws Refused {
            new TmpfsFlags(edits).merge(change.into(), change.removed());
        }

        @Override
        public void visit(Change.WriteLongForm change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.RemoveMount change) throws Refused {
            edits.removeOption(FlagParts.option(change.mount()));
        }

        @Override
        public void visit(Change.RemoveMountSetting change) throws Refused {
            volumes().removeField(change.mount(), change.setting());
        }

        @Override
        public void visit(Change.RenameMountSetting change) throws Refused {
            volumes().renameField(change.mount(), change.setting(), change.name());
        }

        @Override
        public void visit(Change.ReplaceMountOption change) throws Refused {
            volumes().replaceOption(change.mount(), change.option(), change.word());
        }

        @Override
        public void visit(Change.SetMountSource change) throws Refused {
            volumes().setSource(change.mount(), change.source());
        }

        @Override
        public void visit(Change.SetMountTarget change) throws Refused {
            volumes().setTarget(change.mount(), change.target());
        }

        @Override
        public void visit(Change.NameVolume change) throws Refused {
            volumes().nameVolume(change.mount(), FlagParts.volumeName(change.volume()));
        }

        @Override
        public void visit(Change.AddVolume change) throws Refused {
            volumes().addVolume(FlagParts.volumeName(change.volume()), change.target());
        }

        @Override
        public void visit(Change.AddTmpfs change) throws Refused {
            addTmpfs(change, edits);
        }

        @Override
        public void visit(Change.RenameOneLetterVolume change) throws Refused {
            volumes().renameOneLetter(change.mount(), change.name());
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
        public void visit(Change.AddItem change) throws Refused {
            Setting list = change.list();
            edits.addOption(command.last(list.flag().substring(2)), list.flag(), change.item());
        }

        @Override
        public void visit(Change.ReplaceItem change) throws Refused {
            replaceItem(change, edits);
        }

        @Override
        public void visit(Change.BindPorts change) throws Refused {
            bindPorts(change, edits);
        }

        @Override
        public void visit(Change.MoveBeforeImage change) throws Refused {
            moveBeforeImage(change.words(), edits);
        }
    }

    private static String inPlaceOf(Optional<Located<TmpfsOption>> option, ByteSize size) {
        return size.spelledLike(
                option.isEmpty() ? "" : option.get().value().value().orElse(""));
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

    /** The user's own spelling of a limit if another one is to equal it. */
    private String spelledLike(String flag, ByteSize size) {
        Option limit = command.last(flag);
        Text text = limit == null ? null : limit.text();
        boolean equal =
                text != null && text.isLiteral() && GoNumbers.size(text.value()).equals(Optional.of(size));
        return text != null && equal && text.value().indexOf(' ') < 0 ? text.value() : size.spelled();
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

    private void replaceItem(Change.ReplaceItem change, CommandEdits edits) throws Refused {
        Option option = option(change.list().flag().substring(2), change.item().at());
        if (change.text().isEmpty()) {
            edits.removeOption(option);
        } else {
            edits.replaceValue(option, change.text());
        }
    }

    private void bindPorts(Change.BindPorts change, CommandEdits edits) throws Refused {
        for (Located<?> port : change.ports()) {
            bindPort(option("publish", port.at()), change.address(), edits);
        }
    }

    private static void bindPort(Option option, String address, CommandEdits edits) throws Refused {
        Text text = option.text();
        if (text.value().indexOf('=') >= 0) {
            throw new Refused("an address needs the short form");
        }
        int length = PortSyntax.addressLength(text.value());
        if (length > 0) {
            edits.replacePart(option.holder(), text.part(0, length), address);
        } else {
            String separator = length == 0 ? "" : PortSyntax.separator(text.value());
            edits.insertBehind(option.holder(), text, 0, address + separator);
        }
    }

    /** An option of a flag by its place. */
    private Option option(String flag, Location at) throws Refused {
        for (Option option : command.all(flag)) {
            if (option.shown().equals(at)) {
                return option;
            }
        }
        throw Refused.uneditable();
    }

    /** Words that stand side by side move as they are written, with what is between them. */
    private void moveBeforeImage(List<Integer> indices, CommandEdits edits) throws Refused {
        Word image = command.operand();
        List<Word> words = command.arguments();
        int count = indices.isEmpty() ? 0 : indices.get(indices.size() - 1) + 1;
        if (image == null || count == 0 || count > words.size()) {
            throw new Refused("it is not known which word is the image");
        }
        int start = image.at().span().start();
        int end = image.at().span().end();
        for (Word word : words.subList(0, count)) {
            if (word.at().span().start() < end) {
                throw new Refused("an array holds a part of it");
            }
            end = word.at().span().end();
        }
        String text = image.at().file().text();
        StringBuilder moved = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        int done = start;
        for (int i = 0; i < indices.size(); ) {
            int first = indices.get(i);
            int last = first;
            for (i++; i < indices.size() && indices.get(i) == last + 1; i++) {
                last++;
            }
            Word before = first == 0 ? image : words.get(first - 1);
            kept.append(text, done, before.at().span().end());
            done = words.get(last).at().span().end();
            moved.append(text, words.get(first).at().span().start(), done).append(' ');
        }
        edits.replaceRaw(
                new Location(image.at().file(), new Span(start, end)),
                moved.append(kept).toString());
    }
}

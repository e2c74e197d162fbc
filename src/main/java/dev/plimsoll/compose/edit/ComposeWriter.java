package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.LimitPair;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of a service into its YAML: the smallest edit that a careful person would make, or none. What an alias
 * repeats elsewhere and what a variable decides is never touched.
 */
public final class ComposeWriter extends PlannedWriter<Change.OfContainer> {
    private static final String MEM_LIMIT = "mem_limit";
    private static final String MEM_RESERVATION = "mem_reservation";
    private static final String MEMSWAP_LIMIT = "memswap_limit";

    private final MapNode service;
    private final MapNode root;
    private final MountNodes nodes;
    private final String name;
    private final ExtendedServices extendedServices;

    /** A writer of one service; {@code root} is the merged document that it stands in. */
    public ComposeWriter(MapNode service, MapNode root, String name, ExtendedServices extendedServices) {
        this.extendedServices = extendedServices;
        this.service = service;
        this.root = root;
        this.nodes = new MountNodes(service, root);
        this.name = name;
    }

    @Override
    protected EditPlan plan(Change.OfContainer change) throws Refused {
        EditPlan edits = new EditPlan();
        new Planner(edits).answer(change);
        for (Edit edit : edits.edits()) {
            extendedServices.requireOutside(edit.at());
        }
        return edits;
    }

    /** What each kind of change means in YAML. */
    private final class Planner implements Change.ContainerVisitor<Refused> {
        private final EditPlan edits;

        Planner(EditPlan edits) {
            this.edits = edits;
        }

        private VolumeEdits volumes() {
            return new VolumeEdits(service, root, name);
        }

        private TmpfsEdits tmpfs() {
            return new TmpfsEdits(service, root);
        }

        private VolumeReplacement replacement() {
            return new VolumeReplacement(service, root, name);
        }

        /** Here and not in the writer, so that the visitor is loaded only where something is to be changed. */
        void answer(Change.OfContainer change) throws Refused {
            change.accept(this);
        }

        @Override
        public void visit(Change.SetMemoryLimit change) throws Refused {
            setMemoryLimit(change.size(), edits);
        }

        @Override
        public void visit(Change.SetMemoryReservation change) throws Refused {
            setReservation(change.size(), edits);
        }

        @Override
        public void visit(Change.SetSwapLimit change) throws Refused {
            setSwapLimit(change.total(), edits);
        }

        @Override
        public void visit(Change.RespellSize change) throws Refused {
            edits.add(YamlEdits.setScalar(
                    sizeAt(change.written().key()), change.size().spelled()));
        }

        @Override
        public void visit(Change.UnquoteSwapLimit change) throws Refused {
            unquoteSwapLimit(edits);
        }

        @Override
        public void visit(Change.LimitMemoryWithoutSwap change) throws Refused {
            limitMemoryWithoutSwap(change.size(), edits);
        }

        @Override
        public void visit(Change.SetTmpfsSize change) throws Refused {
            setTmpfsSize(change.mount(), change.size(), edits);
        }

        @Override
        public void visit(Change.SetTmpfsMode change) throws Refused {
            tmpfs().setMode(change.mount(), change.bits(), edits);
        }

        @Override
        public void visit(Change.RemoveTmpfsOption change) throws Refused {
            removeOption(change.mount(), change.option(), edits);
        }

        @Override
        public void visit(Change.RenameTmpfsOption change) throws Refused {
            renameOption(change.mount(), change.option(), change.key(), edits);
        }

        @Override
        public void visit(Change.CopyLimitIntoDeploy change) throws Refused {
            copyIntoDeploy(change.pair(), edits);
        }

        @Override
        public void visit(Change.DeclareVolume change) throws Refused {
            replacement().declare(change.volume(), edits);
        }

        @Override
        public void visit(Change.ReplaceByVolume change) throws Refused {
            replacement().plan(change, edits);
        }

        @Override
        public void visit(Change.SetTmpfsOption change) throws Refused {
            tmpfs().setOption(change.mount(), change.key(), change.value(), edits);
        }

        @Override
        public void visit(Change.MergeTmpfs change) throws Refused {
            tmpfs().merge(change.into(), change.removed(), edits);
        }

        @Override
        public void visit(Change.WriteLongForm change) throws Refused {
            replacement().writeLongForm(change.mount(), edits);
        }

        @Override
        public void visit(Change.RemoveMount change) throws Refused {
            tmpfs().removeMount(change.mount(), edits);
        }

        @Override
        public void visit(Change.RemoveMountSetting change) throws Refused {
            tmpfs().removeMountSetting(change.mount(), change.setting().value(), edits);
        }

        @Override
        public void visit(Change.RenameMountSetting change) throws Refused {
            tmpfs().renameMountSetting(change.mount(), change.setting().value(), change.name(), edits);
        }

        @Override
        public void visit(Change.RemoveMountOption change) throws Refused {
            volumes().removeOption(change, edits);
        }

        @Override
        public void visit(Change.SetMountSource change) throws Refused {
            volumes().setSource(change, edits);
        }

        @Override
        public void visit(Change.SetMountTarget change) throws Refused {
            volumes().setTarget(change, edits);
        }

        @Override
        public void visit(Change.NameVolume change) throws Refused {
            volumes().nameVolume(change, edits);
        }

        @Override
        public void visit(Change.AddVolume change) throws Refused {
            volumes().addVolume(change, edits);
        }

        @Override
        public void visit(Change.AddTmpfs change) throws Refused {
            volumes().addTmpfs(change, edits);
        }

        @Override
        public void visit(Change.RenameOneLetterVolume change) throws Refused {
            volumes().renameOneLetter(change, edits);
        }

        @Override
        public void visit(Change.LimitLog change) throws Refused {
            volumes().limitLog(change, edits);
        }

        @Override
        public void visit(Change.SetSetting change) throws Refused {
            if (isDeployed(change.setting())) {
                setDeployed(change, edits);
            } else {
                tmpfs().setSetting(change.setting().key(), change.value(), edits);
            }
        }

        @Override
        public void visit(Change.RemoveSetting change) throws Refused {
            edits.add(YamlRemovals.entry(service, change.setting().key()));
        }

        @Override
        public void visit(Change.RemoveBuildOption change) throws Refused {
            edits.add(TmpfsEdits.withoutOption(change.option().at()));
        }

        @Override
        public void visit(Change.MoveBeforeImage change) throws Refused {
            throw new Refused("a service has no words before its image");
        }
    }

    private void setMemoryLimit(ByteSize size, EditPlan edits) throws Refused {
        ScalarNode own = written(service, MEM_LIMIT);
        MapNode limits = deployed("limits");
        ScalarNode deployed = limits == null ? null : written(limits, "memory");
        if (own != null) {
            edits.add(YamlEdits.setScalar(own, size.spelled()));
        }
        if (deployed != null) {
            edits.add(YamlEdits.setScalar(deployed, size.spelled()));
        }
        if (own == null && deployed == null) {
            if (limits != null) {
                // beside a limits block, mem_limit must be repeated there: one place is enough
                edits.add(YamlEdits.append(limits, "memory: " + size.spelled()));
                return;
            }
            Entry swap = service.entry(MEMSWAP_LIMIT);
            edits.add(
                    swap != null && YamlEdits.isOwn(swap)
                            ? YamlEdits.insertBefore(swap, MEM_LIMIT + ": " + size.spelled())
                            : YamlEdits.append(service, MEM_LIMIT + ": " + size.spelled()));
        }
    }

    private void limitMemoryWithoutSwap(ByteSize size, EditPlan edits) throws Refused {
        boolean written = service.entry(MEM_LIMIT) != null || service.entry(MEMSWAP_LIMIT) != null;
        if (written || deployed("limits") != null) {
            setMemoryLimit(size, edits);
            setSwapLimit(size, edits);
            return;
        }
        edits.add(YamlEdits.append(service, MEM_LIMIT + ": " + size.spelled(), MEMSWAP_LIMIT + ": " + size.spelled()));
    }

    /** The scalar of a key, even if nothing is written there: the key must not be written twice. */
    private static @Nullable ScalarNode written(MapNode map, String key) {
        Entry entry = map.entry(key);
        return entry != null && entry.value() instanceof ScalarNode scalar ? scalar : null;
    }

    private @Nullable MapNode deployed(String kind) {
        MapNode deploy = service.map("deploy");
        MapNode resources = deploy == null ? null : deploy.map("resources");
        return resources == null ? null : resources.map(kind);
    }

    /** Whether {@code deploy} has the same limit and a block for it: Compose would want both to agree. */
    private boolean isDeployed(Setting setting) {
        boolean limit = setting == Setting.CPUS || setting == Setting.PIDS;
        return limit && deployed("limits") != null && service.entry(setting.key()) == null;
    }

    private void setDeployed(Change.SetSetting set, EditPlan edits) throws Refused {
        MapNode limits = deployed("limits");
        String key = set.setting() == Setting.CPUS ? "cpus" : "pids";
        if (limits == null || limits.entry(key) != null) {
            throw Refused.uneditable();
        }
        // older versions of Compose want this number as a string
        String value = set.setting() == Setting.CPUS ? '"' + set.value() + '"' : set.value();
        edits.add(YamlEdits.append(limits, key + ": " + value));
    }

    private void copyIntoDeploy(LimitPair pair, EditPlan edits) throws Refused {
        String path = pair.deployKey();
        String key = path.substring(path.lastIndexOf('.') + 1);
        MapNode block = deployed(path.contains(".reservations.") ? "reservations" : "limits");
        ScalarNode own = service.scalar(pair.key());
        if (own == null || block == null || block.entry(key) != null) {
            throw Refused.uneditable();
        }
        String value = spelledInDeploy(own, key);
        boolean inFlow = block.origin().inFlow() || block.written().isFlow();
        boolean quoted = YamlEdits.unquoted(value).length() != value.length();
        edits.add(YamlEdits.append(
                block, key + ": " + (inFlow && !quoted && value.indexOf('{') >= 0 ? '"' + value + '"' : value)));
    }

    /** The user's own spelling where the block takes it: it wants memory as a string, and older versions CPUs too. */
    private static String spelledInDeploy(ScalarNode own, String key) throws Refused {
        YamlScalar written = own.written();
        boolean block = written.style() == YamlScalar.Style.LITERAL || written.style() == YamlScalar.Style.FOLDED;
        boolean number = written.kind() != YamlScalar.Kind.STRING;
        Optional<ByteSize> size = key.equals("memory") ? Values.size(own).known() : Optional.empty();
        if (size.isPresent() && (block || number)) {
            return size.get().spelled();
        }
        if (block) {
            throw Refused.block();
        }
        return number && key.equals("cpus") ? '"' + written.raw() + '"' : written.raw();
    }

    private void setReservation(ByteSize size, EditPlan edits) throws Refused {
        ScalarNode own = service.scalar(MEM_RESERVATION);
        MapNode reservations = deployed("reservations");
        ScalarNode deployed = reservations == null ? null : reservations.scalar("memory");
        if (own != null) {
            edits.add(YamlEdits.setScalar(own, size.spelled()));
        }
        if (deployed != null) {
            edits.add(YamlEdits.setScalar(deployed, size.spelled()));
        }
        if (own == null && deployed == null) {
            throw new Refused("there is no reservation to change");
        }
    }

    private void setSwapLimit(ByteSize total, EditPlan edits) throws Refused {
        String spelled = spelledLikeLimit(total);
        ScalarNode swap = written(service, MEMSWAP_LIMIT);
        if (swap != null) {
            edits.add(YamlEdits.setScalar(swap, YamlEdits.unquoted(spelled)));
            return;
        }
        if (service.entry(MEMSWAP_LIMIT) != null) {
            throw Refused.uneditable("memswap_limit is");
        }
        Entry limit = service.entry(MEM_LIMIT);
        String line = MEMSWAP_LIMIT + ": " + spelled;
        edits.add(
                limit != null && YamlEdits.isOwn(limit)
                        ? YamlEdits.insertAfter(limit, line)
                        : YamlEdits.append(service, line));
    }

    private ScalarNode sizeAt(String key) throws Refused {
        MapNode block = key.startsWith("deploy.")
                ? deployed(key.contains(".reservations.") ? "reservations" : "limits")
                : service;
        ScalarNode scalar = block == null ? null : written(block, key.substring(key.lastIndexOf('.') + 1));
        if (scalar == null) {
            throw Refused.uneditable();
        }
        return scalar;
    }

    private void unquoteSwapLimit(EditPlan edits) throws Refused {
        ScalarNode swap = written(service, MEMSWAP_LIMIT);
        if (swap == null) {
            throw Refused.uneditable("memswap_limit is");
        }
        edits.add(
                YamlEdits.replaceScalar(swap, YamlEdits.unquoted(swap.written().raw())));
    }

    /** The user's own spelling of the limit, variables included, if the swap limit is to equal it. */
    private String spelledLikeLimit(ByteSize total) {
        ScalarNode limit = service.scalar(MEM_LIMIT);
        MapNode limits = deployed("limits");
        if (limit == null && limits != null) {
            limit = limits.scalar("memory");
        }
        if (limit == null) {
            return total.spelled();
        }
        YamlScalar written = limit.written();
        boolean equal = Values.size(limit).known().equals(Optional.of(total));
        boolean oneLine = written.style() != YamlScalar.Style.LITERAL && written.style() != YamlScalar.Style.FOLDED;
        return equal && oneLine ? written.raw() : total.spelled();
    }

    private void setTmpfsSize(TmpfsMount mount, ByteSize size, EditPlan edits) throws Refused {
        String spelled = size.spelled();
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            setLongSize(mount, spelled, edits);
            return;
        }
        Located<TmpfsOption> option = null;
        for (Located<TmpfsOption> candidate : mount.options()) {
            if (candidate.value().key().equals("size")) {
                option = candidate;
            }
        }
        if (option != null) {
            ScalarNode scalar = nodes.scalarOf(mount);
            edits.add(YamlEdits.inScalar(scalar, option.at(), "size=" + spelled));
        } else if (mount.options().isEmpty()) {
            addFirstOption(mount, spelled, edits);
        } else {
            Location first = mount.options().get(0).at();
            Location before = new Location(first.file(), Span.at(first.span().start()));
            String comma = first.span().isEmpty() && mount.options().size() == 1 ? "" : ",";
            edits.add(YamlEdits.inScalar(nodes.scalarOf(mount), before, "size=" + spelled + comma));
        }
    }

    private void addFirstOption(TmpfsMount mount, String spelled, EditPlan edits) throws Refused {
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            MapNode opts = nodes.driverOpts(mount);
            edits.add(YamlEdits.append(opts, "o: size=" + spelled));
            return;
        }
        ScalarNode scalar = nodes.scalarOf(mount);
        Location path = mount.target().at();
        Location behind = new Location(path.file(), Span.at(path.span().end()));
        edits.add(YamlEdits.inScalar(scalar, behind, ":size=" + spelled));
    }

    private void setLongSize(TmpfsMount mount, String spelled, EditPlan edits) throws Refused {
        MapNode map = longMount(mount);
        MapNode tmpfs = map.map("tmpfs");
        if (tmpfs == null) {
            Entry empty = map.entry("tmpfs");
            if (empty != null) {
                edits.add(YamlEdits.fillEmpty(empty, "size: " + spelled));
                return;
            }
            edits.add(YamlEdits.appendNested(map, "tmpfs", "size: " + spelled));
            return;
        }
        ScalarNode size = written(tmpfs, "size");
        if (size != null) {
            edits.add(YamlEdits.setScalar(size, spelled));
        } else {
            edits.add(YamlEdits.append(tmpfs, "size: " + spelled));
        }
    }

    private MapNode longMount(TmpfsMount mount) throws Refused {
        if (nodes.nodeOf(mount) instanceof MapNode map) {
            return map;
        }
        throw Refused.uneditable();
    }

    private void removeOption(TmpfsMount mount, Located<TmpfsOption> option, EditPlan edits) throws Refused {
        List<Located<TmpfsOption>> options = mount.options();
        int index = options.indexOf(option);
        Span span = option.at().span();
        // the comma or colon before it goes too; the first of several takes the comma behind it
        boolean first = index == 0 && options.size() > 1;
        Span cut = first ? new Span(span.start(), span.end() + 1) : new Span(span.start() - 1, span.end());
        edits.add(YamlEdits.inScalar(
                nodes.scalarOf(mount), new Location(option.at().file(), cut), ""));
    }

    private void renameOption(TmpfsMount mount, Located<TmpfsOption> option, String key, EditPlan edits)
            throws Refused {
        Optional<String> value = option.value().value();
        String text = value.isPresent() ? key + "=" + value.get() : key;
        edits.add(YamlEdits.inScalar(nodes.scalarOf(mount), option.at(), text));
    }
}

package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Way;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlMapping;
import java.util.List;

/**
 * Writes changes of a service into its YAML: the smallest edit that a careful person would make, or none. What an alias
 * repeats elsewhere and what a variable decides is never touched.
 */
public final class ComposeWriter extends PlannedWriter<Change.OfContainer> {
    private final MapNode service;
    private final MapNode root;
    private final String name;
    private final boolean swarm;
    private final ProjectTexts texts;

    /**
     * A writer of one service.
     *
     * @param root the merged document that it stands in
     * @param swarm whether the service is for a swarm, where {@code docker stack deploy} takes other keys
     */
    public ComposeWriter(MapNode service, MapNode root, String name, boolean swarm, ProjectTexts texts) {
        this.swarm = swarm;
        this.texts = texts;
        this.service = service;
        this.root = root;
        this.name = name;
    }

    @Override
    protected EditPlan plan(Change.OfContainer change, List<Location> causes) throws Refused {
        EditPlan edits = new EditPlan();
        new Planner(edits, within(causes)).answer(change);
        for (Edit edit : edits.edits()) {
            texts.requireOutside(edit.at());
            texts.requireCause(edit.at(), causes);
        }
        return edits;
    }

    /** The merged service, to which is added where the cause stands: one of several files may have written that. */
    private MapNode within(List<Location> causes) {
        YamlMapping around = texts.serviceAround(name, causes);
        return around == null || around == service.written()
                ? service
                : new MapNode(new Node.Origin(around, around.isFlow() ? Way.IN_FLOW : Way.DIRECT), service.entries());
    }

    /** What each kind of change means in YAML. */
    private final class Planner implements Change.ContainerVisitor<Refused> {
        private final EditPlan edits;
        private final MapNode service;

        Planner(EditPlan edits, MapNode service) {
            this.edits = edits;
            this.service = service;
        }

        private VolumeEdits volumes() {
            return new VolumeEdits(service, name, declaration());
        }

        private VolumeDeclaration declaration() {
            return new VolumeDeclaration(service, root, texts);
        }

        private TmpfsEdits tmpfs() {
            return new TmpfsEdits(service, swarm);
        }

        private LimitEdits limits() {
            return new LimitEdits(service, swarm, texts);
        }

        private VolumeReplacement replacement() {
            return new VolumeReplacement(service, name, swarm, declaration());
        }

        /** Here and not in the writer, so that the visitor is loaded only where something is to be changed. */
        void answer(Change.OfContainer change) throws Refused {
            change.accept(this);
        }

        @Override
        public void visit(Change.SetMemoryLimit change) throws Refused {
            limits().setMemoryLimit(change.size(), edits);
        }

        @Override
        public void visit(Change.SetMemoryReservation change) throws Refused {
            limits().setReservation(change.size(), edits);
        }

        @Override
        public void visit(Change.SetSwapLimit change) throws Refused {
            limits().setSwapLimit(change.total(), edits);
        }

        @Override
        public void visit(Change.RespellSize change) throws Refused {
            limits().respell(change.written().key(), change.size(), edits);
        }

        @Override
        public void visit(Change.UnquoteSwapLimit change) throws Refused {
            limits().unquoteSwapLimit(edits);
        }

        @Override
        public void visit(Change.LimitMemoryWithoutSwap change) throws Refused {
            limits().limitMemoryWithoutSwap(change.size(), edits);
        }

        @Override
        public void visit(Change.SetTmpfsSize change) throws Refused {
            tmpfs().setSize(change.mount(), change.size(), edits);
        }

        @Override
        public void visit(Change.SetTmpfsMode change) throws Refused {
            tmpfs().setMode(change.mount(), change.bits(), edits);
        }

        @Override
        public void visit(Change.RemoveTmpfsOption change) throws Refused {
            tmpfs().removeOption(change.mount(), change.option(), edits);
        }

        @Override
        public void visit(Change.RenameTmpfsOption change) throws Refused {
            tmpfs().renameOption(change.mount(), change.option(), change.key(), edits);
        }

        @Override
        public void visit(Change.CopyLimitIntoDeploy change) throws Refused {
            limits().copyIntoDeploy(change.pair(), edits);
        }

        @Override
        public void visit(Change.DeclareVolume change) throws Refused {
            declaration().declare(change.volume(), edits);
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
        public void visit(Change.ReplaceMountOption change) throws Refused {
            volumes().replaceOption(change, edits);
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
            if (swarm) {
                throw new Refused("docker stack deploy leaves out tmpfs:");
            }
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
            if (limits().isDeployed(change.setting())) {
                limits().setDeployed(change, root.scalar("version"), edits);
            } else {
                tmpfs().setSetting(change.setting().key(), change.value(), edits);
            }
        }

        @Override
        public void visit(Change.RemoveSetting change) throws Refused {
            edits.add(YamlRemovals.entry(service, change.setting().key()));
        }

        @Override
        public void visit(Change.AddItem change) throws Refused {
            ServiceLists.add(service, name, change.list().key(), List.of(change.item()), edits);
        }

        @Override
        public void visit(Change.ReplaceItem change) throws Refused {
            edits.add(ServiceLists.replace(service, change));
        }

        @Override
        public void visit(Change.BindPorts change) throws Refused {
            if (swarm) {
                throw new Refused("a swarm publishes on all addresses, whatever is written");
            }
            new PortEdits(service).bind(change, edits);
        }

        @Override
        public void visit(Change.MoveBeforeImage change) throws Refused {
            throw new Refused("a service has no words before its image");
        }
    }
}

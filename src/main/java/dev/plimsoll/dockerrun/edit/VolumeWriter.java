package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.CreatedVolumes;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.source.Location;
import java.util.List;

/** Writes changes of a volume into the command that creates it. */
final class VolumeWriter extends PlannedWriter<Change.OfResource> {
    private final DockerCommand command;

    VolumeWriter(DockerCommand command) {
        this.command = command;
    }

    @Override
    protected EditPlan plan(Change.OfResource change, List<Location> causes) throws Refused {
        CommandEdits edits = CommandEdits.of(command);
        new Planner(edits).answer(change);
        return edits.plan();
    }

    /** What each kind of change means in the words of {@code docker volume create}. */
    private final class Planner implements Change.ResourceVisitor<Refused> {
        private final CommandEdits edits;

        Planner(CommandEdits edits) {
            this.edits = edits;
        }

        /** Here and not in the writer, so that the visitor is loaded only where something is to be changed. */
        void answer(Change.OfResource change) throws Refused {
            change.accept(this);
        }

        @Override
        public void visit(Change.RemoveResource change) throws Refused {
            throw Refused.noPlace();
        }

        @Override
        public void visit(Change.SetDriverOption change) throws Refused {
            set(change.key(), change.value(), edits);
        }

        @Override
        public void visit(Change.RenameDriverOption change) throws Refused {
            Option own = written(change.key());
            edits.replacePart(own.holder(), own.text(), change.name() + "=" + change.value());
        }

        @Override
        public void visit(Change.RemoveDriverOption change) throws Refused {
            edits.removeOption(written(change.key()));
        }
    }

    private Option written(String key) throws Refused {
        Option own = CreatedVolumes.driverOption(command, key);
        if (own == null) {
            throw Refused.absent();
        }
        return own;
    }

    private void set(String key, String value, CommandEdits edits) throws Refused {
        Option own = CreatedVolumes.driverOption(command, key);
        if (own != null) {
            edits.replacePart(own.holder(), CreatedVolumes.setting(own), value);
            return;
        }
        Option other = command.last("opt");
        edits.addOption(other, other == null ? "--opt" : other.spelled(), key + "=" + value);
    }
}

package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.List;

/** Writes changes of a declaration at the top of a file into its YAML, or refuses. */
public final class ResourceWriter extends PlannedWriter<Change.OfResource> {
    private final MapNode root;
    private final ResourceKind kind;
    private final String name;

    /** A writer of one declaration. */
    public ResourceWriter(MapNode root, ResourceKind kind, String name) {
        this.root = root;
        this.kind = kind;
        this.name = name;
    }

    @Override
    protected EditPlan plan(Change.OfResource change, List<Location> causes) throws Refused {
        EditPlan edits = new EditPlan();
        new Planner(edits).answer(change);
        return edits;
    }

    /** What each kind of change means in YAML. */
    private final class Planner implements Change.ResourceVisitor<Refused> {
        private final EditPlan edits;

        Planner(EditPlan edits) {
            this.edits = edits;
        }

        /** Here and not in the writer, so that the visitor is loaded only where something is to be changed. */
        void answer(Change.OfResource change) throws Refused {
            change.accept(this);
        }

        @Override
        public void visit(Change.RemoveResource change) throws Refused {
            remove(edits);
        }

        @Override
        public void visit(Change.SetDriverOption change) throws Refused {
            setDriverOption(change, edits);
        }

        @Override
        public void visit(Change.RenameDriverOption change) throws Refused {
            renameDriverOption(change, edits);
        }

        @Override
        public void visit(Change.RemoveDriverOption change) throws Refused {
            edits.add(YamlRemovals.entry(driverOptions(), change.key()));
        }
    }

    /** The declaration, or the whole section if it holds no other. */
    private void remove(EditPlan edits) throws Refused {
        MapNode section = root.map(kind.key());
        Entry entry = section == null ? null : section.entry(name);
        boolean together = section != null
                && entry != null
                && entry.owner() != null
                && entry.owner().entries().size() == section.entries().size();
        if (section == null || !together) {
            throw Refused.severalFiles();
        }
        edits.add(
                section.entries().size() == 1
                        ? YamlRemovals.entry(root, kind.key())
                        : YamlRemovals.entry(section, name));
    }

    private MapNode driverOptions() throws Refused {
        MapNode options = root.mapAt(kind.key(), name, "driver_opts");
        if (options == null) {
            throw Refused.uneditable("its driver_opts are");
        }
        return options;
    }

    private void renameDriverOption(Change.RenameDriverOption rename, EditPlan edits) throws Refused {
        Entry written = driverOptions().entry(rename.key());
        if (written == null || !YamlEdits.isOwn(written) || !(written.value() instanceof ScalarNode scalar)) {
            throw Refused.uneditable("its driver_opts are");
        }
        edits.add(new Edit(written.key().content(), rename.name()));
        edits.add(YamlEdits.setScalar(scalar, rename.value()));
    }

    private void setDriverOption(Change.SetDriverOption set, EditPlan edits) throws Refused {
        MapNode options = driverOptions();
        Entry written = options.entry(set.key());
        if (written == null) {
            edits.add(YamlEdits.append(options, set.key() + ": " + set.value()));
        } else if (written.value() instanceof ScalarNode scalar) {
            edits.add(YamlEdits.setScalar(scalar, set.value()));
        } else {
            throw Refused.uneditable("its driver_opts are");
        }
    }
}

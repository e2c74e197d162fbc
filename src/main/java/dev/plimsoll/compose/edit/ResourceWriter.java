package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.model.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes changes of a declaration at the top of a file into its YAML, or refuses. */
public final class ResourceWriter implements ChangeWriter {
    private final MapNode root;
    private final ResourceKind kind;
    private final String name;

    public ResourceWriter(MapNode root, ResourceKind kind, String name) {
        this.root = root;
        this.kind = kind;
        this.name = name;
    }

    @Override
    public Optional<String> write(Change change, EditSink sink) {
        List<YamlEdits.Replacement> edits = new ArrayList<>();
        try {
            plan(change, edits);
        } catch (RefusedException e) {
            return Optional.of(e.reason());
        }
        for (YamlEdits.Replacement edit : YamlEdits.combined(edits)) {
            sink.replace(edit.at(), edit.text());
        }
        return Optional.empty();
    }

    private void plan(Change change, List<YamlEdits.Replacement> edits) throws RefusedException {
        if (change instanceof Change.SetDriverOption set) {
            setDriverOption(set, edits);
        } else if (change instanceof Change.RemoveResource) {
            remove(edits);
        } else if (change instanceof Change.RemoveDriverOption remove) {
            edits.add(YamlRemovals.entry(driverOptions(), remove.key()));
        } else if (change instanceof Change.RenameDriverOption rename) {
            renameDriverOption(rename, edits);
        } else {
            throw new RefusedException("it is written in a way that cannot be edited");
        }
    }

    /** The declaration, or the whole section if it holds no other. */
    private void remove(List<YamlEdits.Replacement> edits) throws RefusedException {
        MapNode section = root.map(kind.key());
        Entry entry = section == null ? null : section.entry(name);
        boolean together = section != null
                && entry != null
                && entry.owner() != null
                && entry.owner().entries().size() == section.entries().size();
        if (section == null || !together) {
            throw new RefusedException("it is put together from several files");
        }
        edits.add(
                section.entries().size() == 1
                        ? YamlRemovals.entry(root, kind.key())
                        : YamlRemovals.entry(section, name));
    }

    private MapNode driverOptions() throws RefusedException {
        MapNode section = root.map(kind.key());
        MapNode resource = section == null ? null : section.map(name);
        MapNode options = resource == null ? null : resource.map("driver_opts");
        if (options == null) {
            throw new RefusedException("its driver_opts are written in a way that cannot be edited");
        }
        return options;
    }

    private void renameDriverOption(Change.RenameDriverOption rename, List<YamlEdits.Replacement> edits)
            throws RefusedException {
        Entry written = driverOptions().entry(rename.key());
        if (written == null || !YamlEdits.isOwn(written) || !(written.value() instanceof ScalarNode scalar)) {
            throw new RefusedException("its driver_opts are written in a way that cannot be edited");
        }
        edits.add(new YamlEdits.Replacement(written.key().content(), rename.name()));
        edits.add(YamlEdits.setScalar(scalar, rename.value()));
    }

    private void setDriverOption(Change.SetDriverOption set, List<YamlEdits.Replacement> edits)
            throws RefusedException {
        MapNode options = driverOptions();
        Entry written = options.entry(set.key());
        if (written == null) {
            edits.add(YamlEdits.append(options, set.key() + ": " + set.value()));
        } else if (written.value() instanceof ScalarNode scalar) {
            edits.add(YamlEdits.setScalar(scalar, set.value()));
        } else {
            throw new RefusedException("its driver_opts are written in a way that cannot be edited");
        }
    }
}

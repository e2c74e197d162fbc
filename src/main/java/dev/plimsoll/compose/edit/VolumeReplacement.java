package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a tmpfs out of a service, mounts a named volume instead and declares it at the top. */
final class VolumeReplacement {
    private static final String VOLUMES = "volumes";
    private static final String TMPFS = "tmpfs";

    private final MapNode service;
    private final String name;
    private final boolean swarm;
    private final VolumeDeclaration declaration;

    VolumeReplacement(MapNode service, String name, boolean swarm, VolumeDeclaration declaration) {
        this.swarm = swarm;
        this.service = service;
        this.name = name;
        this.declaration = declaration;
    }

    void plan(Change.ReplaceByVolume change, EditPlan edits) throws Refused {
        TmpfsMount mount = change.mount();
        YamlEdits.requireOwn(service);
        if (!VolumeDeclaration.isPlain(change.volume(), "") || !VolumeDeclaration.isPlain(change.target(), "/")) {
            throw Refused.name();
        }
        String volume = declaration.volumeFor(change.volume());
        String entry = volume + ":" + change.target();
        if (service.written().isFlow()) {
            throw Refused.braces(name);
        }
        switch (mount.declaration()) {
            case SHORT -> replaceShort(mount, List.of(entry), edits);
            case LONG -> replaceLong(mount, entry, edits);
            case VOLUME -> throw new Refused("the volume's driver_opts decide it");
        }
        declaration.declareIfNew(volume, edits);
    }

    private void replaceLong(TmpfsMount mount, String entry, EditPlan edits) throws Refused {
        YamlNode item = item(VOLUMES, mount);
        if (item.location().text().indexOf('#') >= 0) {
            throw new Refused("there is a comment inside it");
        }
        edits.add(new Edit(item.location(), entry));
    }

    /** Writes a tmpfs of the short form as an entry of {@code volumes}. */
    void writeLongForm(TmpfsMount mount, EditPlan edits) throws Refused {
        YamlEdits.requireOwn(service);
        String target = mount.target().value().known().orElse("");
        boolean sized = mount.size().known().isPresent();
        if (service.written().isFlow()
                || !VolumeDeclaration.isPlain(target, "/")
                || !(sized || mount.size().isAbsent())) {
            throw Refused.uneditable();
        }
        List<String> lines = new ArrayList<>();
        lines.add("type: tmpfs");
        lines.add("target: " + target);
        if (mount.readOnly()) {
            lines.add("read_only: true");
        }
        Optional<ByteSize> size = mount.bytes();
        if (size.isPresent()) {
            lines.add("tmpfs:");
            lines.add("  size: " + TmpfsEdits.longSize(size.get(), swarm));
        } else if (sized) {
            throw new Refused("the long form takes a number of bytes only");
        }
        replaceShort(mount, lines, edits);
    }

    private void replaceShort(TmpfsMount mount, List<String> entry, EditPlan edits) throws Refused {
        YamlNode item = item(TMPFS, mount);
        Entry tmpfs = ownEntry(TMPFS);
        YamlNode list = tmpfs.value().origin().written();
        SourceFile file = list.file();
        boolean listed = list instanceof YamlSequence written ? written.items().contains(item) : list == item;
        if (file != service.written().file() || !listed) {
            throw Refused.severalFiles();
        }
        boolean only =
                !(list instanceof YamlSequence sequence) || sequence.items().size() == 1;
        String indent = YamlEdits.indentOf(service.written());
        String lineBreak = YamlEdits.lineBreak(file, list.span().end());
        if (only && service.written().isMerging()) {
            throw Refused.merged();
        }
        if (only && YamlEdits.value(service.written(), VOLUMES) == null) {
            Span lines = YamlEdits.wholeLines(
                    file, tmpfs.key().span().start(), list.span().end());
            String dash = dashes(list, indent);
            String text = indent + VOLUMES + ":" + lineBreak + dash
                    + ServiceLists.item(entry, lineBreak, " ".repeat(dash.length())) + lineBreak;
            edits.add(new Edit(new Location(file, lines), text));
            return;
        }
        if (only) {
            Span lines = YamlEdits.wholeLines(
                    file, tmpfs.key().span().start(), list.span().end());
            edits.add(new Edit(new Location(file, lines), ""));
        } else {
            edits.add(removal((YamlSequence) list, item));
        }
        edits.add(ServiceLists.add(service, VOLUMES, List.of(entry), dashes(list, indent)));
    }

    /** What stands before an item of a new list beside a list. */
    private static String dashes(YamlNode list, String indent) {
        boolean block = list instanceof YamlSequence sequence && !sequence.isFlow();
        return (block ? " ".repeat(list.location().start().column() - 1) : indent + "  ") + "- ";
    }

    private static Edit removal(YamlSequence list, YamlNode item) throws Refused {
        SourceFile file = list.file();
        if (list.isFlow()) {
            throw new Refused("the list is written in brackets");
        }
        Span lines = YamlEdits.wholeLines(file, item.span().start(), item.span().end());
        String before = file.text().substring(lines.start(), item.span().start());
        if (!before.strip().equals("-")) {
            throw Refused.uneditable("the list is");
        }
        return new Edit(new Location(file, lines), "");
    }

    private Entry ownEntry(String key) throws Refused {
        Entry entry = service.entry(key);
        if (entry == null || entry.owner() != service.written()) {
            throw Refused.uneditable();
        }
        YamlEdits.requireOwn(entry.value());
        return entry;
    }

    private YamlNode item(String key, TmpfsMount mount) throws Refused {
        ownEntry(key);
        if (mount.handle() instanceof Node item) {
            YamlEdits.requireOwn(item);
            if (item.at().text().indexOf('$') >= 0) {
                throw Refused.variable();
            }
            return item.origin().written();
        }
        throw Refused.uneditable();
    }
}

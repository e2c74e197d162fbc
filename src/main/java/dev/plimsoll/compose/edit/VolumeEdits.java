package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes changes of a service's volumes, and of what else it lists. */
final class VolumeEdits {
    private static final String VOLUMES = "volumes";
    private static final String TMPFS = "tmpfs";

    private final MapNode service;
    private final String name;
    private final VolumeDeclaration declaration;

    VolumeEdits(MapNode service, String name, VolumeDeclaration declaration) {
        this.service = service;
        this.name = name;
        this.declaration = declaration;
    }

    void addVolume(Change.AddVolume add, EditPlan edits) throws Refused {
        requirePlain(add.volume(), add.target());
        String volume = declaration.volumeFor(add.volume());
        ServiceLists.add(service, name, VOLUMES, List.of(volume + ":" + add.target()), edits);
        declaration.declareIfNew(volume, edits);
    }

    void addTmpfs(Change.AddTmpfs add, EditPlan edits) throws Refused {
        String options = String.join(",", add.options());
        List<String> items = new ArrayList<>();
        for (String target : add.targets()) {
            items.add(options.isEmpty() ? target : target + ":" + options);
        }
        ServiceLists.add(service, name, TMPFS, items, edits);
    }

    void nameVolume(Change.NameVolume named, EditPlan edits) throws Refused {
        ScalarNode scalar = shortForm(named.mount());
        requirePlain(named.volume(), "/plain");
        String volume = declaration.volumeFor(named.volume());
        Location target = named.mount().target().at();
        edits.add(YamlEdits.inScalar(scalar, before(target), volume + ":"));
        declaration.declareIfNew(volume, edits);
    }

    /** The letter at the place's beginning, and the declaration of that name if there is one. */
    void renameOneLetter(Change.RenameOneLetterVolume rename, EditPlan edits) throws Refused {
        ScalarNode scalar = shortForm(rename.mount());
        Location target = rename.mount().target().at();
        int start = target.span().start();
        Location letter = new Location(target.file(), new Span(start, start + 1));
        edits.add(YamlEdits.inScalar(scalar, letter, rename.name()));
        Entry declared = declaration.declared(letter.text());
        if (declared != null
                && declared.key().location().file() == service.written().file()) {
            if (!declared.key().location().text().equals(letter.text())) {
                throw Refused.uneditable("its declaration is");
            }
            edits.add(new Edit(declared.key().location(), rename.name()));
        } else if (declaration.declared(rename.name()) == null) {
            declaration.declare(rename.name(), edits);
        }
    }

    void setSource(Change.SetMountSource set, EditPlan edits) throws Refused {
        if (set.mount() instanceof VolumeMount && itemOf(set.mount()) instanceof MapNode map) {
            if (set.source().indexOf('/') < 0) {
                ScalarNode written = map.scalar("source");
                if (written == null) {
                    throw Refused.uneditable();
                }
                edits.add(YamlEdits.setScalar(written, set.source()));
                return;
            }
            makeBind(map, set.source(), edits);
            return;
        }
        ScalarNode scalar = shortForm(set.mount());
        if (!scalar.text().isLiteral()) {
            // the parts may all stand at one reference, so that nothing lies between them
            throw Refused.variable();
        }
        Location declared = scalar.text().location();
        Location target = set.mount().target().at();
        Location source = new Location(
                declared.file(), new Span(declared.span().start(), target.span().start() - 1));
        edits.add(YamlEdits.inScalar(scalar, source, set.source()));
    }

    /** The type of the long form is never told from the source: a path in place of a name needs another type. */
    private static void makeBind(MapNode map, String source, EditPlan edits) throws Refused {
        ScalarNode type = map.scalar("type");
        ScalarNode written = map.scalar("source");
        if (type == null || written == null || map.entry("volume") != null) {
            throw Refused.uneditable();
        }
        edits.add(YamlEdits.setScalar(type, "bind"));
        if (!source.equals(written.known())) {
            edits.add(YamlEdits.setScalar(written, source));
        }
    }

    void setTarget(Change.SetMountTarget set, EditPlan edits) throws Refused {
        Node item = itemOf(set.mount());
        if (item instanceof MapNode map) {
            ScalarNode target = map.scalar("target");
            if (target == null) {
                throw Refused.uneditable();
            }
            edits.add(YamlEdits.setScalar(target, set.target()));
            return;
        }
        edits.add(
                YamlEdits.inScalar(shortForm(set.mount()), set.mount().target().at(), set.target()));
    }

    void replaceOption(Change.ReplaceMountOption replace, EditPlan edits) throws Refused {
        ScalarNode scalar = shortForm(replace.mount());
        Located<String> option = replace.option();
        if (!replace.word().isEmpty()) {
            edits.add(YamlEdits.inScalar(scalar, option.at(), replace.word()));
            return;
        }
        Span span = option.at().span();
        String text = scalar.at().file().text();
        boolean first = text.charAt(span.start() - 1) == ':';
        boolean others = span.end() < text.length() && text.charAt(span.end()) == ',';
        // the separator before it goes too; the first of several takes the comma behind it
        Span cut = first && others ? new Span(span.start(), span.end() + 1) : new Span(span.start() - 1, span.end());
        edits.add(YamlEdits.inScalar(scalar, new Location(option.at().file(), cut), ""));
    }

    void limitLog(Change.LimitLog limit, EditPlan edits) throws Refused {
        YamlEdits.requireOwn(service);
        Entry entry = service.entry("logging");
        String size = "max-size: " + limit.size();
        String files = "max-file: \"" + limit.files() + "\"";
        if (entry == null) {
            if (service.written().isFlow()) {
                edits.add(YamlEdits.append(
                        service, "logging: {driver: json-file, options: {" + size + ", " + files + "}}"));
                return;
            }
            String lineBreak = YamlEdits.lineBreak(
                    service.written().file(), service.written().span().end());
            String indent = YamlEdits.indentOf(service.written());
            edits.add(YamlEdits.append(
                    service,
                    "logging:" + lineBreak + indent + "  driver: json-file" + lineBreak + indent + "  options:"
                            + lineBreak + indent + "    " + size + lineBreak + indent + "    " + files));
            return;
        }
        if (!(entry.value() instanceof MapNode logging)) {
            throw Refused.uneditable();
        }
        MapNode options = logging.map("options");
        if (options != null) {
            boolean bounded = options.entry("max-file") != null;
            edits.add(bounded ? YamlEdits.append(options, size) : YamlEdits.append(options, size, files));
        } else if (logging.entry("options") == null) {
            edits.add(YamlEdits.appendNested(logging, "options", size));
        } else {
            throw Refused.uneditable();
        }
    }

    private static void requirePlain(String volume, String target) throws Refused {
        if (!VolumeDeclaration.isPlain(volume, "") || !VolumeDeclaration.isPlain(target, "/")) {
            throw Refused.name();
        }
    }

    private static Location before(Location place) {
        return new Location(place.file(), Span.at(place.span().start()));
    }

    private static ScalarNode shortForm(Mount mount) throws Refused {
        if (itemOf(mount) instanceof ScalarNode scalar) {
            return scalar;
        }
        throw new Refused("it is written in the long form");
    }

    /** The item of {@code volumes} that a mount was read from. */
    private static Node itemOf(Mount mount) throws Refused {
        boolean tmpfs = mount instanceof TmpfsMount found && found.declaration() == TmpfsMount.Declaration.SHORT;
        if (tmpfs || !(mount.handle() instanceof Node item)) {
            throw Refused.uneditable();
        }
        YamlEdits.requireOwn(item);
        return item;
    }
}

package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes changes of a service's tmpfs mounts, of single settings of its mounts and of itself. */
final class TmpfsEdits {
    private final MapNode service;
    private final MountNodes nodes;

    TmpfsEdits(MapNode service, MapNode root) {
        this.service = service;
        this.nodes = new MountNodes(service, root);
    }

    void setMode(TmpfsMount mount, int bits, EditPlan edits) throws Refused {
        if (mount.declaration() != TmpfsMount.Declaration.LONG) {
            String digits = Integer.toOctalString(bits);
            setOption(mount, "mode", Optional.of(digits.length() < 4 ? "0" + digits : digits), edits);
            return;
        }
        String spelled = "0o" + Integer.toOctalString(bits);
        if (!(nodes.nodeOf(mount) instanceof MapNode map)) {
            throw Refused.uneditable();
        }
        MapNode tmpfs = map.map("tmpfs");
        Entry mode = tmpfs == null ? null : tmpfs.entry("mode");
        if (mode != null && mode.value() instanceof ScalarNode scalar) {
            // a number has no quotes: those of a string go with it
            Edit inside = YamlEdits.setScalar(scalar, spelled);
            boolean nothing = scalar.written().span().isEmpty();
            edits.add(nothing ? inside : new Edit(scalar.written().location(), spelled));
        } else if (tmpfs != null && mode == null) {
            edits.add(YamlEdits.append(tmpfs, "mode: " + spelled));
        } else if (map.entry("tmpfs") == null) {
            edits.add(YamlEdits.appendNested(map, "tmpfs", "mode: " + spelled));
        } else {
            throw Refused.uneditable();
        }
    }

    void setOption(TmpfsMount mount, String key, Optional<String> value, EditPlan edits) throws Refused {
        String text = value.isPresent() ? key + "=" + value.get() : key;
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            throw new Refused("the long form has no option " + key);
        }
        Optional<Located<TmpfsOption>> written = value.isPresent() ? mount.option(key) : mount.flag(key, "no" + key);
        if (written.isPresent()) {
            edits.add(YamlEdits.inScalar(nodes.scalarOf(mount), written.get().at(), text));
            return;
        }
        add(mount, List.of(text), edits);
    }

    /** Adds options as the last ones. */
    private void add(TmpfsMount mount, List<String> options, EditPlan edits) throws Refused {
        String text = String.join(",", options);
        if (mount.options().isEmpty() && mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            edits.add(YamlEdits.append(nodes.driverOpts(mount), "o: " + text));
            return;
        }
        if (mount.options().isEmpty()) {
            edits.add(YamlEdits.inScalar(
                    nodes.scalarOf(mount), behind(mount.target().at()), ":" + text));
            return;
        }
        Location last = mount.options().get(mount.options().size() - 1).at();
        boolean none = mount.options().size() == 1 && last.span().isEmpty();
        edits.add(YamlEdits.inScalar(nodes.scalarOf(mount), behind(last), (none ? "" : ",") + text));
    }

    private static Location behind(Location at) {
        return new Location(at.file(), Span.at(at.span().end()));
    }

    void merge(TmpfsMount into, TmpfsMount removed, EditPlan edits) throws Refused {
        List<String> missing = new ArrayList<>();
        for (Located<TmpfsOption> option : removed.options()) {
            String key = option.value().key();
            Optional<String> value = option.value().value();
            if (into.option(key).isEmpty() && !(key.isEmpty() && value.isEmpty())) {
                missing.add(value.isPresent() ? key + "=" + value.get() : key);
            }
        }
        if (!missing.isEmpty()) {
            add(into, missing, edits);
        }
        removeMount(removed, edits);
    }

    void removeMount(Mount mount, EditPlan edits) throws Refused {
        for (String key : MountNodes.KEYS) {
            if (service.get(key) instanceof ListNode list) {
                Node item = MountNodes.itemOf(list, mount);
                if (item != null) {
                    edits.add(YamlRemovals.item(list, item));
                    return;
                }
            }
        }
        throw Refused.uneditable();
    }

    void removeMountSetting(Mount mount, String path, EditPlan edits) throws Refused {
        if (!(nodes.nodeOf(mount) instanceof MapNode map)) {
            throw Refused.uneditable();
        }
        int dot = path.indexOf('.');
        MapNode block = dot < 0 ? null : map.map(path.substring(0, dot));
        if (block == null) {
            edits.add(YamlRemovals.entry(map, path));
        } else if (block.entries().size() == 1) {
            edits.add(YamlRemovals.entry(map, path.substring(0, dot)));
        } else {
            edits.add(YamlRemovals.entry(block, path.substring(dot + 1)));
        }
    }

    void renameMountSetting(Mount mount, String from, String to, EditPlan edits) throws Refused {
        Entry entry = nodes.nodeOf(mount) instanceof MapNode map ? map.entry(from) : null;
        if (entry == null || !YamlEdits.isOwn(entry)) {
            throw Refused.uneditable();
        }
        edits.add(new Edit(entry.key().content(), to));
    }

    void setSetting(String key, String value, EditPlan edits) throws Refused {
        Entry entry = service.entry(key);
        if (entry == null) {
            edits.add(YamlEdits.append(service, key + ": " + value));
        } else if (entry.value() instanceof ScalarNode scalar) {
            edits.add(YamlEdits.setScalar(scalar, value));
        } else {
            throw Refused.uneditable();
        }
    }

    /** An option between the commas of a Dockerfile's flag, which is no YAML. */
    static Edit withoutOption(Location option) throws Refused {
        String text = option.file().text();
        Span span = option.span();
        if (span.start() > 0 && text.charAt(span.start() - 1) == ',') {
            return new Edit(new Location(option.file(), new Span(span.start() - 1, span.end())), "");
        }
        if (span.end() < text.length() && text.charAt(span.end()) == ',') {
            return new Edit(new Location(option.file(), new Span(span.start(), span.end() + 1)), "");
        }
        throw Refused.uneditable();
    }
}

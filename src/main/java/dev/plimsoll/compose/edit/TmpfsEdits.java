package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes changes of a service's tmpfs mounts, of single settings of its mounts and of itself. */
final class TmpfsEdits {
    private static final String UNEDITABLE = "it is written in a way that cannot be edited";

    private final MapNode service;
    private final MountNodes nodes;

    TmpfsEdits(MapNode service, MapNode root) {
        this.service = service;
        this.nodes = new MountNodes(service, root);
    }

    /** Plans a change; refuses those of other kinds. */
    void plan(Change change, List<YamlEdits.Replacement> edits) throws RefusedException {
        if (change instanceof Change.SetTmpfsMode set) {
            setMode(set.mount(), set.bits(), edits);
        } else if (change instanceof Change.SetTmpfsOption set) {
            setOption(set.mount(), set.key(), set.value(), edits);
        } else if (change instanceof Change.MergeTmpfs merge) {
            merge(merge.into(), merge.removed(), edits);
        } else if (change instanceof Change.RemoveMount remove) {
            removeMount(remove.mount(), edits);
        } else if (change instanceof Change.RemoveMountSetting remove) {
            removeMountSetting(remove.mount(), remove.setting().value(), edits);
        } else if (change instanceof Change.RenameMountSetting rename) {
            renameMountSetting(rename.mount(), rename.setting().value(), rename.name(), edits);
        } else if (change instanceof Change.SetSetting set) {
            setSetting(set.setting().key(), set.value(), edits);
        } else if (change instanceof Change.RemoveSetting remove) {
            edits.add(YamlRemovals.entry(service, remove.setting().key()));
        } else if (change instanceof Change.RemoveBuildOption remove) {
            edits.add(withoutOption(remove.option().at()));
        } else {
            throw new RefusedException(UNEDITABLE);
        }
    }

    private void setMode(TmpfsMount mount, int bits, List<YamlEdits.Replacement> edits) throws RefusedException {
        if (mount.declaration() != TmpfsMount.Declaration.LONG) {
            String digits = Integer.toOctalString(bits);
            setOption(mount, "mode", Optional.of(digits.length() < 4 ? "0" + digits : digits), edits);
            return;
        }
        String spelled = "0o" + Integer.toOctalString(bits);
        if (!(nodes.nodeOf(mount) instanceof MapNode map)) {
            throw new RefusedException(UNEDITABLE);
        }
        MapNode tmpfs = map.map("tmpfs");
        Entry mode = tmpfs == null ? null : tmpfs.entry("mode");
        if (mode != null && mode.value() instanceof ScalarNode scalar) {
            // a number has no quotes: those of a string go with it
            YamlEdits.Replacement inside = YamlEdits.setScalar(scalar, spelled);
            boolean nothing = scalar.written().span().isEmpty();
            edits.add(
                    nothing
                            ? inside
                            : new YamlEdits.Replacement(scalar.written().location(), spelled));
        } else if (tmpfs != null && mode == null) {
            edits.add(YamlEdits.append(tmpfs, "mode: " + spelled));
        } else if (map.entry("tmpfs") == null) {
            edits.add(YamlEdits.appendNested(map, "tmpfs", "mode: " + spelled));
        } else {
            throw new RefusedException(UNEDITABLE);
        }
    }

    private void setOption(TmpfsMount mount, String key, Optional<String> value, List<YamlEdits.Replacement> edits)
            throws RefusedException {
        String text = value.isPresent() ? key + "=" + value.get() : key;
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            throw new RefusedException("the long form has no option " + key);
        }
        Optional<Located<TmpfsOption>> written = value.isPresent() ? mount.option(key) : mount.flag(key, "no" + key);
        if (written.isPresent()) {
            edits.add(YamlEdits.inScalar(nodes.scalarOf(mount), written.get().at(), text));
            return;
        }
        add(mount, List.of(text), edits);
    }

    /** Adds options as the last ones. */
    private void add(TmpfsMount mount, List<String> options, List<YamlEdits.Replacement> edits)
            throws RefusedException {
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

    private void merge(TmpfsMount into, TmpfsMount removed, List<YamlEdits.Replacement> edits) throws RefusedException {
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

    private void removeMount(Mount mount, List<YamlEdits.Replacement> edits) throws RefusedException {
        for (String key : MountNodes.KEYS) {
            if (service.get(key) instanceof ListNode list) {
                Node item = MountNodes.itemOf(list, mount);
                if (item != null) {
                    edits.add(YamlRemovals.item(list, item));
                    return;
                }
            }
        }
        throw new RefusedException(UNEDITABLE);
    }

    private void removeMountSetting(Mount mount, String path, List<YamlEdits.Replacement> edits)
            throws RefusedException {
        if (!(nodes.nodeOf(mount) instanceof MapNode map)) {
            throw new RefusedException(UNEDITABLE);
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

    private void renameMountSetting(Mount mount, String from, String to, List<YamlEdits.Replacement> edits)
            throws RefusedException {
        Entry entry = nodes.nodeOf(mount) instanceof MapNode map ? map.entry(from) : null;
        if (entry == null || !YamlEdits.isOwn(entry)) {
            throw new RefusedException(UNEDITABLE);
        }
        edits.add(new YamlEdits.Replacement(entry.key().content(), to));
    }

    private void setSetting(String key, String value, List<YamlEdits.Replacement> edits) throws RefusedException {
        Entry entry = service.entry(key);
        if (entry == null) {
            edits.add(YamlEdits.append(service, key + ": " + value));
        } else if (entry.value() instanceof ScalarNode scalar) {
            edits.add(YamlEdits.setScalar(scalar, value));
        } else {
            throw new RefusedException(UNEDITABLE);
        }
    }

    /** An option between the commas of a Dockerfile's flag, which is no YAML. */
    private static YamlEdits.Replacement withoutOption(Location option) throws RefusedException {
        String text = option.file().text();
        Span span = option.span();
        if (span.start() > 0 && text.charAt(span.start() - 1) == ',') {
            return new YamlEdits.Replacement(new Location(option.file(), new Span(span.start() - 1, span.end())), "");
        }
        if (span.end() < text.length() && text.charAt(span.end()) == ',') {
            return new YamlEdits.Replacement(new Location(option.file(), new Span(span.start(), span.end() + 1)), "");
        }
        throw new RefusedException(UNEDITABLE);
    }
}

package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.ByteSize;
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
    private final boolean swarm;

    TmpfsEdits(MapNode service, boolean swarm) {
        this.service = service;
        this.swarm = swarm;
    }

    /** A size of the long form: {@code docker stack deploy} takes a number of bytes only. */
    static String longSize(ByteSize size, boolean swarm) {
        return swarm ? Long.toString(size.bytes()) : size.spelled();
    }

    /** The scalar that holds a short declaration or a volume's {@code o}. */
    private static ScalarNode scalarOf(TmpfsMount mount) throws Refused {
        if (mount.target().value().raw().isEmpty()) {
            throw new Refused("there is no path to mount it at");
        }
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            ScalarNode o = driverOpts(mount).scalar("o");
            if (o != null) {
                return o;
            }
        } else if (mount.handle() instanceof ScalarNode scalar) {
            return scalar;
        }
        throw Refused.uneditable();
    }

    /** The options of the volume that a tmpfs backs. */
    private static MapNode driverOpts(TmpfsMount mount) throws Refused {
        MapNode volume =
                mount.volume().isPresent() && mount.volume().get().handle() instanceof MapNode map ? map : null;
        MapNode opts = volume == null ? null : volume.map("driver_opts");
        if (opts == null) {
            throw new Refused("the volume is declared in a way that cannot be edited");
        }
        return opts;
    }

    /** The mapping of a mount in the long form. */
    private static MapNode mapOf(Mount mount) throws Refused {
        if (mount.handle() instanceof MapNode map) {
            return map;
        }
        throw Refused.uneditable();
    }

    /** The key under which a service lists a mount. */
    private static String listOf(Mount mount) {
        boolean tmpfs = mount instanceof TmpfsMount found && found.declaration() == TmpfsMount.Declaration.SHORT;
        return tmpfs ? "tmpfs" : "volumes";
    }

    void setSize(TmpfsMount mount, ByteSize size, EditPlan edits) throws Refused {
        String spelled = size.spelled();
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            setLongSize(mount, size, edits);
            return;
        }
        Optional<Located<TmpfsOption>> option = mount.option("size");
        if (option.isPresent()) {
            String like = size.spelledLike(option.get().value().value().orElse(""));
            edits.add(YamlEdits.inScalar(scalarOf(mount), option.get().at(), "size=" + like));
        } else if (mount.options().isEmpty()) {
            add(mount, List.of("size=" + spelled), edits);
        } else {
            Location first = mount.options().get(0).at();
            Location before = new Location(first.file(), Span.at(first.span().start()));
            String comma = first.span().isEmpty() && mount.options().size() == 1 ? "" : ",";
            edits.add(YamlEdits.inScalar(scalarOf(mount), before, "size=" + spelled + comma));
        }
    }

    private void setLongSize(TmpfsMount mount, ByteSize bytes, EditPlan edits) throws Refused {
        String spelled = longSize(bytes, swarm);
        MapNode map = mapOf(mount);
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
        ScalarNode size = LimitEdits.written(tmpfs, "size");
        if (size != null) {
            edits.add(YamlEdits.setScalar(
                    size, swarm ? spelled : bytes.spelledLike(size.written().value())));
        } else {
            edits.add(YamlEdits.append(tmpfs, "size: " + spelled));
        }
    }

    void removeOption(TmpfsMount mount, Located<TmpfsOption> option, EditPlan edits) throws Refused {
        List<Located<TmpfsOption>> options = mount.options();
        int index = options.indexOf(option);
        Span span = option.at().span();
        // the comma or colon before it goes too; the first of several takes the comma behind it
        boolean first = index == 0 && options.size() > 1;
        Span cut = first ? new Span(span.start(), span.end() + 1) : new Span(span.start() - 1, span.end());
        edits.add(YamlEdits.inScalar(scalarOf(mount), new Location(option.at().file(), cut), ""));
    }

    void renameOption(TmpfsMount mount, Located<TmpfsOption> option, String key, EditPlan edits) throws Refused {
        Optional<String> value = option.value().value();
        String text = value.isPresent() ? key + "=" + value.get() : key;
        edits.add(YamlEdits.inScalar(scalarOf(mount), option.at(), text));
    }

    void setMode(TmpfsMount mount, int bits, EditPlan edits) throws Refused {
        if (mount.declaration() != TmpfsMount.Declaration.LONG) {
            String digits = Integer.toOctalString(bits);
            setOption(mount, "mode", Optional.of(digits.length() < 4 ? "0" + digits : digits), edits);
            return;
        }
        String spelled = "0o" + Integer.toOctalString(bits);
        MapNode map = mapOf(mount);
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
            edits.add(YamlEdits.inScalar(scalarOf(mount), written.get().at(), text));
            return;
        }
        add(mount, List.of(text), edits);
    }

    /** Adds options as the last ones. */
    private void add(TmpfsMount mount, List<String> options, EditPlan edits) throws Refused {
        String text = String.join(",", options);
        if (mount.options().isEmpty() && mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            edits.add(YamlEdits.append(driverOpts(mount), "o: " + text));
            return;
        }
        if (mount.options().isEmpty()) {
            edits.add(YamlEdits.inScalar(scalarOf(mount), behind(mount.target().at()), ":" + text));
            return;
        }
        Location last = mount.options().get(mount.options().size() - 1).at();
        boolean none = mount.options().size() == 1 && last.span().isEmpty();
        edits.add(YamlEdits.inScalar(scalarOf(mount), behind(last), (none ? "" : ",") + text));
    }

    private static Location behind(Location at) {
        return new Location(at.file(), Span.at(at.span().end()));
    }

    void merge(TmpfsMount into, TmpfsMount removed, EditPlan edits) throws Refused {
        if (into.declared().at().file() != removed.declared().at().file()) {
            // the file that loses its own may be used without the other
            throw Refused.severalFiles();
        }
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
        if (service.get(listOf(mount)) instanceof ListNode list && mount.handle() instanceof Node item) {
            edits.add(YamlRemovals.item(list, item));
            return;
        }
        throw Refused.uneditable();
    }

    void removeMountSetting(Mount mount, String path, EditPlan edits) throws Refused {
        MapNode map = mapOf(mount);
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
        Entry entry = mapOf(mount).entry(from);
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
}

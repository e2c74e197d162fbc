package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.model.VolumeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of a service's {@code volumes:}. */
public final class VolumeReader {
    /** Keys of the long form that a tmpfs has no use for; Compose only warns, and the engine refuses a source. */
    private static final String[] FOREIGN_TO_TMPFS = {"source", "bind", "volume", "image", "cluster"};

    private static final String[] FOREIGN_TO_VOLUME = {"bind", "tmpfs", "image", "cluster"};
    private static final String[] FOREIGN_TO_BIND = {"volume", "tmpfs", "image", "cluster"};

    private VolumeReader() {}

    /** What is written with a tmpfs that it does not take. */
    static List<Located<String>> foreignToTmpfs(MapNode mount) {
        return foreign(mount, FOREIGN_TO_TMPFS);
    }

    /** Those of these keys that are written, keys of a block by their path. */
    private static List<Located<String>> foreign(MapNode mount, String[] keys) {
        List<Located<String>> found = new ArrayList<>(0);
        for (String key : keys) {
            Entry entry = mount.entry(key);
            if (entry == null) {
                continue;
            }
            if (entry.value() instanceof MapNode block && !block.entries().isEmpty()) {
                for (Map.Entry<String, Entry> inner : block.entries().entrySet()) {
                    Entry written = inner.getValue();
                    found.add(new Located<>(
                            key + "." + inner.getKey(),
                            written.key().location(),
                            written.value().through()));
                }
            } else if (entry.value() instanceof ScalarNode scalar && !scalar.isNull()) {
                found.add(new Located<>(key, entry.key().location(), scalar.through()));
            }
        }
        return found;
    }

    private static Optional<Value<String>> subpath(MapNode map) {
        MapNode volume = map.map("volume");
        ScalarNode written = volume == null ? null : volume.scalar("subpath");
        return written == null ? Optional.empty() : Optional.of(Values.string(written));
    }

    private static List<Located<String>> propagation(MapNode map) {
        MapNode bind = map.map("bind");
        ScalarNode written = bind == null ? null : bind.scalar("propagation");
        String known = written == null ? null : written.known();
        return written == null || known == null ? List.of() : List.of(written.located(known));
    }

    /** The mounts of a service's {@code volumes}, with those that Docker refuses as they are written. */
    static List<Mount> all(@Nullable Node volumes) {
        List<Mount> mounts = new ArrayList<>(2);
        if (volumes instanceof ListNode list) {
            for (Node item : list.items()) {
                mounts.add(read(item));
            }
        } else if (volumes != null) {
            mounts.add(unreadable(volumes));
        }
        return mounts;
    }

    private static Mount unreadable(Node node) {
        return VolumeSyntax.unreadable(node.located(node.at().text()), node);
    }

    /** The mount, volumes with options of their own not looked up. */
    public static Mount read(Node entry) {
        @Nullable
        Mount mount = entry instanceof MapNode map
                ? fromLong(map)
                : entry instanceof ScalarNode scalar && !scalar.isNull() ? fromShort(scalar) : null;
        return mount == null ? unreadable(entry) : mount;
    }

    private static Mount fromShort(ScalarNode scalar) {
        return VolumeSyntax.read(
                scalar.text(),
                scalar.variables(),
                scalar.located(scalar.written().raw()),
                scalar);
    }

    private static @Nullable Mount fromLong(MapNode map) {
        ScalarNode type = map.scalar("type");
        ScalarNode target = map.scalar("target");
        if (type == null || target == null) {
            return null;
        }
        Located<Value<String>> targetValue = target.located(Values.string(target));
        ScalarNode source = map.scalar("source");
        boolean fixed = Values.isTrue(map.scalar("read_only"));
        Optional<Located<Value<String>>> sourceValue =
                source == null ? Optional.empty() : Optional.of(source.located(Values.string(source)));
        String typeName = type.known();
        Located<String> declared = map.located(targetValue.value().raw());
        return switch (typeName == null ? "" : typeName) {
            case "tmpfs" -> TmpfsReader.fromLong(map, targetValue);
            case "volume" ->
                new VolumeMount(
                        sourceValue,
                        subpath(map),
                        Optional.empty(),
                        targetValue,
                        fixed,
                        declared,
                        List.of(),
                        foreign(map, FOREIGN_TO_VOLUME),
                        map);
            case "bind" -> {
                // no "?", as in Values.size
                if (sourceValue.isEmpty()) {
                    yield new OtherMount("bind", sourceValue, targetValue, declared, map);
                }
                yield new BindMount(
                        sourceValue.get(),
                        targetValue,
                        fixed,
                        Optional.empty(),
                        declared,
                        propagation(map),
                        foreign(map, FOREIGN_TO_BIND),
                        map);
            }
            default -> new OtherMount(type.text().value(), sourceValue, targetValue, declared, map);
        };
    }
}

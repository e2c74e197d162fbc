package dev.plimsoll.compose;

import dev.plimsoll.model.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML node with aliases followed and merge keys merged, which still knows how and where it was written. */
abstract sealed class Node {
    private final Origin origin;

    private Node(Origin origin) {
        this.origin = origin;
    }

    /**
     * Where a node comes from.
     *
     * @param written the node as written, never an alias
     * @param through the aliases that lead to it, the outermost first
     * @param shared whether an alias repeats it elsewhere, so that no edit may touch it
     * @param inFlow whether it stands inside braces or brackets
     */
    record Origin(YamlNode written, List<Location> through, boolean shared, boolean inFlow) {}

    Origin origin() {
        return origin;
    }

    Location at() {
        return origin.written().location();
    }

    <T> Located<T> located(T value) {
        return new Located<>(value, at(), origin.through());
    }

    /** Where to point at. */
    Location shown() {
        return origin.through().isEmpty() ? at() : origin.through().get(0);
    }

    /** Whether it carries this tag, such as {@code !override}. */
    boolean isTagged(String tag) {
        return origin.written().tag().orElse("").equals(tag);
    }

    /** A mapping. */
    static final class MapNode extends Node {
        private final Map<String, Entry> entries;

        MapNode(Origin origin, Map<String, Entry> entries) {
            super(origin);
            this.entries = entries;
        }

        Map<String, Entry> entries() {
            return entries;
        }

        @Nullable
        Entry entry(String key) {
            return entries.get(key);
        }

        /** The value of a key; null where it is not there, {@code !reset} or nothing. */
        @Nullable
        Node get(String key) {
            Entry entry = entries.get(key);
            if (entry == null || entry.value() instanceof ResetNode) {
                return null;
            }
            return entry.value() instanceof ScalarNode scalar && scalar.isNull() ? null : entry.value();
        }

        @Nullable
        MapNode map(String key) {
            return get(key) instanceof MapNode map ? map : null;
        }

        @Nullable
        ScalarNode scalar(String key) {
            return get(key) instanceof ScalarNode scalar ? scalar : null;
        }

        boolean isReset(String key) {
            Entry entry = entries.get(key);
            return entry != null && entry.value() instanceof ResetNode;
        }

        MapNode copy() {
            return new MapNode(origin(), new LinkedHashMap<>(entries));
        }

        /** The mapping as written; merged documents have several, of which this is the first. */
        YamlMapping written() {
            return (YamlMapping) origin().written();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key as written
     * @param value the value
     * @param owner the mapping that it was written in
     */
    record Entry(YamlScalar key, Node value, YamlMapping owner) {
        /** The key's place, or the alias that brought it. */
        Location shown() {
            return value.origin().through().isEmpty()
                    ? key.location()
                    : value.origin().through().get(0);
        }
    }

    /** A list. */
    static final class ListNode extends Node {
        private final List<Node> items;

        ListNode(Origin origin, List<Node> items) {
            super(origin);
            this.items = items;
        }

        List<Node> items() {
            return items;
        }
    }

    /** A scalar with its variables resolved as far as they are known. */
    static final class ScalarNode extends Node {
        private final Interpolation.Result interpolated;

        ScalarNode(Origin origin, Interpolation.Result interpolated) {
            super(origin);
            this.interpolated = interpolated;
        }

        YamlScalar written() {
            return (YamlScalar) origin().written();
        }

        Text text() {
            return interpolated.text();
        }

        List<String> variables() {
            return interpolated.variables();
        }

        /** Whether variables took part in its value. */
        boolean isInterpolated() {
            return !interpolated.variables().isEmpty();
        }

        boolean isNull() {
            return written().kind() == YamlScalar.Kind.NULL;
        }

        /** The value, if no unknown variable is part of it. */
        @Nullable
        String known() {
            return text().isKnown() ? text().value() : null;
        }
    }

    /** What {@code !reset} leaves: the key is taken away. */
    static final class ResetNode extends Node {
        ResetNode(Origin origin) {
            super(origin);
        }
    }
}

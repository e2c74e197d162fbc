package dev.plimsoll.compose.tree;

import dev.plimsoll.model.Handle;
import dev.plimsoll.model.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML node with aliases followed and merge keys merged, which still knows how and where it was written. */
public abstract sealed class Node implements Handle {
    private final YamlNode written;
    private final Way way;

    private Node(Origin origin) {
        this.written = origin.written();
        this.way = origin.way();
    }

    private Node(YamlNode written, Way way) {
        this.written = written;
        this.way = way;
    }

    /**
     * Where a node comes from.
     *
     * @param written the node as written, never an alias
     * @param way what brought it here
     */
    public record Origin(YamlNode written, Way way) {
        /** The aliases that lead to it, the outermost first. */
        public List<Location> through() {
            return way.through();
        }

        /** Whether an alias repeats it elsewhere, so that no edit may touch it. */
        public boolean shared() {
            return way.isShared();
        }

        /** Whether it stands inside braces or brackets. */
        public boolean inFlow() {
            return way.isInFlow();
        }
    }

    /** Where the node was written, and what brought it here. */
    public Origin origin() {
        return new Origin(written, way);
    }

    /** The node as written, never an alias. */
    YamlNode node() {
        return written;
    }

    /** What brought it here. */
    Way way() {
        return way;
    }

    /** The aliases that lead to it, the outermost first. */
    public List<Location> through() {
        return way.through();
    }

    /** Whether an alias repeats it elsewhere, or brought it here. */
    public boolean isRepeated() {
        return way.isShared() || !way.through().isEmpty();
    }

    /** Where the node was written. */
    public Location at() {
        return written.location();
    }

    /** A value at the place of this node. */
    public <T> Located<T> located(T value) {
        return new Located<>(value, at(), way.through());
    }

    /** Where to point at. */
    public Location shown() {
        return way.through().isEmpty() ? at() : way.through().get(0);
    }

    /** Whether it carries this tag, such as {@code !override}. */
    boolean isTagged(String tag) {
        return written.isTagged(tag);
    }

    /** A mapping. */
    public static final class MapNode extends Node {
        private final Map<String, Entry> entries;

        /** A mapping of these entries, in the order of writing. */
        public MapNode(Origin origin, Map<String, Entry> entries) {
            super(origin);
            this.entries = entries;
        }

        MapNode(YamlMapping written, Way way, Map<String, Entry> entries) {
            super(written, way);
            this.entries = entries;
        }

        /** The same mapping with other entries. */
        MapNode with(Map<String, Entry> others) {
            return new MapNode(written(), way(), others);
        }

        /** The entries by their keys, in the order of writing. */
        public Map<String, Entry> entries() {
            return entries;
        }

        /** The entry of a key; null if there is none. */
        @Nullable
        public Entry entry(String key) {
            return entries.get(key);
        }

        /** The value of a key; null where it is not there, {@code !reset} or nothing. */
        @Nullable
        public Node get(String key) {
            Entry entry = entries.get(key);
            if (entry == null || entry.value() instanceof ResetNode) {
                return null;
            }
            return entry.value() instanceof ScalarNode scalar && scalar.isNull() ? null : entry.value();
        }

        /** The mapping of a key; null for nothing and for another kind of node. */
        @Nullable
        public MapNode map(String key) {
            return get(key) instanceof MapNode map ? map : null;
        }

        /** The mapping to which keys lead one behind the other; null where one of them has none. */
        @Nullable
        public MapNode mapAt(String... path) {
            MapNode map = this;
            for (String key : path) {
                map = map == null ? null : map.map(key);
            }
            return map;
        }

        /** The items of a list; none for nothing and for another kind of node. */
        public List<Node> items(String key) {
            return get(key) instanceof ListNode list ? list.items() : List.of();
        }

        /** The scalar of a key; null for nothing and for another kind of node. */
        @Nullable
        public ScalarNode scalar(String key) {
            return get(key) instanceof ScalarNode scalar ? scalar : null;
        }

        /** Whether {@code !reset} takes a key away. */
        public boolean isReset(String key) {
            Entry entry = entries.get(key);
            return entry != null && entry.value() instanceof ResetNode;
        }

        /** A copy whose entries can be changed without changing these. */
        public MapNode copy() {
            return new MapNode(origin(), new Entries<>(entries));
        }

        /** The mapping as written; merged documents have several, of which this is the first. */
        public YamlMapping written() {
            return (YamlMapping) node();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key as written
     * @param value the value
     * @param owner the mapping that it was written in; null for a part of a string that stands for an entry
     */
    public record Entry(
            YamlScalar key, Node value, @Nullable YamlMapping owner) {
        /** The same key with another value. */
        public Entry with(Node other) {
            return new Entry(key, other, owner);
        }

        /** The key's place, or the alias that brought it. */
        public Location shown() {
            return value.through().isEmpty() ? key.location() : value.through().get(0);
        }
    }

    /** A list. */
    public static final class ListNode extends Node {
        private final List<Node> items;
        private final List<Node> replaced;

        ListNode(YamlSequence written, Way way, List<Node> items) {
            super(written, way);
            this.items = items;
            this.replaced = List.of();
        }

        ListNode(Origin origin, List<Node> items) {
            this(origin, items, List.of());
        }

        ListNode(Origin origin, List<Node> items, List<Node> replaced) {
            super(origin);
            this.items = items;
            this.replaced = replaced;
        }

        /** Entries that a later one with the same key has replaced, both written in one list. */
        public List<Node> replaced() {
            return replaced;
        }

        /** The items, in the order of writing. */
        public List<Node> items() {
            return items;
        }
    }

    /** A scalar with its variables resolved as far as they are known. */
    public static final class ScalarNode extends Node {
        /** Null for what says just what is written, as most do. */
        private final @Nullable Reading reading;

        /**
         * What a scalar says, if that is not what was written.
         *
         * @param text the text with the values of its variables
         * @param variables their names
         * @param kind what it stands for; null for the kind of what was written
         */
        private record Reading(Text text, List<String> variables, YamlScalar.@Nullable Kind kind) {}

        ScalarNode(YamlScalar written, Way way, Interpolation.@Nullable Result interpolated) {
            super(written, way);
            this.reading =
                    interpolated == null ? null : new Reading(interpolated.text(), interpolated.variables(), null);
        }

        private ScalarNode(ScalarNode whole, Reading reading) {
            super(whole.written(), whole.way());
            this.reading = reading;
        }

        /** A string that stands in a part of this one. */
        ScalarNode part(Text part) {
            return new ScalarNode(this, new Reading(part, variables(), YamlScalar.Kind.STRING));
        }

        /** Whatever a reference by name alone stands for. */
        ScalarNode anything() {
            Text unknown = Text.builder(text().file(), at().span().start())
                    .unknown(at().span())
                    .build();
            return new ScalarNode(this, new Reading(unknown, List.of(), YamlScalar.Kind.STRING));
        }

        /** Nothing, where only a name was written. */
        ScalarNode nothing() {
            return new ScalarNode(this, new Reading(text().from(text().length()), List.of(), YamlScalar.Kind.NULL));
        }

        /** What it stands for before variables are resolved. */
        public YamlScalar.Kind kind() {
            YamlScalar.Kind kind = reading == null ? null : reading.kind();
            return kind == null ? written().kind() : kind;
        }

        /** The scalar as it is written. */
        public YamlScalar written() {
            return (YamlScalar) node();
        }

        /** The text, with the values of its variables as far as they are known. */
        public Text text() {
            return reading == null ? written().text() : reading.text();
        }

        /** The characters of the text, see {@link Text#value}. */
        public String value() {
            return reading == null ? written().value() : reading.text().value();
        }

        /** Whether no unknown variable is part of it. */
        public boolean isKnown() {
            return reading == null || reading.text().isKnown();
        }

        /** The names of the variables that the text refers to. */
        public List<String> variables() {
            return reading == null ? List.of() : reading.variables();
        }

        /** Whether variables took part in its value. */
        public boolean isInterpolated() {
            return !variables().isEmpty();
        }

        /** Whether it says nothing: {@code ~}, {@code null} or no text at all. */
        public boolean isNull() {
            return kind() == YamlScalar.Kind.NULL;
        }

        /** The value, if no unknown variable is part of it. */
        @Nullable
        public String known() {
            return isKnown() ? value() : null;
        }
    }

    /** What {@code !reset} leaves: the key is taken away. */
    public static final class ResetNode extends Node {
        ResetNode(Origin origin) {
            super(origin);
        }
    }
}

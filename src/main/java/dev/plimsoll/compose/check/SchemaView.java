package dev.plimsoll.compose.check;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.schema.SchemaNode;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resolved tree as the schema sees it. */
final class SchemaView implements SchemaNode {
    private final Node node;

    SchemaView(Node node) {
        this.node = node;
    }

    /** What it shows. */
    Node node() {
        return node;
    }

    @Override
    public Kind kind() {
        if (node instanceof MapNode) {
            return Kind.MAPPING;
        }
        if (node instanceof ListNode) {
            return Kind.LIST;
        }
        if (!(node instanceof ScalarNode scalar) || !scalar.isKnown()) {
            return Kind.UNKNOWN;
        }
        // not a switch, which costs a class of its own for the numbers of the constants
        YamlScalar.Kind kind = scalar.kind();
        if (kind == YamlScalar.Kind.STRING) {
            return scalar.written().isDate() ? Kind.DATE : Kind.STRING;
        }
        if (kind == YamlScalar.Kind.INTEGER) {
            return Kind.INTEGER;
        }
        if (kind == YamlScalar.Kind.FLOAT) {
            return Kind.NUMBER;
        }
        return kind == YamlScalar.Kind.BOOLEAN ? Kind.BOOLEAN : Kind.NULL;
    }

    @Override
    public Set<String> keys() {
        return node instanceof MapNode map ? map.entries().keySet() : Set.of();
    }

    @Override
    public @Nullable SchemaNode member(String key) {
        Entry entry = node instanceof MapNode map ? map.entry(key) : null;
        return entry == null ? null : new SchemaView(entry.value());
    }

    @Override
    public Location keyLocation(String key) {
        Entry entry = node instanceof MapNode map ? map.entry(key) : null;
        return entry == null ? location() : entry.key().location();
    }

    @Override
    public boolean isShared(String key) {
        Entry entry = node instanceof MapNode map ? map.entry(key) : null;
        return entry != null && isShared(entry.value());
    }

    @Override
    public boolean isShared() {
        return isShared(node);
    }

    private static boolean isShared(Node node) {
        return node.isRepeated();
    }

    @Override
    public List<SchemaView> elements() {
        List<SchemaView> elements = new ArrayList<>();
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                elements.add(new SchemaView(item));
            }
        }
        return elements;
    }

    @Override
    public String text() {
        return node instanceof ScalarNode scalar ? scalar.value() : "";
    }

    @Override
    public String shown() {
        return node instanceof ScalarNode scalar ? scalar.text().shown() : "";
    }

    @Override
    public Location location() {
        return node.at();
    }
}

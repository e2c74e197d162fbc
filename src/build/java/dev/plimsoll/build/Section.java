package dev.plimsoll.build;

import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML mapping read strictly: every key is expected, every value of the kind that is asked for, or an alias of one. */
final class Section {
    private final YamlNode node;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();

    private Section(YamlNode node) {
        this.node = node;
    }

    /** A mapping with none but these keys. */
    static Section of(YamlNode node, List<String> keys) throws CatalogException {
        Section section = open(node);
        for (YamlMapping.Entry entry : ((YamlMapping) node).entries()) {
            String key = text(entry.key());
            if (!keys.contains(key)) {
                throw new CatalogException(
                        entry.key(), "unknown key \"" + key + "\"; known are " + String.join(", ", keys));
            }
        }
        return section;
    }

    /** A mapping with keys of any name. */
    static Section open(YamlNode node) throws CatalogException {
        if (!(node instanceof YamlMapping mapping)) {
            throw new CatalogException(node, "expected a mapping, found " + node.description());
        }
        Section section = new Section(node);
        for (YamlMapping.Entry entry : mapping.entries()) {
            YamlNode value = entry.value();
            section.values.put(text(entry.key()), value instanceof YamlAlias alias ? alias.target() : value);
        }
        return section;
    }

    YamlNode node() {
        return node;
    }

    Map<String, YamlNode> values() {
        return values;
    }

    @Nullable
    YamlNode get(String key) {
        return values.get(key);
    }

    YamlNode require(String key) throws CatalogException {
        YamlNode value = values.get(key);
        if (value == null) {
            throw new CatalogException(node, "missing key \"" + key + "\"");
        }
        return value;
    }

    /** A value that must be there and not be empty. */
    String string(String key) throws CatalogException {
        return filled(require(key));
    }

    /** A value that may be absent, but not empty. */
    @Nullable
    String optionalString(String key) throws CatalogException {
        YamlNode value = values.get(key);
        return value == null ? null : filled(value);
    }

    boolean flag(String key) throws CatalogException {
        YamlNode value = values.get(key);
        if (value == null) {
            return false;
        }
        if (value instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
            return scalar.value().equals("true");
        }
        throw new CatalogException(value, "expected true or false, found " + value.description());
    }

    /** The items of a list that may be absent, but not empty. */
    List<YamlNode> list(String key) throws CatalogException {
        YamlNode value = values.get(key);
        return value == null ? List.of() : items(value);
    }

    static List<YamlNode> items(YamlNode node) throws CatalogException {
        if (!(node instanceof YamlSequence sequence)) {
            throw new CatalogException(node, "expected a list, found " + node.description());
        }
        if (sequence.items().isEmpty()) {
            throw new CatalogException(node, "an empty list says nothing: leave the key out");
        }
        return sequence.items();
    }

    static List<String> strings(List<YamlNode> nodes) throws CatalogException {
        List<String> strings = new ArrayList<>();
        for (YamlNode item : nodes) {
            strings.add(filled(item));
        }
        return strings;
    }

    static String text(YamlNode node) throws CatalogException {
        if (node instanceof YamlScalar scalar && scalar.kind() != YamlScalar.Kind.NULL) {
            return scalar.value();
        }
        throw new CatalogException(node, "expected a single value, found " + node.description());
    }

    static String filled(YamlNode node) throws CatalogException {
        String text = text(node);
        if (text.isBlank()) {
            throw new CatalogException(node, "expected a value, found none");
        }
        return text;
    }
}

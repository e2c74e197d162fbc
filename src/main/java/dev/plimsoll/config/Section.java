package dev.plimsoll.config;

import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.InputException;
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

/** A mapping of the configuration. A key without a value is taken as not written. */
final class Section {
    private final YamlNode node;
    private final Map<String, Entry> entries;

    private Section(YamlNode node, Map<String, Entry> entries) {
        this.node = node;
        this.entries = entries;
    }

    /**
     * A key with its value.
     *
     * @param key as written
     * @param value aliases followed
     */
    record Entry(YamlScalar key, YamlNode value) {}

    /** A mapping with any keys. */
    static Section open(YamlNode node, String name) throws InputException {
        YamlNode target = follow(node);
        if (!(target instanceof YamlMapping mapping)) {
            throw new InputException(node.location(), name + " must be a mapping, not " + target.description());
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!(follow(entry.key()) instanceof YamlScalar key)) {
                throw new InputException(entry.key().location(), "a key must be a string");
            }
            entries.put(key.value(), new Entry(key, follow(entry.value())));
        }
        return new Section(node, entries);
    }

    /**
     * A mapping whose keys have to be known.
     *
     * @param problems takes the keys that are not
     * @throws InputException if it is not a mapping
     */
    static Section of(YamlNode node, String name, List<String> known, Problems problems) throws InputException {
        Section section = open(node, name);
        for (Map.Entry<String, Entry> entry : section.entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.add(unknown("key", entry.getKey(), entry.getValue().key(), known));
            }
        }
        return section;
    }

    static InputException unknown(String kind, String written, YamlNode at, List<String> known) {
        return new InputException(
                at.location(), "unknown " + kind + " \"" + written + "\"" + DidYouMean.hint(written, known));
    }

    private static YamlNode follow(YamlNode node) {
        return node instanceof YamlAlias alias ? alias.target() : node;
    }

    YamlNode node() {
        return node;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** The value of a key; null if there is none. */
    @Nullable
    YamlNode get(String key) {
        Entry entry = entries.get(key);
        return entry == null || isNothing(entry.value()) ? null : entry.value();
    }

    static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NULL;
    }

    /** A scalar that is there. */
    static YamlScalar scalar(YamlNode node, String name) throws InputException {
        YamlNode target = follow(node);
        if (target instanceof YamlScalar scalar
                && !isNothing(scalar)
                && !scalar.value().isBlank()) {
            return scalar;
        }
        throw new InputException(node.location(), name + " must be a string, not " + describe(target));
    }

    private static String describe(YamlNode node) {
        return node instanceof YamlScalar && !isNothing(node) ? "an empty one" : node.description();
    }

    /** The items of a list; none if the key is not there. */
    List<YamlNode> list(String key) throws InputException {
        YamlNode value = get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof YamlSequence sequence)) {
            throw new InputException(value.location(), key + " must be a list, not " + value.description());
        }
        List<YamlNode> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            items.add(follow(item));
        }
        return items;
    }

    /** The items of a list, or a single string in its place; none if the key is not there. */
    List<YamlScalar> strings(String key) throws InputException {
        YamlNode value = get(key);
        List<YamlScalar> strings = new ArrayList<>();
        if (value instanceof YamlScalar) {
            strings.add(scalar(value, key));
            return strings;
        }
        for (YamlNode item : list(key)) {
            strings.add(scalar(item, "an item of " + key));
        }
        return strings;
    }
}

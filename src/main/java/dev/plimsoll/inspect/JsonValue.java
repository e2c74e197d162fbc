package dev.plimsoll.inspect;

import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON. What is not there, is null or is of another kind counts as empty: engines leave out, zero and null what
 * was not asked for, each version in its own way.
 */
final class JsonValue {
    private static final JsonValue NOTHING = new JsonValue(null);

    private final @Nullable YamlNode node;

    private JsonValue(@Nullable YamlNode node) {
        this.node = node;
    }

    /** The value of a node. */
    static JsonValue of(YamlNode node) {
        return new JsonValue(node);
    }

    /** The value of an object's key. */
    JsonValue get(String key) {
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (entry.key() instanceof YamlScalar scalar && scalar.value().equals(key)) {
                    return new JsonValue(entry.value());
                }
            }
        }
        return NOTHING;
    }

    /** Whether it is an object. */
    boolean isObject() {
        return node instanceof YamlMapping;
    }

    /** Whether it is a list. */
    boolean isList() {
        return node instanceof YamlSequence;
    }

    /** The items of a list. */
    List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                items.add(new JsonValue(item));
            }
        }
        return items;
    }

    /** The entries of an object, in order of writing. */
    Map<String, JsonValue> entries() {
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (entry.key() instanceof YamlScalar key) {
                    entries.put(clean(key.value()), new JsonValue(entry.value()));
                }
            }
        }
        return entries;
    }

    /** The characters of a string. */
    String string() {
        return node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.STRING
                ? clean(scalar.value())
                : "";
    }

    /** The strings of a list; a string alone is a list of its own. */
    List<String> strings() {
        List<String> strings = new ArrayList<>();
        if (node instanceof YamlScalar && !string().isEmpty()) {
            strings.add(string());
        }
        for (JsonValue item : items()) {
            strings.add(item.string());
        }
        return strings;
    }

    /** The number, if it is a whole one. */
    OptionalLong number() {
        return node instanceof YamlScalar scalar ? scalar.integer() : OptionalLong.empty();
    }

    /** The number; zero where none is. */
    long orZero() {
        return number().orElse(0);
    }

    /** Whether it is {@code true}. */
    boolean isTrue() {
        return node instanceof YamlScalar scalar
                && scalar.kind() == YamlScalar.Kind.BOOLEAN
                && scalar.value().equals("true");
    }

    /** The one unit that stands for what nobody knows must not come from outside. */
    private static String clean(String value) {
        return value.indexOf(Text.UNKNOWN) < 0 ? value : value.replace(Text.UNKNOWN, '\uFFFD');
    }
}

package dev.plimsoll.schema;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * A tree of plain objects: maps, lists, texts, whole numbers ({@code Long}), other numbers (a {@link Number} as it is
 * written), booleans, null, and {@link #UNKNOWN}. All of it stands at the start of one file.
 */
final class PlainTree implements SchemaNode {
    static final Object UNKNOWN = new Object();

    private static final Location NOWHERE = new Location(new SourceFile("plain.yaml", ""), Span.at(0));

    private final Object value;

    PlainTree(Object value) {
        this.value = value;
    }

    /** A number as it is written. */
    record Written(String text) {}

    /** A copy of another tree as plain objects. */
    static Object copy(SchemaNode node) {
        return switch (node.kind()) {
            case MAPPING -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (String key : node.keys()) {
                    map.put(key, copy(node.member(key)));
                }
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (SchemaNode element : node.elements()) {
                    list.add(copy(element));
                }
                yield list;
            }
            case STRING, DATE -> node.text();
            case INTEGER -> Numbers.value(node.text()).longValue();
            case NUMBER -> new Written(node.text());
            case BOOLEAN -> Boolean.valueOf(node.text());
            case NULL -> null;
            case UNKNOWN -> "";
        };
    }

    /** The whole tree as JSON. */
    static Object json(SchemaNode node) {
        return switch (node.kind()) {
            case MAPPING -> {
                JSONObject object = new JSONObject();
                for (String key : node.keys()) {
                    object.put(key, json(node.member(key)));
                }
                yield object;
            }
            case LIST -> {
                JSONArray array = new JSONArray();
                for (SchemaNode element : node.elements()) {
                    array.put(json(element));
                }
                yield array;
            }
            case STRING, DATE -> node.text();
            case INTEGER, NUMBER -> Sample.number(node.text());
            case BOOLEAN -> Boolean.valueOf(node.text());
            case NULL -> JSONObject.NULL;
            case UNKNOWN -> throw new IllegalArgumentException("JSON knows everything");
        };
    }

    @Override
    public Kind kind() {
        if (value == UNKNOWN) {
            return Kind.UNKNOWN;
        }
        if (value instanceof Map) {
            return Kind.MAPPING;
        }
        if (value instanceof List) {
            return Kind.LIST;
        }
        if (value instanceof String) {
            return Kind.STRING;
        }
        if (value instanceof Long) {
            return Kind.INTEGER;
        }
        if (value instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        return value == null ? Kind.NULL : Kind.NUMBER;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map() {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    @Override
    public Iterable<String> keys() {
        return map().keySet();
    }

    @Override
    public SchemaNode member(String key) {
        return map().containsKey(key) ? new PlainTree(map().get(key)) : null;
    }

    @Override
    public Location keyLocation(String key) {
        assertKnown(key);
        return NOWHERE;
    }

    private void assertKnown(String key) {
        if (!map().containsKey(key)) {
            throw new AssertionError("asked for the place of " + key + ", which is not there");
        }
    }

    @Override
    public List<PlainTree> elements() {
        List<PlainTree> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                elements.add(new PlainTree(element));
            }
        }
        return elements;
    }

    @Override
    public String text() {
        if (value instanceof Written written) {
            return written.text();
        }
        return value == null ? "" : value.toString();
    }

    @Override
    public String shown() {
        return text();
    }

    @Override
    public Location location() {
        return NOWHERE;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}

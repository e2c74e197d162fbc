package dev.plimsoll.testkit;

import dev.plimsoll.model.Field;
import dev.plimsoll.model.Handle;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A part of the model as lines of a path and a value, without where and how it was written: two that are dumped alike say the
 * same. What is not there has no line, what is not known has {@code ?}.
 */
public final class ModelDump {
    /** How it is written, and who writes it. */
    private static final Set<String> WRITING =
            Set.of("writer", "handle", "declared", "through", "dialect", "directories");

    private static final Set<String> UNORDERED = Set.of("mounts", "ports", "capAdd", "capDrop");

    private final Map<String, String> lines = new TreeMap<>();

    private ModelDump() {}

    /** The lines by their path. */
    public static Map<String, String> of(Object record) {
        ModelDump dump = new ModelDump();
        dump.put("", record);
        return dump.lines;
    }

    private void put(String path, Object value) {
        if (value instanceof Located<?> located) {
            put(path, located.value());
        } else if (value instanceof Field<?> field) {
            putField(path, field);
        } else if (value instanceof Value<?> known) {
            putValue(path, known);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(found -> put(path, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> put(path + "." + key, item));
        } else if (value instanceof Collection<?> items) {
            putItems(path, items);
        } else if (value instanceof Record record) {
            putRecord(path, record);
        } else if (value != null && !(value instanceof Location) && !(value instanceof Handle)) {
            lines.put(path, value.toString());
        }
    }

    /** In an order of their own where an engine does not keep that of writing. */
    private void putItems(String path, Collection<?> items) {
        List<Map<String, String>> dumps = new ArrayList<>();
        for (Object item : items) {
            dumps.add(of(item));
        }
        if (UNORDERED.contains(path.substring(path.lastIndexOf('.') + 1))) {
            dumps.sort(Comparator.comparing(Map::toString));
        }
        for (int i = 0; i < dumps.size(); i++) {
            String item = path + "[" + i + "]";
            dumps.get(i).forEach((part, text) -> lines.put(item + part, text));
        }
    }

    private void putField(String path, Field<?> field) {
        if (field instanceof Field.Present<?> present) {
            put(path, present.value());
        } else if (!field.isAbsent()) {
            lines.put(path, "?");
        }
    }

    private void putValue(String path, Value<?> value) {
        if (value.known().isPresent()) {
            put(path, value.known().get());
        } else {
            lines.put(path, "?");
        }
    }

    private void putRecord(String path, Record record) {
        lines.put(path + ":", record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!WRITING.contains(component.getName())) {
                try {
                    component.getAccessor().setAccessible(true);
                    put(
                            path + "." + component.getName(),
                            component.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(component.toString(), e);
                }
            }
        }
    }
}

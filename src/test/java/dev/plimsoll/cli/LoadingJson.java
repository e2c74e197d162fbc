package dev.plimsoll.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** JSON objects as maps: JSON is YAML, and a YAML parser is at hand. */
final class LoadingJson {
    private final Map<String, @Nullable Object> members;

    private LoadingJson(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    static LoadingJson parse(String text) {
        Object parsed = new Load(LoadSettings.builder().build()).loadFromString(text);
        return of(Objects.requireNonNull(parsed));
    }

    private static LoadingJson of(Object object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : ((Map<?, ?>) object).entrySet()) {
            members.put(String.valueOf(member.getKey()), member.getValue());
        }
        return new LoadingJson(members);
    }

    List<String> keys() {
        return List.copyOf(members.keySet());
    }

    boolean has(String key) {
        return members.get(key) != null;
    }

    @Nullable
    Object get(String key) {
        return members.get(key);
    }

    /** A value as text; what Plimsoll does not know is shown as it was written. */
    String text(String key) {
        return text(members.get(key));
    }

    /** The object of a key; without members if there is none. */
    LoadingJson object(String key) {
        Object value = members.get(key);
        return of(value == null ? Map.of() : value);
    }

    List<LoadingJson> objects(String key) {
        List<LoadingJson> objects = new ArrayList<>();
        for (Object item : items(key)) {
            objects.add(of(item));
        }
        return objects;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(key)) {
            texts.add(text(item));
        }
        return texts;
    }

    private List<?> items(String key) {
        Object value = members.get(key);
        return value == null ? List.of() : (List<?>) value;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.containsKey("unknown")) {
            return "unknown " + map.get("unknown");
        }
        return String.valueOf(value);
    }
}

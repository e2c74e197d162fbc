package dev.plimsoll.compose.tree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of variables for interpolation.
 *
 * @param values by name
 * @param complete whether these are all: then a variable that is not among them is not set, and Compose puts nothing in
 *     its place. Otherwise somebody may set it, and its value is unknown.
 */
public record Variables(Map<String, String> values, boolean complete) {
    /** No values, and not complete. */
    public static final Variables NONE = new Variables(Map.of(), false);

    /** Copies the map. */
    public Variables {
        values = Map.copyOf(values);
    }

    /** The same values; not complete unless these are and the condition holds. */
    public Variables completeIf(boolean condition) {
        return condition || !complete ? this : new Variables(values, false);
    }

    /** The value of a variable; null if it is not known. */
    @Nullable
    public String get(String name) {
        return values.get(name);
    }

    /** These values, and others where these have none. */
    public Variables withDefaults(Map<String, String> defaults) {
        if (defaults.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(defaults);
        all.putAll(values);
        return new Variables(all, complete);
    }
}

package dev.plimsoll.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration may say: the schema that {@code plimsoll config schema} prints, as far as it tells keys and words.
 * Source of the words: JSON Schema draft-07.
 */
final class ConfigSchema {
    private static final String DEFINITIONS = "#/definitions/";
    private static final String DESCRIPTION = "description";
    private static final String PROPERTIES = "properties";
    private static final String ITEMS = "items";

    private final JsonObject schema;

    /** Reads the schema. */
    ConfigSchema() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("plimsoll.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the schema of configurations");
            }
            schema = new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds of words. */
    enum Kind {
        /** A key of a mapping. */
        KEY,
        /** A key that takes nothing but a mapping or a list. */
        PARENT,
        /** A value, one of some. */
        VALUE
    }

    /**
     * A word that may stand at a place.
     *
     * @param form what a key takes, or what a value is
     * @param about a sentence about it; empty if there is none
     */
    record Word(Kind kind, String text, String form, String about) {}

    /**
     * The keys of the mapping that may stand at a place.
     *
     * @param path as {@link ConfigPlace} has it
     */
    List<Word> keys(List<String> path) {
        Set<Word> words = new LinkedHashSet<>();
        for (JsonObject one : schemas(path)) {
            if (one.get(PROPERTIES) instanceof JsonObject properties) {
                for (Map.Entry<String, JsonElement> key : properties.entrySet()) {
                    words.add(key(key.getKey(), key.getValue().getAsJsonObject()));
                }
            }
        }
        return new ArrayList<>(words);
    }

    /** The words that may stand at a place as a value, if there are but some; its default otherwise. */
    List<Word> values(List<String> path) {
        Set<Word> words = new LinkedHashSet<>();
        for (JsonObject one : schemas(path)) {
            addValues(one, words);
        }
        return new ArrayList<>(words);
    }

    private List<JsonObject> schemas(List<String> path) {
        List<JsonObject> found = new ArrayList<>();
        add(schema, found);
        for (String step : path) {
            List<JsonObject> next = new ArrayList<>();
            for (JsonObject one : found) {
                if (step.equals(ConfigPlace.ITEM)) {
                    add(one.getAsJsonObject(ITEMS), next);
                } else if (one.get(PROPERTIES) instanceof JsonObject properties) {
                    add(properties.getAsJsonObject(step), next);
                }
            }
            found = next;
        }
        return found;
    }

    /** Adds a schema with references and alternatives followed. */
    private void add(@Nullable JsonObject one, List<JsonObject> found) {
        if (one == null) {
            return;
        }
        if (one.has("$ref")) {
            add(definition(one), found);
            return;
        }
        found.add(one);
        if (one.get("anyOf") instanceof JsonArray alternatives) {
            for (JsonElement alternative : alternatives) {
                add(alternative.getAsJsonObject(), found);
            }
        }
    }

    private JsonObject definition(JsonObject reference) {
        String name = reference.get("$ref").getAsString().substring(DEFINITIONS.length());
        return schema.getAsJsonObject("definitions").getAsJsonObject(name);
    }

    private Word key(String name, JsonObject value) {
        List<JsonObject> schemas = new ArrayList<>();
        add(value, schemas);
        Set<String> forms = new LinkedHashSet<>();
        for (JsonObject one : schemas) {
            forms(one, forms);
        }
        boolean parent = !forms.isEmpty() && Set.of("mapping", "list").containsAll(forms);
        return new Word(parent ? Kind.PARENT : Kind.KEY, name, String.join(" or ", forms), about(value, schemas));
    }

    private static String about(JsonObject value, List<JsonObject> schemas) {
        if (value.has(DESCRIPTION)) {
            return value.get(DESCRIPTION).getAsString();
        }
        for (JsonObject one : schemas) {
            if (one.has(DESCRIPTION)) {
                return one.get(DESCRIPTION).getAsString();
            }
        }
        return "";
    }

    /** What a schema takes, in words. */
    private static void forms(JsonObject one, Set<String> forms) {
        if (one.has("title")) {
            forms.add(one.get("title").getAsString());
            return;
        }
        if (one.get("enum") instanceof JsonArray words) {
            forms.add(String.join(", ", strings(words)));
            return;
        }
        for (String type : types(one)) {
            switch (type) {
                case "object" -> forms.add("mapping");
                case "array" -> forms.add("list");
                case "boolean" -> forms.add("true, false");
                case "integer" -> forms.add("whole number");
                case "null" -> {
                    // as if it was not written
                }
                default -> forms.add(type);
            }
        }
    }

    private static List<String> types(JsonObject one) {
        JsonElement type = one.get("type");
        if (type instanceof JsonArray several) {
            return strings(several);
        }
        return type == null ? List.of() : List.of(type.getAsString());
    }

    private static List<String> strings(JsonArray array) {
        List<String> strings = new ArrayList<>();
        for (JsonElement element : array) {
            if (!element.isJsonNull()) {
                strings.add(element.getAsString());
            }
        }
        return strings;
    }

    private static void addValues(JsonObject one, Set<Word> words) {
        String about = one.has(DESCRIPTION) ? one.get(DESCRIPTION).getAsString() : "";
        String standard = one.has("default") ? one.get("default").getAsString() : "";
        List<String> values = new ArrayList<>();
        if (one.get("enum") instanceof JsonArray some) {
            values.addAll(strings(some));
        } else if (types(one).contains("boolean")) {
            values.addAll(List.of("true", "false"));
        } else if (!standard.isEmpty()) {
            values.add(standard);
        }
        for (String value : values) {
            words.add(new Word(Kind.VALUE, value, value.equals(standard) ? "default" : "", about));
        }
    }
}

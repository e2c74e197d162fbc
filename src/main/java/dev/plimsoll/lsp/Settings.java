package dev.plimsoll.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.session.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an editor's settings say, all of it optional; {@code .plimsoll.yaml} says the rest.
 *
 * @param flags which rules run
 * @param lenses whether load lines stand over services
 * @param hints whether what Docker assumes is shown behind values
 * @param problems what the settings say that is not understood, each a sentence
 */
record Settings(Flags flags, boolean lenses, boolean hints, List<String> problems) {
    /** The section of an editor's settings. */
    static final String SECTION = "plimsoll";

    /** The rules that another server may watch over: what a schema says. */
    private static final List<String> SCHEMA_RULES = List.of("schema", "yaml-duplicate-key", "yaml-syntax");

    static final Settings NONE = new Settings(
            new Flags(Optional.empty(), List.of(), List.of(), Optional.empty(), true, false), true, true, List.of());

    Settings {
        problems = List.copyOf(problems);
    }

    /** The settings of a section; those that are not understood are left out and told. */
    static Settings of(@Nullable JsonElement section) {
        if (section == null || !section.isJsonObject()) {
            return NONE;
        }
        return new Reading(section.getAsJsonObject()).settings();
    }

    /** What a run over these paths is asked. */
    Options options(List<String> paths) {
        return new Options(
                paths,
                List.of(),
                List.of(),
                false,
                false,
                Options.COMPOSE_INPUT,
                false,
                flags,
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    /** One look at a section. */
    private static final class Reading {
        private final JsonObject section;
        private final List<String> problems = new ArrayList<>();

        Reading(JsonObject section) {
            this.section = section;
        }

        Settings settings() {
            Optional<String> memory = word("hostMemory");
            if (memory.isPresent() && SizeGrammar.docker(memory.get()).isEmpty()) {
                problem("hostMemory", "a size, such as 8g");
                memory = Optional.empty();
            }
            Optional<String> word = word("profile");
            Optional<Profile> profile = word.isEmpty() ? Optional.empty() : Profile.of(word.get());
            if (word.isPresent() && profile.isEmpty()) {
                problem("profile", "default or strict");
            }
            List<String> ignore = new ArrayList<>(rules("ignore"));
            if (!flag("schema")) {
                ignore.addAll(SCHEMA_RULES);
            }
            Flags flags = new Flags(profile, rules("select"), ignore, memory, true, false);
            return new Settings(flags, flag("codeLens"), flag("inlayHints"), problems);
        }

        private void problem(String key, String expected) {
            problems.add("The setting " + SECTION + "." + key + " must be " + expected + ".");
        }

        private @Nullable JsonElement value(String key) {
            JsonElement value = section.get(key);
            return value == null || value.isJsonNull() ? null : value;
        }

        private Optional<String> word(String key) {
            JsonElement value = value(key);
            if (value == null) {
                return Optional.empty();
            }
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                problem(key, "a string");
                return Optional.empty();
            }
            return value.getAsString().isBlank() ? Optional.empty() : Optional.of(value.getAsString());
        }

        /** A setting that is on where nothing is said. */
        private boolean flag(String key) {
            JsonElement value = value(key);
            if (value == null) {
                return true;
            }
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
                problem(key, "true or false");
                return true;
            }
            return value.getAsBoolean();
        }

        private List<String> rules(String key) {
            JsonElement value = value(key);
            List<String> ids = new ArrayList<>();
            if (value == null) {
                return ids;
            }
            RuleCatalog catalog = RuleCatalog.builtIn();
            for (JsonElement item : value.isJsonArray() ? value.getAsJsonArray() : List.<JsonElement>of()) {
                String id = item.isJsonPrimitive() ? item.getAsString() : "";
                if (catalog.find(id).isPresent() || catalog.categories().contains(id)) {
                    ids.add(id);
                } else {
                    problem(key, "a list of rules and categories, and \"" + id + "\" is neither");
                }
            }
            if (!value.isJsonArray()) {
                problem(key, "a list of rules and categories");
            }
            return ids;
        }
    }
}

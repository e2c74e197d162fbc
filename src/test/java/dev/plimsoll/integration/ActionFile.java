package dev.plimsoll.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** action.yml, parsed. */
record ActionFile(Map<?, ?> root) {
    static final Path PATH = Path.of("action.yml");

    static ActionFile read() throws IOException {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(PATH));
        return new ActionFile((Map<?, ?>) root);
    }

    /** The variable that carries an input to the script. */
    static String variable(String input) {
        return "INPUT_" + input.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The inputs and what they are unless a workflow says otherwise, in their order. */
    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (Map.Entry<?, ?> input : ((Map<?, ?>) root.get("inputs")).entrySet()) {
            defaults.put((String) input.getKey(), (String) ((Map<?, ?>) input.getValue()).get("default"));
        }
        return defaults;
    }

    Set<String> outputs() {
        Map<String, Object> outputs = new LinkedHashMap<>();
        ((Map<?, ?>) root.get("outputs")).forEach((name, output) -> outputs.put((String) name, output));
        return outputs.keySet();
    }

    /** The steps, of which each is a mapping. */
    List<?> steps() {
        return (List<?>) ((Map<?, ?>) root.get("runs")).get("steps");
    }
}

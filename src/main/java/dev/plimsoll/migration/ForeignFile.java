package dev.plimsoll.migration;

import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads configurations of other linters, in JSON or YAML. */
final class ForeignFile {
    private ForeignFile() {}

    /**
     * The settings at the top of a file, by their names; none of an empty one.
     *
     * @throws InputException if it is neither JSON nor YAML, or holds no settings
     */
    static Map<String, Setting> read(SourceFile file) throws InputException {
        try {
            // JSON may be indented by tabs, which YAML does not take; a tab inside a JSON text is written \t
            boolean json = file.text().stripLeading().startsWith("{");
            SourceFile readable = json ? new SourceFile(file.path(), file.text().replace('\t', ' ')) : file;
            List<YamlNode> documents = YamlParser.parse(readable);
            if (documents.isEmpty() || (documents.get(0) instanceof YamlScalar scalar && isNothing(scalar))) {
                return Map.of();
            }
            if (documents.get(0) instanceof YamlMapping mapping) {
                return settings(mapping);
            }
        } catch (YamlSyntaxException e) {
            throw new InputException(e.at(), "neither JSON nor YAML: " + e.getMessage());
        }
        throw new InputException(new Location(file, Span.at(0)), "not a mapping of settings");
    }

    /**
     * A setting.
     *
     * @param key where it is named
     * @param value what it is set to
     */
    record Setting(YamlScalar key, YamlNode value) {}

    /** The entries of a mapping by their keys, the last of each; none of another node. */
    static Map<String, Setting> settings(YamlNode node) {
        Map<String, Setting> found = new LinkedHashMap<>();
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (entry.key() instanceof YamlScalar key) {
                    found.put(key.value(), new Setting(key, entry.value()));
                }
            }
        }
        return found;
    }

    /** The items of a list, or the one node. */
    static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlSequence sequence ? sequence.items() : List.of(node);
    }

    /** The texts of a list or of a text with commas in it. */
    static List<YamlScalar> scalars(YamlNode node) {
        List<YamlScalar> found = new ArrayList<>();
        for (YamlNode item : items(node)) {
            if (item instanceof YamlScalar scalar) {
                found.add(scalar);
            }
        }
        return found;
    }

    /** The words of a list, or of a text that separates them by commas. */
    static List<String> words(YamlNode node) {
        List<String> words = new ArrayList<>();
        for (YamlScalar scalar : scalars(node)) {
            for (String word : scalar.value().split(",", -1)) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }

    /** The text of a scalar; empty for another node. */
    static String text(YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.value() : "";
    }

    static boolean isNothing(YamlScalar scalar) {
        return scalar.kind() == YamlScalar.Kind.NULL;
    }

    /** The boolean that YAML 1.1 reads, as programs in Python do; null for anything else, quoted words too. */
    static @Nullable Boolean truth(YamlNode node) {
        if (!(node instanceof YamlScalar scalar) || scalar.style() != YamlScalar.Style.PLAIN) {
            return null;
        }
        return switch (scalar.value().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> null;
        };
    }
}

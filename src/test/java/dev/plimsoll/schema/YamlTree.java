package dev.plimsoll.schema;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One YAML document for the schema to look at: aliases are followed; a text with a variable, and what is tagged
 * {@code !reset}, is unknown.
 */
final class YamlTree implements SchemaNode {
    private final YamlNode node;
    private final Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
    private final List<YamlTree> elements = new ArrayList<>();

    private YamlTree(YamlNode written) {
        this.node = written instanceof YamlAlias alias ? alias.target() : written;
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                entries.put(((YamlScalar) entry.key()).value(), entry);
            }
        } else if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                elements.add(new YamlTree(item));
            }
        }
    }

    static YamlTree of(String text) {
        return of(new SourceFile("compose.yaml", text));
    }

    static YamlTree of(SourceFile file) {
        try {
            return new YamlTree(YamlParser.parse(file).get(0));
        } catch (YamlSyntaxException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Kind kind() {
        if (node.tag().orElse("").equals("!reset")) {
            return Kind.UNKNOWN;
        }
        if (node instanceof YamlMapping) {
            return Kind.MAPPING;
        }
        if (node instanceof YamlSequence) {
            return Kind.LIST;
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.kind()) {
            case NULL -> Kind.NULL;
            case BOOLEAN -> Kind.BOOLEAN;
            case INTEGER -> Kind.INTEGER;
            case FLOAT -> Kind.NUMBER;
            case STRING -> scalar.value().contains("${") ? Kind.UNKNOWN : Kind.STRING;
        };
    }

    @Override
    public Iterable<String> keys() {
        return entries.keySet();
    }

    @Override
    public SchemaNode member(String key) {
        YamlMapping.Entry entry = entries.get(key);
        return entry == null ? null : new YamlTree(entry.value());
    }

    @Override
    public Location keyLocation(String key) {
        return entries.get(key).key().location();
    }

    @Override
    public List<YamlTree> elements() {
        return elements;
    }

    @Override
    public String text() {
        return ((YamlScalar) node).value();
    }

    @Override
    public String shown() {
        return text();
    }

    @Override
    public Location location() {
        return node.location();
    }
}

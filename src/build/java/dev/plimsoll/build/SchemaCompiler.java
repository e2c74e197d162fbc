package dev.plimsoll.build;

import dev.plimsoll.schema.ShapeTable;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the JSON Schema of Compose files to the table that a run reads (its format is told at ShapeTable). Knows as much
 * of JSON Schema as our schema uses, and fails on all else: a keyword that went unheard would be a rule without effect.
 */
final class SchemaCompiler {
    private static final int ANYTHING = -1;
    private static final String DEFINITIONS = "#/definitions/";

    private final YamlMapping definitions;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    private SchemaCompiler(YamlMapping definitions) {
        this.definitions = definitions;
    }

    /** The table; empty if there is a mistake, which is added to the list. */
    static String compile(File schema, List<String> mistakes) {
        try {
            return compile(SourceReader.read(schema, schema.getName()));
        } catch (CatalogException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        } catch (YamlSyntaxException e) {
            mistakes.add(String.valueOf(new CatalogException(e.at(), String.valueOf(e.getMessage())).getMessage()));
        } catch (UnreadableSourceException | IllegalStateException | IllegalArgumentException e) {
            mistakes.add(schema.getName() + ": " + e.getMessage());
        }
        return "";
    }

    private static String compile(SourceFile file) throws CatalogException, YamlSyntaxException {
        // JSON is YAML, and our reader knows where everything stands
        YamlMapping root = mapping(YamlParser.parse(file).get(0));
        YamlNode definitions = get(root, "definitions");
        if (definitions == null) {
            throw new CatalogException(root, "no definitions");
        }
        SchemaCompiler compiler = new SchemaCompiler(mapping(definitions));
        compiler.shape(root);
        for (YamlMapping.Entry definition : compiler.definitions.entries()) {
            if (!compiler.used.contains(text(definition.key()))) {
                throw new CatalogException(definition.key(), "nothing refers to this");
            }
        }
        String table = String.join("\n", compiler.lines) + "\n";
        ShapeTable.verify(table);
        return table;
    }

    /** The number of a schema's line, {@link #ANYTHING} for one without. The whole file gets the last. */
    private int shape(YamlNode node) throws CatalogException {
        if (isLiteral(node, "true")) {
            return ANYTHING;
        }
        Fields fields = fields(mapping(node));
        if (fields.kinds.isEmpty()) {
            throw new CatalogException(node, "no type");
        }
        if (fields.closed && fields.title.isEmpty()) {
            throw new CatalogException(node, "no title for messages about forbidden keys");
        }
        String line = fields.line();
        Integer number = numbers.get(line);
        if (number == null) {
            number = lines.size();
            numbers.put(line, number);
            lines.add(line);
        }
        return number;
    }

    /** What a schema says, with its reference followed and its alternatives put into one. */
    private Fields fields(YamlMapping schema) throws CatalogException {
        YamlNode reference = get(schema, "$ref");
        if (reference != null) {
            allow(schema, Set.of("$ref", "description"));
            return referred(reference);
        }
        YamlNode alternatives = get(schema, "anyOf");
        if (alternatives != null) {
            allow(schema, Set.of("anyOf", "description"));
            Fields all = new Fields();
            for (YamlNode alternative : sequence(alternatives)) {
                all.add(fields(mapping(alternative)), alternative);
            }
            return all;
        }
        Fields fields = new Fields();
        for (YamlMapping.Entry entry : schema.entries()) {
            read(text(entry.key()), entry.value(), fields);
        }
        rejectIdle(schema, fields);
        return fields;
    }

    private Fields referred(YamlNode reference) throws CatalogException {
        String pointer = text(reference);
        String name = pointer.startsWith(DEFINITIONS) ? pointer.substring(DEFINITIONS.length()) : "";
        YamlNode definition = get(definitions, name);
        if (definition == null) {
            throw new CatalogException(reference, "no definition " + pointer);
        }
        if (!open.add(name)) {
            throw new CatalogException(reference, name + " holds itself");
        }
        used.add(name);
        Fields fields = fields(mapping(definition));
        open.remove(name);
        return fields;
    }

    private void read(String keyword, YamlNode value, Fields fields) throws CatalogException {
        switch (keyword) {
            case "$schema", "$comment", "description", "definitions" -> {}
            case "title" -> fields.title = text(value);
            case "type" -> fields.kinds = kinds(value);
            case "properties" -> readMembers("P", value, fields);
            case "patternProperties" -> readMembers("N", value, fields);
            case "required" -> {
                for (YamlNode key : sequence(value)) {
                    fields.mapping.add("R" + text(key));
                }
            }
            case "additionalProperties" -> {
                fields.closed = isLiteral(value, "false");
                fields.mapping.add(fields.closed ? "C" : "A" + number(shape(value)));
            }
            case "items" -> fields.list.add("I" + number(shape(value)));
            case "uniqueItems" -> {
                if (!isLiteral(value, "true")) {
                    throw new CatalogException(value, "must be true");
                }
                fields.list.add("U");
            }
            case "enum" -> {
                for (YamlNode word : sequence(value)) {
                    fields.string.add("W" + text(word));
                }
            }
            case "format" -> fields.string.add("F" + text(value));
            case "examples" -> fields.string.add("X" + text(sequence(value).get(0)));
            case "minimum" -> fields.number.add("<" + text(value));
            case "maximum" -> fields.number.add(">" + text(value));
            default -> throw new CatalogException(value, keyword + " is a keyword that the compiler does not know");
        }
    }

    private void readMembers(String code, YamlNode value, Fields fields) throws CatalogException {
        for (YamlMapping.Entry entry : mapping(value).entries()) {
            fields.mapping.add(code + text(entry.key()) + "=" + number(shape(entry.value())));
        }
    }

    /** Fails on what is asked of types that are not allowed anyway. */
    private static void rejectIdle(YamlMapping schema, Fields fields) throws CatalogException {
        if ((!fields.mapping.isEmpty() && !fields.allows('o'))
                || (!fields.list.isEmpty() && !fields.allows('a'))
                || (!fields.string.isEmpty() && !fields.allows('s'))
                || (!fields.number.isEmpty() && !fields.allows('i') && !fields.allows('n'))) {
            throw new CatalogException(schema, "a keyword for a type that is not allowed");
        }
        if (get(schema, "enum") != null && !fields.kinds.equals("s")) {
            throw new CatalogException(schema, "enum is about all types, so only string may be allowed beside it");
        }
    }

    /** A letter for each type: its first, and z for null. */
    private static String kinds(YamlNode value) throws CatalogException {
        List<YamlNode> names = value instanceof YamlSequence sequence ? sequence.items() : List.of(value);
        StringBuilder kinds = new StringBuilder();
        for (YamlNode name : names) {
            switch (text(name)) {
                case "object", "array", "string", "integer", "number", "boolean" ->
                    kinds.append(text(name).charAt(0));
                case "null" -> kinds.append('z');
                default -> throw new CatalogException(name, "no type: " + text(name));
            }
        }
        return kinds.toString();
    }

    private static String number(int line) {
        return line == ANYTHING ? "*" : Integer.toString(line);
    }

    /** The fields of a line, parted by the type that they are for. */
    private static final class Fields {
        String kinds = "";
        boolean closed;
        String title = "";
        final List<String> mapping = new ArrayList<>();
        final List<String> list = new ArrayList<>();
        final List<String> string = new ArrayList<>();
        final List<String> number = new ArrayList<>();

        boolean allows(char kind) {
            return kinds.indexOf(kind) >= 0;
        }

        void add(Fields other, YamlNode node) throws CatalogException {
            for (int i = 0; i < other.kinds.length(); i++) {
                char kind = other.kinds.charAt(i);
                boolean isNumber = kind == 'i' || kind == 'n';
                if (allows(kind) || (isNumber && (allows('i') || allows('n')))) {
                    throw new CatalogException(node, "a second alternative for one type");
                }
            }
            kinds += other.kinds;
            closed |= other.closed;
            title = title.isEmpty() ? other.title : title;
            mapping.addAll(other.mapping);
            list.addAll(other.list);
            string.addAll(other.string);
            number.addAll(other.number);
        }

        String line() {
            StringBuilder line = new StringBuilder("K").append(kinds);
            for (List<String> part : List.of(mapping, list, string, number)) {
                for (String field : part) {
                    line.append('\t').append(field);
                }
            }
            return title.isEmpty()
                    ? line.toString()
                    : line.append("\tT").append(title).toString();
        }
    }

    private static void allow(YamlMapping schema, Set<String> keywords) throws CatalogException {
        for (YamlMapping.Entry entry : schema.entries()) {
            if (!keywords.contains(text(entry.key()))) {
                throw new CatalogException(entry.key(), "only these may stand here: " + new TreeSet<>(keywords));
            }
        }
    }

    private static boolean isLiteral(YamlNode node, String value) {
        return node instanceof YamlScalar scalar
                && scalar.style() == YamlScalar.Style.PLAIN
                && scalar.value().equals(value);
    }

    private static @Nullable YamlNode get(YamlMapping mapping, String key) throws CatalogException {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (text(entry.key()).equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    private static YamlMapping mapping(YamlNode node) throws CatalogException {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw new CatalogException(node, "must be an object, not " + node.description());
    }

    private static List<YamlNode> sequence(YamlNode node) throws CatalogException {
        if (node instanceof YamlSequence sequence && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        throw new CatalogException(node, "must be an array that holds something");
    }

    private static String text(YamlNode node) throws CatalogException {
        if (node instanceof YamlScalar scalar && isPrintable(scalar.value())) {
            return scalar.value();
        }
        throw new CatalogException(node, "must be a text of one line in ASCII");
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}

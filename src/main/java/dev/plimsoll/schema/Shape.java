package dev.plimsoll.schema;

import dev.plimsoll.schema.SchemaNode.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value may be: the kinds that are allowed, and for each kind what is asked of it. Kinds never have alternatives
 * among themselves, so the kind of a value says what it is held against.
 */
final class Shape {
    /** The line of a shape that allows everything. */
    static final int ANYTHING = -1;

    private final ShapeTable table;
    private final String kinds;
    private final String title;
    private final String example;

    private final Map<String, Integer> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>(0);
    private final List<KeyPattern> patterns = new ArrayList<>(1);
    private final List<Integer> patternShapes = new ArrayList<>(1);
    private final boolean closed;
    private final int additional;

    private final int items;
    private final boolean distinct;

    private final List<String> words = new ArrayList<>(0);
    private final @Nullable TextFormat format;
    private final @Nullable BigDecimal minimum;
    private final @Nullable BigDecimal maximum;

    /**
     * Reads a line of the table, see {@link ShapeTable} for what is in it.
     *
     * @param table the table, for the shapes that this one names
     */
    Shape(ShapeTable table, String line) {
        this.table = table;
        String kindsRead = "";
        String titleRead = "";
        String exampleRead = "";
        String formatRead = "";
        String minimumRead = "";
        String maximumRead = "";
        String additionalRead = "*";
        String itemsRead = "*";
        boolean isClosed = false;
        boolean isDistinct = false;
        int from = 0;
        while (from <= line.length()) {
            int tab = line.indexOf('\t', from);
            int to = tab < 0 ? line.length() : tab;
            String value = line.substring(from + 1, to);
            char code = line.charAt(from);
            switch (code) {
                case 'K' -> kindsRead = value;
                case 'P' -> properties.put(key(value), shape(value));
                case 'R' -> required.add(value);
                case 'N' -> {
                    patterns.add(KeyPattern.of(key(value)));
                    patternShapes.add(shape(value));
                }
                case 'C' -> isClosed = true;
                case 'A' -> additionalRead = value;
                case 'I' -> itemsRead = value;
                case 'U' -> isDistinct = true;
                case 'W' -> words.add(value);
                case 'F' -> formatRead = value;
                case '<' -> minimumRead = value;
                case '>' -> maximumRead = value;
                case 'T' -> titleRead = value;
                case 'X' -> exampleRead = value;
                default -> throw new IllegalStateException("the table of the schema has a " + code);
            }
            from = to + 1;
        }
        // all final: threads hand a shape to each other without a lock
        this.kinds = kindsRead;
        this.title = titleRead;
        this.example = exampleRead;
        this.closed = isClosed;
        this.additional = number(additionalRead, 0);
        this.items = number(itemsRead, 0);
        this.distinct = isDistinct;
        this.format = formatRead.isEmpty() ? null : TextFormat.of(formatRead);
        this.minimum = minimumRead.isEmpty() ? null : new BigDecimal(minimumRead);
        this.maximum = maximumRead.isEmpty() ? null : new BigDecimal(maximumRead);
    }

    private static String key(String value) {
        return value.substring(0, value.lastIndexOf('='));
    }

    private static int shape(String value) {
        return number(value, value.lastIndexOf('=') + 1);
    }

    /** Digits, or an asterisk for {@link #ANYTHING}. */
    private static int number(String text, int from) {
        if (text.charAt(from) == '*') {
            return ANYTHING;
        }
        int number = 0;
        for (int i = from; i < text.length(); i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    /** Whether the schema names this kind. Whole numbers are numbers too. */
    boolean names(Kind kind) {
        return kinds.indexOf(kind.letter()) >= 0;
    }

    /** Whether a value of this kind, and for a number of this text, is allowed. */
    boolean allows(SchemaNode node, Kind kind) {
        if (names(kind)) {
            return true;
        }
        return (kind == Kind.INTEGER && names(Kind.NUMBER))
                || (kind == Kind.NUMBER && names(Kind.INTEGER) && Numbers.isWhole(node.text()));
    }

    /** What to call it: "a service"; empty for what has no name. */
    String title() {
        return title;
    }

    /** A text that would be right; empty where the schema gives none. */
    String example() {
        return example;
    }

    /** Whether a key may stand in a mapping of this shape. */
    boolean takes(String key) {
        return !closed || properties.containsKey(key) || patternOf(key) >= 0;
    }

    /** What the value of a key must be; null if everything is right, see {@link #takes}. */
    @Nullable
    Shape member(String key) {
        @Nullable Integer property = properties.get(key);
        if (property != null) {
            return table.shape(property);
        }
        int pattern = patternOf(key);
        return table.shape(pattern >= 0 ? patternShapes.get(pattern) : additional);
    }

    private int patternOf(String key) {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).matches(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The keys with a meaning, in the schema's order. */
    Collection<String> properties() {
        return properties.keySet();
    }

    boolean hasProperty(String key) {
        return properties.containsKey(key);
    }

    List<String> required() {
        return required;
    }

    List<KeyPattern> patterns() {
        return patterns;
    }

    /** What keys of the pattern at this index hold; null for everything. */
    @Nullable
    Shape patternShape(int index) {
        return table.shape(patternShapes.get(index));
    }

    /** Whether keys that the schema does not know are wrong. */
    boolean isClosed() {
        return closed;
    }

    /** What keys that the schema does not know hold, where it is not closed; null for everything. */
    @Nullable
    Shape additional() {
        return table.shape(additional);
    }

    /** What the elements of a list must be; null for everything. */
    @Nullable
    Shape items() {
        return table.shape(items);
    }

    /** Whether no element of a list may be there twice. */
    boolean isDistinct() {
        return distinct;
    }

    /** The texts that are allowed; empty for all. */
    List<String> words() {
        return words;
    }

    @Nullable
    TextFormat format() {
        return format;
    }

    @Nullable
    BigDecimal minimum() {
        return minimum;
    }

    @Nullable
    BigDecimal maximum() {
        return maximum;
    }
}

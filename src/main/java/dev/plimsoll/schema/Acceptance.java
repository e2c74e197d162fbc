package dev.plimsoll.schema;

import dev.plimsoll.schema.SchemaNode.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is right, and nothing more. Nearly all files are right, and this spares them the validator, its JSON
 * and its exceptions; a test holds that both always agree.
 */
final class Acceptance {
    private final boolean partial;

    /**
     * Accepts values.
     *
     * @param partial whether the file goes on top of another, which may have what is missing here
     */
    Acceptance(boolean partial) {
        this.partial = partial;
    }

    /**
     * Whether a value is right.
     *
     * @param shape what it must be; null for anything
     */
    boolean accepts(SchemaNode node, @Nullable Shape shape) {
        if (shape == null) {
            return true;
        }
        Kind kind = node.kind();
        if (kind == Kind.UNKNOWN) {
            return true;
        }
        if (!shape.allows(node, kind)) {
            return false;
        }
        if (kind == Kind.STRING) {
            return acceptsText(node.text(), shape);
        }
        if (kind == Kind.MAPPING) {
            return acceptsMapping(node, shape);
        }
        if (kind == Kind.LIST) {
            return acceptsList(node.elements(), shape);
        }
        return (kind != Kind.INTEGER && kind != Kind.NUMBER) || acceptsNumber(node.text(), shape);
    }

    private boolean acceptsMapping(SchemaNode node, Shape shape) {
        for (String key : node.keys()) {
            if (!shape.takes(key)) {
                return false;
            }
            @Nullable SchemaNode member = node.member(key);
            if (member != null && !accepts(member, shape.member(key))) {
                return false;
            }
        }
        return lacksNothing(node, shape);
    }

    /** Whether all required keys are there. */
    boolean lacksNothing(SchemaNode node, Shape shape) {
        List<String> required = shape.required();
        for (int i = 0; i < required.size() && !partial; i++) {
            if (node.member(required.get(i)) == null) {
                return false;
            }
        }
        return true;
    }

    private boolean acceptsList(List<? extends SchemaNode> elements, Shape shape) {
        @Nullable Shape items = shape.items();
        for (int i = 0; i < elements.size(); i++) {
            if (!accepts(elements.get(i), items)) {
                return false;
            }
        }
        return !shape.isDistinct() || elements.size() < 2 || firstRepeat(elements) < 0;
    }

    /**
     * The index of the first scalar that equals one before it; -1 if there is none. The schema asks for this only where
     * elements are scalars.
     */
    static int firstRepeat(List<? extends SchemaNode> elements) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            @Nullable Object identity = identity(elements.get(i));
            if (identity != null && !seen.add(identity)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Object identity(SchemaNode node) {
        Kind kind = node.kind();
        if (kind == Kind.STRING) {
            return node.text();
        }
        if (kind == Kind.INTEGER || kind == Kind.NUMBER) {
            @Nullable BigDecimal value = Numbers.value(node.text());
            return value == null ? null : value.stripTrailingZeros();
        }
        return null;
    }

    private static boolean acceptsText(String text, Shape shape) {
        List<String> words = shape.words();
        if (!words.isEmpty() && !words.contains(text)) {
            return false;
        }
        @Nullable TextFormat format = shape.format();
        return format == null || format.matches(text);
    }

    private static boolean acceptsNumber(String text, Shape shape) {
        @Nullable BigDecimal minimum = shape.minimum();
        @Nullable BigDecimal maximum = shape.maximum();
        if (minimum == null && maximum == null) {
            return true;
        }
        @Nullable BigDecimal value = Numbers.value(text);
        if (value == null) {
            return true;
        }
        return (minimum == null || value.compareTo(minimum) >= 0) && (maximum == null || value.compareTo(maximum) <= 0);
    }
}

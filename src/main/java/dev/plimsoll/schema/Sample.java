package dev.plimsoll.schema;

import dev.plimsoll.schema.SchemaNode.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * The wrong parts of a file as JSON, for the validator to judge. What is right stays away: the validator compares the
 * elements of a list each with each and makes an exception of every mismatch, so that a large file with one mistake would
 * cost more than the rest of the run.
 */
final class Sample {
    /** Stands for a value that is right but has to be there. */
    static final Object RIGHT = new Object();

    /** Digits of a number that is written out; larger ones keep their exponent. */
    private static final int MAX_DIGITS = 1000;

    private final Acceptance acceptance;
    private int left;

    /**
     * Samples the parts that are not accepted.
     *
     * @param limit mistakes after which no more is taken
     */
    Sample(Acceptance acceptance, int limit) {
        this.acceptance = acceptance;
        this.left = limit;
    }

    /** A list that knows which elements of the file it was made of. */
    static final class Elements extends JSONArray {
        private final List<Integer> indices = new ArrayList<>();

        void add(int index, Object json) {
            indices.add(index);
            put(json);
        }

        /** The index in the file of an element of this list. */
        int indexInFile(int index) {
            return indices.get(index);
        }
    }

    /** A value that is not accepted. */
    Object of(SchemaNode node, Shape shape) {
        Kind kind = node.kind();
        boolean allowed = shape.allows(node, kind);
        if (kind == Kind.MAPPING) {
            return allowed ? mapping(node, shape) : taken(new JSONObject());
        }
        if (kind == Kind.LIST) {
            return allowed ? list(node.elements(), shape) : taken(new JSONArray());
        }
        return taken(kind == Kind.DATE ? noneOf(shape) : scalar(node, kind));
    }

    /** JSON has no dates: a value of a kind that is not allowed stands for one. */
    private static Object noneOf(Shape shape) {
        if (!shape.names(Kind.MAPPING)) {
            return new JSONObject();
        }
        if (!shape.names(Kind.LIST)) {
            return new JSONArray();
        }
        return shape.names(Kind.STRING) ? JSONObject.NULL : "";
    }

    private Object taken(Object json) {
        left--;
        return json;
    }

    private JSONObject mapping(SchemaNode node, Shape shape) {
        JSONObject json = new JSONObject();
        for (String key : shape.required()) {
            if (node.member(key) != null) {
                json.put(key, RIGHT);
            }
        }
        if (!acceptance.lacksNothing(node, shape)) {
            left--;
        }
        for (String key : node.keys()) {
            if (left <= 0) {
                break;
            }
            @Nullable SchemaNode member = node.member(key);
            if (!shape.takes(key)) {
                json.put(key, taken(JSONObject.NULL));
            } else if (member != null) {
                @Nullable Shape memberShape = shape.member(key);
                if (memberShape != null && !acceptance.accepts(member, memberShape)) {
                    json.put(key, of(member, memberShape));
                }
            }
        }
        return json;
    }

    private JSONArray list(List<? extends SchemaNode> elements, Shape shape) {
        Elements json = new Elements();
        @Nullable Shape items = shape.items();
        for (int i = 0; i < elements.size() && left > 0 && items != null; i++) {
            if (!acceptance.accepts(elements.get(i), items)) {
                json.add(i, of(elements.get(i), items));
            }
        }
        int repeat = shape.isDistinct() ? Acceptance.firstRepeat(elements) : -1;
        if (repeat >= 0) {
            left--;
            Object repeated = scalar(elements.get(repeat), elements.get(repeat).kind());
            json.add(repeat, repeated);
            json.add(repeat, repeated);
        }
        return json;
    }

    private static Object scalar(SchemaNode node, Kind kind) {
        return switch (kind) {
            case STRING -> node.text();
            case INTEGER, NUMBER -> number(node.text());
            case BOOLEAN -> node.text().equalsIgnoreCase("true");
            case NULL -> JSONObject.NULL;
            default -> RIGHT;
        };
    }

    /** A whole number without a fraction, for to everit {@code 2.0} is none. JSON has no infinities: a fraction will do. */
    static Object number(String text) {
        @Nullable BigDecimal value = Numbers.value(text);
        if (value == null) {
            return new BigDecimal("0.5");
        }
        long digits = (long) value.precision() - value.scale();
        return Numbers.isWhole(value) && digits <= MAX_DIGITS ? value.toBigInteger() : value;
    }
}

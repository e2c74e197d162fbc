package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.schema.SchemaNode.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the messages. */
final class Wording {
    /** Units of a user's text that are quoted; a key may be a megabyte long. */
    private static final int MAX_QUOTED = 60;

    /** Services that a message names. */
    private static final int MAX_NAMES = 3;

    private Wording() {}

    /** {@code mem_limit must be a number or a string, not a list}. */
    static String wrongKind(Place place) {
        String subject = place.parent() == null ? "a Compose file" : place.subject();
        SchemaNode node = place.node();
        if (node.kind() == Kind.NULL) {
            return subject + " has no value, it must be " + expected(place.shape());
        }
        boolean isFraction = node.kind() == Kind.NUMBER && place.shape().names(Kind.INTEGER);
        String found = isFraction ? shortened(node.shown()) : description(node.kind());
        if (node.kind() == Kind.STRING && place.shape().names(Kind.BOOLEAN)) {
            found = "the string " + quoted(node.shown());
        }
        return subject + " must be " + expected(place.shape()) + ", not " + found;
    }

    /** Why an element that was meant as a string is a mapping, and what to write. */
    static String splitByColon(Place place) {
        @Nullable Place list = place.parent();
        boolean pairs = list != null && list.shape().names(Kind.MAPPING);
        return ", since a space follows a colon in it: "
                + (pairs ? "write an equals sign, or leave out the dash" : "leave out the space, or put it in quotes");
    }

    /** {@code privileged must be true or false, not "maybe"}. */
    static String wrongText(Place place) {
        @Nullable TextFormat format = place.shape().format();
        String wanted = format == null ? oneOf(place.shape().words()) : format.description();
        List<String> words = format == null ? place.shape().words() : format.words();
        String shown = place.node().shown();
        return place.subject() + " must be " + wanted + ", not " + quoted(shown) + DidYouMean.hint(shown, words);
    }

    /** {@code oom_score_adj must be between -1000 and 1000, not 2000}. */
    static String outOfRange(Place place) {
        @Nullable BigDecimal minimum = place.shape().minimum();
        @Nullable BigDecimal maximum = place.shape().maximum();
        String range = minimum != null && maximum != null
                ? "between " + minimum + " and " + maximum
                : minimum != null ? "at least " + minimum : "at most " + maximum;
        return place.subject() + " must be " + range + ", not "
                + shortened(place.node().shown());
    }

    /** {@code volumes[0] lacks the keys "type" and "target"}. */
    static String missing(Place place, List<String> keys) {
        if (keys.size() == 1) {
            return missing(place, keys.get(0));
        }
        List<String> quoted = new ArrayList<>();
        for (String key : keys) {
            quoted.add(quoted(key));
        }
        return place.subject() + " lacks the keys " + joined(quoted, " and ");
    }

    /** {@code depends_on.db lacks the key "condition"}. */
    private static String missing(Place place, String key) {
        String message = place.subject() + " lacks the key \"" + key + "\"";
        @Nullable Shape shape = place.shape().member(key);
        List<String> words = shape == null ? List.of() : shape.words();
        return words.isEmpty() ? message : message + ", " + oneOf(words);
    }

    /** {@code security_opt has "x" twice}. */
    static String repeated(Place place, SchemaNode element) {
        return place.subject() + " has " + quoted(element.shown()) + " twice";
    }

    private static String expected(Shape shape) {
        List<String> wanted = new ArrayList<>();
        @Nullable TextFormat format = shape.format();
        boolean isFlag = shape.names(Kind.BOOLEAN) || format == TextFormat.FLAG;
        if (isFlag) {
            wanted.add("true");
            wanted.add("false");
        }
        if (shape.names(Kind.INTEGER) || (format != null && format.isWholeNumber())) {
            wanted.add("a whole number");
        } else if (shape.names(Kind.NUMBER)) {
            wanted.add("a number");
        }
        if (shape.names(Kind.STRING)) {
            boolean isCast = format == TextFormat.FLAG
                    || format == TextFormat.NUMBER
                    || (format != null && format.isWholeNumber());
            if (!isCast) {
                wanted.add(expectedText(shape, format, wanted.isEmpty()));
            }
        }
        if (shape.names(Kind.LIST)) {
            wanted.add("a list");
        }
        if (shape.names(Kind.MAPPING)) {
            wanted.add("a mapping");
        }
        return joined(wanted, " or ");
    }

    private static String expectedText(Shape shape, @Nullable TextFormat format, boolean alone) {
        if (!shape.words().isEmpty()) {
            return oneOf(shape.words());
        }
        if (format != null && format != TextFormat.DURATION) {
            return format.description();
        }
        return alone && !shape.example().isEmpty() ? "a string such as " + shape.example() : "a string";
    }

    /** {@code "web" and "db" are services: they belong under services:}. */
    static String servicesAtTheTop(List<String> names) {
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), MAX_NAMES); i++) {
            quoted.add(quoted(names.get(i)));
        }
        if (names.size() > MAX_NAMES) {
            quoted.add(names.size() - MAX_NAMES + " more");
        }
        return joined(quoted, " and ") + " are services: they belong under services:, since the first format of Compose"
                + " files is no longer read";
    }

    private static String joined(List<String> parts, String last) {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 1; i < parts.size(); i++) {
            text.append(i == parts.size() - 1 ? last : ", ").append(parts.get(i));
        }
        return text.toString();
    }

    private static String oneOf(List<String> words) {
        if (words.size() == 1) {
            return "\"" + words.get(0) + "\"";
        }
        return "one of " + String.join(", ", words);
    }

    private static String description(Kind kind) {
        return switch (kind) {
            case MAPPING -> "a mapping";
            case LIST -> "a list";
            case STRING -> "a string";
            case INTEGER, NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "nothing";
            case DATE -> "a date: put it in quotes";
            case UNKNOWN -> throw new IllegalArgumentException("an unknown value is never wrong");
        };
    }

    /** The user's own text in quotes. */
    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** The user's own text, on one line and not too long. */
    static String shortened(String text) {
        boolean isShort = text.length() <= MAX_QUOTED;
        int end = isShort ? text.length() : MAX_QUOTED - 1;
        if (!isShort && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
        }
        return isShort ? shown.toString() : shown.append('\u2026').toString();
    }
}

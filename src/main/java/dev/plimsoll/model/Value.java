package dev.plimsoll.model;

import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in one of three states. Rules act on what is known and are silent on the rest. */
public sealed interface Value<T> {
    /** The text it was made of, as written, variables included; empty if nothing was written. */
    String raw();

    /** The value that holds when nobody sets a variable; empty if that is not known or not valid. */
    Optional<T> known();

    /** Whether it is a number of YAML that is not a size, as it is below zero. */
    default boolean isNegative() {
        return false;
    }

    /**
     * What a text was read as.
     *
     * @param text the text, variables resolved as far as they are known
     * @param variables the names used, in order
     * @param parsed what the text stands for; null if it is not of its kind. Not looked at while a variable is unknown
     * @param reason what is wrong if it is null
     */
    static <T> Value<T> read(Text text, List<String> variables, @Nullable T parsed, String reason) {
        return read(text, text.raw(), variables, parsed, reason);
    }

    /**
     * What a text was read as that is shown otherwise than it stands in the file.
     *
     * @param text the text, variables resolved as far as they are known
     * @param raw how it is shown
     * @param variables the names used, in order
     * @param parsed what the text stands for; null if it is not of its kind. Not looked at while a variable is unknown
     * @param reason what is wrong if it is null
     */
    static <T> Value<T> read(Text text, String raw, List<String> variables, @Nullable T parsed, String reason) {
        if (!text.isKnown()) {
            return new Interpolated<>(raw, variables, Optional.empty());
        }
        if (parsed == null) {
            return new Invalid<>(raw, reason);
        }
        return text.isLiteral() ? new Literal<>(parsed, raw) : new Interpolated<>(raw, variables, Optional.of(parsed));
    }

    /** A text as a value: what it says, or that nobody knows. */
    static Value<String> string(Text text, List<String> variables) {
        return read(text, variables, text.value(), "");
    }

    /** The value of a variable that is passed through from whoever starts the container: not written, and not known. */
    static Value<String> inherited(String variable) {
        return new Interpolated<>("", List.of(variable), Optional.empty());
    }

    /** Whether it is passed through from whoever starts the container, and not known. */
    default boolean isInherited() {
        return raw().isEmpty() && known().isEmpty();
    }

    /**
     * Written out.
     *
     * @param value the value
     * @param raw as written
     */
    record Literal<T>(T value, String raw) implements Value<T> {
        @Override
        public Optional<T> known() {
            return Optional.of(value);
        }
    }

    /**
     * Made with variables.
     *
     * @param raw as written
     * @param variables their names, in order
     * @param known the value that the defaults give; empty where a variable has none
     */
    record Interpolated<T>(String raw, List<String> variables, Optional<T> known) implements Value<T> {}

    /**
     * Not a value of its kind.
     *
     * @param raw as written
     * @param reason what is wrong, for messages: lower case, no final period
     */
    record Invalid<T>(String raw, String reason) implements Value<T> {
        /** Why a number of YAML is no size. */
        public static final String NEGATIVE = "negative";

        @Override
        public Optional<T> known() {
            return Optional.empty();
        }

        @Override
        public boolean isNegative() {
            return reason.equals(NEGATIVE);
        }
    }
}

package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/** A value in one of three states. Rules act on what is known and are silent on the rest. */
public sealed interface Value<T> {
    /** The text it was made of, as written, variables included. */
    String raw();

    /** The value that holds when nobody sets a variable; empty if that is not known or not valid. */
    Optional<T> known();

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
        @Override
        public Optional<T> known() {
            return Optional.empty();
        }
    }
}

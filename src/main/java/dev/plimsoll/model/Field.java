package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting that may be there or not. Its absence has a place too, for rules to point at and for fixes to insert at. */
public sealed interface Field<T> {
    /**
     * It is there.
     *
     * @param key the place of the key or flag
     * @param value the value with its place
     */
    record Present<T>(Location key, Located<Value<T>> value) implements Field<T> {}

    /**
     * It is not there, and nothing that we did not see can add it.
     *
     * @param anchor where it would stand: the container's name
     */
    record Absent<T>(Location anchor) implements Field<T> {}

    /**
     * It is not there, but a part that we did not see may add it: another file, an {@code extends}.
     *
     * @param anchor where it would stand
     */
    record Unknown<T>(Location anchor) implements Field<T> {}

    /** The value, if it is there and known. */
    default Optional<T> known() {
        return this instanceof Present<T> present ? present.value().value().known() : Optional.empty();
    }

    /** The value, or null where it is not there or not known. */
    default @Nullable T orNull() {
        return known().orElse(null);
    }

    /** Whether it is certain that it is not there. */
    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /** Whether it is there, known or not. */
    default boolean isPresent() {
        return this instanceof Present;
    }

    /** The value as it was written; empty if it is not there. */
    default String raw() {
        return this instanceof Present<T> present ? present.value().value().raw() : "";
    }

    /** Where to point at: the value, or where it would stand. */
    default Location place() {
        if (this instanceof Present<T> present) {
            return present.value().shown();
        }
        return this instanceof Absent<T> absent ? absent.anchor() : ((Unknown<T>) this).anchor();
    }
}

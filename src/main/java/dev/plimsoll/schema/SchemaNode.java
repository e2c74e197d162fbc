package dev.plimsoll.schema;

import dev.plimsoll.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the schema sees of a Compose file: the merged tree, with aliases followed and variables put in. */
public interface SchemaNode {
    /**
     * What a node is. A scalar is what Docker's YAML reader takes its written form for: variables are put in after that,
     * so that {@code ${N:-2}} is a string and stays one.
     */
    enum Kind {
        /** Keys with values. */
        MAPPING('o'),
        /** Elements in order. */
        LIST('a'),
        /** A text. */
        STRING('s'),
        /** A whole number, in any notation of YAML. */
        INTEGER('i'),
        /** A number with a point or an exponent, an infinity, or no number at all ({@code .nan}). */
        NUMBER('n'),
        /** True or false. */
        BOOLEAN('b'),
        /** Nothing. */
        NULL('z'),
        /** A date without quotes, which no key takes. */
        DATE('d'),
        /** A value that is not known, or a key that {@code !reset} takes away: right everywhere, whatever is below. */
        UNKNOWN('?');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** What the compiled schema calls it. */
        char letter() {
            return letter;
        }
    }

    /** What this is. */
    Kind kind();

    /** The keys of a mapping in their order; none for all else. */
    Iterable<String> keys();

    /** The value of a key; null where there is no such key. */
    @Nullable
    SchemaNode member(String key);

    /**
     * Where a key of this mapping is written.
     *
     * @param key one of {@link #keys()}
     */
    Location keyLocation(String key);

    /**
     * Whether an alias brings the value of a key here, or repeats it elsewhere: what others share is not to be changed.
     *
     * @param key one of {@link #keys()}
     */
    default boolean isShared(String key) {
        return false;
    }

    /** Whether an alias brings this here, or repeats it elsewhere. */
    default boolean isShared() {
        return false;
    }

    /** The elements of a list; none for all else. */
    List<? extends SchemaNode> elements();

    /** The text of a scalar with its variables put in: a number as it is written, empty for nothing. */
    String text();

    /** The text of a scalar as messages show it: with the reference in place of what a variable holds. */
    String shown();

    /** Where the value is written. */
    Location location();
}

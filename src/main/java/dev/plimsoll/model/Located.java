package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.List;

/**
 * A value with the place where it was written, and the aliases through which it came to where it counts.
 *
 * @param value the value
 * @param at where it was written: the anchored node if an alias repeats it
 * @param through the aliases, the outermost first; empty for a value written in place
 */
public record Located<T>(T value, Location at, List<Location> through) {
    /** Copies the list. */
    public Located {
        through = List.copyOf(through);
    }

    /** A value written in place. */
    public static <T> Located<T> of(T value, Location at) {
        return new Located<>(value, at, List.of());
    }

    /** Where to point at: the outermost alias, else the place itself. */
    public Location shown() {
        return through.isEmpty() ? at : through.get(0);
    }

    /**
     * How messages show a text: as it is written, with the reference where a variable takes part. What a variable holds
     * is not theirs to tell.
     */
    public static String quoted(Located<String> text) {
        String written = text.at.text();
        if (written.indexOf('$') < 0) {
            return text.value;
        }
        boolean inQuotes = written.length() > 1
                && (written.charAt(0) == '"' || written.charAt(0) == '\'')
                && written.charAt(written.length() - 1) == written.charAt(0);
        return inQuotes ? written.substring(1, written.length() - 1) : written;
    }

    /** Another value of the same origin. */
    public <U> Located<U> with(U other) {
        return new Located<>(other, at, through);
    }

    /** Another value that stands at a part of this one's place. */
    public <U> Located<U> part(U other, Location part) {
        return new Located<>(other, part, through);
    }
}

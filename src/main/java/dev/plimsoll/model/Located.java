package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.List;

/**
 * A value with the place where it was written, and the aliases through which it came to where it counts.
 *
 * @param value the value
 * @param file the file that it was written in
 * @param from offset of its first unit there, in UTF-16 units
 * @param to offset after its last unit
 * @param through the aliases, the outermost first; empty for a value written in place
 */
public record Located<T>(T value, SourceFile file, int from, int to, List<Location> through) {
    /** Copies the list. */
    public Located {
        through = List.copyOf(through);
    }

    /** A value with its place: the anchored node if an alias repeats it. */
    public Located(T value, Location at, List<Location> through) {
        this(value, at.file(), at.from(), at.to(), through);
    }

    /** Where it was written: the anchored node if an alias repeats it. */
    public Location at() {
        return new Location(file, from, to);
    }

    /** A value written in place. */
    public static <T> Located<T> of(T value, Location at) {
        return new Located<>(value, at, List.of());
    }

    /** Where to point at: the outermost alias, else the place itself. */
    public Location shown() {
        return through.isEmpty() ? at() : through.get(0);
    }

    /**
     * How messages show a text: as it is written, with the reference where a variable takes part. What a variable holds
     * is not theirs to tell.
     */
    public static String quoted(Located<String> text) {
        String written = text.at().text();
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
        return new Located<>(other, file, from, to, through);
    }

    /** Another value that stands at a part of this one's place. */
    public <U> Located<U> part(U other, Location part) {
        return new Located<>(other, part, through);
    }
}

package dev.plimsoll.source;

import org.jspecify.annotations.Nullable;

/**
 * A span of one file. A project is merged from several files, so a span alone does not say where it is. A large file has a
 * million of these: they hold the ends of the span, and no object more.
 *
 * @param file the file
 * @param from offset of the first unit of the file's text, from 0, in UTF-16 units
 * @param to offset after the last unit; equal to {@code from} for a place between two units
 */
public record Location(SourceFile file, int from, int to) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if {@code from} is negative or {@code to} lies before it
     */
    public Location {
        if (from < 0 || to < from) {
            throw Span.refused(from, to);
        }
    }

    /** A span of a file. */
    public Location(SourceFile file, Span span) {
        this(file, span.start(), span.end());
    }

    /** The range of the file's text, in UTF-16 units. */
    public Span span() {
        return new Span(from, to);
    }

    // written out, as in Span
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location
                && file.equals(location.file)
                && from == location.from
                && to == location.to;
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + 31 * from + to;
    }

    /** Which of two places comes first, as {@code compareTo} says it: by the file's path, then by the start. */
    public int compareStart(Location other) {
        int byPath = file.path().compareTo(other.file.path());
        return byPath != 0 ? byPath : Integer.compare(from, other.from);
    }

    /** The same place in the file as reports may see it. */
    public Location forReports() {
        return file.isWithheld() ? new Location(file.forReports(), from, to) : this;
    }

    /** The same place in the file with blanks on its lines. */
    public Location withoutContent() {
        return new Location(file.withoutContent(), from, to);
    }

    /** The text that stands there. */
    public String text() {
        return file.text().substring(from, to);
    }

    /** Where the span starts, as line and column from 1. */
    public Position start() {
        return file.lines().position(from);
    }

    /** Where the span ends (exclusive), as line and column from 1. */
    public Position end() {
        return file.lines().position(to);
    }
}

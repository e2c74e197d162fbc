package dev.plimsoll.source;

import org.jspecify.annotations.Nullable;

/**
 * A span of one file. A project is merged from several files, so a span alone does not say where it is.
 *
 * @param file the file
 * @param span the range of the file's text, in UTF-16 units
 */
public record Location(SourceFile file, Span span) {
    // written out, as in Span
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location && file.equals(location.file) && span.equals(location.span);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + span.hashCode();
    }

    /** Which of two places comes first, as {@code compareTo} says it: by the file's path, then by the start. */
    public int compareStart(Location other) {
        int byPath = file.path().compareTo(other.file.path());
        return byPath != 0 ? byPath : Integer.compare(span.start(), other.span.start());
    }

    /** The same place in the file as reports may see it. */
    public Location forReports() {
        return file.isWithheld() ? new Location(file.forReports(), span) : this;
    }

    /** The same place in the file with blanks on its lines. */
    public Location withoutContent() {
        return new Location(file.withoutContent(), span);
    }

    /** The text that stands there. */
    public String text() {
        return file.text().substring(span.start(), span.end());
    }

    /** Where the span starts, as line and column from 1. */
    public Position start() {
        return file.lines().position(span.start());
    }

    /** Where the span ends (exclusive), as line and column from 1. */
    public Position end() {
        return file.lines().position(span.end());
    }
}

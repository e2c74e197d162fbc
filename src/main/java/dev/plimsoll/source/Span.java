package dev.plimsoll.source;

import org.jspecify.annotations.Nullable;

/**
 * A half-open range of a text, in UTF-16 units as Java strings count them.
 *
 * @param start offset of the first unit, from 0
 * @param end offset after the last unit; equal to {@code start} for a place between two units
 */
public record Span(int start, int end) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if {@code start} is negative or {@code end} lies before it
     */
    public Span {
        if (start < 0 || end < start) {
            throw refused(start, end);
        }
    }

    /** What is wrong with a range that is none. */
    static IllegalArgumentException refused(int start, int end) {
        return new IllegalArgumentException("not a span: " + start + ".." + end);
    }

    // written out: what the compiler gives a record is linked at its first use, which takes ten milliseconds
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Span span && start == span.start && end == span.end;
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    /** The empty span at an offset: a place to insert at. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** Number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    /** Whether nothing is covered. */
    public boolean isEmpty() {
        return start == end;
    }

    /** Whether every unit of {@code other} lies inside this span. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }
}

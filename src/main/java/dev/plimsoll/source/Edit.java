package dev.plimsoll.source;

/**
 * A replacement of a part of one file's text.
 *
 * @param at what is replaced; an empty span inserts
 * @param text what stands there afterwards; empty to delete
 */
public record Edit(Location at, String text) {
    /**
     * Whether two edits cannot both be made: they touch the same units, or the outcome would depend on their order. An
     * insertion at the border of a replaced part conflicts too.
     */
    public boolean conflictsWith(Edit other) {
        if (at.file() != other.at.file()) {
            return false;
        }
        Span a = at.span();
        Span b = other.at.span();
        if (a.isEmpty() || b.isEmpty()) {
            return a.start() <= b.end() && b.start() <= a.end();
        }
        return a.start() < b.end() && b.start() < a.end();
    }
}

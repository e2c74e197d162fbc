package dev.plimsoll.compose.style;

/**
 * The lines of an entry of a mapping, or of an item of a list: the comments directly above it, its own lines, and the
 * comments below it that are indented deeper than it is.
 *
 * @param first the first line, from 1: a comment's if there are any above
 * @param entry the line on which the key or the dash stands
 * @param last the last line
 * @param deep whether the first line is a comment that is indented deeper than the entry
 * @param open whether it ends with a block scalar, which takes blanks and deep comments on the lines behind it for its own
 * @param keeping whether it ends with one that takes empty lines behind it for its own, too ({@code |+})
 */
record Block(int first, int entry, int last, boolean deep, boolean open, boolean keeping) {
    boolean hasLead() {
        return first < entry;
    }
}

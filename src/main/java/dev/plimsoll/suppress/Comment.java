package dev.plimsoll.suppress;

import dev.plimsoll.source.Span;
import java.util.List;

/**
 * A comment that may hold a directive.
 *
 * @param at from the comment's sign to its last character that is not a blank
 * @param ownLine whether nothing but blanks stands before it on its line
 * @param covered where findings must start to be meant; offsets in the file, ends inclusive
 */
record Comment(Span at, boolean ownLine, List<Span> covered) {}

package dev.plimsoll.shell;

/** How a word is quoted. */
public enum Quote {
    /** Not at all; a backslash may stand before single characters. */
    NONE,
    /** From end to end in single quotes. */
    SINGLE,
    /** From end to end in double quotes. */
    DOUBLE,
    /** In parts, or in a way of its own such as {@code $'…'}. */
    MIXED
}

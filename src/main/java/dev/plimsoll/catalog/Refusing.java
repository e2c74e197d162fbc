package dev.plimsoll.catalog;

/** Whether Docker refuses to load a project that a rule has findings in. */
public enum Refusing {
    /** It loads: the engine or the kernel fails later, or nothing does. */
    NONE,
    /** Some of the findings keep it from loading, and say so themselves. */
    SOME,
    /** Each of the findings keeps it from loading. */
    ALL;

    /** What the front matter of a page says: nothing, {@code some} or {@code true}. */
    static Refusing of(String word) {
        return switch (word) {
            case "" -> NONE;
            case "some" -> SOME;
            default -> ALL;
        };
    }
}

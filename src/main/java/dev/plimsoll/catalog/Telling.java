package dev.plimsoll.catalog;

/** How often a run tells what a rule finds in several services of one project. */
public enum Telling {
    /** Each finding, unless it stands at one place for several services. */
    EACH,
    /** Once, if most services of the project have it: then it is how the project is written. */
    MOST,
    /** Once for all services that one cause gives it, such as a declaration that is missing: those of the same evidence. */
    CAUSE;

    /** What the front matter of a page says: nothing, {@code most} or {@code cause}. */
    static Telling of(String word) {
        return switch (word) {
            case "" -> EACH;
            case "most" -> MOST;
            default -> CAUSE;
        };
    }
}

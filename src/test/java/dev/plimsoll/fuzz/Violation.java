package dev.plimsoll.fuzz;

/** Something that must hold for any input and did not. */
final class Violation extends Exception {
    private final String kind;

    /**
     * A violation.
     *
     * @param kind what is violated, the same for inputs that have one cause
     * @param details what was seen
     */
    Violation(String kind, String details) {
        super(kind + "\n" + details);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}

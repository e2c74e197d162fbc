package dev.plimsoll.diagnostic;

/** What applying a fix may change. */
public enum Safety {
    /** Nothing that a running container does; or an error that Docker raises becomes what was plainly meant. */
    SAFE("safe"),
    /** The container's behaviour; the fix's title names what. */
    UNSAFE("unsafe");

    private final String label;

    Safety(String label) {
        this.label = label;
    }

    /** The word in reports and rule pages. */
    public String label() {
        return label;
    }
}

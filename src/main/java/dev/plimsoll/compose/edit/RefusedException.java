package dev.plimsoll.compose.edit;

/** A change that cannot be written without guessing. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why, for messages: lower case, no final period. */
    public String reason() {
        return reason;
    }
}

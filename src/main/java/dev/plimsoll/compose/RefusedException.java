package dev.plimsoll.compose;

/** A change that cannot be written without guessing. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why, for messages: lower case, no final period. */
    String reason() {
        return reason;
    }
}

package dev.plimsoll.inspect;

/** Why nothing is known of containers. The message is one line: lower case, no final period. */
public final class InspectException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public InspectException(String message) {
        super(message);
    }
}

package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;

/** An input without which a run makes no sense: a configuration or baseline that cannot be read or obeyed. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient InputError error;

    /**
     * Says what is wrong.
     *
     * @param at the place that shows it
     * @param message one line, lower case, without path and final period
     */
    public InputException(Location at, String message) {
        this(new InputError(at, message));
    }

    private InputException(InputError error) {
        super(error.message());
        this.error = error;
    }

    /** What is wrong, and where. */
    public InputError error() {
        return error;
    }
}

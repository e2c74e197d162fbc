package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import java.util.List;

/** An input without which a run makes no sense: a configuration or baseline that cannot be read or obeyed. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

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
        this(List.of(error));
    }

    /** Says all that is wrong: at least one error. */
    public InputException(List<InputError> errors) {
        super(errors.get(0).message());
        this.errors = List.copyOf(errors);
    }

    /** What is wrong first, and where. */
    public InputError error() {
        return errors.get(0);
    }

    /** All that is wrong, in the order in which it is to be told. */
    public List<InputError> errors() {
        return errors;
    }
}

package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.InputError;

/** A command line that asks for what there is not. The message is one line: lower case, no final period. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final boolean placed;

    UsageException(String problem) {
        super(problem);
        this.problem = problem;
        this.placed = false;
    }

    /** A configuration or baseline that cannot be obeyed. */
    UsageException(InputError error) {
        super(error.message());
        this.problem = CheckCommand.line(error);
        this.placed = true;
    }

    /** Whether the problem begins with the place that shows it. */
    boolean isPlaced() {
        return placed;
    }

    String problem() {
        return problem;
    }
}

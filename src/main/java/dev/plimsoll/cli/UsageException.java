package dev.plimsoll.cli;

/** A command line that asks for what there is not. The message is one line: lower case, no final period. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    UsageException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}

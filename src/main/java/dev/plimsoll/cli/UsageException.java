package dev.plimsoll.cli;

/** A command line that asks for what there is not. The message is one line: lower case, no final period. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final boolean ofCommand;

    UsageException(String problem) {
        this(problem, true);
    }

    private UsageException(String problem, boolean ofCommand) {
        super(problem);
        this.problem = problem;
        this.ofCommand = ofCommand;
    }

    /** A first word that is no command, so that the help of none would tell more. */
    static UsageException noCommand(String problem) {
        return new UsageException(problem, false);
    }

    /** Whether the help of the command tells more; else that of the program does. */
    boolean ofCommand() {
        return ofCommand;
    }

    String problem() {
        return problem;
    }
}

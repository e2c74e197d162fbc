package dev.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;

/** A command line that asks for what there is not. A problem is one line: lower case, no final period. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;
    private final boolean ofCommand;

    UsageException(String problem) {
        this(List.of(problem), true);
    }

    /** Several problems of one command line, the first first. */
    UsageException(List<String> problems) {
        this(problems, true);
    }

    private UsageException(List<String> problems, boolean ofCommand) {
        super(problems.get(0));
        this.problems = new ArrayList<>(problems);
        this.ofCommand = ofCommand;
    }

    /** A first word that is no command, so that the help of none would tell more. */
    static UsageException noCommand(String problem) {
        return new UsageException(List.of(problem), false);
    }

    /** Whether the help of the command tells more; else that of the program does. */
    boolean ofCommand() {
        return ofCommand;
    }

    /** What is wrong; at least one problem. */
    List<String> problems() {
        return problems;
    }
}

package dev.plimsoll.cli;

/** The exit codes of the contract with users. */
final class ExitCode {
    /** Nothing at or above {@code --fail-on}. */
    static final int OK = 0;

    /** Findings. */
    static final int FINDINGS = 1;

    /** Wrong usage, or an input that could not be read whole. */
    static final int USAGE = 2;

    /** Nothing to lint. */
    static final int NOTHING = 3;

    /** A defect of Plimsoll. */
    static final int DEFECT = 4;

    private ExitCode() {}
}

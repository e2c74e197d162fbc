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

    /**
     * Whoever read standard output left before the end, as {@code head} does. What a shell says of programs that the signal
     * SIGPIPE ends (128 and its number), as most do; the JVM ignores the signal.
     */
    static final int READER_LEFT = 141;

    private ExitCode() {}
}

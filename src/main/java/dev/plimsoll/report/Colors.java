package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Severity;

/** Colors of the text report, or none. */
public enum Colors {
    /** ANSI escape sequences. */
    ANSI,
    /** Plain text. */
    NONE;

    /** What is written before the word of a severity. */
    public String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> code("1;31");
            case WARNING -> code("1;33");
            case INFO -> code("1;36");
        };
    }

    /** Bold, until {@link #reset}. */
    public String bold() {
        return code("1");
    }

    /** Less bright, until {@link #reset}. */
    public String dim() {
        return code("2");
    }

    /** The color of the lines and numbers around a source line. */
    public String frame() {
        return code("34");
    }

    /** The color of a line that a fix removes. */
    public String removed() {
        return code("31");
    }

    /** The color of a line that a fix adds. */
    public String added() {
        return code("32");
    }

    /** Ends what was begun. */
    public String reset() {
        return code("0");
    }

    private String code(String sequence) {
        return this == ANSI ? "\u001B[" + sequence + "m" : "";
    }
}

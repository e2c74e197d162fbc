package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Severity;

/** Colours of the text report, or none. */
public enum Colors {
    /** ANSI escape sequences. */
    ANSI,
    /** Plain text. */
    NONE;

    public String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> code("1;31");
            case WARNING -> code("1;33");
            case INFO -> code("1;36");
        };
    }

    public String bold() {
        return code("1");
    }

    public String dim() {
        return code("2");
    }

    public String frame() {
        return code("34");
    }

    public String removed() {
        return code("31");
    }

    public String added() {
        return code("32");
    }

    public String reset() {
        return code("0");
    }

    private String code(String sequence) {
        return this == ANSI ? "\u001B[" + sequence + "m" : "";
    }
}

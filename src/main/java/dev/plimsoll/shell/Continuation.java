package dev.plimsoll.shell;

/** How a command goes on in the next line. */
public enum Continuation {
    /** A backslash before the line break: sh and what descends from it. */
    BACKSLASH("\\"),
    /** A backtick before the line break: PowerShell. */
    BACKTICK("`"),
    /** A caret before the line break: cmd. */
    CARET("^"),
    /** A systemd unit, where each option is a line of its own; a backslash before the line break lets it go on. */
    UNIT("\\"),
    /** Strings in JSON, each in quotes of its own; nothing has to stand before a line break. */
    JSON("");

    private final String mark;

    Continuation(String mark) {
        this.mark = mark;
    }

    /** What stands before the line break. */
    public String mark() {
        return mark;
    }
}

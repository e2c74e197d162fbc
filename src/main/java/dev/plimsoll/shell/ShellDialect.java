package dev.plimsoll.shell;

/** The language a shell text is written in. */
public enum ShellDialect {
    /** sh, bash, zsh, ksh: read alike, as far as the words of a command go. */
    POSIX(Continuation.BACKSLASH),
    /** Windows PowerShell and pwsh. */
    POWERSHELL(Continuation.BACKTICK),
    /** The command prompt of Windows and its batch files. */
    CMD(Continuation.CARET);

    private final Continuation continuation;

    ShellDialect(Continuation continuation) {
        this.continuation = continuation;
    }

    /** How a command goes on in the next line. */
    public Continuation continuation() {
        return continuation;
    }
}

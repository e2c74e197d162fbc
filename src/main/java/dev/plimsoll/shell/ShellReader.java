package dev.plimsoll.shell;

import dev.plimsoll.source.Text;
import java.util.List;

/**
 * Finds the docker and podman commands of a shell text and cuts them into words. Nothing is executed.
 *
 * <p>Commands in command substitutions are found too. What is left out: a command in quotes of another one ({@code sh -c
 * "docker run x"}), bodies of heredocs (but see {@link #files}), {@code xargs docker run} (its input holds the rest of the command), and {@code ssh
 * host docker run} (another shell reads its words again). Braces and globs that a shell would expand stay as they are
 * written.
 */
public final class ShellReader {
    private ShellReader() {}

    /** The commands of a script, each before the ones in its substitutions. */
    public static List<ShellCommand> read(Text code, ShellDialect dialect) {
        return read(code, dialect, false);
    }

    /**
     * The commands of examples in documentation. There {@code <size>}, {@code ...}, {@code IMAGE}, <code>{{x}}</code> stand
     * for something unknown, and a synopsis such as {@code docker run [OPTIONS] IMAGE} is no command.
     */
    public static List<ShellCommand> readDocumentation(Text code, ShellDialect dialect) {
        return read(code, dialect, true);
    }

    /** The files that a script of sh writes with here-documents, in order; none of other shells. */
    public static List<WrittenFile> files(Text code, ShellDialect dialect) {
        return dialect == ShellDialect.POSIX && code.value().contains("<<")
                ? new PosixReader(code, false).files()
                : List.of();
    }

    private static List<ShellCommand> read(Text code, ShellDialect dialect, boolean documentation) {
        return switch (dialect) {
            case POSIX -> new PosixReader(code, documentation).read();
            case POWERSHELL -> new PowerShellReader(code, documentation).read();
            case CMD -> new CmdReader(code, documentation).read();
        };
    }
}

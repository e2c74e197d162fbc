package dev.plimsoll.host;

import dev.plimsoll.shell.ShellDialect;
import java.util.Locale;

/** What a code block of documentation holds, as its label says. */
enum FenceKind {
    /** Commands as in a script. */
    SCRIPT(ShellDialect.POSIX, false, CommentSyntax.SHELL),
    /** What a terminal shows: prompts, commands, output. */
    TERMINAL(ShellDialect.POSIX, true, CommentSyntax.SHELL),
    /** Commands of PowerShell, perhaps behind prompts. */
    POWERSHELL(ShellDialect.POWERSHELL, true, CommentSyntax.POWERSHELL),
    /** Commands of the command prompt of Windows, perhaps behind prompts. */
    BATCH(ShellDialect.CMD, true, CommentSyntax.NONE),
    /** A Makefile. */
    MAKEFILE(ShellDialect.POSIX, false, CommentSyntax.MAKEFILE),
    /** A Dockerfile, or a part of one. */
    DOCKERFILE(ShellDialect.POSIX, false, CommentSyntax.DOCKERFILE),
    /** The same for Podman. */
    CONTAINERFILE(ShellDialect.POSIX, false, CommentSyntax.DOCKERFILE),
    /** YAML, which may be a Compose document. */
    YAML(ShellDialect.POSIX, false, CommentSyntax.YAML),
    /** Anything, a terminal among it: there is no label, or one that says "text". */
    UNTOLD(ShellDialect.POSIX, true, CommentSyntax.SHELL),
    /** Another language. */
    OTHER(ShellDialect.POSIX, false, CommentSyntax.NONE);

    private final ShellDialect dialect;
    private final boolean likeTerminal;
    private final CommentSyntax comments;

    FenceKind(ShellDialect dialect, boolean likeTerminal, CommentSyntax comments) {
        this.dialect = dialect;
        this.likeTerminal = likeTerminal;
        this.comments = comments;
    }

    /** The shell of the commands in it, unless they show another one. */
    ShellDialect dialect() {
        return dialect;
    }

    /** Whether {@code # docker …} may be a root prompt there. */
    boolean likeTerminal() {
        return likeTerminal;
    }

    /** How comments are written there, if there are commands. */
    CommentSyntax comments() {
        return comments;
    }

    /** The kind that an info string says: {@code bash}, {@code {.bash}}, {@code yaml:compose.yaml}, {@code sh title="x"}. */
    static FenceKind of(String info) {
        int from = 0;
        while (from < info.length() && " \t{.".indexOf(info.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < info.length() && " \t{},:;=\r".indexOf(info.charAt(to)) < 0) {
            to++;
        }
        return named(info.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static FenceKind named(String language) {
        return switch (language) {
            case "bash", "sh", "shell", "zsh", "ksh", "dash", "fish", "bashrc", "shell-script", "shellscript" -> SCRIPT;
            case "console",
                    "terminal",
                    "shell-session",
                    "shellsession",
                    "sh-session",
                    "bash-session",
                    "cli",
                    "command",
                    "commandline",
                    "command-line" -> TERMINAL;
            case "powershell", "ps1", "pwsh", "ps", "posh", "ps1con", "pwsh-session" -> POWERSHELL;
            case "cmd", "bat", "batch", "dos", "batchfile", "doscon", "winbatch" -> BATCH;
            case "makefile", "make" -> MAKEFILE;
            case "dockerfile", "docker" -> DOCKERFILE;
            case "containerfile" -> CONTAINERFILE;
            case "", "text", "txt", "plain", "plaintext", "none", "default" -> UNTOLD;
            case "yaml", "yml", "docker-compose", "compose" -> YAML;
            default -> language.endsWith(".yaml") || language.endsWith(".yml") ? YAML : OTHER;
        };
    }
}

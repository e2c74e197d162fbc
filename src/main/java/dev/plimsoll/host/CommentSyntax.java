package dev.plimsoll.host;

import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** How a file's comments are written, or those of a block in it. */
public enum CommentSyntax {
    /** Compose files, workflows; whatever is not one of the others. */
    YAML,
    /** Shell scripts. */
    SHELL,
    /** Makefiles: comments of shells, but each line is a shell of its own, or none. */
    MAKEFILE,
    /** PowerShell scripts: comments of shells, and backticks where those have backslashes. */
    POWERSHELL,
    /** Dockerfiles: comments only on lines of their own, since at the end of one they are part of it. */
    DOCKERFILE,
    /** Systemd units: comments only on lines of their own. */
    UNIT,
    /** Markdown: comments of HTML outside of code, the code's own inside. */
    MARKDOWN,
    /** MDX: Markdown whose comments outside of code are those of JavaScript, in braces. */
    MDX,
    /** AsciiDoc: lines that begin with two slashes outside of code, the code's own comments inside. */
    ASCIIDOC,
    /** reStructuredText: lines that begin with two dots outside of code, the code's own comments inside. */
    RESTRUCTURED_TEXT,
    /** JSON with comments. */
    JSON,
    /** Batch files, which have no comment that a line of commands could end with, and text in which none is looked for. */
    NONE;

    /** The syntax of a file: that of the reader which finds the commands or the Compose document in it. */
    public static CommentSyntax of(SourceFile file) {
        return switch (HostKind.of(file)) {
            case SHELL -> script(file);
            case MAKEFILE -> MAKEFILE;
            case MARKDOWN -> HostKind.isMdx(file) ? MDX : MARKDOWN;
            case ASCIIDOC -> ASCIIDOC;
            case RESTRUCTURED_TEXT -> RESTRUCTURED_TEXT;
            case WORKFLOW, COMPOSE -> YAML;
            case QUADLET -> UNIT;
            case DOCKERFILE -> DOCKERFILE;
            case DEVCONTAINER -> JSON;
            case NONE, PLAIN_TEXT -> Outline.isDockerfile(file.text()) ? DOCKERFILE : YAML;
        };
    }

    private static CommentSyntax script(SourceFile file) {
        ShellDialect dialect = Hosts.dialect(file);
        // a Dockerfile may have any name, and lines that look like commands
        return dialect == null && Outline.isDockerfile(file.text()) ? DOCKERFILE : of(dialect);
    }

    /** The syntax of a shell; of sh where the shell is not known. */
    static CommentSyntax of(@Nullable ShellDialect dialect) {
        if (dialect == null) {
            return SHELL;
        }
        return switch (dialect) {
            case POSIX -> SHELL;
            case POWERSHELL -> POWERSHELL;
            case CMD -> NONE;
        };
    }

    /** Whether these are comments of shell code, or of a file whose lines are read like shell code. */
    public boolean isOfLines() {
        return this == SHELL || this == MAKEFILE || this == POWERSHELL || this == DOCKERFILE || this == UNIT;
    }

    /** Whether the file has blocks of code between its text. */
    public boolean hasFences() {
        return this == MARKDOWN || this == MDX || this == ASCIIDOC || this == RESTRUCTURED_TEXT;
    }

    /** What a comment begins with. */
    public String opening() {
        return switch (this) {
            case MARKDOWN -> "<!--";
            case MDX -> "{/*";
            case ASCIIDOC, JSON -> "//";
            case RESTRUCTURED_TEXT -> "..";
            default -> "#";
        };
    }

    /** What a comment ends with; empty where it ends with its line. */
    public String closing() {
        return switch (this) {
            case MARKDOWN -> "-->";
            case MDX -> "*/}";
            default -> "";
        };
    }
}

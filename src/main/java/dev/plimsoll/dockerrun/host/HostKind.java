package dev.plimsoll.dockerrun.host;

import dev.plimsoll.source.SourceFile;

/** What a file is, as far as commands in it go. */
public enum HostKind {
    /** A script of any shell, PowerShell and batch files among them. */
    SHELL,
    /** A Makefile. */
    MAKEFILE,
    /** Markdown. */
    MARKDOWN,
    /** A GitHub workflow or action, or a GitLab pipeline. */
    WORKFLOW,
    /** A Compose file, which {@code compose} reads. */
    COMPOSE,
    /** Something else. */
    NONE;

    /** Tells by the name, then by the first line, then by what is in it. */
    public static HostKind of(SourceFile file) {
        return NONE;
    }
}

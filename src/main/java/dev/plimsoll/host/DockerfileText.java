package dev.plimsoll.host;

import dev.plimsoll.source.Text;

/**
 * A Dockerfile: a whole file, a block of Markdown, or what a script writes with a here-document.
 *
 * @param content the text, with an unknown part for what only a shell could tell. In documentation it may be a part of a
 *     Dockerfile
 * @param podman whether its name, or the command that builds it, says that it is for Podman
 */
public record DockerfileText(Text content, boolean podman) {
    private static final String CONTAINERFILE = "containerfile";

    /** The Dockerfile of a name, in lower case. */
    static DockerfileText named(String name, Text content) {
        return new DockerfileText(content, name.startsWith(CONTAINERFILE) || name.endsWith("." + CONTAINERFILE));
    }
}

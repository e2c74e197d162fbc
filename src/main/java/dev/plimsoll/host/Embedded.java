package dev.plimsoll.host;

import dev.plimsoll.shell.ShellCommand;
import java.util.List;

/**
 * What a file holds beside its own text.
 *
 * @param commands the docker and podman commands, in the order in which they are written
 * @param composeDocuments YAML blocks of documentation with {@code services:} and what scripts write into files, each a document of
 *     its own; never the whole of a Compose file
 * @param dockerfiles the Dockerfiles in it, which may be parts of one in documentation: blocks of Markdown, what scripts write
 *     into files or hand to a build; the whole of a file that is one
 */
public record Embedded(
        List<ShellCommand> commands, List<ComposeDocument> composeDocuments, List<DockerfileText> dockerfiles) {
    /** Nothing. */
    public static final Embedded NOTHING = new Embedded(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Embedded {
        commands = List.copyOf(commands);
        composeDocuments = List.copyOf(composeDocuments);
        dockerfiles = List.copyOf(dockerfiles);
    }
}

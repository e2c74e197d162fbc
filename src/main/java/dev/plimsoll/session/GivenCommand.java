package dev.plimsoll.session;

import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.shell.Programs;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.TypedWords;
import dev.plimsoll.source.SourceFile;
import java.util.List;

/**
 * A command that was given in words, written out as one would type it, so that reports can show a place in it.
 *
 * @param file holds the text
 * @param command its words
 */
public record GivenCommand(SourceFile file, ShellCommand command) {
    /** The path under which it is shown, which no file has. */
    static final String COMMAND_LINE = "command-line";

    /** Writes words out, in single quotes where they need some. */
    public static GivenCommand of(List<String> words) {
        ShellCommand command = new TypedWords().add(words).command(COMMAND_LINE);
        return new GivenCommand(command.at().file(), command);
    }

    /** The index of docker or podman among words that start it, as sudo does; -1 if they start something else. */
    public static int program(List<String> words) {
        return Programs.docker(of(words).command().words());
    }

    /** Whether it is a command that is read: one that makes containers or volumes. */
    public boolean isRead() {
        return DockerReader.reads(command);
    }
}

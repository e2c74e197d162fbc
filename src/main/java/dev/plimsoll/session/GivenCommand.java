package dev.plimsoll.session;

import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Programs;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.TypedWords;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was given in words, written out as one would type it, so that reports can show a place in it.
 *
 * @param file holds the text of all words, {@code sudo} and the like before the program among them
 * @param command the words from the program on
 */
public record GivenCommand(SourceFile file, ShellCommand command) {
    /** The path under which it is shown, which no file has. */
    static final String COMMAND_LINE = "command-line";

    /** Writes words out, in single quotes where they need some. */
    public static GivenCommand of(List<String> words) {
        List<Word> read = new TypedWords().add(words).command(COMMAND_LINE).words();
        int first = Math.max(0, program(read));
        List<Word> assignments = new ArrayList<>(0);
        for (Word word : read.subList(0, first)) {
            if (Programs.isAssignment(word.value())) {
                assignments.add(word);
            }
        }
        SourceFile file = read.get(0).at().file();
        Span all = new Span(read.get(first).at().span().start(), file.text().length());
        return new GivenCommand(
                file,
                new ShellCommand(
                        read.subList(first, read.size()),
                        assignments,
                        Continuation.BACKSLASH,
                        new Location(file, all)));
    }

    /** Whether words start docker or podman, at once or behind {@code sudo} and the like or variables that are set for it. */
    public static boolean starts(List<String> words) {
        GivenCommand given = of(words);
        return given.command().words().size() < words.size()
                || program(given.command().words()) == 0;
    }

    /** The index of docker or podman; -1 if the words start something else. */
    private static int program(List<Word> words) {
        int first = 0;
        while (first < words.size() && Programs.isAssignment(words.get(first).value())) {
            first++;
        }
        int program = Programs.docker(words.subList(first, words.size()));
        return program < 0 ? -1 : first + program;
    }

    /** The program as it was written, {@code docker}. */
    public String program() {
        return command.words().get(0).value();
    }

    /** What the program is to do, {@code ps}; empty if it was not said. */
    public String verb() {
        return command.words().size() < 2 ? "" : command.words().get(1).value();
    }

    /** Whether it is a command that is read: one that makes containers or volumes. */
    public boolean isRead() {
        return DockerReader.reads(command);
    }
}

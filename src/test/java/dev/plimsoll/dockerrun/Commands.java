package dev.plimsoll.dockerrun;

import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.model.Container;
import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Commands for tests. */
public final class Commands {
    private Commands() {}

    /** A command whose words are cut at blanks outside of quotes, and mean nothing else. */
    public static ShellCommand words(String line) {
        SourceFile file = new SourceFile("script.sh", line);
        Location whole = new Location(file, new Span(0, line.length()));
        List<Word> words = new ArrayList<>();
        for (Text text : Quoting.SH.words(Text.verbatim(whole))) {
            words.add(new Word(text, text.location(), Quote.NONE));
        }
        return new ShellCommand(words, List.of(), Continuation.BACKSLASH, whole);
    }

    /** A command that is one of those that are read. */
    public static DockerCommand parsed(String line) {
        DockerCommand command = CommandParser.parse(words(line));
        if (command == null) {
            throw new AssertionError("not read: " + line);
        }
        return command;
    }

    /** What the commands of a script make, as a shell reads it. */
    public static ReadCommands script(String text) {
        return script(new SourceFile("deploy.sh", text));
    }

    /** What the commands of a script make, as a shell reads it. */
    public static ReadCommands script(SourceFile file) {
        Location whole = new Location(file, new Span(0, file.text().length()));
        return DockerReader.read(
                file, ShellReader.read(Text.verbatim(whole), ShellDialect.POSIX), new CommandWriters(), List.of());
    }

    /** The only container of a script. */
    public static Container container(String text) {
        List<Container> containers = script(text).project().containers();
        if (containers.size() != 1) {
            throw new AssertionError(containers.size() + " containers in " + text);
        }
        return containers.get(0);
    }
}

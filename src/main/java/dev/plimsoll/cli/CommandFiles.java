package dev.plimsoll.cli;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.ReadCommands;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Files that hold docker commands, among those that are Compose files. */
final class CommandFiles {
    /** Under which a command is shown that was given in words. */
    static final String COMMAND_LINE = "command-line";

    private final Projects projects;
    private final InputFiles inputs;
    private final Streams streams;

    CommandFiles(Projects projects, InputFiles inputs, Streams streams) {
        this.projects = projects;
        this.inputs = inputs;
        this.streams = streams;
    }

    /**
     * The projects of a unit of one file: that of a Compose file, or what the commands and examples in its file make.
     *
     * @param files what is read already is not read again
     * @throws UnreadableSourceException if the file or standard input cannot be read as text
     */
    List<Loaded> load(Projects.Unit unit, ParseResult parsed, ProjectFiles files)
            throws UnreadableSourceException, IOException {
        InputFiles.Input input = unit.inputs().get(0);
        if (!input.isThere()) {
            return List.of(projects.load(unit, parsed, files));
        }
        SourceFile file = source(input, files);
        HostKind kind = HostKind.of(file);
        if (kind == HostKind.COMPOSE || kind == HostKind.NONE) {
            return List.of(projects.load(unit, parsed, files));
        }
        if (kind == HostKind.PLAIN_TEXT) {
            return List.of(loaded(file, List.of(), inputs.directoriesOf(input)));
        }
        Embedded embedded = Hosts.read(file, kind);
        List<Loaded> loaded = new ArrayList<>(1);
        loaded.add(loaded(file, embedded.commands(), inputs.directoriesOf(input)));
        for (Location document : embedded.composeDocuments()) {
            ProjectFiles own = projects.files(unit);
            own.put(input.file(), document, Hosts.content(document));
            loaded.add(projects.load(unit, parsed, own));
        }
        return loaded;
    }

    private SourceFile source(InputFiles.Input input, ProjectFiles files)
            throws UnreadableSourceException, IOException {
        SourceFile known = files.sources().get(input.file());
        if (known != null) {
            return known;
        }
        SourceFile read = input.isStandardInput()
                ? SourceReader.read(streams.in(), input.shown())
                : inputs.boundary().read(input.file(), input.shown());
        files.put(input.file(), read);
        return read;
    }

    /**
     * The command of these words, which a shell has taken apart already.
     *
     * @throws UsageException if it is none that is read
     */
    static Loaded given(List<String> words) throws UsageException {
        GivenCommand given = GivenCommand.of(words);
        if (!DockerReader.reads(given.command())) {
            throw new UsageException("only " + words.get(0) + " run, create and volume create are read, not \""
                    + given.file().text() + "\"");
        }
        return loaded(given.file(), List.of(given.command()), List.of());
    }

    private static Loaded loaded(SourceFile file, List<ShellCommand> commands, List<String> directories) {
        ReadCommands read = DockerReader.read(file, commands, new CommandWriters(), directories);
        return new Loaded(read.project(), read.findings(), read.defects());
    }
}

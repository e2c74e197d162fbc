package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.ReadCommands;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Files that hold docker commands, among those that are Compose files. */
public final class CommandFiles {
    private final InputFiles inputs;

    CommandFiles(InputFiles inputs) {
        this.inputs = inputs;
    }

    /**
     * The projects of a unit of one file: that of a Compose file, or what the commands and examples in its file make.
     *
     * @param loader loads Compose files of that unit
     * @param files what is read already is not read again
     * @throws UnreadableSourceException if the file or standard input cannot be read as text
     */
    List<Loaded> load(InputFiles.Input input, UnitLoader loader, ProjectFiles files)
            throws UnreadableSourceException, IOException {
        if (!inputs.isThere(input)) {
            return List.of(loader.load(files));
        }
        SourceFile file = loader.source(files);
        HostKind kind = HostKind.of(file);
        if (kind == HostKind.COMPOSE || kind == HostKind.NONE) {
            return List.of(loader.load(files));
        }
        if (kind == HostKind.PLAIN_TEXT) {
            return List.of(loaded(file, List.of(), inputs.directoriesOf(input)));
        }
        Embedded embedded = Hosts.read(file, kind);
        List<Loaded> loaded = new ArrayList<>(1);
        loaded.add(loaded(file, embedded.commands(), inputs.directoriesOf(input)));
        for (ComposeDocument document : embedded.composeDocuments()) {
            ProjectFiles own = loader.files();
            own.put(input.file(), document.at(), document.content(), document.filled());
            loaded.add(loader.load(own));
        }
        return loaded;
    }

    /** What a command makes that was given in words. */
    public static Loaded given(GivenCommand given) {
        return loaded(DockerReader.typed(given.file(), given.command(), new CommandWriters()));
    }

    private static Loaded loaded(SourceFile file, List<ShellCommand> commands, List<String> directories) {
        return loaded(DockerReader.read(file, commands, new CommandWriters(), directories));
    }

    private static Loaded loaded(ReadCommands read) {
        return new Loaded(read.project(), read.findings(), read.defects());
    }
}

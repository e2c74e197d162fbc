package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.dockerfile.BuildTmpfsReader;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.ReadCommands;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.host.DockerfileText;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
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
        if ((kind == HostKind.NONE || kind == HostKind.PLAIN_TEXT) && isEnvironment(file.name())) {
            InputError error = new InputError(
                    new Location(file, Span.at(0)),
                    "variables are read with the Compose file that uses them: name that one");
            return List.of(loaded(file, List.of(), List.of()).with(List.of(error)));
        }
        if (kind == HostKind.COMPOSE || kind == HostKind.NONE) {
            return List.of(loader.load(files));
        }
        if (kind == HostKind.PLAIN_TEXT) {
            return List.of(loaded(file, List.of(), inputs.directoriesOf(input)));
        }
        if (kind == HostKind.QUADLET) {
            return List.of(unit(input, file, files));
        }
        Embedded embedded = Hosts.read(file, kind);
        if (input.isStandardInput() && isUnnamed(input)) {
            return List.of(typed(file, embedded.commands()));
        }
        List<Loaded> loaded = new ArrayList<>(1);
        loaded.add(withBuilds(
                loaded(file, embedded.commands(), inputs.directoriesOf(input)),
                embedded.dockerfiles(),
                kind == HostKind.DOCKERFILE));
        for (ComposeDocument document : embedded.composeDocuments()) {
            ProjectFiles own = loader.files();
            own.put(input.file(), document.at(), document.content(), document.filled());
            loaded.add(loader.load(own));
        }
        return loaded;
    }

    /** A container of Quadlet with its drop-ins; nothing of a drop-in that no unit is there for. */
    private Loaded unit(InputFiles.Input input, SourceFile file, ProjectFiles files) throws UnreadableSourceException {
        List<SourceFile> sources = new ArrayList<>(List.of(file));
        List<ShellCommand> commands = List.of();
        if (!HostKind.isDropIn(FilePath.slashes(input.file()))) {
            for (File dropIn : QuadletUnits.dropIns(input.file())) {
                sources.add(files.read(dropIn));
            }
            commands = Hosts.unit(file, sources.subList(1, sources.size()));
        }
        return loaded(DockerReader.read(sources, commands, new CommandWriters(), inputs.directoriesOf(input)));
    }

    /**
     * A project with the mounts of Dockerfiles, most of which have none.
     *
     * @param whole whether they are to be read whole; a part of a text that cannot be read is none
     */
    private static Loaded withBuilds(Loaded loaded, List<DockerfileText> dockerfiles, boolean whole) {
        List<BuildTmpfs> mounts = new ArrayList<>(0);
        List<InputError> errors = new ArrayList<>(0);
        for (DockerfileText dockerfile : dockerfiles) {
            if (dockerfile.content().value().contains(BuildTmpfsReader.WORD)) {
                BuildTmpfsReader.Alone read = BuildTmpfsReader.alone(dockerfile.content(), dockerfile.podman());
                mounts.addAll(read.tmpfs());
                if (whole && read.refusal().isPresent()) {
                    errors.add(read.refusal().get());
                }
            }
        }
        return mounts.isEmpty() && errors.isEmpty()
                ? loaded
                : loaded.withBuilds(mounts).with(errors);
    }

    /** Whether a file holds variables, and is read only with the Compose file that uses it. */
    private static boolean isEnvironment(String name) {
        return name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env");
    }

    private static boolean isUnnamed(InputFiles.Input input) {
        return input.shown().equals(Options.COMMAND_INPUT) || input.shown().equals(Options.SESSION_INPUT);
    }

    /** What a command makes that was given in words. */
    public static Loaded given(GivenCommand given) {
        return loaded(DockerReader.typed(given.file(), List.of(given.command()), new CommandWriters()));
    }

    /** What commands make that were handed over without a name, and so for nothing but to be read. */
    private static Loaded typed(SourceFile file, List<ShellCommand> commands) {
        for (ShellCommand command : commands) {
            if (DockerReader.reads(command)) {
                return loaded(DockerReader.typed(file, commands, new CommandWriters()));
            }
        }
        Loaded nothing = loaded(DockerReader.typed(file, commands, new CommandWriters()));
        Location at = commands.isEmpty()
                ? new Location(file, Span.at(0))
                : commands.get(0).at();
        return nothing.with(List.of(
                new InputError(at, "only docker run, create and volume create are read, and there is none here")));
    }

    private static Loaded loaded(SourceFile file, List<ShellCommand> commands, List<String> directories) {
        return loaded(DockerReader.read(file, commands, new CommandWriters(), directories));
    }

    private static Loaded loaded(ReadCommands read) {
        return new Loaded(read.project(), read.findings(), read.defects());
    }
}

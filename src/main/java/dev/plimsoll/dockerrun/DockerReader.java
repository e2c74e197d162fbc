package dev.plimsoll.dockerrun;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the docker and podman commands of one file as one project: what one creates another may use. */
public final class DockerReader {
    /** What a defect calls the reading of one command. */
    private static final String PART = "reading a command";

    private DockerReader() {}

    /**
     * The containers and volumes that commands ask for. A command of another kind ({@code docker ps}) is passed over.
     *
     * @param file the file that holds the commands
     * @param commands in order of writing
     * @param writers make what writes changes back into the commands
     * @param directories names of the directories that hold the file, the nearest first
     */
    public static ReadCommands read(
            SourceFile file, List<ShellCommand> commands, ChangeWriters writers, List<String> directories) {
        return read(List.of(file), commands, writers, directories, false);
    }

    /**
     * The same of commands that several files make together.
     *
     * @param files at least one, the first of which the others add to
     */
    public static ReadCommands read(
            List<SourceFile> files, List<ShellCommand> commands, ChangeWriters writers, List<String> directories) {
        return read(files, commands, writers, directories, false);
    }

    /** The same of commands that somebody typed for us to read: nothing in them is left to the reader. */
    public static ReadCommands typed(SourceFile file, List<ShellCommand> commands, ChangeWriters writers) {
        return read(List.of(file), commands, writers, List.of(), true);
    }

    /**
     * The same of commands that an engine obeyed, each in a text of its own.
     *
     * @param commands at least one
     */
    public static ReadCommands obeyed(List<ShellCommand> commands, ChangeWriters writers) {
        List<SourceFile> files = new ArrayList<>(commands.size());
        for (ShellCommand command : commands) {
            files.add(command.at().file());
        }
        return read(files, commands, writers, List.of(), true);
    }

    private static ReadCommands read(
            List<SourceFile> files,
            List<ShellCommand> commands,
            ChangeWriters writers,
            List<String> directories,
            boolean typed) {
        List<DockerCommand> read = new ArrayList<>(commands.size());
        List<RuleFinding> findings = new ArrayList<>(0);
        List<Defect> defects = new ArrayList<>(0);
        for (ShellCommand shell : commands) {
            try {
                DockerCommand command = CommandParser.parse(shell);
                if (command != null) {
                    new CommandChecks(command, typed, findings).run();
                    read.add(command);
                }
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of(shell.at(), PART, e));
            }
        }
        CreatedVolumes volumes = CreatedVolumes.of(read);
        List<Container> containers = new ArrayList<>(read.size());
        List<Resource> resources = new ArrayList<>(0);
        for (DockerCommand command : read) {
            try {
                if (command.kind() != CommandKind.VOLUME_CREATE) {
                    containers.add(new ContainerReader(command, volumes, writers, directories).read());
                } else {
                    Resource volume = volumes.resource(command, writers);
                    if (volume != null) {
                        resources.add(volume);
                    }
                }
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of(command.shell().at(), PART, e));
            }
        }
        // a volume or network that no command here creates may well be there already
        boolean partial = true;
        return new ReadCommands(
                new Project(
                        new Field.Unknown<>(new Location(files.get(0), Span.at(0))),
                        files,
                        containers,
                        resources,
                        List.of(),
                        Set.of(),
                        Set.of(),
                        partial,
                        true),
                findings,
                defects);
    }

    /** Whether a command is one that is read. */
    public static boolean reads(ShellCommand shell) {
        return CommandParser.parse(shell) != null;
    }
}

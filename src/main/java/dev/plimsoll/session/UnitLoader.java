package dev.plimsoll.session;

import dev.plimsoll.compose.LoadOptions;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.ProjectLoader;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Loads a unit's files as a Compose project, under the names by which reports show them. */
final class UnitLoader implements ProjectFiles.Naming {
    private final InputFiles inputs;
    private final Options options;
    private final Unit unit;

    UnitLoader(InputFiles inputs, Options options, Unit unit) {
        this.inputs = inputs;
        this.options = options;
        this.unit = unit;
    }

    @Override
    public String shown(File file) {
        return inputs.shownBeside(file, unit.first());
    }

    @Override
    public boolean isAskedFor(File file) {
        for (String path : options.paths()) {
            if (FilePath.clean(inputs.resolve(path)).equals(FilePath.clean(file))) {
                return true;
            }
        }
        return false;
    }

    /** The files of the project, none of them read yet. */
    ProjectFiles files() {
        return new ProjectFiles(this, inputs.boundary());
    }

    /** Reads what was named and handed open, which can be read but once, for all projects that ask for it. */
    void putDescriptors(ProjectFiles files) throws UnreadableSourceException {
        if (unit.directory() == null) {
            for (InputFiles.Input input : unit.inputs()) {
                putDescriptor(input.file(), files);
            }
        }
    }

    private void putDescriptor(File file, ProjectFiles files) throws UnreadableSourceException {
        if (InputFiles.isDescriptor(file) && !files.sources().containsKey(file)) {
            files.put(file, inputs.descriptor(file));
        }
    }

    /**
     * The text of the first file.
     *
     * @param files what is read already, standard input too, is not read again
     * @throws UnreadableSourceException if it cannot be read as text
     */
    SourceFile source(ProjectFiles files) throws UnreadableSourceException, IOException {
        InputFiles.Input input = unit.first();
        SourceFile known = files.sources().get(input.file());
        if (known != null) {
            return known;
        }
        SourceFile read = inputs.read(input);
        files.put(input.file(), read);
        return read;
    }

    /**
     * Loads the project.
     *
     * @param files what is read already, standard input too, is not read again
     * @throws UnreadableSourceException if standard input cannot be read as text
     */
    Loaded load(ProjectFiles files) throws UnreadableSourceException, IOException {
        return load(files, !options.files().isEmpty());
    }

    /**
     * Loads the project, none of whose files lacks another one.
     *
     * @throws UnreadableSourceException if standard input cannot be read as text
     */
    Loaded loadWhole(ProjectFiles files) throws UnreadableSourceException, IOException {
        return load(files, true);
    }

    private Loaded load(ProjectFiles files, boolean whole) throws UnreadableSourceException, IOException {
        List<String> directories = inputs.directoriesOf(unit.first());
        List<File> paths = new ArrayList<>();
        for (InputFiles.Input input : unit.inputs()) {
            paths.add(input.file());
        }
        if (unit.first().isStandardInput()) {
            source(files);
        }
        List<File> envFiles = inputs.named(options.envFiles());
        for (File file : envFiles) {
            putDescriptor(file, files);
        }
        Variables variables = options.environment() ? new Variables(inputs.environment(), true) : Variables.NONE;
        LoadOptions how = new LoadOptions(variables, envFiles, options.allowPartial(), whole, directories);
        return ProjectLoader.load(paths, files, how);
    }
}

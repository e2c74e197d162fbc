package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From paths and options to projects: which files belong together, and what they load as. */
public final class Projects {
    private final InputFiles inputs;
    private final Options options;

    /** The projects that these options name among some files. */
    public Projects(InputFiles inputs, Options options) {
        this.inputs = inputs;
        this.options = options;
    }

    /** The same for another thread: neither knows what the other comes across. */
    Projects apart() {
        return new Projects(inputs.apart(), options);
    }

    /** Whether all that is read of these units can be read again: nothing of it comes from standard input or was handed open. */
    boolean canReadAgain(List<Unit> units) {
        for (String path : options.envFiles()) {
            if (InputFiles.isDescriptor(inputs.resolve(path))) {
                return false;
            }
        }
        for (Unit unit : units) {
            for (InputFiles.Input input : unit.inputs()) {
                if (input.isStandardInput() || InputFiles.isDescriptor(input.file())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where the files of this run are found, and which of them may be read and quoted. */
    public InputFiles inputs() {
        return inputs;
    }

    /** What the run is to read and how. */
    public Options options() {
        return options;
    }

    /**
     * The projects that the options name, each once.
     *
     * @throws IOException if a directory cannot be searched
     */
    public List<Unit> find() throws IOException {
        if (!options.files().isEmpty()) {
            List<InputFiles.Input> together = new ArrayList<>();
            for (String file : options.files()) {
                InputFiles.Input input = inputs.file(file);
                inputs.boundary().name(input.file());
                together.add(input);
            }
            return List.of(new Unit(together));
        }
        List<Unit> units = new ArrayList<>();
        Set<List<File>> known = new HashSet<>();
        for (String path : options.pathsOrDirectory()) {
            if (path.equals(Options.STANDARD_INPUT)) {
                // read once: the second time there is nothing left
                if (known.add(List.of(new File(path)))) {
                    boolean untold = options.inputName().equals(Options.COMPOSE_INPUT);
                    InputFiles.Input input =
                            inputs.standardInput(untold ? inputs.nameOfStandardInput() : options.inputName());
                    inputs.boundary().name(input.file());
                    units.add(new Unit(List.of(input)));
                }
            } else {
                addNamed(inputs.resolve(path), known, units);
                for (InputFiles.Input input : inputs.at(path, options.embedded(), searchedIn(path))) {
                    inputs.boundary().name(input.file());
                    add(input, known, units);
                }
            }
        }
        if (units.isEmpty() && options.paths().isEmpty()) {
            // what lies in the directory itself was seen, and left out if git ignores it
            File parent = inputs.directory().getParentFile();
            File above = parent == null ? null : ProjectDiscovery.upFrom(parent, inputs.boundary());
            if (above != null) {
                units.add(unit(above, discovered(above)));
            }
        }
        return units;
    }

    /** Names of directories that a search of this path does not skip, as its configuration says. */
    private List<String> searchedIn(String path) {
        return inputs.isDirectory(inputs.resolve(path))
                ? ConfigFiles.of(inputs, options).searchedIn(inputs.file(path).shown())
                : List.of();
    }

    /** Adds the project of a directory whose {@code .env} says which files it is made of: a search finds usual names only. */
    private void addNamed(File directory, Set<List<File>> known, List<Unit> units) {
        if (!inputs.isDirectory(directory)) {
            return;
        }
        File place = FilePath.clean(directory);
        List<File> files = ProjectDiscovery.named(place, inputs.named(options.envFiles()), inputs.boundary());
        if (!files.isEmpty() && known.add(identity(files))) {
            units.add(unit(place, files));
        }
    }

    private static List<File> identity(List<File> together) {
        List<File> identity = new ArrayList<>();
        for (File file : together) {
            identity.add(FilePath.clean(file));
        }
        return identity;
    }

    /**
     * The project in a directory as docker compose finds it; empty if there is none.
     *
     * @throws IOException if a directory cannot be searched
     */
    public List<Unit> only() throws IOException {
        List<String> paths = options.pathsOrDirectory();
        File target = inputs.resolve(paths.get(0));
        if (!options.files().isEmpty() || paths.size() > 1 || !inputs.isDirectory(target)) {
            return find();
        }
        File start = FilePath.clean(target);
        List<File> found = discovered(start);
        File place = found.isEmpty() ? ProjectDiscovery.upFrom(start, inputs.boundary()) : start;
        if (found.isEmpty() && place != null) {
            found = discovered(place);
        }
        return found.isEmpty() || place == null ? List.of() : List.of(unit(place, found));
    }

    /** The project in a directory that the user named or works below. */
    private List<File> discovered(File start) {
        inputs.boundary().name(new File(start, ProjectDiscovery.DOT_ENV));
        return ProjectDiscovery.in(start, inputs.named(options.envFiles()), inputs.boundary());
    }

    private void add(InputFiles.Input input, Set<List<File>> known, List<Unit> units) {
        List<File> owners = input.shown().endsWith(".conf") ? QuadletUnits.unitsOf(input.file()) : List.of();
        for (File owner : owners) {
            // what is merged into it is told of there, however it is passed
            add(new InputFiles.Input(owner, inputs.shownBeside(owner, input), false), known, units);
        }
        if (!owners.isEmpty()) {
            return;
        }
        List<File> envFiles = inputs.named(options.envFiles());
        List<File> together = ProjectDiscovery.around(input.file(), envFiles, inputs.boundary());
        if (!known.add(identity(together))) {
            return;
        }
        File parent = input.file().getAbsoluteFile().getParentFile();
        units.add(together.size() == 1 || parent == null ? new Unit(List.of(input)) : unit(parent, together, input));
    }

    private Unit unit(File place, List<File> files) {
        return unit(place, files, inputs.relative(files.get(0)));
    }

    private Unit unit(File place, List<File> files, InputFiles.Input given) {
        List<InputFiles.Input> together = new ArrayList<>();
        for (File file : files) {
            together.add(new InputFiles.Input(file, inputs.shownBeside(file, given), false));
        }
        return new Unit(together, place);
    }

    /** The files of a project, none of them read yet. */
    public ProjectFiles files(Unit unit) {
        return loader(unit).files();
    }

    /** What loads a unit's files. */
    UnitLoader loader(Unit unit) {
        return new UnitLoader(inputs, options, unit);
    }

    /**
     * The projects of a unit: that of its Compose files, or what the commands and examples in its file make.
     *
     * @param files what is read already, standard input too, is not read again
     * @throws UnreadableSourceException if the file or standard input cannot be read as text
     */
    public List<Loaded> all(Unit unit, ProjectFiles files) throws UnreadableSourceException, IOException {
        UnitLoader loader = loader(unit);
        loader.putDescriptors(files);
        // the usual names need no look into the file, and no class of the commands
        List<Loaded> loaded = unit.inputs().size() > 1
                        || ProjectDiscovery.isComposeFile(unit.first().file())
                ? List.of(loader.load(files))
                : new CommandFiles(inputs).load(unit.first(), loader, files);
        // most runs have no errors: no class for them
        return loaded.get(0).errors().isEmpty() || isThere(unit) ? loaded : MissingFiles.explained(loaded, unit);
    }

    /** Whether all files of a unit are there; what a project names itself is not asked for here. */
    private boolean isThere(Unit unit) {
        if (unit.directory() != null) {
            return true;
        }
        for (InputFiles.Input input : unit.inputs()) {
            if (!inputs.isThere(input)) {
                return false;
            }
        }
        return true;
    }
}

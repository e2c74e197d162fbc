package dev.plimsoll.cli;

import dev.plimsoll.compose.LoadOptions;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.ProjectLoader;
import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** From paths and flags to projects: which files belong together, and what their variables are. */
final class Projects {
    /** The flag that makes the search take files with commands too. */
    static final String EMBEDDED = "--embedded";

    private static final String STANDARD_INPUT = "-";

    private final InputFiles inputs;
    private final File directory;
    private final Streams streams;
    private final Map<String, String> environment;
    /** Texts of what was handed open. */
    private final Map<File, SourceFile> descriptors = new HashMap<>();

    Projects(InputFiles inputs, File directory, Streams streams, Map<String, String> environment) {
        this.inputs = inputs;
        this.directory = directory;
        this.streams = streams;
        this.environment = environment;
    }

    /** The working directory, absolute. */
    File directory() {
        return directory;
    }

    /** Where the files of this run are found, and which of them may be read and quoted. */
    InputFiles inputs() {
        return inputs;
    }

    /** Adds the flags that choose files and variables. */
    static CommandSpec addOptions(CommandSpec spec) {
        return spec.addOption(Help.list(
                        "-f",
                        "--file",
                        "FILE",
                        "merge these files in this order, as docker compose does;" + " repeatable"))
                .addOption(Help.list("--env-file", "FILE", "variables in place of .env; repeatable"))
                .addOption(Help.flag("--env", "let the process environment set variables too"))
                .addOption(Help.flag("--allow-partial", "leave out what include and extends do not find"))
                .addOption(OptionSpec.builder("--stdin-filename")
                        .paramLabel("NAME")
                        .type(String.class)
                        .description("what to call standard input")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("PATH")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("files, directories to search (default: .), or - for standard input")
                        .build());
    }

    /**
     * Files that make one project.
     *
     * @param inputs the files, or standard input alone
     * @param directory where files were found that make a project together; null if each was named, or found alone
     */
    record Unit(List<InputFiles.Input> inputs, @Nullable File directory) {
        /** Files that were named, or one that was found. */
        Unit(List<InputFiles.Input> inputs) {
            this(inputs, null);
        }
    }

    /** The paths that were given, or the working directory. */
    static List<String> paths(ParseResult parsed) {
        return parsed.matchedPositionals().isEmpty() ? List.of(".") : parsed.matchedPositionalValue(0, List.of("."));
    }

    /** The projects of a command line, each once. */
    List<Unit> find(ParseResult parsed) throws UsageException, IOException {
        List<String> files = parsed.matchedOptionValue("--file", List.<String>of());
        if (!files.isEmpty()) {
            if (!parsed.matchedPositionals().isEmpty()) {
                throw new UsageException("--file and paths do not go together");
            }
            List<InputFiles.Input> together = new ArrayList<>();
            for (String file : files) {
                InputFiles.Input input = inputs.file(file);
                inputs.boundary().name(input.file());
                together.add(input);
            }
            return List.of(new Unit(together));
        }
        List<Unit> units = new ArrayList<>();
        Set<List<File>> known = new HashSet<>();
        for (String path : paths(parsed)) {
            if (path.equals(STANDARD_INPUT)) {
                // read once: the second time there is nothing left
                if (known.add(List.of(new File(STANDARD_INPUT)))) {
                    units.add(new Unit(List.of(
                            inputs.standardInput(parsed.matchedOptionValue("--stdin-filename", "compose.yaml")))));
                }
            } else if (path.isEmpty()) {
                throw new UsageException("an empty path");
            } else {
                for (InputFiles.Input input : inputs.at(path, parsed.hasMatchedOption(EMBEDDED), environment)) {
                    inputs.boundary().name(input.file());
                    add(input, envFiles(parsed), known, units);
                }
            }
        }
        if (units.isEmpty() && parsed.matchedPositionals().isEmpty()) {
            // what lies in the directory itself was seen, and left out if git ignores it
            File parent = directory.getParentFile();
            File above = parent == null ? null : ProjectDiscovery.upFrom(parent, inputs.boundary());
            if (above != null) {
                units.add(unit(above, discovered(above, parsed)));
            }
        }
        return units;
    }

    /** The project in a directory as docker compose finds it; empty if there is none. */
    List<Unit> only(ParseResult parsed) throws UsageException, IOException {
        List<String> paths = paths(parsed);
        boolean byFile = !parsed.matchedOptionValue("--file", List.<String>of()).isEmpty();
        File target = InputFiles.resolve(directory, paths.get(0));
        if (byFile || paths.size() > 1 || !target.isDirectory()) {
            return find(parsed);
        }
        File start = FilePath.clean(target);
        List<File> found = discovered(start, parsed);
        File place = found.isEmpty() ? ProjectDiscovery.upFrom(start, inputs.boundary()) : start;
        if (found.isEmpty() && place != null) {
            found = discovered(place, parsed);
        }
        return found.isEmpty() || place == null ? List.of() : List.of(unit(place, found));
    }

    /** The project in a directory that the user named or works below. */
    private List<File> discovered(File start, ParseResult parsed) {
        inputs.boundary().name(new File(start, ProjectDiscovery.DOT_ENV));
        return ProjectDiscovery.in(start, envFiles(parsed), inputs.boundary());
    }

    private void add(InputFiles.Input input, List<File> envFiles, Set<List<File>> known, List<Unit> units) {
        List<File> together = ProjectDiscovery.around(input.file(), envFiles, inputs.boundary());
        List<File> identity = new ArrayList<>();
        for (File file : together) {
            identity.add(FilePath.clean(file));
        }
        if (!known.add(identity)) {
            return;
        }
        File parent = input.file().getAbsoluteFile().getParentFile();
        units.add(together.size() == 1 || parent == null ? new Unit(List.of(input)) : unit(parent, together, input));
    }

    private List<File> envFiles(ParseResult parsed) {
        List<File> envFiles = new ArrayList<>();
        for (String file : parsed.matchedOptionValue("--env-file", List.<String>of())) {
            File named = InputFiles.resolve(directory, file);
            inputs.boundary().nameAlone(named);
            envFiles.add(named);
        }
        return envFiles;
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

    /**
     * Loads a project.
     *
     * @throws UnreadableSourceException if standard input cannot be read as text
     */
    Loaded load(Unit unit, ParseResult parsed) throws UnreadableSourceException, IOException {
        return load(unit, parsed, files(unit));
    }

    /**
     * The projects of a unit: that of its Compose files, or what the commands and examples in its file make.
     *
     * @param files what is read already, standard input too, is not read again
     * @throws UnreadableSourceException if the file or standard input cannot be read as text
     */
    List<Loaded> all(Unit unit, ParseResult parsed, ProjectFiles files) throws UnreadableSourceException, IOException {
        putDescriptors(unit, files);
        // the usual names need no look into the file, and no class of the commands
        String name = unit.inputs().get(0).file().getName();
        return unit.inputs().size() > 1 || ComposeSearch.isComposeName(name)
                ? List.of(load(unit, parsed, files))
                : new CommandFiles(this, inputs, streams).load(unit, parsed, files);
    }

    /** Reads what was named and handed open, which can be read but once, for all projects that ask for it. */
    private void putDescriptors(Unit unit, ProjectFiles files) throws UnreadableSourceException {
        if (unit.directory() == null) {
            for (InputFiles.Input input : unit.inputs()) {
                putDescriptor(input.file(), files);
            }
        }
    }

    private void putDescriptor(File file, ProjectFiles files) throws UnreadableSourceException {
        if (InputFiles.isDescriptor(file) && !files.sources().containsKey(file)) {
            SourceFile source = descriptors.get(file);
            if (source == null) {
                source = SourceReader.readDescriptor(file, file.getPath());
                descriptors.put(file, source);
            }
            files.put(file, source);
        }
    }

    /** Says how many containers a drawing leaves out, since they come from files that are not shown. */
    void tellHidden(Loaded loaded) {
        int hidden = loaded.hidden();
        if (hidden > 0) {
            streams.complain("plimsoll: " + hidden + (hidden == 1 ? " container is" : " containers are")
                    + " not shown: parts of it lie outside of the work tree");
        }
    }

    /** The files of a project, none of them read yet. */
    ProjectFiles files(Unit unit) {
        InputFiles.Input first = unit.inputs().get(0);
        ProjectFiles.Naming naming = new ProjectFiles.Naming() {
            @Override
            public String shown(File file) {
                return inputs.shownBeside(file, first);
            }
        };
        return new ProjectFiles(naming, inputs.boundary());
    }

    /**
     * Loads a project.
     *
     * @param files what is read already, standard input too, is not read again
     * @throws UnreadableSourceException if standard input cannot be read as text
     */
    Loaded load(Unit unit, ParseResult parsed, ProjectFiles files) throws UnreadableSourceException, IOException {
        InputFiles.Input first = unit.inputs().get(0);
        List<String> directories = inputs.directoriesOf(first);
        List<File> paths = new ArrayList<>();
        for (InputFiles.Input input : unit.inputs()) {
            paths.add(input.file());
        }
        if (first.isStandardInput() && !files.sources().containsKey(first.file())) {
            SourceFile source = SourceReader.read(streams.in(), first.shown());
            files.put(first.file(), source);
        }
        List<File> envFiles = envFiles(parsed);
        for (File file : envFiles) {
            putDescriptor(file, files);
        }
        Variables variables = parsed.hasMatchedOption("--env") ? new Variables(environment, true) : Variables.NONE;
        LoadOptions options =
                new LoadOptions(variables, envFiles, parsed.hasMatchedOption("--allow-partial"), directories);
        return ProjectLoader.load(paths, files, options);
    }
}

package dev.plimsoll.session;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.config.Config;
import dev.plimsoll.config.ConfigReader;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.Configs;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds configurations. Each file has the nearest one at or above its directory, up to the root of the git work tree. Outside
 * of a work tree the search ends at the working directory (for a file elsewhere, at its own): what lies above is where
 * somebody happened to put things. A file that nobody named and that lies outside has the working directory's.
 */
public final class ConfigFiles implements Configs {
    /** The names of a configuration, the better first. */
    public static final List<String> NAMES = List.of(".plimsoll.yaml", ".plimsoll.yml");

    private final File directory;
    private final InputFiles inputs;
    private final @Nullable File given;
    private final boolean isolated;
    /** The paths that the run was given, those of directories among them. */
    private final List<String> searched;

    /** By the directory of shown paths; null where there is none. */
    private final Map<String, @Nullable Config> known = new HashMap<>();

    /** The nearest configuration file of directories; null where there is none. */
    private final Map<File, @Nullable File> nearest = new HashMap<>();

    private final Map<File, Config> read = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private @Nullable TrustBoundary boundary;

    private ConfigFiles(InputFiles inputs, @Nullable File given, boolean isolated, List<String> searched) {
        this.searched = searched;
        this.directory = inputs.directory();
        this.inputs = inputs;
        this.given = given;
        this.isolated = isolated;
    }

    /** The configurations that the options ask for. */
    static ConfigFiles of(InputFiles inputs, Options options) {
        String given = options.config().orElse("");
        List<String> searched = options.files().isEmpty() ? options.pathsOrDirectory() : List.of();
        return new ConfigFiles(inputs, given.isEmpty() ? null : inputs.resolve(given), options.isolated(), searched);
    }

    /** The nearest configuration of each file. */
    public static ConfigFiles nearest(InputFiles inputs) {
        return new ConfigFiles(inputs, null, false, List.of());
    }

    /** The same for another thread, with what it knows of files. */
    ConfigFiles apart(InputFiles others) {
        return new ConfigFiles(others, given, isolated, searched);
    }

    /** Whether the configuration was handed open, and so can be read but once. */
    boolean isReadOnce() {
        return given != null && InputFiles.isDescriptor(given);
    }

    /** No configuration of any file. */
    public static ConfigFiles none(InputFiles inputs) {
        return new ConfigFiles(inputs, null, true, List.of());
    }

    @Override
    public @Nullable Config of(SourceFile file) throws InputException {
        return ofPath(file.path());
    }

    @Override
    public boolean isSearched(SourceFile configuration) {
        for (Config config : read.values()) {
            if (config.file() == configuration) {
                for (String path : searched) {
                    File place = FilePath.clean(inputs.resolve(path).getAbsoluteFile());
                    File root = FilePath.clean(config.root().getAbsoluteFile());
                    if (place.equals(root) || (FilePath.isBelow(place, root) && inputs.isDirectory(place))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public File onDisk(SourceFile file) {
        return inputs.resolve(file.path());
    }

    /**
     * The configuration of a shown path; null if there is none.
     *
     * @throws InputException if it cannot be read or obeyed
     */
    public @Nullable Config ofPath(String path) throws InputException {
        if (isolated) {
            return null;
        }
        String folder = given == null ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        if (known.containsKey(folder)) {
            return known.get(folder);
        }
        File found = given == null ? nearest(inputs.resolve(path)) : given;
        Config config = found == null ? null : read(found);
        known.put(folder, config);
        return config;
    }

    /**
     * Whether the configurations leave out all files of a project.
     *
     * @throws InputException if one cannot be read or obeyed
     */
    boolean exclude(Unit unit) throws InputException {
        for (InputFiles.Input input : unit.inputs()) {
            Config config = ofPath(input.shown());
            if (config == null || !config.excludes(config.relative(input.file()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What stands before the names of Docker Hub at the mirrors that the configuration of a shown path names.
     *
     * @throws InputException if the configuration cannot be read or obeyed
     */
    public List<String> mirrors(String path) throws InputException {
        Config config = ofPath(path);
        return config == null ? List.of() : config.mirrors();
    }

    /** Names of directories below a shown one that a search does not skip; a configuration with mistakes names none. */
    List<String> searchedIn(String directory) {
        String below = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        try {
            Config config = ofPath(below + Options.COMPOSE_INPUT);
            return config == null ? List.of() : config.search();
        } catch (InputException e) {
            // told where a file is judged by it
            return List.of();
        }
    }

    private Config read(File file) throws InputException {
        Config config = read.get(file);
        if (config == null) {
            TrustBoundary own = boundary();
            if (given != null) {
                own.nameAlone(given);
            } else {
                own.nameOwn(file);
            }
            File parent = file.getAbsoluteFile().getParentFile();
            // patterns of a file that was named on the command line count from where that line was typed
            File root = given != null || parent == null ? directory : parent;
            config = new Reading(inputs, own, names, given != null).read(file, root);
            read.put(file, config);
        }
        return config;
    }

    /** Of its own: that a configuration was read makes it no file of a project, whichever is read first. */
    private TrustBoundary boundary() {
        TrustBoundary known = boundary;
        if (known == null) {
            known = inputs.boundary().apart();
            boundary = known;
        }
        return known;
    }

    /** A class of its own, so that a run without configurations does not load the reader. */
    private static final class Reading implements ConfigReader.Naming {
        private final InputFiles inputs;
        private final TrustBoundary boundary;
        private final List<String> names;
        private final boolean named;

        /** {@code named}: whether the command line names the configuration. */
        Reading(InputFiles inputs, TrustBoundary boundary, List<String> names, boolean named) {
            this.inputs = inputs;
            this.boundary = boundary;
            this.names = names;
            this.named = named;
        }

        Config read(File file, File root) throws InputException {
            ConfigReader reader = new ConfigReader(RuleCatalog.builtIn(), this, boundary);
            return named && InputFiles.isDescriptor(file)
                    ? reader.read(descriptor(file), file, root)
                    : reader.read(file, root);
        }

        private SourceFile descriptor(File file) throws InputException {
            try {
                return SourceReader.readDescriptor(file, shown(file));
            } catch (UnreadableSourceException e) {
                throw new InputException(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage());
            }
        }

        @Override
        public String shown(File named) {
            String name = inputs.file(named.getPath()).shown();
            names.add(name);
            return name;
        }
    }

    private @Nullable File nearest(File file) {
        File parent = file.getAbsoluteFile().getParentFile();
        // a file outside that is only led to says nothing of how this run judges
        boolean ours = FilePath.isBelow(directory, file) || inputs.boundary().mayQuote(file);
        File start = parent == null ? null : FilePath.clean(ours ? parent : directory);
        File found = start == null ? null : above(start);
        File place = found == null ? null : found.getParentFile();
        if (place == null) {
            return null;
        }
        boolean near = place.equals(start) || FilePath.isBelow(directory, place);
        return near || inputs.workTree(place) != null ? found : null;
    }

    /** The nearest configuration at or above a directory, up to the root of its work tree; looked for once in a run. */
    private @Nullable File above(File from) {
        if (nearest.containsKey(from)) {
            return nearest.get(from);
        }
        File found = in(from, inputs.boundary().view());
        File parent = from.getParentFile();
        if (found == null && parent != null && !from.equals(inputs.workTree(from))) {
            found = above(parent);
        }
        nearest.put(from, found);
        return found;
    }

    /**
     * The configuration in a directory; null if there is none.
     *
     * @param view the files there
     */
    public static @Nullable File in(File directory, FileView view) {
        for (String name : NAMES) {
            File file = new File(directory, name);
            if (view.isFile(file)) {
                return file;
            }
        }
        return null;
    }

    /** Whether any configuration was read. */
    boolean isAny() {
        return !read.isEmpty();
    }

    /** The configurations that were read, without what they extend, in no order. */
    List<Config> all() {
        return new ArrayList<>(read.values());
    }

    /** The shown paths of all that was read, what configurations extend among it. */
    List<String> names() {
        return List.copyOf(names);
    }
}

package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of an image, and what follows from it for a container that runs it. */
public final class ImageFacts {
    private static final String VARIABLE = "{name}";

    private final String name;
    private final ImageKind kind;
    private final boolean ephemeral;
    private final String versionAfter;
    private final List<String> exceptTags;
    /** The newest versions first. */
    private final List<DataFact> data;

    private final List<List<String>> needs;
    private final List<Condition> silentWith;
    private final List<Signal> offSignals;
    private final List<Condition> offConditions;
    private final List<String> settingsFiles;
    private final RuntimeFacts runtime;

    ImageFacts(
            String name,
            ImageKind kind,
            boolean ephemeral,
            String versionAfter,
            List<String> exceptTags,
            List<DataFact> data,
            List<List<String>> needs,
            List<Condition> silentWith,
            List<Signal> offSignals,
            List<Condition> offConditions,
            List<String> settingsFiles,
            RuntimeFacts runtime) {
        this.name = name;
        this.kind = kind;
        this.ephemeral = ephemeral;
        this.versionAfter = versionAfter;
        this.exceptTags = exceptTags;
        this.data = data;
        this.needs = needs;
        this.silentWith = silentWith;
        this.offSignals = offSignals;
        this.offConditions = offConditions;
        this.settingsFiles = settingsFiles;
        this.runtime = runtime;
    }

    /** The product's name, for messages. */
    public String name() {
        return name;
    }

    /** What it is for. */
    public ImageKind kind() {
        return kind;
    }

    /** Whether it is made to forget: nothing in it is meant to outlive the container. */
    public boolean isEphemeral() {
        return ephemeral;
    }

    /**
     * Directories that the process must write, apart from its data: what a read-only root needs mounts for. Empty also if
     * that is not known.
     */
    public List<ContainerPath> writablePaths() {
        return runtime.writable();
    }

    /** Directories in which the image brings files that its process needs, and that a tmpfs would hide. */
    public List<ContainerPath> contentPaths() {
        return runtime.content();
    }

    /** Directories in which programs are built or run, so that a tmpfs there needs {@code exec}. */
    public List<ContainerPath> workspaces() {
        return runtime.workspaces();
    }

    /** The shared memory that it needs if the default will not do. */
    public Optional<ShmNeed> shm() {
        return Optional.ofNullable(runtime.shm());
    }

    /**
     * Whom the image of this container runs as from the start. An image that starts as root and steps down later counts
     * as root.
     *
     * @return empty for root, and if it is not known for this version
     */
    public Optional<ImageUser> user(Container container) {
        @Nullable String tag = tag(container);
        @Nullable TagVersion version = tag == null ? null : TagVersion.of(tag, versionAfter);
        boolean known =
                (version == null || version.compareTo(runtime.userSince()) >= 0) && (tag == null || !isExcepted(tag));
        return known ? Optional.ofNullable(runtime.user()) : Optional.empty();
    }

    /** Names of the variables that have a file form; a star at the end stands for anything. */
    public List<String> fileVariables() {
        return runtime.fileVariables();
    }

    /** The variable that takes the path of a file in place of a variable's value: {@code MYSQL_PASSWORD_FILE}. */
    public Optional<String> fileVariable(String variable) {
        for (String known : runtime.fileVariables()) {
            boolean matches = known.endsWith("*")
                    ? variable.startsWith(known.substring(0, known.length() - 1))
                    : variable.equals(known);
            if (matches) {
                return Optional.of(runtime.fileForm().replace(VARIABLE, variable));
            }
        }
        return Optional.empty();
    }

    /** How it sizes itself by the memory of the host. */
    public Optional<HostSizing> hostSizing() {
        return Optional.ofNullable(runtime.hostSizing());
    }

    /** How it is told amounts of memory. */
    List<MemorySetting> memorySettings() {
        return runtime.memory();
    }

    /**
     * Where this container keeps its data, by the version in its tag and by what its environment and command set. If
     * the tag tells no version, the paths of the newest come first, then those of older versions with their label.
     *
     * @return no path at all if it keeps nothing, or if a setting that we cannot know might have moved the data
     */
    public List<DataPath> dataPaths(Container container) {
        StartCommand command = new StartCommand(container);
        if (data.isEmpty() || !keepsData(container, command)) {
            return List.of();
        }
        @Nullable String tag = tag(container);
        if (tag != null && isExcepted(tag)) {
            return List.of();
        }
        @Nullable TagVersion version = tag == null ? null : TagVersion.of(tag, versionAfter);
        List<DataPath> paths = new ArrayList<>();
        for (DataFact fact : data) {
            if (version != null && !fact.includes(version)) {
                continue;
            }
            @Nullable ImageSetting setting = setting(fact, container, command);
            Optional<ContainerPath> path =
                    setting == null ? fact.defaultPath(version) : setting.path(container, command);
            if (path.isPresent()) {
                String versions = version != null || setting != null || fact.isNewest() ? "" : fact.versions();
                String written = setting == null ? path.get().value() : setting.written(path.get(), container, command);
                add(paths, new DataPath(path.get(), fact.volumeOf(path.get()), versions, written));
            } else if (setting != null) {
                return List.of();
            }
        }
        return paths;
    }

    /**
     * Where any version of it keeps its data unless told otherwise: the places that people mount something at who mean
     * its data. A path that holds the version is given by the volume around it.
     */
    public List<ContainerPath> usualPlaces() {
        List<ContainerPath> places = new ArrayList<>();
        for (DataFact fact : data) {
            Optional<ContainerPath> path = fact.defaultPath(null);
            if (path.isPresent()) {
                places.add(path.get());
                Optional<ContainerPath> volume = fact.volumeOf(path.get());
                if (volume.isPresent() && !volume.get().equals(path.get())) {
                    places.add(volume.get());
                }
            }
        }
        return places;
    }

    private static void add(List<DataPath> paths, DataPath path) {
        for (DataPath other : paths) {
            if (other.path().equals(path.path())) {
                return;
            }
        }
        paths.add(path);
    }

    private boolean keepsData(Container container, StartCommand command) {
        if (command.isHidden() && dependsOnCommand()) {
            return false;
        }
        for (Condition condition : silentWith) {
            if (condition.mayHold(container)) {
                return false;
            }
        }
        for (String ending : settingsFiles) {
            if (command.namesFile(ending)) {
                return false;
            }
        }
        if (needs.isEmpty()) {
            return true;
        }
        for (List<String> words : needs) {
            if (command.contains(words)) {
                return true;
            }
        }
        return false;
    }

    private boolean dependsOnCommand() {
        if (!needs.isEmpty() || !offSignals.isEmpty()) {
            return true;
        }
        for (DataFact fact : data) {
            for (ImageSetting setting : fact.settings()) {
                if (setting.isOption()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable String tag(Container container) {
        @Nullable ImageReference image = container.contents().orElse(null);
        return image == null ? null : image.tag().orElse(null);
    }

    private boolean isExcepted(String tag) {
        for (String text : exceptTags) {
            if (tag.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** What sets the path in this container; null if its default holds. */
    private static @Nullable ImageSetting setting(DataFact fact, Container container, StartCommand command) {
        for (ImageSetting setting : fact.settings()) {
            if (setting.value(container, command).isPresent()) {
                return setting;
            }
        }
        return null;
    }

    /**
     * The signal by which this container switches its persistence off on purpose, as one would quote it.
     *
     * @return empty if there is none, or if another setting switches persistence on again
     */
    public Optional<String> persistenceOff(Container container) {
        StartCommand command = new StartCommand(container);
        for (Signal signal : offSignals) {
            if (signal.isIn(command)) {
                return Optional.of(signal.quoted());
            }
        }
        for (Condition condition : offConditions) {
            if (condition.holds(container)) {
                return Optional.of(condition.quoted());
            }
        }
        return Optional.empty();
    }
}

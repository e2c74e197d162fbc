package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
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
    private final TagRules tags;
    /** The newest versions first. */
    private final List<DataFact> data;

    private final List<List<String>> needs;
    private final List<Condition> silentWith;
    /** Where its configuration is, which may have the data elsewhere. */
    private final List<ContainerPath> configuration;
    /** Where people mount something in place of the data. */
    private final List<ContainerPath> wrongPlaces;

    private final List<Signal> offSignals;
    private final List<Condition> offConditions;
    private final List<String> settingsFiles;
    private final RuntimeFacts runtime;
    private final String upgrade;
    /** Who may use it, as the index has it: few ask. */
    private final String access;

    ImageFacts(
            String name,
            ImageKind kind,
            boolean ephemeral,
            TagRules tags,
            List<DataFact> data,
            List<List<String>> needs,
            List<Condition> silentWith,
            List<ContainerPath> configuration,
            List<ContainerPath> wrongPlaces,
            List<Signal> offSignals,
            List<Condition> offConditions,
            List<String> settingsFiles,
            RuntimeFacts runtime,
            String upgrade,
            String access) {
        this.name = name;
        this.kind = kind;
        this.ephemeral = ephemeral;
        this.tags = tags;
        this.data = data;
        this.needs = needs;
        this.silentWith = silentWith;
        this.configuration = configuration;
        this.wrongPlaces = wrongPlaces;
        this.offSignals = offSignals;
        this.offConditions = offConditions;
        this.settingsFiles = settingsFiles;
        this.runtime = runtime;
        this.upgrade = upgrade;
        this.access = access;
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
        @Nullable TagVersion version = tags.version(container);
        boolean differs = !runtime.userSince().is(TagVersion.FIRST);
        boolean known = (version == null || version.compareTo(runtime.userSince()) >= 0)
                && !tags.isHidden(container, differs)
                && !tags.isExcepted(container);
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

    /**
     * What a new major version does with the data of an old one instead of reading it, a clause for messages; empty if it
     * reads it, and if that is not known.
     */
    public String upgrade() {
        return upgrade;
    }

    /**
     * How anyone may use the server of a container who reaches its ports. Of one that is built here a configuration may be
     * in the image, which nobody sees.
     *
     * @return empty if it asks for a password that is not known to all, and if that cannot be told
     */
    public Optional<Access> access(Container container) {
        if (access.isEmpty() || container.build().isPresent() || tags.isExcepted(container)) {
            return Optional.empty();
        }
        StartCommand command = new StartCommand(container);
        for (String ending : settingsFiles) {
            if (command.namesFile(ending)) {
                return Optional.empty();
            }
        }
        for (Access known : ImageIndex.access(access)) {
            if (known.isOpenIn(container, tags)) {
                return Optional.of(known);
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
        // ranges do not overlap, so that one of all versions means that all are
        boolean differs = !data.get(0).isNewest() || !data.get(0).includes(TagVersion.FIRST);
        if (tags.isExcepted(container) || tags.isHidden(container, differs)) {
            return List.of();
        }
        @Nullable TagVersion version = tags.version(container);
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
                DataPart part = fact.optional() ? DataPart.OPTIONAL : DataPart.OWN;
                boolean ofAnother = version == null && differs && !paths.isEmpty();
                add(
                        paths,
                        path.get(),
                        fact.volumeOf(path.get()),
                        versions,
                        written,
                        ofAnother ? DataPart.ALTERNATIVE : part);
                if (setting == null) {
                    for (ContainerPath link : fact.alsoAt()) {
                        add(paths, link, Optional.empty(), versions, link.value(), DataPart.ALTERNATIVE);
                    }
                }
            } else if (setting != null) {
                return List.of();
            }
        }
        return paths;
    }

    /** A variable that sets where the newest version keeps its data; empty if none does. */
    public Optional<String> pathVariable() {
        if (!data.isEmpty()) {
            for (ImageSetting setting : data.get(0).settings()) {
                if (!setting.isOption() && setting.suffix().isEmpty()) {
                    return Optional.of(setting.name());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Where any version of it keeps its data unless told otherwise, and where people think that it does: the places that
     * they mount something at who mean its data. A path that holds the version is given by the volume around it.
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
                places.addAll(fact.alsoAt());
            }
        }
        places.addAll(wrongPlaces);
        return places;
    }

    private static void add(
            List<DataPath> paths,
            ContainerPath path,
            Optional<ContainerPath> volume,
            String versions,
            String written,
            DataPart part) {
        for (DataPath other : paths) {
            if (other.path().equals(path)) {
                return;
            }
        }
        paths.add(new DataPath(path, volume, versions, written, part));
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
        if (Configuration.isBrought(configuration, container)) {
            return false;
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

    /** What sets the path in this container; null if its default holds. */
    private static @Nullable ImageSetting setting(DataFact fact, Container container, StartCommand command) {
        for (ImageSetting setting : fact.settings()) {
            if (setting.value(container, command).isPresent()) {
                return setting;
            }
        }
        return null;
    }

    /** Whether this container switches on what others of the image leave off or take back: it is to keep its data. */
    public boolean persistsOnPurpose(Container container) {
        StartCommand command = new StartCommand(container);
        for (Signal signal : offSignals) {
            if (signal.isTakenBackIn(command)) {
                return true;
            }
        }
        return false;
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

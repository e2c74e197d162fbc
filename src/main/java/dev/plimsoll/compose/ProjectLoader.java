package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.check.RepeatedTargets;
import dev.plimsoll.compose.check.StructureChecks;
import dev.plimsoll.compose.edit.ProjectTexts;
import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.read.BuiltImages;
import dev.plimsoll.compose.read.EnvironmentReader;
import dev.plimsoll.compose.read.RelationsReader;
import dev.plimsoll.compose.read.ResourceReader;
import dev.plimsoll.compose.read.ServiceReader;
import dev.plimsoll.compose.tree.Interpolation;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Merger;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Replacements;
import dev.plimsoll.compose.tree.Resolver;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads a project from its Compose files, in the order of compose-go: each document of each file is resolved, its
 * variables replaced, its {@code extends} and {@code include} followed, and the outcome merged over the documents before.
 */
public final class ProjectLoader {

    private final ProjectFiles files;
    private final LoadOptions options;
    private final LoadLog log = new LoadLog();
    private final ProjectTexts texts = new ProjectTexts();
    private final Set<SourceFile> read = new LinkedHashSet<>();
    /** Documents, with what they include and extend, before one was merged over another. */
    private final List<MapNode> unmerged = new ArrayList<>(1);

    /** The documents of each file as written, once however often it is read. */
    private final List<YamlNode> written = new ArrayList<>(1);

    /** What merging documents left out. */
    private final List<Replacements.Replaced> left = new ArrayList<>(0);

    private final LoadLimits limits = new LoadLimits();
    private final Set<String> outgrown = new HashSet<>();
    private final ProjectVariables environment;
    private @Nullable LoadedFiles loaded;

    ProjectLoader(ProjectFiles files, LoadOptions options) {
        this.files = files;
        this.options = options;
        this.environment = new ProjectVariables(this, files, limits, log);
    }

    /** Takes what merging documents leaves out. */
    List<Replacements.Replaced> left() {
        return left;
    }

    /** Reads environment files. */
    ProjectVariables environment() {
        return environment;
    }

    /**
     * Loads a project.
     *
     * @param composeFiles at least one; later ones are merged over earlier ones
     */
    public static Loaded load(List<File> composeFiles, ProjectFiles files, LoadOptions options) {
        return new ProjectLoader(files, options).load(composeFiles);
    }

    private Loaded load(List<File> composeFiles) {
        File directory = directoryOf(composeFiles.get(0));
        File first = composeFiles.get(0);
        if (files.isPart(first)) {
            log.markPartial();
        }
        files.setProjectDirectory(directory);
        Variables given = environment.read(directory, options.envFiles(), options.environment());
        Variables variables = environment.withProjectName(first, directory, given);
        MapNode root = merged(composeFiles, directory, variables, List.of());
        boolean alone = composeFiles.size() == 1 && !options.whole();
        boolean overlay = alone && ProjectDiscovery.mayBeOverlay(first.getName());
        if (overlay && new Overlay(files).is(first, root)) {
            log.markPartial();
        }
        boolean empty = root == null && log.errors().isEmpty() && !read.isEmpty();
        if (empty && !(overlay && new Overlay(files).hasBase(first)) && !ProjectDiscovery.isTaskList(first)) {
            log.fail("yaml-syntax", new Location(read.iterator().next(), Span.at(0)), "the file is empty");
        }
        if (read.isEmpty()) {
            read.add(new SourceFile(composeFiles.get(0).getName(), ""));
        }
        List<Container> containers = new ArrayList<>();
        ResourceReader resources = new ResourceReader();
        Field<String> name = new Field.Unknown<>(new Location(read.iterator().next(), Span.at(0)));
        Optional<Set<String>> outside = Optional.empty();
        Replacements replaced = null;
        if (root != null) {
            MapNode unified = Merger.unify(root);
            if (files.anyWithheld()) {
                log.withhold();
                outside = Optional.of(outside(unified));
            }
            replaced = left.isEmpty() ? null : new Replacements(left, unified);
            new StructureChecks(log).check(unified);
            readServices(unified, variables, log.isPartial() && !files.isPart(first), containers);
            resources.read(unified);
            name = ProjectVariables.projectName(unified, given, log.isPartial());
        }
        boolean partial = log.isPartial() || !log.errors().isEmpty();
        // an example in a text shows its services whole, and leaves out what they only name
        boolean more = partial && !(files.isPart(first) && log.errors().isEmpty());
        Set<String> mountedInFiles = RelationsReader.volumesOfEach(unmerged);
        texts.mount(containers, mountedInFiles);
        Project project = new Project(
                name,
                List.copyOf(read),
                containers,
                resources.resources(),
                List.of(),
                mountedInFiles,
                files.isFilled(first) ? environment.missed() : environment.handedOver(directory),
                partial,
                more);
        List<InputError> errors = List.copyOf(log.errors());
        return new Loaded(
                project,
                profiles(variables),
                log.findings(),
                errors,
                List.of(),
                outside,
                written,
                texts.extended(),
                replaced);
    }

    /** Services that have something of a file that must not be shown. */
    private static Set<String> outside(MapNode root) {
        Set<String> outside = new HashSet<>();
        MapNode services = root.map("services");
        for (Map.Entry<String, Entry> service : services == null
                ? Map.<String, Entry>of().entrySet()
                : services.entries().entrySet()) {
            if (Outside.has(service.getValue())) {
                outside.add(service.getKey());
            }
        }
        return outside;
    }

    private static List<String> profiles(Variables variables) {
        String list = variables.get("COMPOSE_PROFILES");
        List<String> profiles = new ArrayList<>();
        for (String profile : list == null ? new String[0] : list.split(",", -1)) {
            profiles.add(profile.strip());
        }
        return profiles;
    }

    static @Nullable String known(MapNode map, String key) {
        Node.ScalarNode scalar = map.scalar(key);
        return scalar == null ? null : scalar.known();
    }

    private static File directoryOf(File file) {
        File parent = file.getAbsoluteFile().getParentFile();
        return parent == null ? file.getAbsoluteFile() : parent;
    }

    static String message(Exception e) {
        return e.getMessage() == null ? "cannot be read" : e.getMessage();
    }

    /** The files' documents merged; null if there is nothing in them. */
    @Nullable
    MapNode merged(List<File> composeFiles, File directory, Variables variables, List<File> including) {
        MapNode merged = null;
        boolean chosen =
                options.whole() || !including.isEmpty() || variables.get(ProjectDiscovery.COMPOSE_FILE) != null;
        for (File file : composeFiles) {
            boolean first = true;
            for (MapNode document : documents(file, directory, variables)) {
                StructureChecks checks = new StructureChecks(log);
                checks.versionObsolete(document);
                if (first && !chosen && !files.isPart(file)) {
                    checks.shadowing(document, file.getName(), ProjectDiscovery.shadowed(file, files));
                }
                first = false;
                new RepeatedTargets(log).check(document);
                ServiceExtender extender = new ServiceExtender(this, log, options.allowPartial(), texts);
                MapNode extended = extender.extend(document, file, variables);
                MapNode included = extended.get("include") == null
                        ? null
                        : includer().include(extended, file, variables, including);
                if (included != null) {
                    IncludeReader.conflicts(included, extended, log);
                }
                boolean fits = included != null && limits.include(included);
                MapNode whole = included == null || !fits ? extended : Merger.merge(included, extended, left);
                Entry services = whole.entry("services");
                if (merged != null
                        && services != null
                        && services.value() instanceof Node.ScalarNode nothing
                        && nothing.isNull()) {
                    log.find("schema", services.shown(), "services", "services must be a mapping, not nothing");
                }
                if (merged != null && !limits.include(merged)) {
                    outgrown(
                            document.shown(),
                            "documents merged come to more than " + LoadLimits.MAX_INCLUDED + " entries");
                    return merged;
                }
                merged = merged == null ? whole : Merger.merge(merged, whole, left);
                unmerged.add(whole);
                texts.finish(document.written().file());
            }
        }
        return merged;
    }

    /** The documents of a file, aliases, merge keys and variables resolved. */
    List<MapNode> documents(File file, File directory, Variables variables) {
        List<MapNode> documents = new ArrayList<>(1);
        SourceFile source;
        try {
            source = files.read(file);
        } catch (UnreadableSourceException e) {
            log.fail(e.at(), message(e));
            return documents;
        }
        files.setDirectory(source, directory);
        boolean first = read.add(source);
        try {
            for (YamlNode document : files.parse(file)) {
                Interpolation interpolation = new Interpolation(variables.values(), variables.complete(), limits);
                Resolver resolver = new Resolver(interpolation, log.errors());
                Node root = resolver.resolve(document);
                for (Interpolation.Refusal refusal : resolver.refusals()) {
                    log.find("schema", refusal.at(), refusal.at().text(), refusal.message());
                }
                if (root instanceof MapNode map) {
                    documents.add(map);
                    if (first) {
                        written.add(document);
                    }
                    texts.add(map);
                } else if (!(document instanceof YamlSequence && ProjectDiscovery.isTaskList(file))) {
                    log.fail(document.location(), "a Compose file is a mapping, this is " + document.description());
                }
                environment.miss(interpolation.unset());
                if (interpolation.outgrown() != null) {
                    outgrown(interpolation.outgrown(), LoadLimits.OUTGROWN);
                }
                for (Interpolation.Refusal refusal : interpolation.refusals()) {
                    log.find("interpolation-invalid", refusal.at(), refusal.at().text(), refusal.message());
                }
            }
        } catch (UnreadableSourceException e) {
            log.fail(e.at(), message(e));
        } catch (YamlSyntaxException e) {
            log.fail(e.rule(), e.at(), message(e));
        }
        return documents;
    }

    private ProjectIncluder includer() {
        return new ProjectIncluder(this, files, options, limits, log);
    }

    /** The documents of a file that a service extends another one of. */
    List<MapNode> extended(File file, Location at, Variables variables) {
        Map<File, List<MapNode>> before = loaded().extended(variables);
        List<MapNode> known = before.get(file);
        if (known == null) {
            known = mayLoad(at) ? documents(file, file.getAbsoluteFile().getParentFile(), variables) : List.of();
            before.put(file, known);
        }
        return known;
    }

    /** What was loaded before, for those who ask for it again. */
    LoadedFiles loaded() {
        if (loaded == null) {
            loaded = new LoadedFiles();
        }
        return loaded;
    }

    /** Whether one more file may be loaded. */
    boolean mayLoad(Location at) {
        boolean may = limits.load();
        if (!may) {
            outgrown(at, "more than " + LoadLimits.MAX_LOADS + " files are included or extended from");
        }
        return may;
    }

    /** Whether a service may be copied into one that extends it. */
    boolean mayExtend(MapNode service, Location at) {
        boolean may = limits.extend(service);
        if (!may) {
            outgrown(at, "what services extend comes to more than " + LoadLimits.MAX_EXTENDED_NODES + " values");
        }
        return may;
    }

    /** Says what asks for too much, once: what comes after it asks for the same. */
    void outgrown(Location at, String message) {
        if (outgrown.add(message)) {
            log.fail(at, message);
        }
    }

    /** Something that Docker would follow and that cannot be followed here. */
    void unresolved(String rule, Location at, String message) {
        if (options.allowPartial()) {
            log.markPartial();
        } else {
            log.fail(rule, at, message);
        }
    }

    boolean isFile(File file) {
        return files.isFile(file);
    }

    String whyMissing(File file) {
        return files.whyMissing(file);
    }

    private void readServices(MapNode root, Variables variables, boolean partial, List<Container> containers) {
        Node services = root.get("services");
        if (services == null) {
            return;
        }
        if (!(services instanceof MapNode map)) {
            mustBeMapping("services", services);
            return;
        }
        BuiltImages images = new BuiltImages();
        for (Map.Entry<String, Entry> service : map.entries().entrySet()) {
            Node value = service.getValue().value();
            if (value instanceof MapNode written) {
                ServiceReader reader =
                        new ServiceReader(service.getKey(), service.getValue(), root, files, images, texts, partial);
                EnvironmentReader environment = new EnvironmentReader(written, files, variables, limits);
                Container container = reader.read(environment, options.directories());
                containers.add(container);
                if (!environment.errors().isEmpty() && isActive(container, variables)) {
                    log.errors().addAll(environment.errors());
                }
            } else if (!(value instanceof ResetNode)) {
                mustBeMapping("services." + service.getKey(), value);
            }
        }
    }

    /** Whether Compose starts a service without being asked for it: it reads the files of variables of no other. */
    private static boolean isActive(Container container, Variables variables) {
        return container.profiles().isEmpty() || !Collections.disjoint(container.profiles(), profiles(variables));
    }

    private void mustBeMapping(String key, Node value) {
        boolean nothing = value instanceof Node.ScalarNode scalar && scalar.isNull();
        String what = value.origin().written().description();
        log.fail(
                value.shown(),
                nothing ? key + " has no value, it must be a mapping" : key + " must be a mapping, not " + what);
    }
}

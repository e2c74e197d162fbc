package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.Entry;
import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ResetNode;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.Project;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a Compose file, all its documents merged, into a project. */
public final class ComposeReader {
    private final SourceFile file;
    private final List<String> directories;
    private final List<InputError> errors = new ArrayList<>();

    private ComposeReader(SourceFile file, List<String> directories) {
        this.file = file;
        this.directories = directories;
    }

    /**
     * What came of a file.
     *
     * @param project what could be read
     * @param errors what could not; empty if the file was read whole
     */
    public record Loaded(Project project, List<InputError> errors) {
        /** Copies the list. */
        public Loaded {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Reads one file. Variables without a default stay unknown: the process environment is not asked.
     *
     * @param directories names of the directories that hold the file, the nearest first
     */
    public static Loaded read(SourceFile file, List<String> directories) {
        return new ComposeReader(file, directories).read();
    }

    private Loaded read() {
        MapNode root = null;
        try {
            root = document();
        } catch (YamlSyntaxException e) {
            errors.add(new InputError(e.at(), e.getMessage() == null ? "not valid YAML" : e.getMessage()));
        }
        List<Container> containers = new ArrayList<>();
        List<NamedVolume> volumes = new ArrayList<>();
        if (root != null) {
            readServices(root, containers);
            readVolumes(root, volumes);
        }
        return new Loaded(new Project(List.of(file), containers, volumes), errors);
    }

    private @Nullable MapNode document() throws YamlSyntaxException {
        MapNode merged = null;
        for (YamlNode document : YamlParser.parse(file)) {
            // a resolver each: the one document's aliases do not reach into the next
            Node root = new Resolver(new Interpolation(Map.of()), errors).resolve(document);
            if (!(root instanceof MapNode map)) {
                errors.add(new InputError(
                        document.location(), "a Compose file is a mapping, this is " + document.description()));
                continue;
            }
            merged = merged == null ? map : Merger.merge(merged, map);
        }
        if (merged == null && errors.isEmpty()) {
            errors.add(new InputError(new Location(file, Span.at(0)), "the file is empty"));
        }
        return merged;
    }

    private void readServices(MapNode root, List<Container> containers) {
        Node services = root.get("services");
        if (services == null) {
            return;
        }
        if (!(services instanceof MapNode map)) {
            mustBeMapping("services", services);
            return;
        }
        boolean partial = isOverride(file.name());
        for (Map.Entry<String, Entry> service : map.entries().entrySet()) {
            Node value = service.getValue().value();
            if (value instanceof MapNode) {
                containers.add(new ServiceReader(service.getValue(), root, partial).read(directories));
            } else if (!(value instanceof ResetNode)) {
                mustBeMapping("services." + service.getKey(), value);
            }
        }
    }

    private void readVolumes(MapNode root, List<NamedVolume> volumes) {
        MapNode map = root.map("volumes");
        if (map == null) {
            return;
        }
        for (Entry volume : map.entries().values()) {
            volumes.add(VolumesReader.read(volume));
        }
    }

    private void mustBeMapping(String key, Node value) {
        errors.add(new InputError(
                value.shown(),
                key + " must be a mapping, not " + value.origin().written().description()));
    }

    /** Whether a file only makes sense on top of another: {@code compose.override.yaml} and its like. */
    private static boolean isOverride(String name) {
        return name.contains(".override.") || name.contains("-override.");
    }
}

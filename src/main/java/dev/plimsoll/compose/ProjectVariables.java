package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.files.DotEnv;
import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.files.ProjectName;
import dev.plimsoll.compose.tree.Interpolation;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Missing;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Resolver;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of a project: those of its environment files, and those that it asks others to set. */
final class ProjectVariables {
    private static final String PROJECT_NAME = "COMPOSE_PROJECT_NAME";

    /** Files that say what to set, and are copied to {@code .env} by whoever runs the project: names found in use. */
    private static final String[] SAMPLES = {
        ".env.example",
        ".env.sample",
        ".env.dist",
        ".env.template",
        "example.env",
        "sample.env",
        "env.example",
        "env.sample"
    };

    private final ProjectLoader loader;
    private final ProjectFiles files;
    private final LoadLimits limits;
    private final LoadLog log;
    private final Set<String> unset = new HashSet<>();

    /** Variables of what a loader reads. */
    ProjectVariables(ProjectLoader loader, ProjectFiles files, LoadLimits limits, LoadLog log) {
        this.loader = loader;
        this.files = files;
        this.limits = limits;
        this.log = log;
    }

    /** Takes down variables that have no known value. */
    void miss(Collection<String> names) {
        unset.addAll(names);
    }

    /** Those that have no known value. */
    Set<String> missed() {
        return Set.copyOf(unset);
    }

    /** Those of the missed ones that a sample of an environment file beside the project names. */
    Set<String> handedOver(File directory) {
        if (unset.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String sample : SAMPLES) {
            named.addAll(namesOf(new File(directory, sample)));
        }
        named.retainAll(unset);
        return named;
    }

    private Set<String> namesOf(File sample) {
        try {
            // what is wrong with a sample is no matter of the project
            return files.isOwnFile(sample)
                    ? DotEnv.read(files.read(sample), Variables.NONE, new LoadLimits(), new ArrayList<>())
                            .keySet()
                    : Set.of();
        } catch (UnreadableSourceException e) {
            // as good as not there
            return Set.of();
        }
    }

    /** Compose sets a variable to the project's name, which files use to name what they share. */
    Variables withProjectName(File first, File directory, Variables variables) {
        try {
            if (!files.mentions(first, PROJECT_NAME)) {
                return variables;
            }
            for (YamlNode document : files.parse(first)) {
                Node root = new Resolver(new Interpolation(variables), new ArrayList<>()).resolve(document);
                String name = root instanceof MapNode map ? ProjectLoader.known(map, "name") : null;
                if (name != null) {
                    return variables.withDefaults(Map.of(PROJECT_NAME, name));
                }
            }
            return variables.withDefaults(Map.of(PROJECT_NAME, ProjectName.of(directory)));
        } catch (UnreadableSourceException | YamlSyntaxException e) {
            // whoever reads the file next says so
            return variables;
        }
    }

    /**
     * The name that a project is given. The variable wins over {@code name} (Compose 2.40.3).
     *
     * @param given values of variables that are set, without the one that Compose sets itself
     * @param partial whether another file may name it
     */
    static Field<String> projectName(MapNode root, Variables given, boolean partial) {
        Entry services = root.entry("services");
        Location anchor = services == null ? root.at() : services.key().location();
        String set = given.get(PROJECT_NAME);
        if (set != null && !set.isEmpty()) {
            return new Field.Present<>(anchor, Located.of(new Value.Literal<>(set, set), anchor));
        }
        return Values.stringField(root, "name", new Missing(anchor), partial);
    }

    /** Variables of environment files: {@code .env} beside the project unless others are named. */
    Variables read(File directory, List<File> envFiles, Variables outer) {
        List<File> wanted = new ArrayList<>(envFiles);
        File dotEnv = new File(directory, ProjectDiscovery.DOT_ENV);
        if (wanted.isEmpty() && files.isThere(dotEnv)) {
            wanted.add(dotEnv);
        }
        Map<String, String> values = new HashMap<>();
        boolean complete = outer.complete();
        for (File file : wanted) {
            try {
                if (!files.isOwn(file)) {
                    // its values are not for reports; they win over those of files before it, so these are not known
                    // either
                    values.clear();
                    complete = false;
                    continue;
                }
                if (!limits.environment(outer.values().size() + values.size())) {
                    loader.outgrown(
                            new Location(files.read(file), Span.at(0)),
                            "environment files set more than " + LoadLimits.MAX_ENVIRONMENT + " variables");
                    break;
                }
                values.putAll(DotEnv.read(files.read(file), outer.withDefaults(values), limits, log.errors()));
            } catch (UnreadableSourceException e) {
                log.fail(e.at(), ProjectLoader.message(e));
            }
        }
        return outer.withDefaults(values).completeIf(complete);
    }
}

package dev.plimsoll.compose;

import dev.plimsoll.compose.tree.Replacements;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ReplacedValue;
import dev.plimsoll.model.Resource;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a project's files.
 *
 * @param project what could be read
 * @param profiles the profiles that {@code COMPOSE_PROFILES} switches on
 * @param findings what only the reader can find
 * @param errors what could not be read; empty if the project was read whole
 * @param defects failures of Plimsoll itself; what they were about is left out
 * @param withheld names of the containers that have something of a file that reports must not quote; empty if no such
 *     file was read
 * @param documents the Compose documents as they are written, those of each file that was read; of commands there are none
 * @param extended the places of services that others extend, each with that of a reference to it: what is written there
 *     counts for several
 * @param replacements what merging documents left out; null if that is nothing
 */
public record Loaded(
        Project project,
        List<String> profiles,
        List<RuleFinding> findings,
        List<InputError> errors,
        List<Defect> defects,
        Optional<Set<String>> withheld,
        List<YamlNode> documents,
        Map<Location, Location> extended,
        @Nullable Replacements replacements) {
    /** What commands ask for, in a file that reports may quote. */
    public Loaded(Project project, List<RuleFinding> findings, List<Defect> defects) {
        this(project, List.of(), findings, List.of(), defects, Optional.empty(), List.of(), Map.of(), null);
    }

    /** Copies the lists. */
    public Loaded {
        profiles = List.copyOf(profiles);
        findings = List.copyOf(findings);
        errors = List.copyOf(errors);
        defects = List.copyOf(defects);
        documents = List.copyOf(documents);
        extended = Map.copyOf(extended);
    }

    /**
     * The ends of paths that begin with a variable, of files that services extend others of: nobody here follows them, but
     * an end tells which file may be meant. Each begins with a slash.
     */
    public List<String> extendedBehindVariables() {
        List<String> ends = new ArrayList<>(0);
        for (YamlNode document : documents) {
            if (value(document, "services") instanceof YamlMapping services) {
                for (YamlMapping.Entry service : services.entries()) {
                    if (value(value(service.value(), "extends"), "file") instanceof YamlScalar file) {
                        addEnd(file.value(), ends);
                    }
                }
            }
        }
        return ends;
    }

    private static void addEnd(String path, List<String> ends) {
        int variable = path.lastIndexOf('$');
        int slash = variable < 0 ? -1 : path.indexOf('/', Math.max(variable, path.lastIndexOf('}')));
        if (slash >= 0) {
            ends.add(path.substring(slash));
        }
    }

    private static @Nullable YamlNode value(@Nullable YamlNode node, String key) {
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (entry.key() instanceof YamlScalar scalar && scalar.value().equals(key)) {
                    return entry.value();
                }
            }
        }
        return null;
    }

    /** The same with other errors. */
    public Loaded with(List<InputError> others) {
        return new Loaded(project, profiles, findings, others, defects, withheld, documents, extended, replacements);
    }

    /** The same with these mounts of Dockerfiles that were read for themselves. */
    public Loaded withBuilds(List<BuildTmpfs> builds) {
        return new Loaded(
                project.withBuilds(builds),
                profiles,
                findings,
                errors,
                defects,
                withheld,
                documents,
                extended,
                replacements);
    }

    /** The values that count nowhere, since others are laid over them; none if a file was read that must not be quoted. */
    public List<ReplacedValue> replaced() {
        return replacements == null || withheld.isPresent() ? List.of() : replacements.values();
    }

    /** Number of containers that must not be shown. */
    public int hidden() {
        return project.containers().size() - shown().containers().size();
    }

    /** The project for those who draw it or print its values: without what files outside of the work tree brought. */
    public Project shown() {
        if (withheld.isEmpty()) {
            return project;
        }
        List<Container> containers = new ArrayList<>();
        for (Container container : project.containers()) {
            if (!withheld.get().contains(container.name().value())) {
                containers.add(container);
            }
        }
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : project.resources()) {
            if (!resource.key().at().file().isWithheld()) {
                resources.add(resource);
            }
        }
        return project.with(containers, resources, false);
    }
}

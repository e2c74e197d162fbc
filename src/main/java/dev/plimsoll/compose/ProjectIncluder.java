package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Variables;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the projects that a document includes, each with its own directory and variables, and each once. */
final class ProjectIncluder {
    private static final String RULE = "include-unresolved";

    private final ProjectLoader loader;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final LoadLimits limits;
    private final LoadLog log;

    ProjectIncluder(ProjectLoader loader, ProjectFiles files, LoadOptions options, LoadLimits limits, LoadLog log) {
        this.loader = loader;
        this.files = files;
        this.options = options;
        this.limits = limits;
        this.log = log;
    }

    /**
     * The files that a document includes, merged; null if there is nothing in them.
     *
     * @param including the files that led here by including each other, the outermost first
     */
    @Nullable
    MapNode include(MapNode document, File file, Variables variables, List<File> including) {
        List<File> chain = new ArrayList<>(including);
        chain.add(file);
        IncludedResources all = new IncludedResources(log, limits);
        for (IncludeReader.Include include : new IncludeReader(log, options).read(document, file)) {
            MapNode one = included(include, variables, chain);
            if (one != null && !all.add(one)) {
                loader.outgrown(
                        include.at(), "what is included comes to more than " + LoadLimits.MAX_INCLUDED + " entries");
                break;
            }
        }
        return all.whole();
    }

    private @Nullable MapNode included(IncludeReader.Include include, Variables variables, List<File> chain) {
        for (File file : include.files()) {
            if (chain.contains(file)) {
                loader.unresolved(RULE, include.at(), "\"" + include.at().text() + "\" includes itself");
                return null;
            }
            if (!files.isFile(file)) {
                loader.unresolved(
                        RULE, include.at(), "included file " + include.written(file) + " " + files.whyMissing(file));
                return null;
            }
        }
        for (File file : include.envFiles()) {
            if (files.isRefused(file)) {
                loader.unresolved(
                        RULE, include.at(), "environment file " + include.written(file) + " " + files.whyMissing(file));
            }
        }
        if (chain.size() > LoadLimits.MAX_INCLUDE_DEPTH) {
            loader.outgrown(
                    include.at(), "more than " + LoadLimits.MAX_INCLUDE_DEPTH + " files include each other in a row");
            return null;
        }
        Map<List<?>, Optional<MapNode>> before = loader.loaded().projects(variables);
        List<?> asked = List.of(include.files(), include.directory(), include.envFiles());
        Optional<MapNode> known = before.get(asked);
        if (known == null && loader.mayLoad(include.at())) {
            Variables inner = loader.loaded()
                    .shared(loader.environment().read(include.directory(), include.envFiles(), variables));
            Map<List<?>, Optional<MapNode>> inside = loader.loaded().projects(inner);
            List<?> project = List.of(include.files(), include.directory());
            known = inside.get(project);
            if (known == null) {
                known = Optional.ofNullable(loader.merged(include.files(), include.directory(), inner, chain));
                inside.put(project, known);
            }
            before.put(asked, known);
        }
        return known == null ? null : known.orElse(null);
    }
}

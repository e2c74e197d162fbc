package dev.plimsoll.session;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.engine.Refusals;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which files of projects may be used besides the one in which they were linted, and which of them Docker
 * refuses to load: a base file without its override, a file that is included or extended from, a base file with another
 * one over it. A fix looks at one way only, and must not break the others.
 */
final class FileUses {
    private final Projects projects;
    private final List<ReadProject> reads;
    /** Each with the files that are merged, in this order. */
    private final Map<String, Unit> uses = new LinkedHashMap<>();

    /** The ways to use the files of some projects. */
    FileUses(Projects projects, List<ReadProject> reads) {
        this.projects = projects;
        this.reads = reads;
        Set<String> known = new HashSet<>();
        for (ReadProject read : reads) {
            known.add(named(read.unit()));
        }
        for (ReadProject read : reads) {
            for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
                if (read.isCompose(source.getValue().path())) {
                    InputFiles.Input alone = new InputFiles.Input(
                            source.getKey(), source.getValue().path(), false);
                    add(List.of(alone), known);
                    InputFiles.Input base = base(source.getKey(), reads);
                    if (base != null) {
                        add(List.of(base, alone), known);
                    }
                }
            }
        }
    }

    private void add(List<InputFiles.Input> files, Set<String> known) {
        Unit unit = new Unit(files);
        String name = named(unit);
        if (known.add(name)
                || (files.size() == 1
                        && ProjectDiscovery.mayBeOverlay(files.get(0).file().getName()))) {
            uses.put(files.size() == 1 ? name + " alone" : name, unit);
        }
    }

    /** How messages call it: the shown paths. */
    static String named(Unit unit) {
        StringBuilder name = new StringBuilder();
        for (InputFiles.Input input : unit.inputs()) {
            name.append(name.length() == 0 ? "" : " with ").append(input.shown());
        }
        return name.toString();
    }

    /** The file that a project in the same directory begins with, if a file may be laid over it. */
    private static InputFiles.@Nullable Input base(File file, List<ReadProject> reads) {
        if (!ProjectDiscovery.mayBeOverlay(file.getName())) {
            return null;
        }
        List<File> bases = ProjectDiscovery.bases(file.getAbsoluteFile().getParentFile());
        for (ReadProject read : reads) {
            InputFiles.Input first = read.unit().first();
            if (bases.contains(first.file().getAbsoluteFile())) {
                return first;
            }
        }
        return null;
    }

    /**
     * The outcome of linting with the ways in which Docker refuses to load the files.
     *
     * @param changed texts in place of those that were read, by shown path
     */
    Checked add(Map<String, SourceFile> changed, Checked checked) throws IOException {
        Map<File, SourceFile> sources = new HashMap<>();
        for (ReadProject read : reads) {
            for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
                @Nullable SourceFile now = changed.get(source.getValue().path());
                sources.put(source.getKey(), now == null ? source.getValue() : now);
            }
        }
        Map<String, String> refused = new HashMap<>(checked.refused());
        for (Map.Entry<String, Unit> use : uses.entrySet()) {
            String reason = refusal(use.getValue(), sources);
            if (reason != null) {
                refused.put(use.getKey(), reason);
            }
        }
        return new Checked(checked.diagnostics(), checked.errors(), checked.defects(), refused);
    }

    private @Nullable String refusal(Unit use, Map<File, SourceFile> sources) throws IOException {
        UnitLoader loader = projects.loader(use);
        ProjectFiles files = loader.files();
        for (Map.Entry<File, SourceFile> source : sources.entrySet()) {
            files.put(source.getKey(), source.getValue());
        }
        try {
            return refusal(loader.loadWhole(files));
        } catch (UnreadableSourceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Why Docker refuses to load a project; null if it does not. */
    static @Nullable String refusal(Loaded loaded) {
        if (!loaded.errors().isEmpty()) {
            return loaded.errors().get(0).message();
        }
        List<Defect> defects = new ArrayList<>();
        List<Diagnostic> refusals = Refusals.of(loaded, RuleCatalog.builtIn(), defects);
        return refusals.isEmpty() ? null : refusals.get(0).finding().message();
    }
}

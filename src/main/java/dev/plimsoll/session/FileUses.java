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
import java.util.Collection;
import java.util.Collections;
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
    /** By their names. */
    private final Map<String, Use> uses = new LinkedHashMap<>();

    /**
     * A way to use files.
     *
     * @param unit the files that are merged, in this order
     * @param files the shown paths of all that is read for it
     * @param refusal why Docker refuses to load them as they were read; null if it does not
     */
    private record Use(
            Unit unit, Set<String> files, @Nullable String refusal) {}

    /**
     * The ways to use the files of some projects.
     *
     * @throws IOException if a file's real path cannot be told
     */
    FileUses(Projects projects, List<ReadProject> reads) throws IOException {
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

    private void add(List<InputFiles.Input> files, Set<String> known) throws IOException {
        Unit unit = new Unit(files);
        String name = named(unit);
        if (known.add(name)
                || (files.size() == 1
                        && ProjectDiscovery.mayBeOverlay(files.get(0).file().getName()))) {
            Set<String> opened = new HashSet<>();
            String reason = refusal(unit, Map.of(), opened);
            uses.put(files.size() == 1 ? name + " alone" : name, new Use(unit, opened, reason));
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

    /** The shown paths of the files that are read for each of the ways. */
    Collection<Set<String>> files() {
        List<Set<String>> files = new ArrayList<>();
        for (Use use : uses.values()) {
            files.add(use.files());
        }
        return files;
    }

    /**
     * The outcome of linting with the ways in which Docker refuses to load the files.
     *
     * @param changed texts in place of those that were read, by shown path
     */
    Checked add(Map<String, SourceFile> changed, Checked checked) throws IOException {
        Map<String, String> refused = new HashMap<>(checked.refused());
        for (Map.Entry<String, Use> entry : uses.entrySet()) {
            Use use = entry.getValue();
            boolean same = Collections.disjoint(use.files(), changed.keySet());
            String reason = same ? use.refusal() : refusal(use.unit(), changed, new HashSet<>());
            if (reason != null) {
                refused.put(entry.getKey(), reason);
            }
        }
        return new Checked(checked.diagnostics(), checked.errors(), checked.defects(), refused);
    }

    /** @param opened takes the shown paths of the files that are read */
    private @Nullable String refusal(Unit unit, Map<String, SourceFile> changed, Set<String> opened)
            throws IOException {
        UnitLoader loader = projects.loader(unit);
        ProjectFiles files = loader.files();
        for (ReadProject read : reads) {
            for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
                @Nullable SourceFile now = changed.get(source.getValue().path());
                files.put(source.getKey(), now == null ? source.getValue() : now);
            }
        }
        try {
            return refusal(loader.loadWhole(files));
        } catch (UnreadableSourceException e) {
            return String.valueOf(e.getMessage());
        } finally {
            opened.addAll(files.opened());
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

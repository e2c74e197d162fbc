package dev.plimsoll.lsp;

import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ReplacedValue;
import dev.plimsoll.report.InputErrors;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.session.InputFiles;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Observer;
import dev.plimsoll.session.Options;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.Unit;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.Overlay;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the documents that are open, and of the files that belong with them. For the thread that lints alone. A
 * project is linted anew when one of its files changed, or one that lies beside them and may be one of its files now.
 */
final class Analyses {
    private final Buffers buffers;
    private final Map<String, String> environment;
    private List<File> folders = List.of();
    private Settings settings = Settings.NONE;
    private Map<List<File>, Analysis> known = new LinkedHashMap<>();
    private final Set<List<File>> stale = new HashSet<>();
    /** What is wrong with configurations that are open. */
    private Map<File, List<InputError>> configErrors = Map.of();

    private long count;

    /** What is known of some documents: nothing yet. */
    Analyses(Buffers buffers, Map<String, String> environment) {
        this.buffers = buffers;
        this.environment = environment;
    }

    /** The directories that the editor works in. */
    void setFolders(List<File> workspace) {
        folders = List.copyOf(workspace);
        forget();
    }

    List<File> folders() {
        return folders;
    }

    void setSettings(Settings changed) {
        settings = changed;
        forget();
    }

    Settings settings() {
        return settings;
    }

    /** Takes all for outdated. */
    void forget() {
        stale.addAll(known.keySet());
    }

    /** Takes what a file may say something of for outdated. */
    void changed(File file) {
        if (ConfigFiles.NAMES.contains(file.getName())) {
            forget();
            return;
        }
        for (Map.Entry<List<File>, Analysis> entry : known.entrySet()) {
            if (isConcerned(entry.getValue(), file)) {
                stale.add(entry.getKey());
            }
        }
    }

    private static boolean isConcerned(Analysis analysis, File file) {
        if (analysis.source(file) != null) {
            return true;
        }
        File parent = file.getParentFile();
        for (File source : analysis.sources().keySet()) {
            if (parent != null && parent.equals(source.getParentFile())) {
                return true;
            }
        }
        for (InputFiles.Input input : analysis.unit().inputs()) {
            if (parent != null && parent.equals(input.file().getParentFile())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Brings all up to date. What is there afterwards is of the texts as they are.
     *
     * @throws IOException if a directory cannot be searched
     */
    void refresh() throws IOException {
        // what is outdated would take as much memory as what comes in its place
        known.keySet().removeAll(stale);
        stale.clear();
        Map<File, String> texts = buffers.texts();
        FileView view = new Overlay(FileView.DISK, texts);
        Map<List<File>, Analysis> now = new LinkedHashMap<>();
        Map<File, List<InputError>> wrong = new LinkedHashMap<>();
        for (Buffer buffer : buffers.all()) {
            if (ConfigFiles.NAMES.contains(buffer.file().getName())) {
                addErrors(buffer, view, wrong);
                continue;
            }
            Projects projects = projects(buffer, view);
            for (Unit unit : units(buffer, projects)) {
                List<File> key = key(unit);
                if (now.containsKey(key)) {
                    continue;
                }
                Analysis before = known.get(key);
                now.put(key, before == null ? lint(unit, projects) : before);
            }
        }
        known = now;
        configErrors = wrong;
    }

    /** What is wrong with the configurations that are open, by file. */
    Map<File, List<InputError>> configErrors() {
        return configErrors;
    }

    /** Reads a configuration that is open as a file beside it would have it read. */
    private void addErrors(Buffer configuration, FileView view, Map<File, List<InputError>> wrong) {
        File directory = folderOf(configuration.file());
        InputFiles inputs = new InputFiles(directory, view, environment, InputStream.nullInputStream());
        File beside = new File(configuration.file().getParentFile(), Options.COMPOSE_INPUT);
        try {
            ConfigFiles.nearest(inputs).ofPath(FilePath.relative(directory, beside));
        } catch (InputException e) {
            for (InputError error : e.errors()) {
                File file = FilePath.clean(
                        FilePath.resolve(directory, error.at().file().path()));
                wrong.computeIfAbsent(file, any -> new ArrayList<>()).add(error);
            }
        }
    }

    private static List<File> key(Unit unit) {
        List<File> key = new ArrayList<>();
        for (InputFiles.Input input : unit.inputs()) {
            key.add(FilePath.clean(input.file().getAbsoluteFile()));
        }
        return key;
    }

    /** The projects of a document, seen from the folder that holds it. */
    private Projects projects(Buffer buffer, FileView view) {
        boolean own = isOwn(buffer);
        File directory = folderOf(buffer.file());
        File target = own ? buffer.file() : buffer.file().getParentFile();
        String path = target == null ? "." : target.getPath();
        InputFiles inputs = new InputFiles(directory, view, environment, InputStream.nullInputStream());
        return new Projects(inputs, settings.options(List.of(path)));
    }

    /** The nearest folder of the workspace that holds a file; without one the file's directory. */
    File folderOf(File file) {
        File nearest = null;
        for (File folder : folders) {
            boolean deeper = nearest == null
                    || folder.getPath().length() > nearest.getPath().length();
            if (deeper && FilePath.isBelow(folder, file)) {
                nearest = folder;
            }
        }
        File parent = file.getParentFile();
        File alone = parent == null ? file : parent;
        return nearest == null ? alone : nearest;
    }

    /** Whether a document is linted for itself: a Compose file, or one that may hold commands. */
    private static boolean isOwn(Buffer buffer) {
        return buffer.language().equals("dockercompose")
                || ProjectDiscovery.isComposeFile(buffer.file())
                || HostKind.named(FilePath.slashes(buffer.file())) != HostKind.NONE;
    }

    /** The projects of a document: its own, or that of the directory, to which it may belong. */
    private List<Unit> units(Buffer buffer, Projects projects) throws IOException {
        if (isOwn(buffer)) {
            return projects.find();
        }
        List<Unit> units = new ArrayList<>();
        for (Unit unit : projects.only()) {
            File directory = unit.first().file().getParentFile();
            if (directory != null && FilePath.isBelow(folderOf(buffer.file()), directory)) {
                units.add(unit);
            }
        }
        return units;
    }

    private Analysis lint(Unit unit, Projects projects) throws IOException {
        Reading reading = new Reading(projects.inputs().directory());
        count++;
        try {
            LintRun run = LintRun.of(projects, reading);
            LintResult result = run.grouped(run.lint(List.of(unit)));
            return reading.analysis(unit, projects, result, InputErrors.untold(result), count);
        } catch (InputException e) {
            LintResult nothing = new LintResult(0, List.of(), List.of(), List.of());
            return reading.analysis(unit, projects, nothing, e.errors(), count);
        }
    }

    /** Takes down what a run reads. */
    private static final class Reading implements Observer {
        private final File directory;
        private final Map<File, SourceFile> sources = new HashMap<>();
        private final List<Project> loaded = new ArrayList<>();
        private final List<ReplacedValue> replaced = new ArrayList<>();
        private List<String> mirrors = List.of();

        Reading(File directory) {
            this.directory = directory;
        }

        Analysis analysis(Unit unit, Projects projects, LintResult result, List<InputError> errors, long version) {
            return new Analysis(
                    unit, projects, sources, result.diagnostics(), errors, loaded, replaced, mirrors, version);
        }

        @Override
        public void begins(int done, int all, String path) {
            // one at a time
        }

        @Override
        public void read(Collection<SourceFile> files) {
            for (SourceFile file : files) {
                sources.put(FilePath.clean(FilePath.resolve(directory, file.path())), file);
            }
        }

        @Override
        public void loaded(Project shown, List<String> used) {
            loaded.add(shown);
            mirrors = used;
        }

        @Override
        public void replaced(List<ReplacedValue> values) {
            replaced.addAll(values);
        }

        @Override
        public void ends() {
            // nor is there a bar to remove
        }
    }

    /** A number that is another one as soon as something was linted anew. */
    long count() {
        return count;
    }

    /** All that is known, in the order in which documents were opened. */
    List<Analysis> all() {
        return new ArrayList<>(known.values());
    }

    /** What is known of a file: of a project alone where it is linted for itself, else of those that read it. */
    List<Analysis> of(File file) {
        List<Analysis> found = new ArrayList<>();
        for (Analysis analysis : known.values()) {
            if (analysis.source(file) != null) {
                found.add(analysis);
            }
        }
        return found;
    }

    /** Whether an analysis concerns an open document: that of a project beside one may not. */
    boolean isShown(Analysis analysis) {
        for (Buffer buffer : buffers.all()) {
            if (analysis.source(buffer.file()) != null || key(analysis.unit()).contains(buffer.file())) {
                return true;
            }
        }
        return false;
    }

    /** A document's analysis that holds its load lines: the one in which it is named first. */
    @Nullable
    Analysis main(File file) {
        Analysis any = null;
        for (Analysis analysis : of(file)) {
            if (key(analysis.unit()).contains(file)) {
                return analysis;
            }
            any = any == null ? analysis : any;
        }
        return any;
    }
}

package dev.plimsoll.compose;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Container;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.Overlay;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project of texts that lie on no disk, in a directory {@code shop}; what lies outside of that is withheld. */
public final class ProjectFixture {
    /** Where relative paths count from. */
    public static final File DIRECTORY = new File("/plimsoll-texts/shop").getAbsoluteFile();

    private final Map<File, String> texts = new HashMap<>();
    private LoadOptions options = LoadOptions.PLAIN;

    /** A project of one Compose file, {@code compose.yaml}. */
    public static ProjectFixture of(String compose) {
        return new ProjectFixture().with("compose.yaml", compose);
    }

    /** The file of a path. */
    public static File file(String path) {
        return FilePath.clean(FilePath.resolve(DIRECTORY, path));
    }

    /** One more file. */
    public ProjectFixture with(String path, String text) {
        texts.put(file(path), text);
        return this;
    }

    /** Loads what does not resolve too. */
    public ProjectFixture partial() {
        options = new LoadOptions(options.environment(), options.envFiles(), true, options.whole(), List.of());
        return this;
    }

    /** Takes the files for the whole project, whatever their names. */
    public ProjectFixture whole() {
        options = new LoadOptions(options.environment(), options.envFiles(), options.allowPartial(), true, List.of());
        return this;
    }

    /** Takes these variables for all that are set. */
    public ProjectFixture set(Map<String, String> variables) {
        options = new LoadOptions(
                new Variables(variables, true), options.envFiles(), options.allowPartial(), options.whole(), List.of());
        return this;
    }

    /** Takes these files in place of {@code .env}. */
    public ProjectFixture envFiles(String... paths) {
        List<File> files = new ArrayList<>();
        for (String path : paths) {
            files.add(file(path));
        }
        options = new LoadOptions(
                options.environment(), files, options.allowPartial(), options.whole(), options.directories());
        return this;
    }

    /** What may be read, and what may be shown. */
    public TrustBoundary boundary() {
        return new TrustBoundary(DIRECTORY, new Overlay(FileView.DISK, texts));
    }

    /** The files, shown by their paths from the project's directory. */
    public ProjectFiles files() {
        return new ProjectFiles(file -> FilePath.relative(DIRECTORY, file.getAbsoluteFile()), boundary());
    }

    /** Loads {@code compose.yaml}. */
    public Loaded load() {
        return load("compose.yaml");
    }

    /** Loads these Compose files, later ones over earlier ones. */
    public Loaded load(String... paths) {
        List<File> composeFiles = new ArrayList<>();
        for (String path : paths) {
            composeFiles.add(file(path));
        }
        return ProjectLoader.load(composeFiles, files(), options);
    }

    /** The first service of {@code compose.yaml}. */
    public Container container() {
        return load().project().containers().get(0);
    }

    /** Errors as {@code path:line:column message}. */
    public static List<String> errors(List<InputError> errors) {
        List<String> told = new ArrayList<>();
        for (InputError error : errors) {
            told.add(error.at().file().path() + ":" + error.at().start().line() + ":"
                    + error.at().start().column() + " " + error.message());
        }
        return told;
    }
}

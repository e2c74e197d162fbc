package dev.plimsoll.compose;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.util.List;

/** Reads one Compose file, all its documents merged, as a project of its own: no override file, no {@code .env}. */
public final class ComposeReader {
    private ComposeReader() {}

    /**
     * Reads a text. What it extends or includes is looked for beside the path it is shown under.
     *
     * @param directories names of the directories that hold the file, the nearest first
     */
    public static Loaded read(SourceFile source, List<String> directories) {
        File file = new File(source.path());
        ProjectFiles.Naming naming = new ProjectFiles.Naming() {
            @Override
            public String shown(File other) {
                return other.getPath();
            }
        };
        File parent = file.getAbsoluteFile().getParentFile();
        ProjectFiles files = new ProjectFiles(naming, new TrustBoundary(parent == null ? file : parent));
        files.put(file, source);
        LoadOptions options = new LoadOptions(Variables.NONE, List.of(), false, false, directories);
        return ProjectLoader.load(List.of(file), files, options);
    }
}

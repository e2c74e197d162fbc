package dev.plimsoll.session;

import dev.plimsoll.fix.Editable;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that fixes may change: those that were named or found, and those that they lead to below their directory; never
 * what lies elsewhere.
 */
final class EditableFiles implements Editable {
    /** As reports show them. */
    private final Set<String> paths = new HashSet<>();

    /**
     * Takes in the files of a project.
     *
     * @throws IOException if a file's real path cannot be told
     */
    void add(ReadProject read) throws IOException {
        InputFiles.Input first = read.unit().first();
        for (InputFiles.Input input : read.unit().inputs()) {
            paths.add(input.shown());
        }
        File directory = first.file().getAbsoluteFile().getParentFile();
        if (first.isStandardInput() || directory == null) {
            return;
        }
        for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
            if (FilePath.isBelow(directory.getCanonicalFile(), source.getKey().getCanonicalFile())) {
                paths.add(source.getValue().path());
            }
        }
    }

    @Override
    public Optional<String> refusal(SourceFile file) {
        return paths.contains(file.path())
                ? Optional.empty()
                : Optional.of(file.path() + " is not in this project's directory");
    }
}

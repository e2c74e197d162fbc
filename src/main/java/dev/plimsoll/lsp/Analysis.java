package dev.plimsoll.lsp;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ReplacedValue;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.Unit;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of files that are linted together, as their texts were.
 *
 * @param unit the files
 * @param projects loads them, over the texts of the editor
 * @param sources all that was read, by file
 * @param diagnostics the findings, each cause once, in order of place
 * @param errors what could not be read and no finding tells, or what is wrong with their configuration
 * @param loaded what the files make, as far as it may be shown
 * @param replaced values that count nowhere, since others are laid over them
 * @param mirrors of their configuration
 * @param version a number that no other has
 */
record Analysis(
        Unit unit,
        Projects projects,
        Map<File, SourceFile> sources,
        List<Diagnostic> diagnostics,
        List<InputError> errors,
        List<Project> loaded,
        List<ReplacedValue> replaced,
        List<String> mirrors,
        long version) {
    Analysis {
        sources = Map.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
        errors = List.copyOf(errors);
        loaded = List.copyOf(loaded);
        replaced = List.copyOf(replaced);
        mirrors = List.copyOf(mirrors);
    }

    /** The directory that shown paths count from. */
    File directory() {
        return projects.inputs().directory();
    }

    /** The text that was read of a file; null if none was. */
    @Nullable
    SourceFile source(File file) {
        return sources.get(file);
    }

    /** Whether a text of this shown path is the file's. */
    boolean isOf(SourceFile source, File file) {
        SourceFile own = sources.get(file);
        return own != null && own.path().equals(source.path());
    }
}

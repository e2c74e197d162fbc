package dev.plimsoll.session;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.fix.FileReplacement;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Replaces files by what fixes or comments made of them, as far as they may be changed. */
final class FixWriter {
    private final Writable writable;
    private final Written written;
    private final FileReplacement replacement = new FileReplacement();
    private final List<InputError> failures = new ArrayList<>();

    /**
     * Writes files.
     *
     * @param written takes down which were changed
     */
    FixWriter(Writable writable, Written written) {
        this.writable = writable;
        this.written = written;
    }

    /**
     * Replaces a file; where that fails the file stays as it was, and the failure is one of {@link #failures}.
     *
     * @param place where the file lies
     * @return whether it was replaced
     */
    boolean replace(File place, FixedFile file) {
        SourceFile before = file.before();
        try {
            replacement.write(writable.destination(place, before.path()), file);
            written.changed(before.path());
            return true;
        } catch (IOException e) {
            written.unchanged(before.path());
            String message = e.getMessage() == null ? "cannot be replaced" : e.getMessage();
            failures.add(new InputError(new Location(before, Span.at(0)), message));
            return false;
        }
    }

    /** Why files could not be replaced, each at the beginning of its file. */
    List<InputError> failures() {
        return failures;
    }
}

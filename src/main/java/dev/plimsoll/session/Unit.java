package dev.plimsoll.session;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that are linted together: those of one project, or one file with the projects that commands and examples in it make.
 *
 * @param inputs the files, at least one, or standard input alone
 * @param directory where files were found that make a project together; null if each was named, or found alone
 */
public record Unit(List<InputFiles.Input> inputs, @Nullable File directory) {
    /** Files that were named, or one that was found. */
    Unit(List<InputFiles.Input> inputs) {
        this(inputs, null);
    }

    /** The file that the others are merged over. */
    public InputFiles.Input first() {
        return inputs.get(0);
    }
}

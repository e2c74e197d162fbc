package dev.plimsoll.engine;

import dev.plimsoll.config.Config;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** Finds the configuration of a file. */
public interface Configs {
    /**
     * The configuration of a file; null if there is none.
     *
     * @throws InputException if it cannot be read or obeyed
     */
    @Nullable
    Config of(SourceFile file) throws InputException;

    /** Whether the run searched all that a configuration is for, so that what it did not find is not there. */
    boolean isSearched(SourceFile configuration);

    /** The file on disk. */
    File onDisk(SourceFile file);
}

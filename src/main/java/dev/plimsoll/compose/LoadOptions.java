package dev.plimsoll.compose;

import dev.plimsoll.compose.tree.Variables;
import java.io.File;
import java.util.List;

/**
 * How a project is loaded.
 *
 * @param environment variables that win over those of environment files
 * @param envFiles environment files in place of {@code .env}; empty for {@code .env} itself
 * @param allowPartial whether what does not resolve is left out instead of being an error
 * @param whole whether the files are the whole project whatever their names, as those that {@code --file} names are
 * @param directories names of the directories that hold the project, the nearest first
 */
public record LoadOptions(
        Variables environment, List<File> envFiles, boolean allowPartial, boolean whole, List<String> directories) {
    /** Nothing but the files. */
    public static final LoadOptions PLAIN = new LoadOptions(Variables.NONE, List.of(), false, false, List.of());

    /** Copies the lists. */
    public LoadOptions {
        envFiles = List.copyOf(envFiles);
        directories = List.copyOf(directories);
    }
}

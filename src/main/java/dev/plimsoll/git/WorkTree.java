package dev.plimsoll.git;

import dev.plimsoll.source.FilePath;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * Where a git work tree begins: at the nearest directory that holds a {@code .git}, be it a directory or, in linked work trees
 * and submodules, a file. Whether git could use it does not matter: a tree whose {@code .git} is damaged is still one.
 */
public final class WorkTree {
    static final String GIT = ".git";

    private WorkTree() {}

    /** Whether a work tree begins at this directory. */
    public static boolean isRoot(File directory) {
        return new File(directory, GIT).exists();
    }

    /**
     * The root of the work tree that encloses a directory; null outside of one.
     *
     * @param from absolute; only its name is looked at, links are not followed
     */
    public static @Nullable File rootOf(File from) {
        File current = FilePath.clean(from);
        while (current != null && !isRoot(current)) {
            current = current.getParentFile();
        }
        return current;
    }
}

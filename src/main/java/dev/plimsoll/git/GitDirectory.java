package dev.plimsoll.git;

import dev.plimsoll.source.FilePath;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * Where git keeps what belongs to a work tree (gitrepository-layout(5)).
 *
 * @param own holds the index
 * @param common holds the configuration and {@code info/exclude}; shared by the work trees of a repository
 */
record GitDirectory(File own, File common) {
    private static final String LINK = "gitdir: ";

    /** The directory that belongs to the work tree with this root; null if its {@code .git} leads nowhere. */
    static @Nullable GitDirectory of(File root) {
        File own = new File(root, WorkTree.GIT);
        if (own.isFile()) {
            String line = PlainFile.line(own);
            own = line != null && line.startsWith(LINK) ? FilePath.resolve(root, line.substring(LINK.length())) : own;
        }
        if (!own.isDirectory()) {
            return null;
        }
        String common = PlainFile.line(new File(own, "commondir"));
        return new GitDirectory(own, common == null ? own : FilePath.resolve(own, common));
    }
}

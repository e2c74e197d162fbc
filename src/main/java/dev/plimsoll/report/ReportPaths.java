package dev.plimsoll.report;

import dev.plimsoll.source.FilePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths of a report that a service reads, which knows files by their place below the repository's root: GitHub's runner
 * takes relative paths as relative to {@code GITHUB_WORKSPACE}, GitLab to {@code CI_PROJECT_DIR}, wherever the program ran.
 */
public final class ReportPaths {
    private final @Nullable Path directory;
    private final @Nullable Path root;
    private final Map<String, String> known = new HashMap<>();

    private ReportPaths(@Nullable Path directory, @Nullable Path root) {
        this.directory = directory;
        this.root = root;
    }

    /** Paths as all reports show them: relative to the working directory. */
    public static ReportPaths asShown() {
        return new ReportPaths(null, null);
    }

    /**
     * Paths relative to a root. Symbolic links are followed, since the services show only what lies in the repository
     * itself; a file outside of the root keeps its path.
     *
     * @param directory the working directory, absolute
     * @param root the root, absolute
     */
    public static ReportPaths below(File directory, File root) {
        try {
            return new ReportPaths(real(FilePath.toPath(directory)), real(FilePath.toPath(root)));
        } catch (NoSuchFileException e) {
            return asShown();
        }
    }

    /** A shown path as this report has it, with slashes. */
    String of(String shown) {
        if (directory == null || root == null) {
            return shown;
        }
        return known.computeIfAbsent(shown, this::relative);
    }

    /** The working directory below the root, with a slash at its end; empty if it is the root, or none is known. */
    String directory() {
        if (directory == null || root == null || directory.equals(root) || !directory.startsWith(root)) {
            return "";
        }
        return slashes(root.relativize(directory)) + "/";
    }

    private String relative(String shown) {
        if (directory == null || root == null) {
            return shown;
        }
        try {
            Path file = real(directory.resolve(FilePath.toPath(new File(shown))));
            return file.startsWith(root) ? slashes(root.relativize(file)) : shown;
        } catch (NoSuchFileException e) {
            return shown;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // it need not exist: standard input has a name only
            return path.normalize();
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}

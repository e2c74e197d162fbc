package dev.plimsoll.session;

import dev.plimsoll.diagnostic.FileIdentity;
import dev.plimsoll.git.WorkTree;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files by their path from the root of the git work tree that holds them; outside of one from the directory of the nearest
 * configuration at or above them. Where there is neither, the name of their directory stands for the project, as it does for
 * Compose. None of that depends on where the program runs, nor on where a checkout lies.
 */
public final class ProjectPaths implements FileIdentity {
    private final File directory;
    private final FileView view;
    private final Map<String, String> known = new HashMap<>();

    /** The identity of files as seen from a working directory; a method, so that who asks for it need not know the interface. */
    public static FileIdentity in(File directory, FileView view) {
        return new ProjectPaths(directory, view);
    }

    /**
     * Files as shown in a run.
     *
     * @param directory the working directory, absolute
     * @param view where configurations are looked for
     */
    private ProjectPaths(File directory, FileView view) {
        this.directory = directory;
        this.view = view;
    }

    @Override
    public String of(SourceFile file) {
        String shown = file.path();
        String path = known.get(shown);
        if (path == null) {
            path = path(shown);
            known.put(shown, path);
        }
        return path;
    }

    private String path(String shown) {
        if (shown.equals(GivenCommand.COMMAND_LINE) || shown.startsWith(RunningProject.PATH)) {
            // words and containers lie nowhere
            return shown;
        }
        try {
            Path path = FilePath.toPath(FilePath.resolve(directory, shown)).normalize();
            Path folder = path.getParent();
            if (folder == null) {
                return shown;
            }
            Path root = root(folder);
            Path best = root == null ? named(folder).resolve(folder.relativize(path)) : root.relativize(path);
            return best.toString().replace(File.separatorChar, '/');
        } catch (NoSuchFileException e) {
            // the name of standard input may be any
            return shown;
        }
    }

    /** The name of a directory, and not that of a link to it. */
    private static Path named(Path folder) {
        Path name = folder.getFileName();
        try {
            name = folder.toRealPath().getFileName();
        } catch (IOException e) {
            // what comes from standard input may lie in none
        }
        return name == null ? folder : name;
    }

    private @Nullable Path root(Path folder) throws NoSuchFileException {
        File root = WorkTree.rootOf(folder.toFile());
        @Nullable Path current = folder;
        while (root == null && current != null) {
            root = ConfigFiles.in(current.toFile(), view) == null ? null : current.toFile();
            current = current.getParent();
        }
        return root == null ? null : FilePath.toPath(root);
    }
}

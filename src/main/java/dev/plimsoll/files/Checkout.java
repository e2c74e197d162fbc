package dev.plimsoll.files;

import dev.plimsoll.source.FilePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that somebody else may have put here, and what may be written because of them. A repository brings its
 * symbolic links along: {@code r.sarif -> ../../.bashrc}, or {@code reports -> /home/user}. A link that leads out of where
 * it lies is not written through, nor one into git's own folder. Links that lie elsewhere ({@code /tmp} on macOS) are the
 * system's or the user's and are followed.
 *
 * <p>Where a link lies is the git work tree that holds its directory; outside of one, the working directory if that holds
 * it.
 */
public final class Checkout {
    private static final String GIT = ".git";

    /** Links on one path. Linux gives up after as many (path_resolution(7)). */
    private static final int MAX_LINKS = 40;

    private final File workingDirectory;
    private @Nullable Path realWorkingDirectory;

    /**
     * The checkouts as seen from a working directory.
     *
     * @param workingDirectory absolute
     */
    public Checkout(File workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * Where a file would be written that the user named.
     *
     * @throws UnwritableException if a link of a checkout leads out of it
     * @throws IOException if a link cannot be read
     */
    public Destination destination(File file) throws IOException {
        Walk walk = new Walk();
        Path place = walk.along(absolute(file));
        for (Path held : walk.holders) {
            if (!holds(held, place)) {
                throw new UnwritableException(
                        "is reached through a symbolic link that leads out of " + held + ", to " + place);
            }
        }
        return new Destination(this, file, place);
    }

    /**
     * Where a file would be written that a file of a checkout named, as a configuration names its baseline.
     *
     * @param directory that of the file which named it
     * @throws UnwritableException if it lies outside of the checkout of that directory, or a link leads out of one
     * @throws IOException if a link cannot be read
     */
    public Destination destination(File file, File directory) throws IOException {
        Destination destination = destination(file);
        if (!reaches(directory, destination)) {
            throw new UnwritableException("lies outside of " + around(new Walk().along(absolute(directory))));
        }
        return destination;
    }

    /**
     * Whether a place lies in the checkout of a directory, and not in git's own folder. A directory in no checkout is one
     * of its own.
     */
    public boolean reaches(File directory, Destination destination) throws IOException {
        return holds(around(new Walk().along(absolute(directory))), destination.path());
    }

    private Path around(Path realDirectory) throws IOException {
        Path holder = holder(realDirectory);
        return holder == null ? realDirectory : holder;
    }

    private static boolean holds(Path directory, Path place) {
        if (!place.startsWith(directory)) {
            return false;
        }
        for (Path name : directory.relativize(place)) {
            if (name.toString().equalsIgnoreCase(GIT)) {
                return false;
            }
        }
        return true;
    }

    /** The checkout of what lies in a directory; null if that belongs to nobody else. */
    private @Nullable Path holder(Path realDirectory) throws IOException {
        for (Path current = realDirectory; current != null; current = current.getParent()) {
            if (Files.exists(FilePath.toPath(new File(current.toFile(), GIT)), LinkOption.NOFOLLOW_LINKS)) {
                return current;
            }
        }
        Path working = realWorkingDirectory;
        if (working == null) {
            working = FilePath.toPath(workingDirectory).toRealPath();
            realWorkingDirectory = working;
        }
        return realDirectory.startsWith(working) ? working : null;
    }

    private static Path absolute(File file) throws UnwritableException {
        try {
            return FilePath.toPath(file).toAbsolutePath();
        } catch (NoSuchFileException e) {
            throw new UnwritableException("is not the name of a file");
        }
    }

    /** A path that is followed as the system follows it, one name after the other; what is not there stays as it is. */
    private final class Walk {
        private final List<Path> holders = new ArrayList<>();
        private final Deque<Path> rest = new ArrayDeque<>();
        private int links;

        Path along(Path absolute) throws IOException {
            Path root = absolute.getRoot();
            Path at = root == null ? absolute : root;
            push(absolute);
            while (!rest.isEmpty()) {
                at = step(at, rest.pop());
            }
            return at;
        }

        private Path step(Path at, Path name) throws IOException {
            String text = name.toString();
            if (text.isEmpty() || text.equals(".")) {
                return at;
            }
            if (text.equals("..")) {
                Path parent = at.getParent();
                return parent == null ? at : parent;
            }
            Path next = at.resolve(name);
            return Files.isSymbolicLink(next) ? follow(at, next) : next;
        }

        private Path follow(Path directory, Path link) throws IOException {
            links++;
            if (links > MAX_LINKS) {
                throw new UnwritableException("is reached through a circle of symbolic links");
            }
            Path holder = holder(directory);
            if (holder != null && !holders.contains(holder)) {
                holders.add(holder);
            }
            Path target = Files.readSymbolicLink(link);
            push(target);
            Path root = target.getRoot();
            return root == null ? directory : root;
        }

        /** Puts the names of a path before what is left. */
        private void push(Path path) {
            for (int i = path.getNameCount() - 1; i >= 0; i--) {
                rest.push(path.getName(i));
            }
        }
    }
}

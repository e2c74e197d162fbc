package dev.plimsoll.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A hidden file beside the one that it is to replace: only within one directory can a file surely take another's place in
 * one step. It is made anew, never through a link, and locked as long as its process lives, so that the next run can tell
 * what a killed one left behind.
 */
final class Draft implements Closeable {
    private static final String ENDING = ".plimsoll-tmp";

    /** Bytes of a name that leave room for what is added to it; file systems take 255. */
    private static final int LONGEST_NAME = 180;

    /** Somebody else's file of the same name, or one that the next run took for left behind, each time. */
    private static final int TRIES = 20;

    private final Path path;
    private final FileChannel channel;

    private Draft(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * An empty one.
     *
     * @param isPrivate whether only its owner may read it as long as it is not whole: it replaces a file that has
     *     permissions of its own
     */
    static Draft beside(Path place, boolean isPrivate) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes = isPrivate
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        for (int i = 0; i < TRIES; i++) {
            Path path = place.resolveSibling(name(place));
            try {
                Draft draft = new Draft(path, FileChannel.open(path, options, attributes));
                if (draft.isOurs()) {
                    return draft;
                }
                draft.channel.close();
            } catch (FileAlreadyExistsException e) {
                // the next name is another
            }
        }
        throw new IOException("no name is free for a temporary file");
    }

    private static String name(Path place) {
        String name = String.valueOf(place.getFileName());
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        long unique = ProcessHandle.current().pid() ^ System.nanoTime();
        return "." + (fits ? name : "") + "." + Long.toHexString(unique) + ENDING;
    }

    /** Whether it is locked and still there: the next run may have swept it away before it was locked. */
    private boolean isOurs() throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
        } catch (IOException e) {
            // a file system without locks: nobody sweeps there
        }
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    Path path() {
        return path;
    }

    /** Writes all that is to be in it, to the disk. */
    void fill(WholeFiles.Content content) throws IOException {
        OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel));
        content.writeTo(stream);
        stream.flush();
        channel.force(true);
    }

    /** Takes the place of the old file. A link there would be replaced itself. */
    void take(Path place) throws IOException {
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes it, unless it has taken its place. */
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // the next run sweeps it away
        }
    }

    /** Removes what killed runs left in a directory. */
    static void sweep(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(".")
                        && name.endsWith(ENDING)
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    removeUnlessLocked(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // whoever may not look there leaves it as it is
        }
    }

    private static void removeUnlessLocked(Path left) {
        try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            // held until the channel is closed, so that nobody takes it up meanwhile
            if (channel.tryLock() != null) {
                Files.deleteIfExists(left);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // somebody else's, or still in use
        }
    }
}

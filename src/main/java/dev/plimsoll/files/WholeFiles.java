package dev.plimsoll.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes files so that whoever looks, whenever the process dies or the disk is full, sees the old file or the new one
 * whole. Permissions stay, owner and group where the system lets us; a hard link to the old file keeps the old text.
 */
public final class WholeFiles {
    /** What is to be in a file. */
    public interface Content {
        /** Writes it; the stream stays open. */
        void writeTo(OutputStream stream) throws IOException;
    }

    /** A last look, just before the old file is replaced. */
    public interface LastLook {
        /**
         * Looks.
         *
         * @throws IOException to leave the old file
         */
        void check() throws IOException;
    }

    private final Set<Path> swept = new HashSet<>();

    /** A run's writes. */
    public WholeFiles() {}

    /**
     * Writes a file, or replaces it.
     *
     * @throws UnwritableException if it is not a regular file, is read-only, or leads elsewhere by now
     * @throws IOException if it cannot be written; the old file is untouched and nothing is left beside it
     */
    public void write(Destination destination, Content content, LastLook look) throws IOException {
        Path place = destination.path();
        Path directory = place.getParent();
        if (directory == null) {
            throw new UnwritableException("is a directory");
        }
        @Nullable PosixFileAttributes old = null;
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            old = attributes(place);
            requireReplaceable(place, old);
        }
        if (swept.add(directory)) {
            Draft.sweep(directory);
        }
        try (Draft draft = Draft.beside(place, old != null)) {
            draft.fill(content);
            if (old != null) {
                keep(old, draft.path());
            }
            look.check();
            destination.requireUnchanged();
            draft.take(place);
        }
    }

    private static @Nullable PosixFileAttributes attributes(Path place) throws IOException {
        @Nullable PosixFileAttributeView view = view(place);
        return view == null ? null : view.readAttributes();
    }

    private static @Nullable PosixFileAttributeView view(Path place) {
        return Files.getFileAttributeView(place, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void requireReplaceable(Path place, @Nullable PosixFileAttributes old) throws IOException {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnwritableException("is a directory");
        }
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnwritableException("is not a regular file");
        }
        // moving a file there would get around its own permissions, and the superuser has all of them
        boolean locked = old != null && !old.permissions().contains(PosixFilePermission.OWNER_WRITE);
        if (locked || !Files.isWritable(place)) {
            throw new UnwritableException("is read-only");
        }
    }

    private static void keep(PosixFileAttributes old, Path draft) throws IOException {
        @Nullable PosixFileAttributeView view = view(draft);
        if (view == null) {
            return;
        }
        try {
            view.setGroup(old.group());
            view.setOwner(old.owner());
        } catch (IOException e) {
            // only the superuser may give files away; whoever may replace this one may own it
        }
        view.setPermissions(old.permissions());
    }
}

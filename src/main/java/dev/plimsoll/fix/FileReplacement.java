package dev.plimsoll.fix;

import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new text in the place of a file's old one, so that whoever looks, whenever the process dies, sees the one or the
 * other whole: it is written to a hidden file beside it, forced to disk, and moved there in one step. A symbolic link
 * stays and its target is replaced. Permissions stay, owner and group where the system lets us; a hard link to the old
 * file keeps the old text.
 */
public final class FileReplacement {
    private static final String ENDING = ".plimsoll-tmp";

    private FileReplacement() {}

    /**
     * Replaces a file's text.
     *
     * @throws IOException if it cannot be replaced, or is no longer what was read; the old file is untouched then. The
     *     message is one line, lower case, without path and final period
     */
    public static void write(File file, FixedFile fixed) throws IOException {
        try {
            replace(file.toPath().toRealPath(), fixed);
        } catch (NoSuchFileException e) {
            throw new IOException("is no longer there", e);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot be replaced: permission denied", e);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot be replaced in one step here", e);
        }
    }

    private static void replace(Path file, FixedFile fixed) throws IOException {
        byte[] old = bytes(fixed.before());
        requireUnchanged(file, old);
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        @Nullable PosixFileAttributes attributes = view == null ? null : view.readAttributes();
        // moving a file there would get around its own permissions, and the superuser has all of them
        boolean locked = attributes != null && !attributes.permissions().contains(PosixFilePermission.OWNER_WRITE);
        if (locked || !Files.isWritable(file)) {
            throw new IOException("is read-only");
        }
        Path name = file.getFileName();
        Path written = Files.createTempFile(file.getParent(), "." + name + ".", ENDING);
        try {
            fill(written, bytes(fixed.after()));
            if (attributes != null) {
                keep(attributes, written);
            }
            requireUnchanged(file, old);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void requireUnchanged(Path file, byte[] old) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), old)) {
            throw new IOException("has changed since it was read");
        }
    }

    private static void fill(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void keep(PosixFileAttributes attributes, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            view.setGroup(attributes.group());
            view.setOwner(attributes.owner());
        } catch (IOException e) {
            // only the superuser may give files away; whoever may replace this one may own it
        }
        view.setPermissions(attributes.permissions());
    }

    private static byte[] bytes(SourceFile file) {
        String text = file.hasByteOrderMark() ? "\uFEFF" + file.text() : file.text();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

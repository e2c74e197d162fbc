package dev.plimsoll.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Writes files whole or not at all: beside the place first, then moved there. */
final class TextFiles {
    private TextFiles() {}

    /**
     * Puts a text in place of a file's content. A symbolic link stays one; what it points at changes.
     *
     * @throws UsageException if it cannot be written; the file is as it was
     */
    static void write(File file, String text) throws UsageException {
        Path temporary = null;
        try {
            Path target = Files.exists(file.toPath())
                    ? file.toPath().toRealPath()
                    : file.getAbsoluteFile().toPath();
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new IOException("permission denied");
            }
            Path name = target.getFileName();
            Path parent = target.getParent();
            if (name == null || parent == null) {
                throw new IOException("is a directory");
            }
            temporary = Files.createTempFile(parent, "." + name, ".tmp");
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            keepPermissions(target, temporary);
            move(temporary, target);
            temporary = null;
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + e.getMessage());
        } finally {
            remove(temporary);
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        try {
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            } else {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
            }
        } catch (UnsupportedOperationException e) {
            // Windows: a new file has the permissions of its directory
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(@Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                // a leftover harms nobody
            }
        }
    }
}

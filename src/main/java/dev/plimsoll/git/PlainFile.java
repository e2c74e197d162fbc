package dev.plimsoll.git;

import dev.plimsoll.source.FilePath;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads small files whole. A pipe or device is never opened: it might have no end, or nobody at its other end. */
final class PlainFile {
    /**
     * Largest file read, in bytes. Collections of ignore patterns for all languages have some 50 kB, configurations less; what
     * is larger was not written by hand.
     */
    static final int MAX_BYTES = 1024 * 1024;

    private PlainFile() {}

    /** The bytes of a file; null if it is missing, too large, not a regular file or not readable. */
    static byte @Nullable [] read(File file) {
        if (!file.isFile() || file.length() > MAX_BYTES) {
            return null;
        }
        try (InputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? null : bytes;
        } catch (IOException e) {
            return null;
        }
    }

    /** As {@link #read}, but null for a symbolic link too: git does not follow one in place of a {@code .gitignore}. */
    static byte @Nullable [] readUnlinked(File file) {
        return FilePath.isLink(file) ? null : read(file);
    }

    /** The first line of a file without its line end; null as for {@link #read}. */
    static @Nullable String line(File file) {
        byte[] bytes = read(file);
        if (bytes == null) {
            return null;
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r' && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}

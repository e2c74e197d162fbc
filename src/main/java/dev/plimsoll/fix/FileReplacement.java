package dev.plimsoll.fix;

import dev.plimsoll.files.Destination;
import dev.plimsoll.files.FileFailure;
import dev.plimsoll.files.UnwritableException;
import dev.plimsoll.files.WholeFiles;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Puts new texts in the place of files' old ones, whole or not at all, if they are still what was read. */
public final class FileReplacement {
    private final WholeFiles files = new WholeFiles();

    /** A run's replacements. */
    public FileReplacement() {}

    /**
     * Replaces a file's text.
     *
     * @throws IOException if it cannot be replaced, or is no longer what was read; the old file is untouched then. The
     *     message is one line, lower case, without path and final period
     */
    public void write(Destination destination, FixedFile fixed) throws IOException {
        Path file = destination.path();
        byte[] old = bytes(fixed.before());
        try {
            requireUnchanged(file, old);
            files.write(
                    destination,
                    new WholeFiles.Content() {
                        @Override
                        public void writeTo(OutputStream stream) throws IOException {
                            stream.write(bytes(fixed.after()));
                        }
                    },
                    new WholeFiles.LastLook() {
                        @Override
                        public void check() throws IOException {
                            requireUnchanged(file, old);
                        }
                    });
        } catch (UnwritableException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new IOException("is no longer there", e);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot be replaced in one step here", e);
        } catch (IOException e) {
            throw new IOException("cannot be replaced: " + FileFailure.reason(e), e);
        }
    }

    private static void requireUnchanged(Path file, byte[] old) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnwritableException("is not a regular file");
        }
        if (!Arrays.equals(Files.readAllBytes(file), old)) {
            throw new UnwritableException("has changed since it was read");
        }
    }

    private static byte[] bytes(SourceFile file) {
        String text = file.hasByteOrderMark() ? "\uFEFF" + file.text() : file.text();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

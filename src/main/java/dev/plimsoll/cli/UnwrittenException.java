package dev.plimsoll.cli;

import dev.plimsoll.files.FileFailure;
import dev.plimsoll.files.UnwritableException;
import dev.plimsoll.source.FilePath;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** What was to be written did not arrive. The message is one line, lower case, without final period. */
final class UnwrittenException extends IOException {
    private static final long serialVersionUID = 1L;

    // the kinds of file in stat's st_mode, inode(7)
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final boolean readerLeft;

    private UnwrittenException(String message, boolean readerLeft, IOException cause) {
        super(message, cause);
        this.readerLeft = readerLeft;
    }

    /** A file that could not be written. */
    static UnwrittenException file(File file, IOException cause) {
        String path = "cannot write " + file;
        return new UnwrittenException(
                cause instanceof UnwritableException
                        ? path + ", which " + cause.getMessage()
                        : path + ": " + FileFailure.reason(cause),
                isClosedPipe(cause),
                cause);
    }

    /** Standard output that took no more. */
    static IOException standardOutput(OutputStream out, IOException cause) {
        // no other write to a pipe fails, whatever language the system says it in
        boolean left = isClosedPipe(cause) || (out instanceof FileOutputStream && isPipe(new File("/dev/fd/1")));
        return new UnwrittenException("cannot write the report: " + FileFailure.reason(cause), left, cause);
    }

    /** Whether whoever read it left, as {@code head} does: no error, and nobody to tell it to. */
    boolean readerLeft() {
        return readerLeft;
    }

    private static boolean isClosedPipe(IOException e) {
        String said = String.valueOf(e.getMessage());
        // the second as Windows says it
        return said.contains("roken pipe") || said.contains("The pipe ");
    }

    private static boolean isPipe(File file) {
        try {
            int kind = Files.getAttribute(FilePath.toPath(file), "unix:mode") instanceof Integer mode ? mode & KIND : 0;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}

package dev.plimsoll.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the file system says of a failure, in few words. */
public final class FileFailure {
    private FileFailure() {}

    /** The reason without the path that exceptions repeat: one line, lower case, without final period. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        if (said == null || said.isEmpty()) {
            return "the file system does not say why";
        }
        return Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }
}

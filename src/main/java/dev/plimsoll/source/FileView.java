package dev.plimsoll.source;

import java.io.File;

/**
 * The files of a project as a run sees them: those on disk, or those with unsaved texts over them. All that a project's
 * files say is read through one, by way of the {@link TrustBoundary}, which decides what may be read; git's own files, which
 * say what a search finds, are always those on disk.
 */
public interface FileView {
    /** The files on disk, and nothing else. */
    FileView DISK = new Disk();

    /** Whether there is a plain file of this path. */
    boolean isFile(File file);

    /** Whether there is a directory of this path. */
    boolean isDirectory(File file);

    /** Whether there is anything of this path: a file, a directory, a pipe. */
    boolean exists(File file);

    /**
     * The text of a file.
     *
     * @param shownPath the path it is shown under
     * @param withheld whether reports must not quote it
     * @throws UnreadableSourceException if it is missing, not a regular file, not readable, too large or not UTF-8
     */
    SourceFile read(File file, String shownPath, boolean withheld) throws UnreadableSourceException;
}

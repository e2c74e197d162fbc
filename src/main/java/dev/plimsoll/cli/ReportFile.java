package dev.plimsoll.cli;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Reporter;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a report goes to. It is replaced as a whole or not at all, so that nobody reads half a report; directories
 * that lack are made. What is no plain file (a pipe, {@code /dev/null}) is written to, and the file of a workflow step's
 * summary is appended to, as GitHub has it.
 */
final class ReportFile {
    private final Path path;
    private final boolean append;

    ReportFile(File file, boolean append) {
        this.path = file.toPath();
        this.append = append;
    }

    /**
     * Writes the report.
     *
     * @throws UsageException if it cannot be written
     */
    void write(Reporter reporter, LintResult result) throws UsageException {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (append) {
                write(reporter, result, path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else if (Files.exists(path) && !Files.isRegularFile(path)) {
                write(reporter, result, path, StandardOpenOption.WRITE);
            } else {
                replace(reporter, result, Files.exists(path) ? path.toRealPath() : path);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + path + ": " + reason(e));
        }
    }

    private static void replace(Reporter reporter, LintResult result, Path target) throws IOException {
        Path name = target.getFileName();
        if (name == null || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "is a directory");
        }
        // beside the target, since only within one file system a file can take another's place at once
        Path draft =
                target.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            write(reporter, result, draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Reporter reporter, LintResult result, Path to, StandardOpenOption... options)
            throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to, options))) {
            ReportOutput out = new ReportOutput(stream);
            reporter.write(result, out);
            out.flush();
        }
    }

    /** What the file system says, without the path that it repeats. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}

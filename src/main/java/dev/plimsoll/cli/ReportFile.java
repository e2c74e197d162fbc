package dev.plimsoll.cli;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Reporter;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
        write(new Content() {
            @Override
            public void writeTo(OutputStream stream) throws IOException {
                ReportOutput out = new ReportOutput(stream);
                reporter.write(result, out);
                out.flush();
            }
        });
    }

    /**
     * Writes a text as UTF-8.
     *
     * @throws UsageException if it cannot be written
     */
    void write(CharSequence text) throws UsageException {
        write(new Content() {
            @Override
            public void writeTo(OutputStream stream) throws IOException {
                stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** What is to be in the file. */
    private interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    private void write(Content content) throws UsageException {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (append) {
                write(content, path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else if (Files.exists(path) && !Files.isRegularFile(path)) {
                write(content, path, StandardOpenOption.WRITE);
            } else {
                replace(content, Files.exists(path) ? path.toRealPath() : path);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + path + ": " + reason(e));
        }
    }

    private static void replace(Content content, Path target) throws IOException {
        Path name = target.getFileName();
        if (name == null || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "is a directory");
        }
        // beside the target, since only within one file system a file can take another's place at once
        Path draft =
                target.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            write(content, draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Content content, Path to, StandardOpenOption... options) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to, options))) {
            content.writeTo(stream);
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

package dev.plimsoll.cli;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.files.Checkout;
import dev.plimsoll.files.Destination;
import dev.plimsoll.files.UnwritableException;
import dev.plimsoll.files.WholeFiles;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.source.Descriptor;
import dev.plimsoll.source.FilePath;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that a report goes to, or what {@code init} writes. It is replaced as a whole or not at all, so that nobody reads
 * half a report; directories that lack are made. What a shell handed open and {@code /dev/null} are written to, and the file
 * of a workflow step's summary is appended to, as GitHub has it.
 */
final class ReportFile {
    private final File file;
    private final Checkout checkout;
    private final @Nullable File namedIn;
    private final boolean append;

    private ReportFile(File file, Checkout checkout, @Nullable File namedIn, boolean append) {
        this.file = file;
        this.checkout = checkout;
        this.namedIn = namedIn;
        this.append = append;
    }

    /** A file that the command line names. */
    static ReportFile of(File file, Checkout checkout) {
        return new ReportFile(file, checkout, null, false);
    }

    /** A file that others add to as well. */
    static ReportFile appended(File file, Checkout checkout) {
        return new ReportFile(file, checkout, null, true);
    }

    /** A file that a configuration in this directory names: it must lie in that one's checkout. */
    static ReportFile namedIn(File directory, File file, Checkout checkout) {
        return new ReportFile(file, checkout, directory, false);
    }

    /**
     * Writes the report.
     *
     * @throws UnwrittenException if it cannot be written
     */
    void write(Reporter reporter, LintResult result) throws UnwrittenException {
        write(new WholeFiles.Content() {
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
     * @throws UnwrittenException if it cannot be written
     */
    void write(CharSequence text) throws UnwrittenException {
        write(new WholeFiles.Content() {
            @Override
            public void writeTo(OutputStream stream) throws IOException {
                stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** The path, as the user gave it, from the working directory. */
    String shown() {
        return file.getPath();
    }

    private void write(WholeFiles.Content content) throws UnwrittenException {
        try {
            if (Descriptor.takesOutput(file.getPath())) {
                // at its end: a file that a shell opened may hold something already
                stream(content, FilePath.toPath(file), StandardOpenOption.APPEND);
                return;
            }
            Destination destination =
                    namedIn == null ? checkout.destination(file) : checkout.destination(file, namedIn);
            Path parent = destination.path().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (append) {
                append(content, destination.path());
            } else {
                new WholeFiles().write(destination, content, NO_LAST_LOOK);
            }
        } catch (IOException e) {
            throw UnwrittenException.file(file, e);
        }
    }

    private static final WholeFiles.LastLook NO_LAST_LOOK = new WholeFiles.LastLook() {
        @Override
        public void check() {
            // a report may replace whatever was there
        }
    };

    /** Adds to a file's end; what could not be added whole is taken off again. */
    private static void append(WholeFiles.Content content, Path path) throws IOException {
        boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (there && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnwritableException("is not a regular file");
        }
        long length = there ? Files.size(path) : 0;
        try {
            stream(content, path, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                channel.truncate(length);
            }
            throw e;
        }
    }

    private static void stream(WholeFiles.Content content, Path to, OpenOption... options) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to, options))) {
            content.writeTo(stream);
        }
    }
}

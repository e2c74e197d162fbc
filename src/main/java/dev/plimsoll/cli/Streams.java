package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.report.Printable;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard streams, handed in so that the whole program can be tested. Text goes out as UTF-8 whatever the locale, in one
 * piece, flushed.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether standard output is a terminal
 * @param errTerminal whether standard error is one
 */
record Streams(InputStream in, OutputStream out, OutputStream err, boolean terminal, boolean errTerminal) {
    /** Streams of which standard error is no terminal. */
    Streams(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
        this(in, out, err, terminal, false);
    }

    /**
     * Writes to standard output.
     *
     * @throws IOException an {@link UnwrittenException} if nobody reads it any more, or the disk is full
     */
    void print(CharSequence text) throws IOException {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw UnwrittenException.standardOutput(out, e);
        }
    }

    /** Writes to standard error as it is, control characters too. */
    void show(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // nobody looks
        }
    }

    /** Writes an error to standard error, as one line that editors link. */
    void complain(InputError error) {
        complain(place(error.at()) + "error: " + error.message().replace('\n', ' '));
    }

    /** A place as a line begins with that editors link: {@code path:line:column: }. */
    static String place(Location at) {
        Position start = at.start();
        return Printable.path(at.file().path()) + ":" + start.line() + ":" + start.column() + ": ";
    }

    /** Writes a line to standard error; if that fails there is nobody left to tell. */
    void complain(String line) {
        try {
            err.write((Printable.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // nobody listens
        }
    }
}

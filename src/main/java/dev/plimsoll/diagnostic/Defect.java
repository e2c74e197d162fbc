package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/**
 * A failure of Plimsoll itself in one part of a run: a rule, a command, a file, a report. The rest of the run goes on.
 *
 * @param at the place that the part was about; the start of an empty file if it was a file as a whole
 * @param part what failed: {@code rule tmpfs-unbounded}
 * @param cause the kind of failure and where in our code. Never the failure's own message, which may quote the file
 */
public record Defect(Location at, String part, String cause) {
    /** A failure at a place. */
    public static Defect of(Location at, String part, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String kind = failure.getClass().getSimpleName();
        return new Defect(at, part, trace.length == 0 ? kind : kind + " at " + trace[0]);
    }

    /** A failure on a whole file, of which perhaps nothing was read. */
    public static Defect of(String shownPath, String part, Throwable failure) {
        return of(new Location(new SourceFile(shownPath, ""), Span.at(0)), part, failure);
    }

    /** The failure as one line, lower case, without a final period. */
    public String line() {
        return part + " failed on " + at.file().path() + ": " + cause;
    }

    /** The failure as what it is to the file: it was not checked whole. */
    public InputError error() {
        return new InputError(at, "not checked whole, for a defect of plimsoll: " + part + " failed, " + cause);
    }
}

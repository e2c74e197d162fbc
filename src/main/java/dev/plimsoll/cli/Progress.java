package dev.plimsoll.cli;

import dev.plimsoll.report.Printable;

/** A line on the terminal that says how far a long run has come. It is taken away before anything else is written. */
final class Progress {
    /** Nanoseconds after which people begin to wonder. */
    private static final long PATIENCE = 1_000_000_000L;

    /** Nanoseconds between two changes of the line. */
    private static final long INTERVAL = 100_000_000L;

    /** Longest line, so that no terminal breaks it. */
    private static final int WIDTH = 70;

    private static final String CLEAR = "\r\033[K";

    private final Streams streams;
    private final long started;
    private long last;
    private boolean visible;

    /**
     * Silent for a second.
     *
     * @param now in nanoseconds of any clock that does not go back
     */
    Progress(Streams streams, long now) {
        this.streams = streams;
        this.started = now;
        this.last = now;
    }

    /** Says what is being done, if that is worth it by now. */
    void at(int done, int all, String path, long now) {
        if (!streams.errTerminal() || now - started < PATIENCE || (visible && now - last < INTERVAL)) {
            return;
        }
        String line = Printable.line("linting " + (done + 1) + " of " + all + ": " + path);
        streams.show(CLEAR + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "\u2026" : line));
        visible = true;
        last = now;
    }

    /** Takes the line away. */
    void end() {
        if (visible) {
            streams.show(CLEAR);
            visible = false;
        }
    }
}

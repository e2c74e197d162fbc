package dev.plimsoll.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a report goes: text is gathered, and passed on as UTF-8 piece by piece, so that a long report is never held as a
 * whole. The encoding does not depend on the locale.
 */
public final class ReportOutput {
    /** UTF-16 units that are gathered before they are passed on: few writes, little memory. */
    private static final int PIECE = 1 << 15;

    private final OutputStream stream;
    private final StringBuilder text = new StringBuilder();

    /** An output to a stream, which stays open. */
    public ReportOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** What has been gathered and not yet passed on; reporters add to its end. */
    public StringBuilder text() {
        return text;
    }

    /**
     * Between two findings: passes on what has been gathered if it is much.
     *
     * @throws IOException if the stream takes no more
     */
    public void pause() throws IOException {
        if (text.length() >= PIECE) {
            pass();
        }
    }

    /**
     * Passes on the rest.
     *
     * @throws IOException if the stream takes no more
     */
    public void flush() throws IOException {
        pass();
        stream.flush();
    }

    private void pass() throws IOException {
        stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}

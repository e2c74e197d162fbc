package dev.plimsoll.report;

import dev.plimsoll.engine.LintResult;
import java.io.IOException;

/** An output format. */
public interface Reporter {
    /**
     * Writes the whole report: the same bytes for the same result. Lines end with LF.
     *
     * @throws IOException if the output takes no more
     */
    void write(LintResult result, ReportOutput out) throws IOException;
}

package dev.plimsoll.report;

import dev.plimsoll.engine.LintResult;

/** An output format. */
public interface Reporter {
    /** Adds the whole report to a buffer: the same bytes for the same result. Lines end with LF. */
    void write(LintResult result, StringBuilder out);
}

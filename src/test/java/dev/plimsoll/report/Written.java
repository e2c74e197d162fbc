package dev.plimsoll.report;

import dev.plimsoll.engine.LintResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A report as it leaves the program. */
public final class Written {
    private Written() {}

    public static String by(Reporter reporter, LintResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportOutput out = new ReportOutput(bytes);
        try {
            reporter.write(result, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

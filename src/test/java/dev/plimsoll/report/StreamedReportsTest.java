package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Suppressed;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report is passed on piece by piece: of a hundred thousand findings none is held as text for longer than its piece. */
class StreamedReportsTest {
    private static final int FINDINGS = 20_000;

    /** Bytes: a piece, and what is written between two looks at its length, such as the style of a page. */
    private static final int LARGEST = 256 * 1024;

    /** Takes a report, and remembers its longest piece. */
    private static final class Pieces extends OutputStream {
        private int longest;
        private long all;

        @Override
        public void write(int b) {
            all++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            longest = Math.max(longest, length);
            all += length;
        }
    }

    private static LintResult many() {
        String line = "  service: {image: example/app}\n";
        SourceFile file = new SourceFile("compose.yaml", line.repeat(FINDINGS));
        List<Diagnostic> found = new ArrayList<>();
        List<InputError> errors = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (int i = 0; i < FINDINGS; i++) {
            int from = i * line.length() + 2;
            Location at = new Location(file, from, from + 7);
            String message = "finding " + i + " says enough to fill a line of the report with its words";
            Finding finding = Finding.at(at).evidence("e" + i).help("mend it").says(message);
            Diagnostic diagnostic = new Diagnostic("tmpfs-unbounded", "tmpfs", Severity.WARNING, finding);
            found.add(diagnostic);
            errors.add(new InputError(at, "error " + i + " says enough to fill a line of the report with its words"));
            suppressed.add(new Suppressed(diagnostic, Suppressed.By.COMMENT, Optional.of("it is known")));
        }
        return new LintResult(1, found, errors, List.of(), suppressed);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void areNeverHeldWhole(Format format) throws IOException {
        Pieces pieces = new Pieces();
        ReportOutput out = new ReportOutput(pieces);
        Reporters.of(format).write(many(), out);
        out.flush();
        assertThat(pieces.longest).isPositive().isLessThan(LARGEST);
        if (format != Format.GITHUB) {
            // which takes ten of each severity
            assertThat(pieces.all).isGreaterThan(3L * LARGEST);
        }
    }
}

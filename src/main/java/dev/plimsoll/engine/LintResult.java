package dev.plimsoll.engine;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a run.
 *
 * @param files number of files read; of an engine's containers where it was asked for those
 * @param diagnostics sorted by path, position, rule
 * @param errors inputs that could not be read whole
 * @param defects failures of Plimsoll itself
 * @param suppressed what is not reported, and why; sorted as the diagnostics are
 * @param running whether it is of containers that run, and not of files
 */
public record LintResult(
        int files,
        List<Diagnostic> diagnostics,
        List<InputError> errors,
        List<Defect> defects,
        List<Suppressed> suppressed,
        boolean running) {
    /** A result of files. */
    public LintResult(
            int files,
            List<Diagnostic> diagnostics,
            List<InputError> errors,
            List<Defect> defects,
            List<Suppressed> suppressed) {
        this(files, diagnostics, errors, defects, suppressed, false);
    }

    /** The same result as one of containers that run, with other words for its diagnostics. */
    public LintResult ofRunning(List<Diagnostic> others) {
        return new LintResult(files, others, errors, defects, suppressed, true);
    }

    /** A result of which nothing is kept back. */
    public LintResult(int files, List<Diagnostic> diagnostics, List<InputError> errors, List<Defect> defects) {
        this(files, diagnostics, errors, defects, List.of());
    }

    /** Sorts the diagnostics and copies the lists; no diagnostic shows the line of another that is confidential. */
    public LintResult {
        List<Diagnostic> sorted = new ArrayList<>(
                isAnyConfidential(diagnostics, suppressed)
                        ? ConfidentialLines.spread(diagnostics, suppressed)
                        : diagnostics);
        sorted.sort(Linter.BY_PLACE);
        diagnostics = List.copyOf(sorted);
        errors = List.copyOf(errors);
        defects = List.copyOf(defects);
        List<Suppressed> kept = new ArrayList<>(suppressed);
        if (kept.size() > 1) {
            kept.sort(new Suppressed.ByPlace());
        }
        suppressed = List.copyOf(kept);
    }

    private static boolean isAnyConfidential(List<Diagnostic> diagnostics, List<Suppressed> suppressed) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.finding().confidential()) {
                return true;
            }
        }
        for (Suppressed kept : suppressed) {
            if (kept.diagnostic().finding().confidential()) {
                return true;
            }
        }
        return false;
    }

    /** Number of diagnostics of a severity. */
    public int count(Severity severity) {
        int count = 0;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() == severity) {
                count++;
            }
        }
        return count;
    }

    /** Number of diagnostics that carry a fix. */
    public int fixable() {
        int count = 0;
        for (Diagnostic diagnostic : diagnostics) {
            List<Fix> fixes = diagnostic.finding().fixes();
            if (!fixes.isEmpty()) {
                count++;
            }
        }
        return count;
    }

    /** Number of diagnostics whose mildest fix is of this safety. */
    public int fixable(Safety safety) {
        int count = 0;
        for (Diagnostic diagnostic : diagnostics) {
            boolean safe = false;
            for (Fix fix : diagnostic.finding().fixes()) {
                safe |= fix.safety() == Safety.SAFE;
            }
            boolean any = !diagnostic.finding().fixes().isEmpty();
            if (any && safe == (safety == Safety.SAFE)) {
                count++;
            }
        }
        return count;
    }

    /** Whether a diagnostic is as bad as a severity or worse. */
    public boolean reaches(Severity threshold) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity().isAtLeast(threshold)) {
                return true;
            }
        }
        return false;
    }
}

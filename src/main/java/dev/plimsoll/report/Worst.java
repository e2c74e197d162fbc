package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** What to keep where a reader takes a limited number of findings. */
final class Worst {
    private Worst() {}

    /** Findings of a severity from the first on, at most so many. */
    static List<Diagnostic> first(int limit, Severity severity, List<Diagnostic> diagnostics) {
        List<Diagnostic> kept = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (kept.size() == limit) {
                break;
            }
            if (diagnostic.severity() == severity) {
                kept.add(diagnostic);
            }
        }
        return kept;
    }

    /** The worst of all findings, at most so many; the worst first if some are left out, else as they were. */
    static List<Diagnostic> first(int limit, List<Diagnostic> diagnostics) {
        if (diagnostics.size() <= limit) {
            return diagnostics;
        }
        return bySeverity(diagnostics).subList(0, limit);
    }

    /** The worst first, else as they were. */
    static List<Diagnostic> bySeverity(List<Diagnostic> diagnostics) {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics.size());
        for (Severity severity : Severity.values()) {
            sorted.addAll(first(diagnostics.size(), severity, diagnostics));
        }
        return sorted;
    }
}

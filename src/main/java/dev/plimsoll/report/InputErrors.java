package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Inputs that could not be read whole, in formats that know findings only: there each is an error of a rule of its own, so
 * that nobody takes silence about a file for a clean file.
 */
public final class InputErrors {
    /** Stands where a finding has its rule. */
    static final String ID = "input-error";

    static final String SUMMARY = "input that could not be read whole";

    static final String PAGE = SUMMARY
            + "\n\n## Why\nWhat is not read is not checked: findings may be missing from this report. The exit code is 2.\n";

    private static final String CATEGORY = "input";

    private InputErrors() {}

    /** The errors that no finding tells already, in their order. */
    public static List<InputError> untold(LintResult result) {
        if (result.errors().isEmpty()) {
            return List.of();
        }
        Set<InputError> told = new HashSet<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            told.add(new InputError(
                    diagnostic.finding().at(), diagnostic.finding().message()));
        }
        List<InputError> untold = new ArrayList<>();
        for (InputError error : result.errors()) {
            if (told.add(error)) {
                untold.add(error);
            }
        }
        return untold;
    }

    /** The findings with the untold errors among them, sorted by place. */
    static List<Diagnostic> withFindings(LintResult result) {
        List<InputError> untold = untold(result);
        if (untold.isEmpty()) {
            return result.diagnostics();
        }
        List<Diagnostic> all = new ArrayList<>(result.diagnostics());
        for (InputError error : untold) {
            Finding finding = Finding.at(error.at()).evidence(error.message()).says(error.message());
            all.add(new Diagnostic(ID, CATEGORY, Severity.ERROR, finding));
        }
        all.sort(Linter.BY_PLACE);
        return all;
    }
}

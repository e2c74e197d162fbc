package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import java.util.List;

/**
 * What linting says of some texts.
 *
 * @param diagnostics the findings, in the order in which their fixes are to be tried
 * @param errors what could not be read
 * @param defects failures of Plimsoll itself
 */
public record Checked(List<Diagnostic> diagnostics, List<InputError> errors, List<Defect> defects) {
    /** Copies the lists. */
    public Checked {
        diagnostics = List.copyOf(diagnostics);
        errors = List.copyOf(errors);
        defects = List.copyOf(defects);
    }
}

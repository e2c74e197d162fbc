package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What linting says of some texts.
 *
 * @param diagnostics the findings, in the order in which their fixes are to be tried
 * @param errors what could not be read
 * @param defects failures of Plimsoll itself
 * @param refused the ways to use the files, together or alone, in which Docker refuses to load them, each with the reason
 */
public record Checked(
        List<Diagnostic> diagnostics, List<InputError> errors, List<Defect> defects, Map<String, String> refused) {
    /** Texts that are used in no other way than as they were linted. */
    public Checked(List<Diagnostic> diagnostics, List<InputError> errors, List<Defect> defects) {
        this(diagnostics, errors, defects, Map.of());
    }

    /** Copies the lists. */
    public Checked {
        diagnostics = List.copyOf(diagnostics);
        errors = List.copyOf(errors);
        defects = List.copyOf(defects);
        // in the order of their names, so that the same is told of them at every run
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** What cannot be read or loaded that could be before, as a part of a sentence; empty if there is nothing. */
    Optional<String> worseThan(Checked before) {
        Map<String, Integer> known = new HashMap<>();
        for (InputError error : before.errors) {
            known.merge(identity(error), 1, Integer::sum);
        }
        for (InputError error : errors) {
            if (known.merge(identity(error), -1, Integer::sum) < 0) {
                return Optional.of("the outcome cannot be read: " + error.message());
            }
        }
        for (Map.Entry<String, String> use : refused.entrySet()) {
            if (!before.refused.containsKey(use.getKey())) {
                return Optional.of("Docker would refuse to load " + use.getKey() + ": " + use.getValue());
            }
        }
        return Optional.empty();
    }

    private static String identity(InputError error) {
        return error.at().file().path() + '\u0000' + error.message();
    }
}

package dev.plimsoll.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Collects what loading a project brings up. */
final class LoadLog {
    private final List<LoadFinding> findings = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();
    private boolean partial;

    List<LoadFinding> findings() {
        return findings;
    }

    List<InputError> errors() {
        return errors;
    }

    /** Whether a part was left out, so that what seems missing may be in there. */
    boolean isPartial() {
        return partial;
    }

    void markPartial() {
        partial = true;
    }

    void find(String rule, Finding finding) {
        LoadFinding found = new LoadFinding(rule, finding);
        // an anchored value is met once for each of its aliases
        for (LoadFinding other : findings) {
            if (other.rule().equals(rule)
                    && other.finding().at().equals(finding.at())
                    && other.finding().message().equals(finding.message())) {
                return;
            }
        }
        findings.add(found);
    }

    /** An input that cannot be read whole, as a finding of a rule and as an error. */
    void fail(String rule, Location at, String message) {
        find(rule, Finding.at(at).evidence(at.text()).says(message));
        errors.add(new InputError(at, message));
    }

    void fail(Location at, String message) {
        InputError error = new InputError(at, message);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }
}

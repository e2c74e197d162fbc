package dev.plimsoll.compose.check;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what loading a project brings up. */
public final class LoadLog {
    private final List<RuleFinding> findings = new ArrayList<>();
    // sets, since an anchored value is met once for each of its aliases
    private final Set<String> said = new HashSet<>();
    private final Set<InputError> errors = new LinkedHashSet<>();
    private boolean partial;
    private boolean withholding;

    /** What was found, in that order. */
    public List<RuleFinding> findings() {
        return findings;
    }

    /** What could not be read, each once. */
    public Collection<InputError> errors() {
        return errors;
    }

    /** Whether a part was left out, so that what seems missing may be in there. */
    public boolean isPartial() {
        return partial;
    }

    /** Takes down that a part was left out. */
    public void markPartial() {
        partial = true;
    }

    /** From now on shows places only: what is found may come from a file outside of the work tree. */
    public void withhold() {
        withholding = true;
    }

    /** Takes down a finding, once for each place. */
    public void find(String rule, Finding found) {
        Finding finding = withholding ? found.withheld() : found;
        Location at = finding.at();
        String identity = rule + " " + at.span().start() + " " + at.span().end() + " " + finding.message() + " "
                + at.file().path();
        if (said.add(identity)) {
            findings.add(new RuleFinding(rule, finding));
        }
    }

    /** Takes down a finding that says no more than this, once for each place. */
    public void find(String rule, Location at, String evidence, String message) {
        find(rule, Finding.at(at).evidence(evidence).says(message));
    }

    /** An input that cannot be read whole, as a finding of a rule and as an error. */
    public void fail(String rule, Location at, String message) {
        find(rule, at, at.text(), message);
        fail(at, message);
    }

    /** An input that cannot be read whole. */
    public void fail(Location at, String message) {
        errors.add(withholding ? InputError.withheld(at) : new InputError(at, message));
    }
}

package dev.plimsoll.engine;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines that hold what reports must not repeat. Other findings are shown with their lines too, and with the one before
 * and behind: a password in a docker command is on the line of all that is found there.
 */
final class ConfidentialLines {
    /** The numbers of the lines by the path of their file. */
    private final Map<String, Set<Integer>> lines = new HashMap<>();

    private ConfidentialLines() {}

    /** The same diagnostics, those near a line of a confidential one confidential as well. */
    static List<Diagnostic> spread(List<Diagnostic> diagnostics, List<Suppressed> suppressed) {
        ConfidentialLines confidential = new ConfidentialLines();
        for (Diagnostic diagnostic : diagnostics) {
            confidential.add(diagnostic.finding());
        }
        for (Suppressed kept : suppressed) {
            confidential.add(kept.diagnostic().finding());
        }
        List<Diagnostic> spread = new ArrayList<>(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics) {
            Finding finding = diagnostic.finding();
            spread.add(confidential.isNear(finding) ? diagnostic.with(finding.asConfidential()) : diagnostic);
        }
        return spread;
    }

    private void add(Finding finding) {
        if (finding.confidential()) {
            add(finding.at());
            for (Label label : finding.related()) {
                add(label.at());
            }
        }
    }

    private void add(Location at) {
        Set<Integer> ofFile = lines.get(at.file().path());
        if (ofFile == null) {
            ofFile = new HashSet<>();
            lines.put(at.file().path(), ofFile);
        }
        // what is next to it shows it
        for (int line = at.start().line() - 1; line <= at.end().line() + 1; line++) {
            ofFile.add(line);
        }
    }

    private boolean isNear(Finding finding) {
        if (isNear(finding.at())) {
            return true;
        }
        for (Label label : finding.related()) {
            if (isNear(label.at())) {
                return true;
            }
        }
        for (Fix fix : finding.fixes()) {
            for (Edit edit : fix.edits()) {
                if (isNear(edit.at())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNear(Location at) {
        Set<Integer> ofFile = lines.get(at.file().path());
        for (int line = at.start().line(); ofFile != null && line <= at.end().line(); line++) {
            if (ofFile.contains(line)) {
                return true;
            }
        }
        return false;
    }
}

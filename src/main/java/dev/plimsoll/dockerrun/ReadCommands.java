package dev.plimsoll.dockerrun;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.model.Project;
import java.util.List;

/**
 * What came of the commands of a file.
 *
 * @param project the containers and volumes that they ask for
 * @param findings what only the reader can find
 * @param defects failures of Plimsoll itself; the commands that they were about are left out
 */
public record ReadCommands(Project project, List<RuleFinding> findings, List<Defect> defects) {
    /** Copies the lists. */
    public ReadCommands {
        findings = List.copyOf(findings);
        defects = List.copyOf(defects);
    }
}

package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Project;
import java.util.List;

/**
 * What came of the commands of a file.
 *
 * @param project the containers and volumes that they ask for
 * @param findings what only the reader can find
 */
public record ReadCommands(Project project, List<CommandFinding> findings) {
    /** Copies the list. */
    public ReadCommands {
        findings = List.copyOf(findings);
    }
}

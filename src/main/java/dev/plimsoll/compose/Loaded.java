package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadFinding;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Project;
import java.util.List;

/**
 * What came of a project's files.
 *
 * @param project what could be read
 * @param profiles the profiles that {@code COMPOSE_PROFILES} switches on
 * @param findings what only the reader can find
 * @param errors what could not be read; empty if the project was read whole
 * @param defects failures of Plimsoll itself; what they were about is left out
 */
public record Loaded(
        Project project,
        List<String> profiles,
        List<LoadFinding> findings,
        List<InputError> errors,
        List<Defect> defects) {
    /** A project whose reading did not fail. */
    public Loaded(Project project, List<String> profiles, List<LoadFinding> findings, List<InputError> errors) {
        this(project, profiles, findings, errors, List.of());
    }

    /** Copies the lists. */
    public Loaded {
        profiles = List.copyOf(profiles);
        findings = List.copyOf(findings);
        errors = List.copyOf(errors);
        defects = List.copyOf(defects);
    }
}

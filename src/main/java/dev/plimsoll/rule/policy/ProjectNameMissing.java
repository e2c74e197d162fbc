package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.ProjectRule;
import java.util.List;

/** A project that is named after the directory it lies in. */
public final class ProjectNameMissing implements ProjectRule {
    @Override
    public String id() {
        return "project-name-missing";
    }

    @Override
    public List<Finding> check(Project project) {
        return project.name().isAbsent() && !project.containers().isEmpty()
                ? List.of(Finding.at(project.name().place())
                        .help("write name: at the top, or COMPOSE_PROJECT_NAME into .env")
                        .says("the project has no name: Compose names it after its directory, so a copy in another"
                                + " directory starts with empty volumes"))
                : List.of();
    }
}

package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Project;
import java.util.List;

/** A rule on what containers share, such as volumes. */
public non-sealed interface ProjectRule extends Rule {
    /** What it finds in a project; empty for nothing. */
    List<Finding> check(Project project);
}

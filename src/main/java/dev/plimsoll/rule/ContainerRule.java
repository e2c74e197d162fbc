package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import java.util.List;

/** A rule that needs to see one container only. */
public non-sealed interface ContainerRule extends Rule {
    /** What it finds in a container; empty for nothing. */
    List<Finding> check(Container container);
}

package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import java.util.List;

/**
 * A rule on tmpfs mounts, one at a time: it is asked for each container's own, and for each tmpfs-backed volume once,
 * however many containers mount it.
 */
public non-sealed interface DeclaredTmpfsRule extends Rule {
    /** What it finds in a mount; empty for nothing. */
    List<Finding> check(DeclaredTmpfs declared);
}

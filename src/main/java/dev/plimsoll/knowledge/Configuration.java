package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import java.util.List;
import java.util.Optional;

/** Whether a container brings its program a configuration, which nobody reads here. */
final class Configuration {
    private Configuration() {}

    /** Whether something is mounted in one of these directories or above it, or may be. */
    static boolean isBrought(List<ContainerPath> directories, Container container) {
        if (directories.isEmpty()) {
            return false;
        }
        for (ResourceUse use : container.relations().uses()) {
            if (use.kind() == ResourceKind.CONFIG) {
                return true;
            }
        }
        for (Mount mount : container.mounts()) {
            Optional<ContainerPath> target = mount.path();
            for (ContainerPath directory : directories) {
                if (target.isEmpty() || target.get().isAtOrBelow(directory) || directory.isAtOrBelow(target.get())) {
                    return true;
                }
            }
        }
        return false;
    }
}

package dev.plimsoll.rule.storage;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code volumes_from} mounts. Source: Compose Specification, volumes_from; the engine hands on volumes and binds. */
final class TakenVolumes {
    private TakenVolumes() {}

    /**
     * The container with the volumes that it takes from others among its own; empty if it takes some of a container that
     * is not a service here, or that takes them itself.
     */
    static Optional<Container> of(Container container, Project project) {
        List<Mount> taken = new ArrayList<>(0);
        for (Dependency dependency : container.relations().dependencies()) {
            if (dependency.reason() == Dependency.Reason.VOLUMES_FROM) {
                @Nullable
                Container giver =
                        project.container(dependency.service().value()).orElse(null);
                if (giver == null || KeptData.takesMountsOfOthers(giver)) {
                    return Optional.empty();
                }
                for (Mount mount : giver.mounts()) {
                    if (!(mount instanceof TmpfsMount)) {
                        taken.add(mount);
                    }
                }
            }
        }
        // its own come last, since they hide what is taken
        taken.addAll(container.mounts());
        return Optional.of(container.withMounts(taken));
    }
}

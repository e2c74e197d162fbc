package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shared memory, which every container has at one path. */
final class Shm {
    static final ContainerPath PATH = new ContainerPath("/dev/shm");

    private Shm() {}

    /** What is mounted there in place of the engine's own; null if nothing is. Source: moby container_operations_unix.go. */
    static @Nullable Mount mount(Container container) {
        for (Mount mount : container.mounts()) {
            Optional<ContainerPath> path = mount.path();
            if (path.isPresent() && path.get().equals(PATH)) {
                return mount;
            }
        }
        return null;
    }

    /** Whether the target of some mount is not known, so that it may be this one. */
    static boolean mayBeMounted(Container container) {
        for (Mount mount : container.mounts()) {
            if (mount.target().value().known().isEmpty()) {
                return true;
            }
        }
        return mount(container) != null;
    }
}

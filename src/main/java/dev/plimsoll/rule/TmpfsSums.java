package dev.plimsoll.rule;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsTotal;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * What the tmpfs mounts of containers come to, counted once for each: rules look at one mount after the other, and a
 * container may have thousands.
 */
public final class TmpfsSums {
    private final IdentityHashMap<Container, Sum> known = new IdentityHashMap<>();

    private static final class Sum {
        private final Set<ContainerPath> sized = new HashSet<>();
        private final ByteSize total;
        private int unsized;

        Sum(Container container) {
            total = TmpfsTotal.of(container).bytes();
            for (TmpfsMount mount : container.tmpfsMounts()) {
                Optional<ContainerPath> path = mount.path();
                if (mount.bytes().isEmpty()) {
                    unsized++;
                } else if (mount.isOwn() && path.isPresent()) {
                    sized.add(path.get());
                }
            }
        }
    }

    /** The sum of all known sizes; see {@link TmpfsTotal}. */
    public ByteSize total(Container container) {
        return of(container).total;
    }

    /** Number of mounts without a known size. */
    public int unsized(Container container) {
        return of(container).unsized;
    }

    /** Whether one of the container's own mounts of a path has a known size. */
    public boolean hasSize(Container container, ContainerPath path) {
        return of(container).sized.contains(path);
    }

    private Sum of(Container container) {
        Sum sum = known.get(container);
        if (sum == null) {
            sum = new Sum(container);
            known.put(container, sum);
        }
        return sum;
    }
}

package dev.plimsoll.budget;

import dev.plimsoll.knowledge.DeclaredMemory;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The load line of some containers: what counts towards each one's limit, and what they take of their host together.
 *
 * @param containers in order of writing
 * @param hostMemory the memory of the host, if it is known
 * @param host what they take of it
 */
public record Budget(List<ContainerBudget> containers, Optional<ByteSize> hostMemory, HostBudget host) {
    private static final ContainerPath SHM = new ContainerPath("/dev/shm");

    /** Copies the list. */
    public Budget {
        containers = List.copyOf(containers);
    }

    /** The budget of a project. */
    public static Budget of(Project project, ImageCatalog images, Optional<ByteSize> hostMemory) {
        return of(List.of(project), images, hostMemory);
    }

    /** The budget of projects that share a host. */
    public static Budget of(List<Project> projects, ImageCatalog images, Optional<ByteSize> hostMemory) {
        List<ContainerBudget> containers = new ArrayList<>();
        for (Project project : projects) {
            for (Container container : project.containers()) {
                containers.add(container(container, project, images, hostMemory));
            }
        }
        return new Budget(containers, hostMemory, HostBudget.of(containers));
    }

    /** Whether all that is taken is more than the host has. */
    public boolean exceedsHost() {
        return hostMemory.isPresent() && host.taken().exceeds(hostMemory.get());
    }

    private static ContainerBudget container(
            Container container, Project project, ImageCatalog images, Optional<ByteSize> hostMemory) {
        List<Segment> segments = new ArrayList<>();
        List<TmpfsMount> mounts = container.tmpfsMounts();
        boolean shmCovered = false;
        for (int i = 0; i < mounts.size(); i++) {
            Optional<ContainerPath> path = mounts.get(i).path();
            boolean isShm = path.isPresent() && path.get().equals(SHM);
            shmCovered |= isShm;
            if (counts(mounts, i) && isCharged(mounts.get(i), container, project)) {
                segments.add(tmpfs(mounts.get(i), isShm, hostMemory));
            }
        }
        if (!shmCovered && container.host().hasOwnShm()) {
            addShm(container.memory().shm(), segments);
        }
        for (DeclaredMemory declared : DeclaredMemory.of(container, images)) {
            segments.add(Segment.sized(Segment.Kind.DECLARED, declared.name(), declared.bytes()));
        }
        Field<ByteSize> limit = container.memory().limit();
        return new ContainerBudget(
                container.name().value(),
                container.file().path(),
                limit.known(),
                limit.isAbsent() || limit.known().isPresent() ? "" : unknown(limit.raw()),
                Swap.of(container.memory()),
                replicas(container.replicas()),
                container.profiles(),
                segments);
    }

    private static String unknown(String raw) {
        return raw.isEmpty() ? "?" : raw;
    }

    /** Of two mounts with one target the later one is made; one that cannot be written stays empty. */
    private static boolean counts(List<TmpfsMount> mounts, int index) {
        if (mounts.get(index).target().value().raw().isEmpty()) {
            // the engine refuses it, so there is nothing to count
            return false;
        }
        TmpfsMount mount = mounts.get(index);
        for (int i = index + 1; i < mounts.size(); i++) {
            if (mount.path().isPresent() && mount.path().equals(mounts.get(i).path())) {
                return false;
            }
        }
        return !mount.readOnly();
    }

    /** A volume's tmpfs is charged to whoever fills it: to this container if no other mounts it. */
    private static boolean isCharged(TmpfsMount mount, Container container, Project project) {
        if (mount.isOwn()) {
            return true;
        }
        for (Container other : project.containers()) {
            if (other.name().equals(container.name())) {
                continue;
            }
            for (TmpfsMount theirs : other.tmpfsMounts()) {
                if (theirs.volume().isPresent()
                        && mount.volume().isPresent()
                        && theirs.volume()
                                .get()
                                .name()
                                .equals(mount.volume().get().name())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Segment tmpfs(TmpfsMount mount, boolean isShm, Optional<ByteSize> hostMemory) {
        Segment.Kind kind = isShm ? Segment.Kind.SHM : Segment.Kind.TMPFS;
        String name = mount.isOwn() ? mount.target().value().raw() : mount.description();
        TmpfsSize size = mount.size().orNull();
        if (size instanceof TmpfsSize.Bytes bytes) {
            return Segment.sized(kind, name, bytes.size());
        }
        if (size instanceof TmpfsSize.HostPercent share) {
            Optional<ByteSize> bytes =
                    hostMemory.isPresent() ? Optional.of(share(hostMemory.get(), share.percent())) : Optional.empty();
            return new Segment(kind, name + " " + share.percent() + "%", Segment.Bound.HOST, bytes);
        }
        boolean unbounded = mount.isUnbounded() || size instanceof TmpfsSize.Unlimited;
        return new Segment(kind, name, unbounded ? Segment.Bound.NONE : Segment.Bound.UNKNOWN, Optional.empty());
    }

    private static ByteSize share(ByteSize host, long percent) {
        double bytes = host.bytes() / 100.0 * percent;
        return new ByteSize((long) Math.min(bytes, (double) Long.MAX_VALUE));
    }

    /** The default of 64 MiB is not shown: nobody asked for it, and most containers never touch it. */
    private static void addShm(Field<ByteSize> shm, List<Segment> segments) {
        Optional<ByteSize> size = shm.known();
        if (size.isPresent() && size.get().bytes() > 0) {
            segments.add(Segment.sized(Segment.Kind.SHM, SHM.value(), size.get()));
        } else if (size.isEmpty() && shm.isPresent()) {
            segments.add(new Segment(Segment.Kind.SHM, SHM.value(), Segment.Bound.UNKNOWN, Optional.empty()));
        }
    }

    private static OptionalInt replicas(Field<Integer> replicas) {
        if (replicas.isAbsent()) {
            return OptionalInt.of(1);
        }
        Optional<Integer> known = replicas.known();
        return known.isPresent() ? OptionalInt.of(Math.max(0, known.get())) : OptionalInt.empty();
    }
}

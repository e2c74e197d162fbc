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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The load line of some containers: what counts toward each one's limit, and what they take of their host together.
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

    /**
     * The budget of a project.
     *
     * @param images what is known of images, for what their programs were told to take
     */
    public static Budget of(Project project, ImageCatalog images, Optional<ByteSize> hostMemory) {
        List<ContainerBudget> containers = new ArrayList<>();
        Map<String, String> soleUsers = soleUsers(project);
        for (Container container : project.containers()) {
            containers.add(container(container, soleUsers, images, hostMemory));
        }
        return new Budget(containers, hostMemory, HostBudget.of(containers));
    }

    /** The budgets of projects that share a host, as one. */
    public static Budget together(List<Budget> budgets, Optional<ByteSize> hostMemory) {
        List<ContainerBudget> containers = new ArrayList<>();
        for (Budget budget : budgets) {
            containers.addAll(budget.containers());
        }
        return new Budget(containers, hostMemory, HostBudget.of(containers));
    }

    /**
     * The same containers at their levels.
     *
     * @param levels by the container's name
     */
    public Budget at(Map<String, WaterLevel> levels) {
        List<ContainerBudget> measured = new ArrayList<>(containers.size());
        for (ContainerBudget container : containers) {
            WaterLevel level = levels.get(container.name());
            measured.add(level == null ? container : container.at(level));
        }
        return new Budget(measured, hostMemory, host);
    }

    /** Whether all that is taken is more than the host has. */
    public boolean exceedsHost() {
        return hostMemory.isPresent() && host.taken().exceeds(hostMemory.get());
    }

    private static ContainerBudget container(
            Container container, Map<String, String> soleUsers, ImageCatalog images, Optional<ByteSize> hostMemory) {
        List<Segment> segments = new ArrayList<>();
        List<TmpfsMount> mounts = container.tmpfsMounts();
        Map<ContainerPath, Integer> made = made(mounts);
        boolean shmCovered = false;
        for (int i = 0; i < mounts.size(); i++) {
            TmpfsMount mount = mounts.get(i);
            Optional<ContainerPath> path = mount.path();
            boolean isShm = path.isPresent() && path.get().equals(SHM);
            shmCovered |= isShm;
            if (counts(mount, i, made) && isCharged(mount, soleUsers)) {
                segments.add(tmpfs(mount, isShm, hostMemory));
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

    /** The index of the mount that is made at each target: of two the later one. */
    private static Map<ContainerPath, Integer> made(List<TmpfsMount> mounts) {
        Map<ContainerPath, Integer> made = new HashMap<>();
        for (int i = 0; i < mounts.size(); i++) {
            if (mounts.get(i).path().isPresent()) {
                made.put(mounts.get(i).path().get(), i);
            }
        }
        return made;
    }

    /** Whether it is made and can be written; the engine refuses one without a target, so there is nothing to count. */
    private static boolean counts(TmpfsMount mount, int index, Map<ContainerPath, Integer> made) {
        Integer last = mount.path().isPresent() ? made.get(mount.path().get()) : null;
        boolean replaced = last != null && last != index;
        return !mount.target().value().raw().isEmpty() && !replaced && !mount.readOnly();
    }

    /** The tmpfs-backed volumes of a project with the container that mounts each; without those that several mount. */
    private static Map<String, String> soleUsers(Project project) {
        Map<String, String> users = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Container container : project.containers()) {
            String name = container.name().value();
            for (TmpfsMount mount : container.tmpfsMounts()) {
                String volume =
                        mount.volume().isPresent() ? mount.volume().get().name() : null;
                if (volume != null
                        && !users.computeIfAbsent(volume, key -> name).equals(name)) {
                    several.add(volume);
                }
            }
        }
        users.keySet().removeAll(several);
        return users;
    }

    /** A volume's tmpfs is charged to whoever fills it: to this container if no other mounts it. */
    private static boolean isCharged(TmpfsMount mount, Map<String, String> soleUsers) {
        return mount.isOwn()
                || mount.volume().isEmpty()
                || soleUsers.containsKey(mount.volume().get().name());
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

package dev.plimsoll.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container's memory-backed filesystems may take of its memory limit together. The kernel counts tmpfs and shared
 * memory pages toward the cgroup that wrote them (linux Documentation cgroup-v2.rst, memory.stat).
 *
 * @param bytes the sum of the known sizes
 * @param mounts the mounts that it counts, in order of writing
 * @param withShm whether it counts an explicit size of {@code /dev/shm}
 */
public record TmpfsTotal(ByteSize bytes, List<TmpfsMount> mounts, boolean withShm) {
    private static final ContainerPath SHM = new ContainerPath("/dev/shm");

    /** Copies the list. */
    public TmpfsTotal {
        mounts = List.copyOf(mounts);
    }

    /**
     * The sum for a container: its own mounts of a known number of bytes, each target once, and {@code /dev/shm} where its
     * size is set and no tmpfs lies over it.
     */
    public static TmpfsTotal of(Container container) {
        ByteSize sum = ByteSize.ZERO;
        List<TmpfsMount> counted = new ArrayList<>();
        List<TmpfsMount> all = container.tmpfsMounts();
        // of two mounts with one target the later one is made
        Map<ContainerPath, Integer> made = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path().isPresent()) {
                made.put(all.get(i).path().get(), i);
            }
        }
        boolean shmCovered = false;
        for (int i = 0; i < all.size(); i++) {
            TmpfsMount mount = all.get(i);
            Optional<ContainerPath> path = mount.path();
            Integer last = path.isPresent() ? made.get(path.get()) : null;
            boolean repeated = last != null && last != i;
            shmCovered |= path.isPresent() && path.get().equals(SHM);
            Optional<ByteSize> bytes = mount.bytes();
            if (mount.isOwn() && !mount.readOnly() && bytes.isPresent() && !repeated) {
                sum = sum.plus(bytes.get());
                counted.add(mount);
            }
        }
        Optional<ByteSize> shm = container.ownShm();
        boolean withShm = shm.isPresent() && !shmCovered;
        return new TmpfsTotal(withShm ? sum.plus(shm.get()) : sum, counted, withShm);
    }

    /** The same without {@code /dev/shm}. */
    public TmpfsTotal withoutShm() {
        ByteSize sum = ByteSize.ZERO;
        for (TmpfsMount mount : mounts) {
            sum = sum.plus(mount.bytes().orElse(ByteSize.ZERO));
        }
        return new TmpfsTotal(sum, mounts, false);
    }

    /** The counted mount with the largest size; empty if none is counted. */
    public Optional<TmpfsMount> largest() {
        TmpfsMount largest = null;
        ByteSize most = ByteSize.ZERO;
        for (TmpfsMount mount : mounts) {
            ByteSize size = mount.bytes().orElse(ByteSize.ZERO);
            if (largest == null || size.exceeds(most)) {
                largest = mount;
                most = size;
            }
        }
        return Optional.ofNullable(largest);
    }
}

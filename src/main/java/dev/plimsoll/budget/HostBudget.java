package dev.plimsoll.budget;

import dev.plimsoll.model.ByteSize;
import java.util.List;

/**
 * What all containers may take of their host's memory together, each as often as it runs.
 *
 * @param limits the sum of the limits
 * @param tmpfs the sum of the known sizes of tmpfs and {@code /dev/shm}, also within limits
 * @param taken what they may take at least: the limits, and of containers without one the parts of a known size
 * @param inProfiles the part of what is taken that only profiles switch on
 * @param open how many tmpfs mounts, {@code /dev/shm} among them, have no size, so that their sum does not bound them
 * @param unlimited how many containers have no limit, so that the sum does not bound what is taken
 */
public record HostBudget(
        ByteSize limits, ByteSize tmpfs, ByteSize taken, ByteSize inProfiles, int open, int unlimited) {
    static HostBudget of(List<ContainerBudget> containers) {
        ByteSize limits = ByteSize.ZERO;
        ByteSize tmpfs = ByteSize.ZERO;
        ByteSize taken = ByteSize.ZERO;
        ByteSize inProfiles = ByteSize.ZERO;
        int open = 0;
        int unlimited = 0;
        for (ContainerBudget container : containers) {
            int replicas = container.replicas().orElse(1);
            ByteSize own = container.limit().orElse(container.used()).times(replicas);
            limits = limits.plus(container.limit().orElse(ByteSize.ZERO).times(replicas));
            tmpfs = tmpfs.plus(container
                    .used(Segment.Kind.TMPFS)
                    .plus(container.used(Segment.Kind.SHM))
                    .times(replicas));
            taken = taken.plus(own);
            if (!container.profiles().isEmpty()) {
                inProfiles = inProfiles.plus(own);
            }
            for (Segment segment : container.segments()) {
                open += segment.kind() != Segment.Kind.DECLARED && segment.isOpen() ? replicas : 0;
            }
            unlimited += container.isUnlimited() ? 1 : 0;
        }
        return new HostBudget(limits, tmpfs, taken, inProfiles, open, unlimited);
    }

    /**
     * What is taken as a share of some memory, in per cent, rounded up: 101 is already too much.
     *
     * @param memory more than zero
     */
    public long percentOf(ByteSize memory) {
        double percent = taken.bytes() * 100.0 / memory.bytes();
        return (long) Math.ceil(percent);
    }
}

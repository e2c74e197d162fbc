package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsTotal;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.CountedTmpfs;
import dev.plimsoll.rule.SecretTmpfs;
import dev.plimsoll.rule.SwapLimits;
import java.util.List;
import java.util.Optional;

/** Limited memory whose swap is not, or much tmpfs without either limit: files in memory go to disk. */
public final class SwapLimitMissing implements ContainerRule {
    private final ByteSize minimum;

    /**
     * A rule with its bound.
     *
     * @param minimum the least tmpfs of a container without any limit that is worth a word
     */
    public SwapLimitMissing(ByteSize minimum) {
        this.minimum = minimum;
    }

    @Override
    public String id() {
        return "swap-limit-missing";
    }

    @Override
    public List<Finding> check(Container container) {
        MemoryLimits memory = container.memory();
        // docker stack deploy refuses memswap_limit
        if (!memory.swap().isAbsent() || container.swarm()) {
            return List.of();
        }
        // of the same limit tmpfs-secret-swappable says what is at stake
        if (!SecretTmpfs.swappable(container).isEmpty()) {
            return List.of();
        }
        Optional<ByteSize> limit = container.limit();
        if (limit.isPresent()) {
            // without files in memory it is no more than advice: swap-doubles-memory
            return container.tmpfsMounts().isEmpty() ? List.of() : List.of(besideLimit(container, limit.get()));
        }
        return memory.limit().isAbsent() ? withoutLimit(container) : List.of();
    }

    private static Finding besideLimit(Container container, ByteSize limit) {
        return SwapLimits.together(container, limit)
                .evidence("limit")
                .says("\"" + container.name().value() + "\" is limited to " + limit + " of memory but may use " + limit
                        + " of swap as well (Docker's default), for its tmpfs files too");
    }

    private List<Finding> withoutLimit(Container container) {
        // shared memory is asked for by programs that need it, not to keep files off the disk
        TmpfsTotal total = TmpfsTotal.of(container).withoutShm();
        if (total.mounts().isEmpty() || minimum.exceeds(total.bytes()) || hasUnsized(container)) {
            return List.of();
        }
        // what the program itself needs nobody says, so that no limit can be written for it
        return List.of(CountedTmpfs.at(container, total)
                .evidence("tmpfs")
                .help("limit memory, and memory and swap together, to what the program needs and the tmpfs may hold")
                .says("tmpfs of \"" + container.name().value() + "\" may hold " + total.bytes()
                        + ", but neither its memory nor its swap is limited: when the host runs short of memory, the files"
                        + " are swapped to disk"));
    }

    /** Where a mount has no size, tmpfs-unbounded speaks of the greater hazard. */
    private static boolean hasUnsized(Container container) {
        for (TmpfsMount mount : container.tmpfsMounts()) {
            if (mount.isUnbounded()) {
                return true;
            }
        }
        return false;
    }
}

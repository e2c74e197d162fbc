package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsTotal;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.CountedTmpfs;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** Several mounts that fit one by one, but not together, or that leave nothing for the process. */
public final class TmpfsTotalExceedsMemory implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-total-exceeds-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        TmpfsTotal total = TmpfsTotal.of(container);
        Optional<ByteSize> limit = container.limit();
        Optional<TmpfsMount> largest = total.largest();
        if (limit.isEmpty() || largest.isEmpty() || limit.get().exceeds(total.bytes())) {
            return List.of();
        }
        ByteSize most = largest.get().bytes().orElse(ByteSize.ZERO);
        ByteSize shm = total.bytes().minus(total.withoutShm().bytes());
        if (most.exceeds(limit.get()) || !limit.get().exceeds(shm)) {
            // tmpfs-exceeds-memory or shm-exceeds-memory names the one that is to blame
            return List.of();
        }
        FindingDraft<Change.OfContainer> finding =
                CountedTmpfs.at(container, total).help(advice(total, largest.get(), most, limit.get()));
        return List.of(finding.says(message(container, total, limit.get())));
    }

    private static String message(Container container, TmpfsTotal total, ByteSize limit) {
        String sum = CountedTmpfs.sum(container, total);
        if (total.bytes().equals(limit)) {
            return sum + ", all of its " + limit + " memory limit: nothing is left for the process itself";
        }
        return sum + ", " + total.bytes().minus(limit) + " more than its " + limit
                + " memory limit: the kernel kills a process before they are full";
    }

    private static String advice(TmpfsTotal total, TmpfsMount largest, ByteSize most, ByteSize limit) {
        ByteSize half = new ByteSize(limit.bytes() / 2);
        return "keep them at half of the limit, " + half + ": cut "
                + total.bytes().minus(half) + ", first of all from "
                + largest.target().value().raw() + " (" + most
                + "), or raise the limit to " + total.bytes().times(2);
    }
}

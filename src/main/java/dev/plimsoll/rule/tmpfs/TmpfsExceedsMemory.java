package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsTotal;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One tmpfs larger than the memory limit: what should be "no space left" becomes an OOM kill. */
public final class TmpfsExceedsMemory implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-exceeds-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty()) {
            return findings;
        }
        ByteSize cap = null;
        for (TmpfsMount mount : container.tmpfsMounts()) {
            Optional<ByteSize> size = mount.bytes();
            // a volume's memory is charged to whoever writes into it
            boolean counts = mount.isOwn() && !mount.readOnly();
            if (counts && size.isPresent() && size.get().exceeds(limit.get())) {
                cap = cap == null ? cap(container, limit.get()) : cap;
                findings.add(finding(container, mount, size.get(), limit.get(), cap));
            }
        }
        return findings;
    }

    /** What is left of half of the limit, shared among the mounts that are too large. */
    private static ByteSize cap(Container container, ByteSize limit) {
        ByteSize fitting = ByteSize.ZERO;
        int tooLarge = 0;
        for (TmpfsMount mount : TmpfsTotal.of(container).mounts()) {
            ByteSize size = mount.bytes().orElse(ByteSize.ZERO);
            if (size.exceeds(limit)) {
                tooLarge++;
            } else {
                fitting = fitting.plus(size);
            }
        }
        long room = new ByteSize(limit.bytes() / 2).minus(fitting).bytes() / Math.max(1, tooLarge);
        // whole mebibytes, unless the limit itself has none to give
        return new ByteSize(room >= ByteSize.MIB ? room / ByteSize.MIB * ByteSize.MIB : room);
    }

    private static Finding finding(Container container, TmpfsMount mount, ByteSize size, ByteSize limit, ByteSize cap) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.size())
                .evidence(mount.target().value().raw())
                .label(container.memory().limit(), "the memory limit");
        if (cap.bytes() >= ByteSize.MIB) {
            String title = "cap " + mount.description() + " at " + cap + ", so that half of the limit stays free";
            finding.change(title, Safety.UNSAFE, new Change.SetTmpfsSize(mount, cap));
        } else {
            finding.help("cap it, so that all tmpfs together stay at half of the limit");
        }
        return finding.says(mount.description() + " of \"" + container.name().value() + "\" may grow to " + size
                + ", more than its " + limit
                + " memory limit: the kernel kills a process before the tmpfs is full");
    }
}

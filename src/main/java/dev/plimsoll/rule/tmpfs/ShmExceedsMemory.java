package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** Shared memory counts toward the memory limit like any tmpfs. Source: linux Documentation cgroup-v2.rst. */
public final class ShmExceedsMemory implements ContainerRule {
    @Override
    public String id() {
        return "shm-exceeds-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ByteSize> limit = container.limit();
        Optional<ByteSize> shm = container.ownShm();
        if (limit.isEmpty() || shm.isEmpty() || limit.get().exceeds(shm.get()) || Shm.mount(container) != null) {
            return List.of();
        }
        String relation = shm.get().equals(limit.get()) ? "all of" : "more than";
        return List.of(FindingDraft.at(container, container.memory().shm())
                .label(container.memory().limit(), "the memory limit")
                .help("keep it at half of the limit, "
                        + new ByteSize(limit.get().bytes() / 2) + ", or raise the limit")
                .says("/dev/shm of \"" + container.name().value() + "\" may grow to " + shm.get() + ", " + relation
                        + " its " + limit.get()
                        + " memory limit: the kernel kills a process before it is full"));
    }
}

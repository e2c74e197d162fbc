package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.SwapLimits;
import java.util.List;
import java.util.Optional;

/** Limited memory with as much swap again, where no file in memory could go to disk. */
public final class SwapDoublesMemory implements ContainerRule {
    @Override
    public String id() {
        return "swap-doubles-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ByteSize> limit = container.limit();
        // docker stack deploy refuses memswap_limit; of the files of a tmpfs swap-limit-missing warns
        if (limit.isEmpty()
                || !container.memory().swap().isAbsent()
                || container.swarm()
                || !container.tmpfsMounts().isEmpty()) {
            return List.of();
        }
        return List.of(SwapLimits.together(container, limit.get())
                .says("\"" + container.name().value() + "\" may use " + limit.get() + " of swap on top of its "
                        + limit.get() + " of memory: its swap is not limited"));
    }
}

package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** The swap limit counts memory too, so one below the memory limit is refused. Source: moby daemon_unix.go. */
public final class SwapBelowMemory implements ContainerRule {
    @Override
    public String id() {
        return "swap-below-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        SwapLimit swap = container.memory().swap().orNull();
        Optional<ByteSize> limit = container.limit();
        if (swap == null || swap.unlimited() || limit.isEmpty() || !limit.get().exceeds(swap.total())) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.memory().swap())
                .label(container.memory().limit(), "the memory limit")
                .change(
                        "limit memory and swap together to " + limit.get() + ", so that nothing is swapped",
                        Safety.UNSAFE,
                        new Change.SetSwapLimit(limit.get()))
                .says("swap limit " + swap.total() + " of \"" + container.name().value()
                        + "\" counts memory and swap together and is below its " + limit.get()
                        + " memory limit: the engine refuses to create the container"));
    }
}

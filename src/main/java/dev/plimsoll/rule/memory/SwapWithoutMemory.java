package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A swap limit needs a memory limit beside it. Source: moby daemon_unix.go. */
public final class SwapWithoutMemory implements ContainerRule {
    @Override
    public String id() {
        return "swap-without-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        SwapLimit swap = container.memory().swap().orNull();
        boolean unlimitedMemory = container.memory().limit().isAbsent();
        if (swap == null || swap.unlimited() || !unlimitedMemory) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.memory().swap())
                .change(
                        "limit memory to " + swap.total() + " too",
                        Safety.UNSAFE,
                        new Change.SetMemoryLimit(swap.total()))
                .says("\"" + container.name().value() + "\" has a swap limit of " + swap.total()
                        + " but no memory limit: the engine refuses to create the container"));
    }
}

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

/** A memory limit that swap makes meaningless. */
public final class SwapUnlimited implements ContainerRule {
    @Override
    public String id() {
        return "swap-unlimited";
    }

    @Override
    public List<Finding> check(Container container) {
        SwapLimit swap = container.memory().swap().orNull();
        Optional<ByteSize> limit = container.limit();
        if (swap == null || !swap.unlimited() || limit.isEmpty()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.memory().swap())
                .label(container.memory().limit(), "the memory limit")
                .change(
                        "limit memory and swap together to " + limit.get() + ", so that nothing is swapped",
                        Safety.UNSAFE,
                        new Change.SetSwapLimit(limit.get()))
                .says("a swap limit of -1 lets \"" + container.name().value()
                        + "\" use all of the host's swap beyond its " + limit.get()
                        + " memory limit: it slows down the host instead of being killed"));
    }
}

package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.MemoryLimits;

/** Findings about a memory limit beside which swap has none. */
public final class SwapLimits {
    private SwapLimits() {}

    /** A finding at the memory limit, with the way to one limit of both. */
    public static FindingDraft<Change.OfContainer> together(Container container, ByteSize limit) {
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, container.memory().limit());
        if (MemoryLimits.MINIMUM.exceeds(limit)) {
            // the limit is not what was meant, and its copy would not be either
            return finding.help("correct the limit first, then limit memory and swap together");
        }
        return finding.change(
                "limit memory and swap together to " + limit + ", so that nothing is swapped",
                Safety.UNSAFE,
                new Change.SetSwapLimit(limit));
    }
}

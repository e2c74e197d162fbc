package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that may take all of the host's memory. */
public final class MemoryLimitMissing implements ContainerRule {
    private final ByteSize suggested;

    /**
     * A rule with the limit that it suggests.
     *
     * @param suggest a limit to begin with
     */
    public MemoryLimitMissing(ByteSize suggest) {
        this.suggested = suggest;
    }

    @Override
    public String id() {
        return "memory-limit-missing";
    }

    @Override
    public List<Finding> check(Container container) {
        // with a swap limit alone the engine refuses, and swap-without-memory says so
        if (!container.memory().limit().isAbsent() || container.memory().swap().isPresent()) {
            return List.of();
        }
        // docker stack deploy refuses a swap limit
        String what = container.swarm() ? "limit memory to " : "limit memory, and memory and swap together, to ";
        return List.of(FindingDraft.at(container, container.name())
                // a number that nobody measured may kill the program: it is for people to write
                .help(what + "what it needs under load; " + suggested + " is a place to start")
                .says("\"" + container.name().value()
                        + "\" has no memory limit: a leak in it uses up the memory of the host"));
    }
}

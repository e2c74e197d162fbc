package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** More memory kept for a container than it may use. Source: moby daemon_unix.go. */
public final class MemoryReservationAboveLimit implements ContainerRule {
    @Override
    public String id() {
        return "memory-reservation-above-limit";
    }

    @Override
    public List<Finding> check(Container container) {
        MemoryLimits memory = container.memory();
        Optional<ByteSize> limit = memory.limit().known();
        Optional<ByteSize> reservation = memory.reservation().known();
        if (limit.isEmpty() || reservation.isEmpty() || !reservation.get().exceeds(limit.get())) {
            return List.of();
        }
        // a limit below the engine's minimum lacks its unit, and memory-below-minimum says so
        if (MemoryLimits.MINIMUM.exceeds(limit.get())) {
            return List.of();
        }
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, memory.reservation()).label(memory.limit(), "the memory limit");
        ByteSize half = ByteSize.mebibytes(limit.get().bytes() / 2 / ByteSize.MIB);
        if (MemoryLimits.MINIMUM.exceeds(half)) {
            finding.help("reserve less than the limit, or nothing");
        } else {
            finding.change(
                    "reserve " + half + ", half of the limit", Safety.UNSAFE, new Change.SetMemoryReservation(half));
        }
        return List.of(finding.says("memory reservation " + reservation.get() + " of \""
                + container.name().value() + "\" is above its " + limit.get()
                + " memory limit: the engine refuses to create the container"));
    }
}

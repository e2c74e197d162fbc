package dev.plimsoll.budget;

import dev.plimsoll.model.ByteSize;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a container uses at one moment.
 *
 * @param memory what its engine counts toward its limit
 * @param tmpfs what lies in a tmpfs, by its target; only of those that were asked for it
 */
public record WaterLevel(ByteSize memory, Map<String, ByteSize> tmpfs) {
    /** Sizes are suggested in multiples of this. */
    private static final long STEP = ByteSize.mebibytes(16).bytes();

    /** Sizes above this multiple of what is used are told to be large. */
    private static final int AMPLE = 4;

    /** Copies the map. */
    public WaterLevel {
        tmpfs = Map.copyOf(tmpfs);
    }

    /** What lies in a part; empty if nobody asked. */
    public Optional<ByteSize> in(Segment segment) {
        return Optional.ofNullable(tmpfs.get(segment.name()));
    }

    /**
     * A size that would hold what lies in a part, and half as much again, in steps. Empty if its own is not much more, or
     * nothing is known to lie there.
     */
    public Optional<ByteSize> suggested(Segment segment) {
        Optional<ByteSize> used = in(segment);
        if (used.isEmpty() || used.get().bytes() == 0) {
            return Optional.empty();
        }
        long wanted = used.get().bytes() / 2 * 3;
        long enough = (wanted / STEP + 1) * STEP;
        boolean ample = segment.isOpen()
                || (segment.size().isPresent() && segment.size().get().bytes() > enough * AMPLE);
        return ample ? Optional.of(new ByteSize(enough)) : Optional.empty();
    }

    /** The higher of two, part by part: of several containers of one service. */
    public WaterLevel highest(WaterLevel other) {
        Map<String, ByteSize> all = new HashMap<>(tmpfs);
        other.tmpfs.forEach((path, size) -> all.merge(path, size, (a, b) -> a.exceeds(b) ? a : b));
        return new WaterLevel(memory.exceeds(other.memory) ? memory : other.memory, all);
    }
}

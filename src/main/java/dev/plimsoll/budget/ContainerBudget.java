package dev.plimsoll.budget;

import dev.plimsoll.model.ByteSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What counts toward the memory limit of one container.
 *
 * @param name the container's name
 * @param path the file that names it, as messages show it
 * @param limit its memory limit; empty if it has none, or none that is known
 * @param unknownLimit the limit as written if it is not known; empty otherwise
 * @param swap what it may swap
 * @param replicas how many run; empty if that is not known
 * @param profiles the profiles that switch it on
 * @param segments the parts that its declaration speaks of, in order of writing
 * @param water what it uses now; empty if nobody asked
 */
public record ContainerBudget(
        String name,
        String path,
        Optional<ByteSize> limit,
        String unknownLimit,
        Swap swap,
        OptionalInt replicas,
        List<String> profiles,
        List<Segment> segments,
        Optional<WaterLevel> water) {
    /** A container of which nobody asked what it uses now. */
    public ContainerBudget(
            String name,
            String path,
            Optional<ByteSize> limit,
            String unknownLimit,
            Swap swap,
            OptionalInt replicas,
            List<String> profiles,
            List<Segment> segments) {
        this(name, path, limit, unknownLimit, swap, replicas, profiles, segments, Optional.empty());
    }

    /** The same container at a level. */
    public ContainerBudget at(WaterLevel level) {
        return new ContainerBudget(
                name, path, limit, unknownLimit, swap, replicas, profiles, segments, Optional.of(level));
    }

    /** Copies the lists. */
    public ContainerBudget {
        profiles = List.copyOf(profiles);
        segments = List.copyOf(segments);
    }

    /** Whether it has no limit at all. */
    public boolean isUnlimited() {
        return limit.isEmpty() && unknownLimit.isEmpty();
    }

    /** The parts of a known size together. */
    public ByteSize used() {
        ByteSize sum = ByteSize.ZERO;
        for (Segment segment : segments) {
            sum = sum.plus(segment.size().orElse(ByteSize.ZERO));
        }
        return sum;
    }

    /** The parts of a known size and of one kind together. */
    public ByteSize used(Segment.Kind kind) {
        ByteSize sum = ByteSize.ZERO;
        for (Segment segment : segments) {
            if (segment.kind() == kind) {
                sum = sum.plus(segment.size().orElse(ByteSize.ZERO));
            }
        }
        return sum;
    }

    /** What the limit leaves for all else; zero if it leaves nothing. Empty without a limit. */
    public Optional<ByteSize> left() {
        return limit.isPresent() ? Optional.of(limit.get().minus(used())) : Optional.empty();
    }

    /** What the parts exceed the limit by; zero if they do not, or without a limit. */
    public ByteSize overload() {
        return limit.isPresent() ? used().minus(limit.get()) : ByteSize.ZERO;
    }

    /** Whether the parts fill the limit, or exceed it. */
    public boolean isFull() {
        return limit.isPresent() && limit.get().bytes() > 0 && !limit.get().exceeds(used());
    }

    /** Whether a part may grow past every number that is written. */
    public boolean isOpen() {
        for (Segment segment : segments) {
            if (segment.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is anything to draw: a limit, or a part that counts toward one. */
    public boolean isDrawn() {
        return limit.isPresent() || !segments.isEmpty() || water.isPresent();
    }

    /** What becomes of it, in a few words. */
    public String verdict() {
        return water.isPresent() ? declared() + "; " + water.get().memory() + " in use" : declared();
    }

    private String declared() {
        if (overload().bytes() > 0) {
            return overload() + " over";
        }
        if (isFull()) {
            return "nothing left for the process";
        }
        if (limit.isPresent()) {
            ByteSize left = left().orElse(ByteSize.ZERO);
            String all = used().bytes() == 0 ? "all " : "the other ";
            return isOpen() ? "no size: may fill " + all + left : left + " left";
        }
        String limitless = isUnlimited() ? "no limit" : "unknown limit";
        return isOpen() ? limitless + ", no size" : limitless;
    }
}

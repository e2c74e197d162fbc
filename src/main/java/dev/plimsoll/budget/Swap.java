package dev.plimsoll.budget;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.SwapLimit;
import java.util.Optional;

/**
 * What a container may swap beyond its limit. Source: moby daemon_unix.go, adaptContainerSettings.
 *
 * @param kind which case it is
 * @param size the bytes; empty unless the case is a number
 */
public record Swap(Kind kind, Optional<ByteSize> size) {
    /** The cases. */
    public enum Kind {
        /** Nothing: both limits are equal. */
        NONE("none"),
        /** As many bytes as the two limits differ by; as the limit again where nothing is written. */
        SIZE("size"),
        /** As much as the host has. */
        UNLIMITED("unlimited"),
        /** Nobody can tell here, or the engine refuses what is written. */
        UNKNOWN("unknown");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word in reports. */
        public String label() {
            return label;
        }
    }

    static Swap of(MemoryLimits memory) {
        Field<SwapLimit> field = memory.swap();
        Optional<ByteSize> limit = memory.limit().known();
        if (limit.isEmpty()) {
            boolean open = memory.limit().isAbsent() && field.isAbsent();
            return new Swap(open ? Kind.UNLIMITED : Kind.UNKNOWN, Optional.empty());
        }
        if (field.isAbsent()) {
            // the engine makes the sum twice the limit
            return new Swap(Kind.SIZE, limit);
        }
        SwapLimit swap = field.orNull();
        if (swap == null || (!swap.unlimited() && limit.get().exceeds(swap.total()))) {
            return new Swap(Kind.UNKNOWN, Optional.empty());
        }
        if (swap.unlimited()) {
            return new Swap(Kind.UNLIMITED, Optional.empty());
        }
        ByteSize size = swap.total().minus(limit.get());
        return size.bytes() == 0 ? new Swap(Kind.NONE, Optional.empty()) : new Swap(Kind.SIZE, Optional.of(size));
    }

    /** The case in words. */
    public String words() {
        return switch (kind) {
            case NONE -> "no swap";
            case SIZE -> size.isPresent() ? size.get() + " swap" : "swap";
            case UNLIMITED -> "unlimited swap";
            case UNKNOWN -> "unknown swap";
        };
    }
}

package dev.plimsoll.budget;

import dev.plimsoll.model.ByteSize;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a container's memory that its declaration speaks of.
 *
 * @param kind what takes it
 * @param name how a legend calls it: the target of a mount, an option as written
 * @param bound how far it may grow
 * @param size the bytes that it may grow to; empty if its bound is no known number
 */
public record Segment(Kind kind, String name, Bound bound, Optional<ByteSize> size) {
    /** What takes memory. */
    public enum Kind {
        /** Files of a tmpfs. */
        TMPFS,
        /** Shared memory: {@code /dev/shm}. */
        SHM,
        /** What the program was told to take: a heap, a cache. */
        DECLARED;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The word in reports. */
        public String label() {
            return label;
        }
    }

    /** How far a part may grow. */
    public enum Bound {
        /** To a number of bytes. */
        SIZE("size"),
        /** To a share of the host's memory, whatever the limit. */
        HOST("host"),
        /** Until something else stops it: the limit, or half of the host's memory. */
        NONE("none"),
        /** Nobody can tell here: a variable, or a value that is not valid. */
        UNKNOWN("unknown");

        private final String label;

        Bound(String label) {
            this.label = label;
        }

        /** The word in reports. */
        public String label() {
            return label;
        }
    }

    /** A part of a known size. */
    static Segment sized(Kind kind, String name, ByteSize size) {
        return new Segment(kind, name, Bound.SIZE, Optional.of(size));
    }

    /** Whether it may grow past every number that is written. */
    public boolean isOpen() {
        return bound == Bound.NONE || (bound == Bound.HOST && size.isEmpty());
    }

    /** The size in words. */
    public String amount() {
        return switch (bound) {
            case NONE -> "no size";
            case UNKNOWN -> "unknown";
            case SIZE, HOST -> size.isPresent() ? size.get().toString() : "a share of the host";
        };
    }
}

package dev.plimsoll.model;

/**
 * {@code memswap_limit}: memory and swap together.
 *
 * @param total bytes of both; meaningless if unlimited
 * @param unlimited as much swap as the host has: {@code -1}
 * @param quoted whether that is written as a YAML string, which Compose takes since compose-go of 2026-04 only
 */
public record SwapLimit(ByteSize total, boolean unlimited, boolean quoted) {
    /** No bound on swap. */
    public static final SwapLimit UNLIMITED = new SwapLimit(ByteSize.ZERO, true, false);

    /** The same in quotes. */
    public static final SwapLimit QUOTED_UNLIMITED = new SwapLimit(ByteSize.ZERO, true, true);

    /** A bound on memory and swap together. */
    public static SwapLimit of(ByteSize total) {
        return new SwapLimit(total, false, false);
    }
}

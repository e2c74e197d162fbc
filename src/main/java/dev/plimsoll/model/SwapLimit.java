package dev.plimsoll.model;

/**
 * {@code memswap_limit}: memory and swap together.
 *
 * @param total bytes of both; meaningless if unlimited
 * @param unlimited as much swap as the host has: {@code -1}
 */
public record SwapLimit(ByteSize total, boolean unlimited) {
    /** No bound on swap. */
    public static final SwapLimit UNLIMITED = new SwapLimit(ByteSize.ZERO, true);

    /** A bound on memory and swap together. */
    public static SwapLimit of(ByteSize total) {
        return new SwapLimit(total, false);
    }
}

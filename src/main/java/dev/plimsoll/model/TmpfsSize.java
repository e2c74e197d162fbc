package dev.plimsoll.model;

/** How far a tmpfs may grow. Memory is taken as files are written, not ahead. */
public sealed interface TmpfsSize {
    /** {@code size=0} or {@code 0%} of a mount option: no bound at all. Source: linux Documentation tmpfs.rst. */
    TmpfsSize UNLIMITED = new Unlimited();

    /**
     * A number of bytes.
     *
     * @param size more than zero
     */
    record Bytes(ByteSize size) implements TmpfsSize {}

    /**
     * A share of the host's memory, whatever the container's limit.
     *
     * @param percent of physical memory
     */
    record HostPercent(long percent) implements TmpfsSize {}

    /** No bound. */
    record Unlimited() implements TmpfsSize {}
}

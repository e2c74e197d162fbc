package dev.plimsoll.model;

import java.util.List;

/**
 * What a container may use of the host's memory. Zero counts as not set, as the engine has it.
 *
 * @param limit the effective limit: {@code mem_limit}, {@code deploy.resources.limits.memory} or {@code -m}
 * @param swap memory and swap together
 * @param reservation the part that is kept for it under pressure
 * @param shm the size of {@code /dev/shm} as set; {@link Container#ownShm()} says whether it counts
 * @param tuning what happens when memory runs out
 * @param misspelled sizes among these that Compose does not take as they were meant
 */
public record MemoryLimits(
        Field<ByteSize> limit,
        Field<SwapLimit> swap,
        Field<ByteSize> reservation,
        Field<ByteSize> shm,
        MemoryTuning tuning,
        List<MisspelledSize> misspelled) {
    /** Copies the list. */
    public MemoryLimits {
        misspelled = List.copyOf(misspelled);
    }

    /** The least that the engine takes for a limit or reservation. Source: moby daemon_unix.go, linuxMinMemory. */
    public static final ByteSize MINIMUM = ByteSize.mebibytes(6);
}

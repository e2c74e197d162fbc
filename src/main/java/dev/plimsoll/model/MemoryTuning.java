package dev.plimsoll.model;

/**
 * Settings beside the limits that tell the kernel what to do when memory runs out. The first two and the last need
 * cgroup v1; on v2 the engine warns and drops them. Source: moby pkg/sysinfo/cgroup2_linux.go.
 *
 * @param swappiness {@code mem_swappiness}, 0 to 100
 * @param oomKillDisable {@code oom_kill_disable}
 * @param oomScoreAdjust {@code oom_score_adj}, -1000 to 1000
 * @param kernelMemory {@code --kernel-memory}, as written; Compose has no key for it
 */
public record MemoryTuning(
        Field<Integer> swappiness,
        Field<Boolean> oomKillDisable,
        Field<Integer> oomScoreAdjust,
        Field<String> kernelMemory) {}

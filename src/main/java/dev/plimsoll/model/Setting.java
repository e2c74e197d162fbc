package dev.plimsoll.model;

/** A setting of a container that a fix writes or removes, with its two spellings. */
public enum Setting {
    /** Memory and swap together. */
    SWAP("memswap_limit", "--memory-swap"),
    /** The size of {@code /dev/shm}. */
    SHM("shm_size", "--shm-size"),
    /** How eagerly the kernel swaps, cgroup v1 only. */
    SWAPPINESS("mem_swappiness", "--memory-swappiness"),
    /** Whether the kernel may kill the container when memory runs out, cgroup v1 only. */
    OOM_KILL_DISABLE("oom_kill_disable", "--oom-kill-disable"),
    /** A bound on kernel memory, no longer supported by kernels. */
    KERNEL_MEMORY("kernel_memory", "--kernel-memory"),
    /** How many CPUs. */
    CPUS("cpus", "--cpus"),
    /** How many processes. */
    PIDS("pids_limit", "--pids-limit"),
    /** Capabilities that are added; a list. */
    CAP_ADD("cap_add", "--cap-add"),
    /** Capabilities that are dropped; a list. */
    CAP_DROP("cap_drop", "--cap-drop"),
    /** Options of seccomp, AppArmor, SELinux and the like; a list. */
    SECURITY_OPT("security_opt", "--security-opt");

    private final String key;
    private final String flag;

    Setting(String key, String flag) {
        this.key = key;
        this.flag = flag;
    }

    /** The key of a Compose service. */
    public String key() {
        return key;
    }

    /** The flag of a docker command, in its long form. */
    public String flag() {
        return flag;
    }
}

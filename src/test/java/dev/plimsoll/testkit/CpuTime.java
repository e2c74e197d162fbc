package dev.plimsoll.testkit;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time that a piece of work takes of a processor: unlike wall time it says little of what else the machine is doing. */
public final class CpuTime {
    private CpuTime() {}

    /** The time that this thread is busy with the work. */
    public static Duration of(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
}

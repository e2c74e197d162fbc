package dev.plimsoll.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Memory that a piece of work asks for, which is the same on every machine and whatever else runs there. */
public final class Allocation {
    private Allocation() {}

    /** Bytes of all that this thread makes for the work, garbage too. */
    public static long of(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        work.run();
        return threads.getThreadAllocatedBytes(id) - before;
    }
}

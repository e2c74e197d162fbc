package dev.plimsoll.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long. Time is that of the processor, so that a busy machine makes no hang; a step that waits, for a
 * pipe or a lock, is given minutes.
 */
final class Watch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WAITING = 120_000_000_000L;
    private static final int LOOKS = 8;
    private static final long BETWEEN_LOOKS = 5_000_000L;
    private static final String OURS = "dev.plimsoll.";
    private static final String TESTS = "dev.plimsoll.fuzz.";

    private final Thread thread;
    private boolean active;
    private boolean seen;
    private long cpuStart;
    private long start;
    private long limit;
    private @Nullable Violation hang;

    Watch(Thread thread) {
        this.thread = thread;
    }

    /**
     * Begins a step. Nothing is measured here: a thread's time is dear to ask for, and most steps are over before anybody
     * looks at them.
     *
     * @param nanoseconds what it may take
     */
    synchronized void begin(long nanoseconds) {
        limit = nanoseconds;
        hang = null;
        active = true;
        seen = false;
    }

    /** Ends a step. */
    synchronized void end() {
        active = false;
    }

    /** That the step that was ended hung, and where; null if it did not. */
    synchronized @Nullable Violation hang() {
        return hang;
    }

    /**
     * Looks at the step that is going on and ends it if it takes too long.
     *
     * @return whether it is over; false if it hangs and cannot be ended, which newer JVMs do not allow
     */
    synchronized boolean look() {
        if (!active) {
            return true;
        }
        long cpu = THREADS.getThreadCpuTime(thread.getId());
        if (!seen) {
            seen = true;
            cpuStart = cpu;
            start = System.nanoTime();
        }
        if (cpu - cpuStart < limit && System.nanoTime() - start < WAITING) {
            return true;
        }
        List<String> trace = trace();
        String where = trace.isEmpty() ? "outside of plimsoll" : method(trace.get(trace.size() - 1));
        hang = new Violation("hangs in " + where, String.join("\n", trace));
        active = false;
        return stop();
    }

    /** Asked for by name: the method goes from one JDK, and does nothing in those before it. */
    private boolean stop() {
        try {
            Thread.class.getMethod("stop").invoke(thread);
            return true;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return false;
        } catch (InvocationTargetException e) {
            return false;
        }
    }

    /** The innermost place that several looks have in common is where it goes round; the calls to there, outermost first. */
    private static List<String> common(List<String> calls, List<String> others) {
        int same = 0;
        while (same < calls.size()
                && same < others.size()
                && method(calls.get(same)).equals(method(others.get(same)))) {
            same++;
        }
        return calls.subList(0, same);
    }

    private static String method(String call) {
        return call.substring(0, call.indexOf('('));
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (StackTraceElement element : thread.getStackTrace()) {
            if (element.getClassName().startsWith(TESTS)) {
                break;
            }
            calls.add(element.getClassName() + "." + element.getMethodName() + "(" + element.getFileName() + ":"
                    + element.getLineNumber() + ")");
        }
        Collections.reverse(calls);
        return calls;
    }

    private List<String> trace() {
        List<String> common = calls();
        for (int i = 1; i < LOOKS; i++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            common = common(common, calls());
        }
        while (!common.isEmpty() && !common.get(common.size() - 1).contains(OURS)) {
            common = common.subList(0, common.size() - 1);
        }
        return List.copyOf(common);
    }
}

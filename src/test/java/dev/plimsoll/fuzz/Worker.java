package dev.plimsoll.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tries one input after the other, in a thread and a directory of its own. */
final class Worker implements Runnable {
    private static final int MEASURE_EACH = 32;

    private final Campaign campaign;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile Watch watch = new Watch(Thread.currentThread());
    private volatile long index;
    private volatile long busy;

    Worker(Campaign campaign) {
        this.campaign = campaign;
    }

    /** What looks after this thread. */
    Watch watch() {
        return watch;
    }

    /** The input that it is at, or was at when it hung. */
    long index() {
        return index;
    }

    /** Nanoseconds of a processor so far. */
    long busy() {
        return busy;
    }

    /** Inputs and steps so far, by kind. */
    Map<String, Integer> counts() {
        return counts;
    }

    @Override
    public void run() {
        watch = new Watch(Thread.currentThread());
        try (Workplace place = new Workplace()) {
            while (!campaign.isOver()) {
                index = campaign.next();
                one(place);
                if (index % MEASURE_EACH < 2) {
                    busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void one(Workplace place) {
        Chance chance = campaign.chance(index);
        Choices choices = Choices.by(new Chance(chance.seed()));
        Input input = campaign.mutator().any(chance);
        Trial trial = new Trial(place, watch, input, choices);
        Violation violation = violation(trial);
        counts.merge(input.kind(), 1, Integer::sum);
        for (Act act : choices.acts()) {
            counts.merge(act.name(), 1, Integer::sum);
        }
        if (violation != null && campaign.failures().add(violation)) {
            Choices again = choices.only(trial.act());
            Minimizer minimizer = new Minimizer(candidate -> {
                Violation other = violation(new Trial(place, watch, candidate, again));
                return other != null && other.kind().equals(violation.kind());
            });
            Input least = minimizer.minimize(input);
            campaign.failures().save(violation, index, trial.act(), again, least);
        }
    }

    /** What came of a trial; an error of the fuzzer's own counts as well, and so does one that ended a hang. */
    private @Nullable Violation violation(Trial trial) {
        try {
            trial.run();
            return null;
        } catch (Violation e) {
            return e;
        } catch (IOException | RuntimeException | Error e) {
            Violation hang = watch.hang();
            if (hang != null) {
                return hang;
            }
            StackTraceElement[] trace = e.getStackTrace();
            return new Violation(
                    "the fuzzer fails: " + e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]),
                    String.valueOf(e.getMessage()));
        }
    }
}

package dev.plimsoll.session;

import dev.plimsoll.engine.ProjectLinter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Has the units of a run examined on all processors, a few of them ahead of the run. The run takes them in its order, one by
 * one, and alone decides what is told of them: so what it tells does not depend on the number of threads. See
 * {@code src/adr/016-units-are-examined-ahead.md}.
 */
final class ExaminedAhead {
    /** Units for which it pays to start threads: 24 took as long on two as on one. */
    static final int FEWEST = 48;

    /** The system property that says how many threads there are, in place of the number of processors; tests set it. */
    static final String THREADS = "plimsoll.threads";

    private static final int MOST_THREADS = 8;

    /** Units that a thread hands over together, as waking the run costs about as much as a small unit does. */
    private static final int MOST_TOGETHER = 8;

    /** Tasks of each thread that are begun before the run wants them; what is in memory of units is so much and no more. */
    private static final int TASKS_AHEAD = 4;

    private final List<Unit> units;
    private final ExecutorService threads;
    private final int together;
    private final int tasksAhead;
    private final ArrayDeque<Future<List<@Nullable Examined>>> tasks = new ArrayDeque<>();
    /** Units that tasks were made of. */
    private int given;

    /** What the last task that is done has seen, without what the run took. */
    private List<@Nullable Examined> handed = new ArrayList<>();
    /** Units that the run took. */
    private int taken;
    /** The first unit of those that were handed over last. */
    private int first;

    private ExaminedAhead(List<Unit> units, int count, Threads threads) {
        this.units = units;
        this.together = Math.max(1, Math.min(MOST_TOGETHER, units.size() / (count * MOST_TOGETHER)));
        this.tasksAhead = count * TASKS_AHEAD;
        this.threads = Executors.newFixedThreadPool(count, threads);
    }

    /** Begins to examine; null where there is one processor only, or what is read can be read but once. */
    static @Nullable ExaminedAhead of(
            List<Unit> units, Projects projects, ConfigFiles configs, ProjectLinter.LocalDateSource today) {
        int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        int count = Integer.getInteger(THREADS, processors);
        boolean again = projects.inputs().isOnDisk() && !configs.isReadOnce() && projects.canReadAgain(units);
        return count > 1 && again ? new ExaminedAhead(units, count, new Threads(projects, configs, today)) : null;
    }

    /** Makes threads, at the time when the run gives the first tasks, and each with an examiner of its own. */
    private static final class Threads implements ThreadFactory {
        private final Projects projects;
        private final ConfigFiles configs;
        private final ProjectLinter.LocalDateSource today;

        Threads(Projects projects, ConfigFiles configs, ProjectLinter.LocalDateSource today) {
            this.projects = projects;
            this.configs = configs;
            this.today = today;
        }

        @Override
        public Thread newThread(Runnable work) {
            return new ExaminerThread(work, new Examiner(projects, configs, today));
        }
    }

    /** Ends with the process, whatever it is doing. */
    private static final class ExaminerThread extends Thread {
        private final Examiner examiner;

        ExaminerThread(Runnable work, Examiner examiner) {
            super(work, "examiner");
            this.examiner = examiner;
            setDaemon(true);
        }
    }

    /** Some units in a row. */
    private final class Task implements Callable<List<@Nullable Examined>> {
        private final int from;
        private final int to;

        Task(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public List<@Nullable Examined> call() {
            Examiner examiner = ((ExaminerThread) Thread.currentThread()).examiner;
            List<@Nullable Examined> examined = new ArrayList<>(to - from);
            for (Unit unit : units.subList(from, to)) {
                examined.add(examiner.examine(unit));
            }
            return examined;
        }
    }

    /** The next unit of the run as it was examined; null if the run has to do that itself. */
    @Nullable
    Examined next() {
        int index = taken - first;
        if (index == handed.size()) {
            begin();
            first = taken;
            index = 0;
            handed = outcome(tasks.remove());
        }
        taken++;
        // the run alone keeps it
        return handed.set(index, null);
    }

    /** Begins as much as may be begun. */
    private void begin() {
        while (tasks.size() < tasksAhead && given < units.size()) {
            int to = Math.min(units.size(), given + together);
            tasks.add(threads.submit(new Task(given, to)));
            given = to;
        }
    }

    private List<@Nullable Examined> outcome(Future<List<@Nullable Examined>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // as where memory ends: alone the run may have enough, or tells that it has not
        }
        int count = Math.min(together, units.size() - taken);
        return new ArrayList<>(Collections.nCopies(count, null));
    }

    /** Ends the threads, each with the unit that it is at. */
    void end() {
        threads.shutdownNow();
    }
}

package dev.plimsoll.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Inputs made by chance, tried for as long as one says. The same seed gives the same inputs in the same order. */
final class Campaign {
    private static final Path LEFT_IN = Path.of("target", "fuzz");

    /** Inputs begin far from each other in the one sequence that all have: a multiplier of Steele and Vigna's. */
    private static final long STRIDE = 0xD1342543DE82EF95L;

    private static final long LOOK_EACH = 250;
    private static final double SECOND = 1e9;
    private static final long TELL_EACH = 60_000_000_000L;

    private final long seed;
    private final Mutator mutator;
    private final Failures failures;
    private final AtomicLong next = new AtomicLong();
    private volatile boolean over;

    Campaign(long seed) {
        Corpus corpus = Corpus.read();
        this.seed = seed;
        this.mutator = new Mutator(corpus, Dictionary.of(corpus));
        this.failures = new Failures(LEFT_IN, seed);
    }

    Mutator mutator() {
        return mutator;
    }

    Failures failures() {
        return failures;
    }

    /** The number of the next input. */
    long next() {
        return next.getAndIncrement();
    }

    boolean isOver() {
        return over;
    }

    /** What decides on an input. */
    Chance chance(long index) {
        return new Chance(new Chance(seed).seed() + index * STRIDE);
    }

    /** A worker and the thread that it has. */
    private record Hand(Worker worker, Thread thread) {}

    private Hand start() {
        Worker worker = new Worker(this);
        Thread thread = new Thread(worker, "fuzz");
        thread.setDaemon(true);
        thread.start();
        return new Hand(worker, thread);
    }

    /** Tries inputs in some threads for some time, and tells each minute how many. */
    void run(Duration time, int threads) throws InterruptedException {
        long start = System.nanoTime();
        long told = start;
        List<Hand> hands = new ArrayList<>();
        List<Hand> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            hands.add(start());
        }
        all.addAll(hands);
        while (System.nanoTime() - start < time.toNanos()) {
            Thread.sleep(LOOK_EACH);
            for (int i = 0; i < hands.size(); i++) {
                Hand hand = hands.get(i);
                if (!hand.worker().watch().look()) {
                    lost(hand.worker());
                } else if (hand.thread().isAlive()) {
                    continue;
                }
                hands.set(i, start());
                all.add(hands.get(i));
            }
            if (System.nanoTime() - told >= TELL_EACH) {
                told = System.nanoTime();
                tell(told - start, all);
            }
        }
        over = true;
        for (Hand hand : hands) {
            while (hand.thread().isAlive() && hand.worker().watch().look()) {
                hand.thread().join(LOOK_EACH);
            }
        }
        tell(System.nanoTime() - start, all);
        Map<String, Integer> counts = new TreeMap<>();
        for (Hand hand : all) {
            hand.worker().counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
        }
        System.out.println("fuzz: " + counts);
    }

    /** A thread that hangs and cannot be ended goes on to the end of the process; its input stays as it is. */
    private void lost(Worker worker) {
        Violation hang = worker.watch().hang();
        if (hang != null && failures.add(hang)) {
            Chance chance = chance(worker.index());
            Choices choices = Choices.by(new Chance(chance.seed()));
            failures.save(hang, worker.index(), Act.CHECK, choices, mutator.any(chance));
        }
    }

    private void tell(long nanoseconds, List<Hand> all) {
        long busy = 0;
        for (Hand hand : all) {
            busy += hand.worker().busy();
        }
        long inputs = next.get();
        System.out.printf(
                "fuzz: %.0f s, %d inputs, %.0f in a second of a processor, %d kinds of failures%n",
                nanoseconds / SECOND, inputs, inputs * SECOND / Math.max(1, busy), failures.kinds());
    }
}

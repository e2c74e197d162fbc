package dev.plimsoll.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Decisions by chance that a number tells: the same seed decides the same. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number from 0 on. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something happens that happens once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** At least 1, twice as often as one more, at most a bound. */
    int few(int bound) {
        int count = 1;
        while (count < bound && random.nextBoolean()) {
            count++;
        }
        return count;
    }

    /** A seed for decisions that do not depend on how many are made here. */
    long seed() {
        return random.nextLong();
    }
}

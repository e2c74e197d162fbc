package dev.plimsoll.fuzz;

import java.io.IOException;

/** One input, tried in every way. */
final class Everything {
    private Everything() {}

    /**
     * Tries an input.
     *
     * @throws Violation if something does not hold
     */
    static void of(Input input) throws IOException, Violation {
        try (Workplace place = new Workplace()) {
            for (Choices choices : Choices.all()) {
                new Trial(place, new Watch(Thread.currentThread()), input, choices).run();
            }
        }
    }
}

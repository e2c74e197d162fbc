package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Any input, for as long as one says: {@code mvn test -Pfuzz -Dplimsoll.fuzz=1h}. With {@code -Dplimsoll.fuzz.seed=N} other
 * inputs than last time; with {@code -Dplimsoll.fuzz.input=N} that input alone; with {@code -Dplimsoll.fuzz.replay=DIR}
 * what a failure left in a directory.
 */
@Tag("fuzz")
class FuzzTest {
    private static final String PROPERTY = "plimsoll.fuzz";
    private static final int THREADS = 2;

    private static long number(String name, long standard) {
        return Long.getLong(PROPERTY + "." + name, standard);
    }

    private static Duration time() {
        String time = System.getProperty(PROPERTY, "60s").toUpperCase(Locale.ROOT);
        return Duration.parse("PT" + time);
    }

    @Test
    void nothingGoesWrongWhateverTheInput() throws Exception {
        long seed = number("seed", 1);
        String replayed = System.getProperty(PROPERTY + ".replay");
        if (replayed != null) {
            Everything.of(Input.saved(Path.of(replayed)));
            return;
        }
        Campaign campaign = new Campaign(seed);
        if (number("input", -1) >= 0) {
            one(campaign, number("input", -1));
            return;
        }
        campaign.run(time(), (int) number("threads", THREADS));
        assertThat(campaign.failures().lines()).isEmpty();
    }

    private static void one(Campaign campaign, long index) throws IOException, Violation {
        Chance chance = campaign.chance(index);
        Choices choices = Choices.by(new Chance(chance.seed()));
        Input input = campaign.mutator().any(chance);
        System.out.println("fuzz: " + input + "\nfuzz: " + choices);
        try (Workplace place = new Workplace()) {
            new Trial(place, new Watch(Thread.currentThread()), input, choices).run();
        }
    }
}

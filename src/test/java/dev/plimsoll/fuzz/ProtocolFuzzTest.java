package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Conversations with the language server that no editor leads, for an eighth of the time that {@code -Dplimsoll.fuzz} says, or
 * {@code -Dplimsoll.fuzz.protocol}. {@code -Dplimsoll.fuzz.seed=N} leads others, {@code -Dplimsoll.fuzz.input=N} one of them.
 */
@Tag("fuzz")
class ProtocolFuzzTest {
    private static final String PROPERTY = "plimsoll.fuzz";
    private static final int SHARE = 8;

    /** Nanoseconds for some dozens of messages, on a machine that has other things to do. */
    private static final long SLOW = 20_000_000_000L;

    private static Duration time() {
        String own = System.getProperty(PROPERTY + ".protocol");
        String time = own == null ? System.getProperty(PROPERTY, "60s") : own;
        Duration whole = Duration.parse("PT" + time.toUpperCase(Locale.ROOT));
        return own == null ? whole.dividedBy(SHARE) : whole;
    }

    @Test
    void theServerAnswersOrEndsInOrder() throws Exception {
        Campaign campaign = new Campaign(Long.getLong(PROPERTY + ".seed", 1));
        long only = Long.getLong(PROPERTY + ".input", -1);
        long end = System.nanoTime() + time().toNanos();
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        Map<String, String> failures = new TreeMap<>();
        long index = Math.max(0, only);
        try (Workplace place = new Workplace()) {
            do {
                Chance chance = campaign.chance(index);
                Input input = campaign.mutator().any(chance);
                long begin = System.nanoTime();
                try {
                    new Conversation(place, chance, input).run();
                } catch (Violation e) {
                    failures.putIfAbsent(e.kind(), "conversation " + index + ": " + e.getMessage());
                }
                if (said.size() > 0) {
                    String words = said.toString(StandardCharsets.UTF_8);
                    failures.putIfAbsent("standard error", "conversation " + index + ": " + words);
                    said.reset();
                }
                if (System.nanoTime() - begin > SLOW) {
                    failures.putIfAbsent("slow", "conversation " + index + " takes longer than one should");
                }
                index++;
            } while (only < 0 && System.nanoTime() < end);
        } finally {
            System.setErr(err);
        }
        System.out.println("fuzz: " + (index - Math.max(0, only)) + " conversations");
        assertThat(failures.values()).isEmpty();
    }
}

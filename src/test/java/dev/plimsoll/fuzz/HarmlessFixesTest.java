package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Fixes cannot harm, whatever else is in the project: {@code -Dplimsoll.fuzz.tries=20000} tries more projects,
 * {@code -Dplimsoll.fuzz.seed=7} others, {@code -Dplimsoll.fuzz.input=15} one of them.
 */
class HarmlessFixesTest {
    private static final long STRIDE = 0xD1342543DE82EF95L;

    @Test
    void fixesOfAnyProjectAreHarmless() throws Exception {
        long seed = Long.getLong("plimsoll.fuzz.seed", 1);
        int tries = Integer.getInteger("plimsoll.fuzz.tries", 200);
        long only = Long.getLong("plimsoll.fuzz.input", -1);
        Map<String, String> failures = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        int fixed = 0;
        int fixes = 0;
        for (long index = only < 0 ? 0 : only; index < (only < 0 ? tries : only + 1); index++) {
            long state = new Chance(seed * STRIDE + index).seed();
            Input input = RandomProject.of(state);
            FixChoice choice = FixChoice.by(state);
            try {
                FixTrial.Outcome outcome = new FixTrial(input, choice).run();
                fixed += outcome.fixed().files().isEmpty() ? 0 : 1;
                fixes += outcome.fixed().applied().size();
            } catch (Violation | RuntimeException | AssertionError e) {
                String kind = e instanceof Violation violation ? violation.kind() : e.toString();
                counts.merge(kind, 1, Integer::sum);
                if (failures.get(kind) == null) {
                    String seen = Boolean.getBoolean("plimsoll.fuzz.raw") ? e.getMessage() : small(input, choice, kind);
                    failures.put(kind, "project " + index + "\n" + seen);
                    System.out.println("=== project " + index + "\n" + seen);
                }
            }
        }
        System.out.println("fixes: " + tries + " projects, " + fixed + " of them fixed in " + fixes + " places");
        assertThat(failures.values()).as(counts.toString()).isEmpty();
        assertThat(only >= 0 || fixed > tries / 2)
                .as("most projects have something to fix")
                .isTrue();
    }

    private static String small(Input input, FixChoice choice, String kind) {
        Input least = new Minimizer(some -> kind.equals(kindOf(some, choice))).minimize(input);
        try {
            new FixTrial(least, choice).run();
            return "not again";
        } catch (Violation | RuntimeException | AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String kindOf(Input input, FixChoice choice) {
        try {
            new FixTrial(input, choice).run();
            return "";
        } catch (Violation e) {
            return e.kind();
        } catch (RuntimeException | AssertionError e) {
            return e.toString();
        }
    }
}

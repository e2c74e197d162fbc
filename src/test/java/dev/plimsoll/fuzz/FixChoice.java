package dev.plimsoll.fuzz;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the fixes that are offered somebody wants.
 *
 * @param unsafeToo whether unsafe ones are wanted at all
 * @param seed decides of each finding whether its fix is wanted; 0 for all
 */
record FixChoice(boolean unsafeToo, long seed) {
    /** All of them. */
    static final FixChoice ALL = new FixChoice(true, 0);

    /** Those that {@code fix --write} makes. */
    static final FixChoice SAFE = new FixChoice(false, 0);

    private static final long MIXING = 0x9E3779B97F4A7C15L;

    /** By chance: a quarter all, a quarter the safe ones, else some. */
    static FixChoice by(long seed) {
        return switch ((int) Math.floorMod(seed, 4L)) {
            case 0 -> ALL;
            case 1 -> SAFE;
            default -> new FixChoice(true, seed | 1);
        };
    }

    private boolean takes(String what) {
        return seed == 0 || ((seed ^ what.hashCode()) * MIXING) >>> 62 != 0;
    }

    /** A configuration that ignores the findings whose fixes are not wanted; empty if all are. */
    String configuration(Collection<Diagnostic> found) {
        Set<String> items = new TreeSet<>();
        for (Diagnostic diagnostic : found) {
            String container = diagnostic.finding().container().orElse("");
            String path = diagnostic.finding().at().file().path();
            if (!takes(diagnostic.rule() + ' ' + container + ' ' + path)) {
                items.add("  - {rule: " + diagnostic.rule() + ", path: '" + path + "'"
                        + (container.isEmpty() ? "" : ", container: '" + container.replace("'", "''") + "'") + "}\n");
            }
        }
        return items.isEmpty() ? "" : "ignore:\n" + String.join("", items);
    }
}

package dev.plimsoll.config;

import dev.plimsoll.diagnostic.Severity;
import java.util.Optional;

/**
 * From which severity on a finding makes the run fail.
 *
 * @param threshold the least bad severity that does; empty if none does
 */
public record FailOn(Optional<Severity> threshold) {
    private static final String NEVER = "never";

    /** The meaning of a word: a severity, or {@code never}. */
    public static Optional<FailOn> of(String word) {
        Optional<Severity> severity = Severity.of(word);
        return severity.isEmpty() && !word.equals(NEVER) ? Optional.empty() : Optional.of(new FailOn(severity));
    }

    /** Whether a finding of this severity makes the run fail. */
    public boolean isReachedBy(Severity severity) {
        return threshold.isPresent() && severity.isAtLeast(threshold.get());
    }
}

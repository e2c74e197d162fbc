package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;

/**
 * A secondary place that shows the cause of a finding.
 *
 * @param at the place
 * @param message what is to be seen there: lower case, no final period
 */
public record Label(Location at, String message) {
    /** Shortens what is endless. */
    public Label {
        message = Shortened.words(message);
    }
}

package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;

/**
 * Why an input could not be read whole.
 *
 * @param at the place that shows it; the start of an empty file if nothing could be read
 * @param message one line, lower case, without path and final period
 */
public record InputError(Location at, String message) {
    private static final String WITHHELD =
            "cannot be read whole; the file lies outside of the work tree, so its content is not shown";

    /** Keeps the content of a withheld file from all who report the error. */
    public InputError {
        if (at.file().isWithheld()) {
            at = at.forReports();
            message = WITHHELD;
        }
        message = Shortened.words(message);
    }

    /** An error about which nothing is said but its place. */
    public static InputError withheld(Location at) {
        return new InputError(at, WITHHELD);
    }
}

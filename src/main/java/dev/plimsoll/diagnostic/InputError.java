package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;

/**
 * Why an input could not be read whole.
 *
 * @param at the place that shows it; the start of an empty file if nothing could be read
 * @param message one line, lower case, without path and final period
 */
public record InputError(Location at, String message) {}

package dev.plimsoll.model;

import dev.plimsoll.source.Location;

/**
 * A value that counts nowhere in a project, since another file or service is laid over it.
 *
 * @param at where it is written
 * @param by where the value that counts is written
 * @param value what counts; empty where {@code !reset} leaves nothing
 */
public record ReplacedValue(Location at, Location by, String value) {}

package dev.plimsoll.migration;

import dev.plimsoll.source.Location;

/**
 * What became of a setting.
 *
 * @param at the setting
 * @param message the setting and what became of it: no final period
 */
public record Remark(Location at, String message) {}

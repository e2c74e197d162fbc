package dev.plimsoll.knowledge;

import java.util.OptionalInt;

/**
 * Whom an image's process runs as from its start on, as its {@code USER} says.
 *
 * @param name the user's name, or the number if it has none
 * @param id the user's number, if it is known
 */
public record ImageUser(String name, OptionalInt id) {}

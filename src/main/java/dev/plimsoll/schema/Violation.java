package dev.plimsoll.schema;

import dev.plimsoll.source.Location;
import java.util.Optional;

/**
 * A place where a Compose file is not what the schema wants.
 *
 * @param at the exact place: an unknown key, a value of the wrong kind, the key of the mapping that lacks something
 * @param path the keys that lead there, such as {@code services.web.ports[0].target}
 * @param message what is wrong: lower case, no final period
 * @param suggestion the word to write instead of what is at {@code at}: a key that takes the value and is not there
 *     already, or the boolean that a word of YAML 1.1 means; empty where there is none, or writing it would be another
 *     mistake
 */
public record Violation(Location at, String path, String message, Optional<String> suggestion) {}

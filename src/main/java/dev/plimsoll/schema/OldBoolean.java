package dev.plimsoll.schema;

/**
 * A word that is a boolean in YAML 1.1 and a string in YAML 1.2, where Compose makes a boolean of a text.
 *
 * @param key the key whose value it is
 * @param value the value
 * @param meant {@code true} or {@code false}, as Compose reads it
 */
public record OldBoolean(String key, SchemaNode value, String meant) {}

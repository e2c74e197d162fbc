package dev.plimsoll.model;

import java.util.Map;
import java.util.Optional;

/**
 * Where a container's output goes.
 *
 * @param driver the driver as written; empty for the engine's default, {@code json-file} unless it is configured otherwise
 * @param options the driver's options, by name
 */
public record Logging(Optional<Located<Value<String>>> driver, Map<String, Located<Value<String>>> options) {
    /** Copies the map. */
    public Logging {
        options = Map.copyOf(options);
    }
}

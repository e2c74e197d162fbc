package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Location;
import java.util.Optional;

/**
 * {@code HEALTHCHECK}.
 *
 * @param at the whole instruction
 * @param test what is run; empty for {@code HEALTHCHECK NONE}, which switches the base image's check off
 */
public record Healthcheck(Location at, Optional<ImageCommand> test) {
    /** Whether it says that there is no check. */
    public boolean isNone() {
        return test.isEmpty();
    }
}

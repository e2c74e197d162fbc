package dev.plimsoll.model;

import java.util.List;

/**
 * How a container's health is told.
 *
 * @param disabled whether {@code disable: true} or {@code test: [NONE]} switches the image's own check off
 * @param test the words of {@code test} in list form; empty for a string or none
 */
public record HealthCheck(boolean disabled, List<Located<Value<String>>> test) {
    /** Copies the list. */
    public HealthCheck {
        test = List.copyOf(test);
    }
}

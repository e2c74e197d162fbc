package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Value;
import java.util.Optional;

/**
 * A variable that says something about the container.
 *
 * @param variable its name
 * @param value the value that says it, without regard to case; empty if any does
 */
record Condition(String variable, String value) {
    /** Whether it holds. */
    boolean holds(Container container) {
        Optional<Value<String>> set = container.variable(variable);
        return set.isPresent()
                && set.get().known().isPresent()
                && matches(set.get().known().get());
    }

    /** Whether it holds or, its value not being known, may hold. */
    boolean mayHold(Container container) {
        Optional<Value<String>> set = container.variable(variable);
        return set.isPresent()
                && (set.get().known().isEmpty() || matches(set.get().known().get()));
    }

    private boolean matches(String written) {
        return value.isEmpty() ? !written.isEmpty() : written.equalsIgnoreCase(value);
    }

    /** The variable and its value as written in a list of variables. */
    String quoted() {
        return value.isEmpty() ? variable : variable + "=" + value;
    }
}

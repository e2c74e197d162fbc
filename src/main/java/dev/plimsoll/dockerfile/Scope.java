package dev.plimsoll.dockerfile;

import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a stage: arguments and environment in one, as they expand, and the environment alone, as it goes into the
 * image. A stage that goes on from another sees the other's variables, arguments included. Source: buildkit
 * frontend/dockerfile/dockerfile2llb/convert.go (dispatchArg, dispatchEnv).
 */
final class Scope {
    private static final String UNKNOWN = String.valueOf(Text.UNKNOWN);

    private final @Nullable Scope parent;
    private final boolean open;
    /** Values by name, with {@link Text#UNKNOWN} for what is not known. */
    private final Map<String, String> values = new HashMap<>();

    private final Set<String> valueless = new HashSet<>();
    private final Map<String, Located<Value<String>>> environment = new LinkedHashMap<>();

    /**
     * Variables on top of others.
     *
     * @param parent the stage below
     * @param open whether a base image may bring variables that are not seen here
     */
    Scope(@Nullable Scope parent, boolean open) {
        this.parent = parent;
        this.open = open;
    }

    /** The value, with {@link Text#UNKNOWN} for its unknown parts; null if the Dockerfile gives it none. */
    @Nullable
    String value(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            String value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * Whether the default behind a variable's name holds as long as nobody sets the variable: it is declared, or there is
     * no base image that could bring it.
     */
    boolean isDefaultGood(String name) {
        if (!open) {
            return true;
        }
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.valueless.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a base image may bring variables that are not seen here. */
    boolean isOpen() {
        return open;
    }

    /** {@code ARG NAME} to which nobody gives a value. */
    void declare(String name) {
        valueless.add(name);
    }

    /**
     * An argument with a value. Where the environment has the name already, the reference says that the environment wins,
     * and BuildKit lets the argument win: then nobody knows unless both are the same.
     */
    void argument(String name, String value) {
        String before = isEnvironment(name) ? value(name) : null;
        values.put(name, before == null || before.equals(value) ? value : UNKNOWN);
    }

    private boolean isEnvironment(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.environment.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    void environment(String name, String value, Located<Value<String>> located) {
        values.put(name, value);
        environment.put(name, located);
    }

    /** Adds the environment of this and the stages below to a map, the lowest first. */
    void collect(Map<String, Located<Value<String>>> into) {
        if (parent != null) {
            parent.collect(into);
        }
        into.putAll(environment);
    }
}

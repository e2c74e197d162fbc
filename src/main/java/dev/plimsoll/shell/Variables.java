package dev.plimsoll.shell;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a script says of its variables. A value counts as known only where no run of the script can bring another: it is
 * assigned once, at the top level, and nothing else in the script may change it.
 */
final class Variables {
    /** Words that one array may bring into one command. */
    private static final int MAX_ELEMENTS = 2_000;

    private final Map<String, Variable> variables = new HashMap<>();
    /** The last place that may set any variable: {@code source}, {@code eval}. */
    private int lastSource = -1;

    private static final class Variable {
        int firstAt = -1;
        int lastAt = -1;
        boolean changed;

        @Nullable
        Text value;

        final List<Word> elements = new ArrayList<>();
        boolean isArray;
    }

    private Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            variable = new Variable();
            variables.put(name, variable);
        }
        return variable;
    }

    /** {@code NAME=value}; at the top level of the script or where it may not be reached. */
    void assign(String name, Text value, int at, boolean topLevel) {
        Variable variable = variable(name);
        variable.changed |= !topLevel || variable.firstAt >= 0;
        variable.firstAt = at;
        variable.lastAt = at;
        variable.value = value;
    }

    /** {@code NAME=(…)} or {@code NAME+=(…)}. */
    void assignArray(String name, List<Word> elements, boolean append, int at, boolean topLevel) {
        Variable variable = variable(name);
        boolean first = variable.firstAt < 0;
        variable.changed |= !topLevel || first == append || (!first && !variable.isArray);
        variable.isArray = true;
        if (first) {
            variable.firstAt = at;
        }
        variable.lastAt = at;
        variable.elements.addAll(elements);
        variable.changed |= variable.elements.size() > MAX_ELEMENTS;
    }

    /** Something else that may change a variable. */
    void change(String name) {
        variable(name).changed = true;
    }

    /** Something that may change every variable. */
    void changeAll(int at) {
        lastSource = Math.max(lastSource, at);
    }

    /** Whether there is any variable whose value is known. */
    boolean anyKnown() {
        for (Variable variable : variables.values()) {
            if (!variable.changed && variable.firstAt >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The value of a variable at a place of the script; null if it is not known. */
    @Nullable
    Text value(String name, int at) {
        Variable variable = known(name, at);
        return variable == null || variable.isArray ? null : variable.value;
    }

    /** The elements of an array at a place of the script; null if they are not known. */
    @Nullable
    List<Word> elements(String name, int at) {
        Variable variable = known(name, at);
        return variable == null || !variable.isArray ? null : variable.elements;
    }

    private @Nullable Variable known(String name, int at) {
        Variable variable = variables.get(name);
        boolean known = variable != null && !variable.changed && variable.lastAt < at && lastSource < variable.lastAt;
        return known ? variable : null;
    }
}

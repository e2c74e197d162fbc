package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something in a container's settings that says who may use its server.
 *
 * @param kind one of the constants below
 * @param name the variable, option, word or text; of a variable, a star at the end stands for anything
 * @param value the value of a variable that says it, without regard to case; empty if any does
 */
record AccessSign(int kind, String name, String value) {
    /** A variable. */
    static final int VARIABLE = 0;
    /** An option with a value that is not empty. */
    static final int OPTION = 1;
    /** A word of the command. */
    static final int WORD = 2;
    /** A text in the value of any variable or in the command, without regard to case. */
    static final int TEXT = 3;

    private static final String IN_FILE = "_FILE";

    /** Whether a variable may say it. */
    boolean isOfVariables() {
        return kind == VARIABLE || kind == TEXT;
    }

    /** Whether it is there for certain. */
    boolean holds(Container container, StartCommand command) {
        if (kind != VARIABLE) {
            return isInCommand(command);
        }
        return new Condition(name, value).holds(container);
    }

    /** Whether it is there, or may be as far as is known. */
    boolean mayHold(Container container, StartCommand command) {
        if (kind == VARIABLE) {
            return mayBeSet(container);
        }
        return isInCommand(command) || (kind == TEXT && isInVariable(container));
    }

    private boolean isInCommand(StartCommand command) {
        if (kind == OPTION) {
            return command.contains(List.of(name, StartCommand.ANY_VALUE));
        }
        if (kind == WORD) {
            return command.contains(List.of(name));
        }
        for (Located<Value<String>> word : command.arguments()) {
            if (isIn(word.value().known().orElse(""))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInVariable(Container container) {
        for (Map.Entry<String, Located<Value<String>>> variable :
                container.environment().entrySet()) {
            Optional<String> known = variable.getValue().value().known();
            if (isIn(variable.getKey()) || known.isEmpty() || isIn(known.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(name);
    }

    private boolean mayBeSet(Container container) {
        if (!name.endsWith("*")) {
            return new Condition(name, value).mayHold(container)
                    || new Condition(name + IN_FILE, "").mayHold(container);
        }
        for (String variable : container.environment().keySet()) {
            if (variable.startsWith(name.substring(0, name.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    /** As it is written in a list of variables or a command. */
    String quoted() {
        return value.isEmpty() ? name : name + "=" + value;
    }
}

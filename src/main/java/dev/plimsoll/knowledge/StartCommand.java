package dev.plimsoll.knowledge;

import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a container is started with: the words of its command, and of its entrypoint if it has its own. */
final class StartCommand {
    /** Stands in a word sequence for any value that is not empty. */
    static final String ANY_VALUE = "<value>";

    private final Container container;
    private final @Nullable CommandLine command;
    private final @Nullable CommandLine entrypoint;

    StartCommand(Container container) {
        this.container = container;
        this.command = container.effectiveCommand().orNull();
        this.entrypoint = container.effectiveEntrypoint().orNull();
    }

    /** Whether either may have words that nobody can see here. */
    boolean isHidden() {
        return isHidden(container.effectiveCommand()) || isHidden(container.effectiveEntrypoint());
    }

    /** Whether a word begins with a variable of the shell in the container, or with what a command prints there. */
    boolean hasReference() {
        for (Located<Value<String>> word : arguments()) {
            if (word.value().known().orElse("").startsWith("$")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(Field<CommandLine> field) {
        CommandLine known = field.orNull();
        return known == null ? !field.isAbsent() : known.mayHoldMore();
    }

    Optional<Value<String>> option(String name) {
        Optional<Value<String>> found = command == null ? Optional.empty() : command.option(name);
        return found.isPresent() || entrypoint == null ? found : entrypoint.option(name);
    }

    /** Whether these words follow each other. */
    boolean contains(List<String> sequence) {
        if (sequence.size() == 2 && sequence.get(1).equals(ANY_VALUE)) {
            return hasValue(sequence.get(0));
        }
        return (command != null && command.contains(sequence)) || (entrypoint != null && entrypoint.contains(sequence));
    }

    private boolean hasValue(String option) {
        Optional<Value<String>> value = option(option);
        return value.isPresent() && !isEmpty(value.get().known().orElse(ANY_VALUE));
    }

    /** Quotes in a list form reach the program, which then takes them off. */
    private static boolean isEmpty(String value) {
        return value.isEmpty() || value.equals("\"\"") || value.equals("''");
    }

    /** Whether a variable of the container is known to hold a text. */
    static boolean isInVariable(String text, Container container) {
        for (Located<Value<String>> variable : container.environment().values()) {
            Optional<String> known = variable.value().known();
            if (known.isPresent() && known.get().contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** The words that reach the program, those of the command last. */
    List<Located<Value<String>>> arguments() {
        List<Located<Value<String>>> words = new ArrayList<>();
        if (entrypoint != null) {
            words.addAll(entrypoint.arguments());
        }
        if (command != null) {
            words.addAll(command.arguments());
        }
        return words;
    }

    /** Whether a word of it seems to name a file of this ending. */
    boolean namesFile(String ending) {
        return container.effectiveCommand().raw().contains(ending)
                || container.effectiveEntrypoint().raw().contains(ending);
    }
}

package dev.plimsoll.model;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a command or entrypoint.
 *
 * @param words the words, each with its place
 * @param script the words of a script among them, handed to {@code sh -c}: the program's options stand there
 */
public record CommandLine(List<Text> words, List<Text> script) {
    /** Copies the lists. */
    public CommandLine {
        words = List.copyOf(words);
        script = List.copyOf(script);
    }

    /** Words without a script. */
    public CommandLine(List<Text> words) {
        this(words, List.of());
    }

    /**
     * Whether a variable without a known value may bring options that are not seen here. The unknown value of an option
     * that is seen ({@code --requirepass ${PASSWORD}}) brings none.
     */
    public boolean mayHoldMore() {
        return mayHoldMore(words) || mayHoldMore(script);
    }

    private static boolean mayHoldMore(List<Text> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean allUnknown = words.get(i).value().equals(String.valueOf(Text.UNKNOWN));
            boolean isOptionValue = i > 0 && words.get(i - 1).value().startsWith("-");
            if (allUnknown && !isOptionValue) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether words follow each other here, compared without regard to case. An option and its value match as
     * {@code --key value} and as {@code --key=value}.
     */
    public boolean contains(List<String> sequence) {
        return contains(words, sequence) || contains(script, sequence);
    }

    private static boolean contains(List<Text> words, List<String> sequence) {
        String joined = sequence.size() == 2 ? sequence.get(0) + "=" + sequence.get(1) : "";
        for (int i = 0; i < words.size(); i++) {
            if (startsAt(words, i, sequence)
                    || (joined.startsWith("--") && words.get(i).value().equalsIgnoreCase(joined))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(List<Text> words, int index, List<String> sequence) {
        if (index + sequence.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < sequence.size(); i++) {
            if (!words.get(index + i).value().equalsIgnoreCase(sequence.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value of the last option of this name, given as {@code --key value} or {@code --key=value}. */
    public Optional<Value<String>> option(String name) {
        Optional<Value<String>> inScript = option(script, name);
        return inScript.isPresent() ? inScript : option(words, name);
    }

    private static Optional<Value<String>> option(List<Text> words, String name) {
        for (int i = words.size() - 1; i >= 0; i--) {
            Text word = words.get(i);
            if (word.value().equals(name) && i + 1 < words.size()) {
                return Optional.of(value(words.get(i + 1)));
            }
            // redis-server takes an option and its value in one word of a list, too. Source: redis, src/server.c
            if (word.value().startsWith(name + "=") || word.value().startsWith(name + " ")) {
                return Optional.of(value(word.from(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    /** The words that reach the program, each with its place: those of the script if there is one, else all. */
    public List<Located<Value<String>>> arguments() {
        List<Located<Value<String>>> found = new ArrayList<>();
        for (Text word : script.isEmpty() ? words : script) {
            found.add(Located.of(value(word), word.location()));
        }
        return found;
    }

    private static Value<String> value(Text word) {
        return Value.string(word, List.of());
    }
}

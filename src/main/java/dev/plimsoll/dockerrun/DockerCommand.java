package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Handle;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A docker or podman command with its words told apart.
 *
 * @param shell the words
 * @param kind which command it is
 * @param podman whether podman reads it
 * @param verb the last word of the command's own name: {@code run}
 * @param options the flags that are known, in order of writing
 * @param unknownFlags words with flags that the command does not have
 * @param openWords words that may hold any number of words, options among them
 * @param operand the image, or the volume's name; null if there is none, or none that can be told
 * @param arguments the words behind it
 * @param error what breaks the command as a whole; null if nothing does
 */
public record DockerCommand(
        ShellCommand shell,
        CommandKind kind,
        boolean podman,
        Word verb,
        List<Option> options,
        List<UnknownFlag> unknownFlags,
        List<Word> openWords,
        @Nullable Word operand,
        List<Word> arguments,
        @Nullable Problem error)
        implements Handle {
    /** Copies the lists. */
    public DockerCommand {
        options = List.copyOf(options);
        unknownFlags = List.copyOf(unknownFlags);
        openWords = List.copyOf(openWords);
        arguments = List.copyOf(arguments);
    }

    /**
     * A flag that the command does not have.
     *
     * @param word the word
     * @param name as written, with its dashes and without a value
     */
    record UnknownFlag(Word word, String name) {}

    /**
     * What the client refuses.
     *
     * @param at the place
     * @param message what is wrong: lower case, no final period
     */
    record Problem(Location at, String message) {}

    /** Whether there may be options that are not seen. */
    boolean isOpen() {
        return !openWords.isEmpty() || !unknownFlags.isEmpty();
    }

    /** Where to point at for what is not there: the image, else the program. */
    Location anchor() {
        return operand == null ? shell.words().get(0).at() : operand.at();
    }

    /** The last option of this name, which counts where only one does; null if there is none. */
    @Nullable
    public Option last(String name) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).flag().name().equals(name)) {
                return options.get(i);
            }
        }
        return null;
    }

    /** The options of this name, in order of writing. */
    public List<Option> all(String name) {
        List<Option> found = new ArrayList<>(2);
        for (Option option : options) {
            if (option.flag().name().equals(name)) {
                found.add(option);
            }
        }
        return found;
    }

    /** The name of the program. */
    String program() {
        return podman ? "podman" : "docker";
    }

    /** The command as messages call it: {@code docker run}. */
    String called() {
        return program() + " " + kind.words();
    }
}

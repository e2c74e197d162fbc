package dev.plimsoll.knowledge;

import java.util.List;

/**
 * Words of a command that say something about it.
 *
 * @param words the words, one after the other
 * @param unless word sequences any of which takes it back
 */
record Signal(List<String> words, List<List<String>> unless) {
    boolean isIn(StartCommand command) {
        return command.contains(words) && !isTakenBackIn(command);
    }

    /** Whether the command says the opposite. */
    boolean isTakenBackIn(StartCommand command) {
        for (List<String> sequence : unless) {
            if (command.contains(sequence)) {
                return true;
            }
        }
        return false;
    }

    /** The words as somebody would write them in a shell. */
    String quoted() {
        StringBuilder quoted = new StringBuilder();
        for (String word : words) {
            if (quoted.length() > 0) {
                quoted.append(' ');
            }
            quoted.append(word.isEmpty() ? "\"\"" : word);
        }
        return quoted.toString();
    }
}

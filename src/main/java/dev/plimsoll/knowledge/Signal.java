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
        if (!command.contains(words)) {
            return false;
        }
        for (List<String> sequence : unless) {
            if (command.contains(sequence)) {
                return false;
            }
        }
        return true;
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

package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.CommandWords;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code command:} and {@code entrypoint:}: a list of words, or a string that Compose cuts into words at blanks outside of
 * quotes (it starts no shell).
 */
public final class CommandReader {
    private CommandReader() {}

    static CommandLine read(Node node) {
        List<Text> words = new ArrayList<>();
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar) {
                    words.add(scalar.text());
                }
            }
        } else if (node instanceof ScalarNode scalar) {
            words = CommandWords.split(scalar.text(), true);
        }
        return CommandWords.commandLine(words);
    }

    /** Whether every quote of a command that Compose cuts into words is closed. */
    public static boolean isBalanced(Text text) {
        String value = text.value();
        char quote = 0;
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i);
            if (quote == 0 && ";&|<>".indexOf(c) >= 0) {
                return true;
            }
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            i++;
        }
        return quote == 0;
    }
}

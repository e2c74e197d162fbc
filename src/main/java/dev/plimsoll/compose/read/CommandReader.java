package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.shell.Quoting;
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
            words = Quoting.COMPOSE.words(scalar.text());
        }
        return new CommandLine(words, Quoting.SH.script(words));
    }

    /** Whether every quote of a command that Compose cuts into words is closed. */
    public static boolean isBalanced(Text text) {
        return Quoting.COMPOSE.isClosed(text.value());
    }
}

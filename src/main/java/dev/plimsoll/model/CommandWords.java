package dev.plimsoll.model;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Words of commands, and the scripts that some of them hold. */
public final class CommandWords {
    private CommandWords() {}

    /** A command of these words, with the words of a script that they hand to a shell. */
    public static CommandLine commandLine(List<Text> words) {
        return new CommandLine(words, script(words));
    }

    private static List<Text> script(List<Text> words) {
        for (int i = 0; i + 2 < words.size(); i++) {
            String shell = words.get(i).value();
            String name = shell.substring(shell.lastIndexOf('/') + 1);
            String flag = words.get(i + 1).value();
            boolean isShell = name.equals("sh") || name.equals("bash") || name.equals("ash") || name.equals("dash");
            if (isShell && flag.startsWith("-") && flag.endsWith("c")) {
                return split(words.get(i + 2), false);
            }
        }
        return List.of();
    }

    /**
     * Words at blanks outside of quotes.
     *
     * @param upToOperator whether they end at a shell's {@code ; & | < >}, as Compose has it. Source: mattn/go-shellwords
     */
    public static List<Text> split(Text text, boolean upToOperator) {
        List<Text> words = new ArrayList<>();
        String value = text.value();
        Text.Builder word = null;
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (upToOperator && quote == 0 && ";&|<>".indexOf(c) >= 0) {
                break;
            }
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.build());
                    word = null;
                }
                continue;
            }
            if (word == null) {
                word = Text.builder(
                        text.file(), text.part(i, i + 1).location().span().start());
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < value.length()) {
                i++;
                word.copy(text, i);
            } else {
                word.copy(text, i);
            }
        }
        if (word != null) {
            words.add(word.build());
        }
        return words;
    }
}

package dev.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Changes inputs a little: enough that something is wrong, little enough that readers get to where it is. */
final class Mutator {
    private static final int MAX_CHANGES = 8;
    private static final int MAX_LINES = 6;
    private static final int NEAR = 12;

    /** One of so many inputs is made of pieces. */
    private static final int PIECES = 8;

    private static final int MAX_PIECES = 14;

    private static final List<String> MARKS = List.of(
            "\"", "'", "`", "$(", "${", "$'", "((", "(", ")", "}", "{", "\n", "\\", "\\\n", ";", "<<E", "=(", "#", "$");

    /** How often a block is repeated at most; once in a while far more often, for what grows with a power of it. */
    private static final int MAX_REPEATS = 12;

    private static final int MANY_REPEATS = 1500;

    /** No input grows beyond this by repetition. */
    private static final int MAX_SIZE = 96 * 1024;

    private final Corpus corpus;
    private final Dictionary dictionary;

    Mutator(Corpus corpus, Dictionary dictionary) {
        this.corpus = corpus;
        this.dictionary = dictionary;
    }

    /** An input made by chance. */
    Input any(Chance chance) {
        if (chance.oneIn(PIECES)) {
            return pieces(chance);
        }
        Input input = corpus.any(chance);
        for (int changes = chance.few(MAX_CHANGES); changes > 0; changes--) {
            input = change(input, chance);
        }
        return input;
    }

    /** A script that begins with nothing: short ones come to more than what is added to long ones. */
    private static Input pieces(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (int count = chance.below(MAX_PIECES); count > 0; count--) {
            text.append(chance.of(chance.oneIn(2) ? ShellTexts.TOKENS : MARKS));
        }
        String name = chance.of(List.of(
                "x.sh", "x.sh", "Makefile", "x.md", "x.gitlab-ci.yml", "x.ps1", "x.bat", "x.txt", "Dockerfile"));
        return Input.of("pieces", name, text.toString());
    }

    private Input change(Input input, Chance chance) {
        if (input.files().isEmpty()) {
            return input.withWords(words(input.words(), chance));
        }
        if (chance.oneIn(40)) {
            return files(input, chance);
        }
        List<String> paths = List.copyOf(input.files().keySet());
        String path = chance.of(paths);
        String text = input.files().get(path);
        return input.with(path, text(text, chance, yaml(path)));
    }

    private static boolean yaml(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    /** Takes files away, adds some, gives one the text of another. */
    private Input files(Input input, Chance chance) {
        List<String> paths = List.copyOf(input.files().keySet());
        String path = chance.of(paths);
        switch (chance.below(4)) {
            case 0 -> {
                return paths.size() > 1 ? input.without(path) : input;
            }
            case 1 -> {
                Input other = corpus.anyFiles(chance);
                Map.Entry<String, String> file =
                        chance.of(List.copyOf(other.files().entrySet()));
                return holds(input, file.getKey()) ? input.with(file.getKey(), file.getValue()) : input;
            }
            case 2 -> {
                return input.with(path, input.files().get(chance.of(paths)));
            }
            default -> {
                String name = chance.of(List.of(".env", "compose.override.yaml", "Dockerfile", ".plimsoll.yaml"));
                return input.with(name, dictionary.line(chance) + dictionary.line(chance));
            }
        }
    }

    /** Whether a path can be beside the others: none of them is a directory of another. */
    private static boolean holds(Input input, String path) {
        for (String other : input.files().keySet()) {
            if (other.startsWith(path + "/") || path.startsWith(other + "/")) {
                return false;
            }
        }
        return true;
    }

    private List<String> words(List<String> before, Chance chance) {
        List<String> words = new ArrayList<>(before);
        // the first stays: without the name of a program the words would be paths and commands of ours, on this machine
        int at = 1 + chance.below(words.size());
        if (at == words.size()) {
            words.add(dictionary.token(chance).strip());
            return words;
        }
        switch (chance.below(7)) {
            case 0 -> words.add(at, dictionary.token(chance).strip());
            case 1 -> words.set(at, dictionary.token(chance).strip());
            case 2 -> words.add(at, words.get(chance.below(words.size())));
            case 3 -> Collections.swap(words, at, 1 + chance.below(words.size() - 1));
            case 4 -> words.remove(at);
            default -> words.set(at, characters(words.get(at), chance));
        }
        return words;
    }

    /** One change of a text. */
    String text(String text, Chance chance, boolean yaml) {
        return switch (chance.below(yaml ? 14 : 12)) {
            case 0 -> characters(text, chance);
            case 1, 2, 3 -> token(text, chance);
            case 4, 5, 6 -> lines(text, chance);
            case 7 -> splice(text, chance);
            case 8 -> wrapped(text, chance);
            case 9 -> chance.oneIn(4) ? whole(text, chance) : token(text, chance);
            case 10, 11 -> yaml ? value(text, chance) : marks(text, chance);
            default -> structure(text, chance);
        };
    }

    private static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    private static String characters(String text, Chance chance) {
        int at = chance.below(text.length() + 1);
        int to = Math.min(text.length(), at + chance.few(4));
        return switch (chance.below(5)) {
            case 0 -> replaced(text, at, to, "");
            case 1 -> replaced(text, at, at, text.substring(at, to));
            case 2 -> replaced(text, at, to, String.valueOf((char) chance.below(0x80)));
            case 3 -> replaced(text, at, at, String.valueOf((char) chance.below(0x10000)));
            default -> replaced(text, at, at, chance.of(List.of("\"", "'", "\\", "$", "{", "}", "`", "(", ")", "\n")));
        };
    }

    /** Marks of shells near each other: what opens in one kind of quote and ends in another. */
    private static String marks(String text, Chance chance) {
        int from = chance.below(text.length() + 1);
        String changed = text;
        for (int count = chance.few(MAX_LINES); count > 0; count--) {
            int at = Math.min(changed.length(), from + chance.below(NEAR));
            changed = replaced(changed, at, at, chance.of(MARKS));
        }
        return changed;
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
    }

    /** Where the word around an offset begins. */
    private static int start(String text, int at) {
        int start = at;
        while (start > 0 && start < text.length() && inWord(text.charAt(start)) && inWord(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the word or mark that begins at an offset ends. */
    private static int end(String text, int start) {
        int end = Math.min(text.length(), start + 1);
        while (start < text.length() && inWord(text.charAt(start)) && end < text.length() && inWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private String token(String text, Chance chance) {
        int from = start(text, chance.below(text.length() + 1));
        int to = end(text, from);
        return switch (chance.below(6)) {
            case 0 -> replaced(text, from, from, dictionary.token(chance));
            case 1, 2 -> replaced(text, from, to, dictionary.token(chance));
            case 3 -> replaced(text, from, to, "");
            case 4 -> replaced(text, from, from, text.substring(from, to));
            default -> {
                int other = start(text, chance.below(text.length() + 1));
                yield replaced(text, from, to, text.substring(other, end(text, other)));
            }
        };
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static int lineEnd(String text, int at) {
        int feed = text.indexOf('\n', at);
        return feed < 0 ? text.length() : feed + 1;
    }

    /** The end of some lines. */
    private static int linesEnd(String text, int at, int count) {
        int end = at;
        for (int i = 0; i < count; i++) {
            end = lineEnd(text, end);
        }
        return end;
    }

    private String lines(String text, Chance chance) {
        int from = lineStart(text, chance.below(text.length() + 1));
        int to = linesEnd(text, from, chance.few(MAX_LINES));
        String lines = text.substring(from, to);
        return switch (chance.below(8)) {
            case 0 -> replaced(text, from, to, "");
            case 1 -> replaced(text, from, from, dictionary.line(chance));
            case 2 ->
                replaced(
                        text,
                        from,
                        from,
                        indent(from, text) + dictionary.line(chance).strip() + "\n");
            case 3 -> replaced(text, from, from, repeated(lines, text.length(), chance));
            case 4 -> {
                String without = replaced(text, from, to, "");
                int at = lineStart(without, chance.below(without.length() + 1));
                yield replaced(without, at, at, lines);
            }
            case 5 ->
                replaced(text, from, to, "  " + lines.replace("\n", "\n  ").stripTrailing() + "\n");
            case 6 -> replaced(text, from, to, lines.replace("\n  ", "\n").substring(lines.startsWith("  ") ? 2 : 0));
            default -> chance.oneIn(3) ? text.substring(0, from) : replaced(text, from, to, dictionary.line(chance));
        };
    }

    private static String indent(int lineStart, String text) {
        int end = lineStart;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return text.substring(lineStart, end);
    }

    private static String repeated(String lines, int size, Chance chance) {
        int times = chance.oneIn(300) ? chance.below(MANY_REPEATS) : chance.below(MAX_REPEATS);
        int most = (MAX_SIZE - size) / Math.max(1, lines.length());
        String repeated = lines.repeat(Math.max(0, Math.min(times, most)));
        // most lists and maps refuse what is twice in them
        return chance.oneIn(2) ? repeated : numbered(repeated);
    }

    private static String numbered(String lines) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            int at = line.indexOf(':');
            int slash = line.indexOf('/');
            int where = slash >= 0 ? slash + 1 : at;
            out.append(where > 0 ? replaced(line, where, where, "n" + number++) : line)
                    .append('\n');
        }
        return out.substring(0, out.length() - 1);
    }

    /** Lines of another file of the corpus. */
    private String splice(String text, Chance chance) {
        Input other = corpus.anyFiles(chance);
        String from = chance.of(List.copyOf(other.files().values()));
        int start = lineStart(from, chance.below(from.length() + 1));
        int end = linesEnd(from, start, chance.few(MAX_LINES) * 2);
        int at = lineStart(text, chance.below(text.length() + 1));
        return replaced(text, at, at, from.substring(start, end));
    }

    /** Something within quotes, a substitution, a block of a shell, a fence. */
    private static String wrapped(String text, Chance chance) {
        boolean words = chance.oneIn(2);
        int from = chance.below(text.length() + 1);
        from = words ? start(text, from) : lineStart(text, from);
        int to = words ? end(text, from) : linesEnd(text, from, chance.few(MAX_LINES));
        String inside = text.substring(from, to);
        List<String> wraps = words
                ? List.of("\"@\"", "'@'", "$(@)", "`@`", "${@}", "${X:-@}", "\"${@[@]}\"", "[@]", "{@: @}", "{{@}}")
                : List.of(
                        "if x; then\n@fi\n",
                        "x=(@)\n",
                        "f() {\n@}\n",
                        "cat <<E\n@E\n",
                        "(\n@)\n",
                        "```bash\n@```\n",
                        "```yaml\n@```\n",
                        "<details>\n@</details>\n",
                        "> @",
                        "ifdef X\n@endif\n",
                        "define D\n@endef\n",
                        "case x in\n@;; esac\n",
                        "$(\n@)\n",
                        "`\n@`\n",
                        "x: |\n@",
                        "---\n@...\n");
        return replaced(text, from, to, chance.of(wraps).replace("@", inside));
    }

    private static String whole(String text, Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> text.replace("\n", "\r\n");
            case 1 -> text.replace("\n", "\r");
            case 2 -> "\uFEFF" + text;
            case 3 -> text.replace("  ", "\t");
            case 4 -> text.stripTrailing();
            case 5 -> text.replace(" ", "\u00A0");
            case 6 -> "---\n" + text + "\n---\n" + text;
            default -> {
                int at = chance.below(text.length() + 1);
                yield replaced(text, at, at, String.valueOf((char) (0xDC80 + chance.below(0x80))));
            }
        };
    }

    /** A place behind a colon or dash; the end of the text if none is found. */
    private static int valueStart(String text, Chance chance) {
        int from = chance.below(text.length() + 1);
        int colon = text.indexOf(": ", from);
        int dash = text.indexOf("- ", from);
        int at = colon < 0 ? dash : dash < 0 ? colon : Math.min(colon, dash);
        return at < 0 ? text.length() : at + 2;
    }

    private String value(String text, Chance chance) {
        int from = valueStart(text, chance);
        int feed = text.indexOf('\n', from);
        int to = feed < 0 ? text.length() : feed;
        String value = text.substring(from, to);
        return switch (chance.below(12)) {
            case 0, 1, 2 -> replaced(text, from, to, dictionary.value(chance));
            case 3 -> replaced(text, from, to, "[" + value + "]");
            case 4 -> replaced(text, from, to, "{" + dictionary.key(chance) + ": " + value + "}");
            case 5 -> replaced(text, from, to, "\"" + value + "\"");
            case 6 -> replaced(text, from, from, "&a ");
            case 7 -> replaced(text, from, to, "*a");
            case 8 ->
                replaced(text, from, from, chance.of(List.of("!!str ", "!reset ", "!override ", "!!int ", "!x ")));
            case 9 -> replaced(text, from, to, "${X:-" + value + "}");
            case 10 -> replaced(text, from, to, chance.of(List.of(">-", "|", "|2-")) + "\n            " + value);
            default -> replaced(text, from, to, "[" + value + ", " + dictionary.value(chance) + "]");
        };
    }

    /** A block that moves below a key, a key that comes into a block, an anchor that others take. */
    private String structure(String text, Chance chance) {
        int from = lineStart(text, chance.below(text.length() + 1));
        int to = linesEnd(text, from, chance.few(MAX_LINES));
        String indent = indent(from, text);
        String lines = text.substring(from, to);
        String key = dictionary.key(chance);
        return switch (chance.below(6)) {
            case 0 -> replaced(text, from, from, indent + key + ": " + dictionary.value(chance) + "\n");
            case 1 ->
                replaced(
                        text,
                        from,
                        to,
                        indent + key + ":\n  " + lines.replace("\n", "\n  ").stripTrailing() + "\n");
            case 2 -> replaced(text, from, from, indent + "<<: *a\n");
            case 3 -> replaced(text, from, from, indent + "- " + dictionary.value(chance) + "\n");
            case 4 -> "x-a: &a\n  " + lines.strip() + "\n" + text;
            default -> {
                int colon = text.indexOf(':', from);
                yield colon < 0 ? text : replaced(text, from, colon, indent + key);
            }
        };
    }
}

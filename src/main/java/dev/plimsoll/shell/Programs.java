package dev.plimsoll.shell;

import java.util.List;
import java.util.Locale;

/**
 * Finds docker behind what only starts it: {@code sudo -E}, {@code env A=b}, {@code timeout 5}. Not behind {@code xargs},
 * whose input holds the rest of the command, nor behind {@code ssh}, where another shell reads the words once more.
 */
public final class Programs {
    private static final List<String> NAMES = List.of("docker", "podman", "docker.exe", "podman.exe");

    private Programs() {}

    /** Whether a word names docker or podman, with or without a path. */
    static boolean isDocker(String word) {
        int slash = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
        return NAMES.contains(word.substring(slash + 1).toLowerCase(Locale.ROOT));
    }

    /** The index of docker among the words of a command; -1 if it starts something else. */
    public static int docker(List<Word> words) {
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at).value();
            if (isDocker(word)) {
                return at;
            }
            String options = optionsWithValue(word);
            if (options.isEmpty()) {
                return -1;
            }
            int operands = word.equals("timeout") ? 1 : 0;
            at = behind(words, at + 1, options, operands);
        }
        return -1;
    }

    /** The options of a wrapper that take the next word, between blanks; empty if the program is no wrapper. */
    private static String optionsWithValue(String program) {
        return switch (program.substring(program.lastIndexOf('/') + 1)) {
            case "sudo" -> " -u -g -C -h -p -r -t -T -U -R -D --user --group --host --prompt --chdir --chroot ";
            case "doas" -> " -u -C ";
            case "env" -> " -u -C --unset --chdir ";
            case "exec" -> " -a ";
            case "nice" -> " -n --adjustment ";
            case "ionice" -> " -c -n --class --classdata ";
            case "timeout" -> " -k -s --kill-after --signal ";
            case "stdbuf" -> " -i -o -e ";
            case "nohup", "time", "setsid", "winpty", "unbuffer", "chronic" -> " - ";
            // -v and -V ask where a program is
            case "command" -> " -v -V ";
            default -> "";
        };
    }

    private static int behind(List<Word> words, int from, String options, int operands) {
        int at = from;
        int left = operands;
        while (at < words.size()) {
            String word = words.get(at).value();
            if (word.equals("--")) {
                at++;
                break;
            }
            if (word.length() > 1 && word.charAt(0) == '-') {
                at += options.contains(" " + word + " ") ? 2 : 1;
            } else if (assignmentEnd(word) > 0) {
                at++;
            } else if (left > 0) {
                left--;
                at++;
            } else {
                break;
            }
        }
        while (at < words.size() && assignmentEnd(words.get(at).value()) > 0) {
            at++;
        }
        return at + left;
    }

    /** Whether a word sets a variable for the program behind it: {@code NAME=value}. */
    public static boolean isAssignment(String word) {
        return assignmentEnd(word) > 0;
    }

    /** The index behind the equals sign of {@code NAME=}; 0 if the word does not begin so. */
    static int assignmentEnd(String word) {
        int i = 0;
        while (i < word.length() && isNameUnit(word.charAt(i), i > 0)) {
            i++;
        }
        return i > 0 && i < word.length() && word.charAt(i) == '=' ? i + 1 : 0;
    }

    /** Whether a unit may be part of a variable's name. */
    static boolean isNameUnit(char c, boolean digits) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (digits && c >= '0' && c <= '9');
    }
}

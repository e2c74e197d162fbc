package dev.plimsoll.dockerrun;

import dev.plimsoll.dockerrun.DockerCommand.Problem;
import dev.plimsoll.dockerrun.DockerCommand.UnknownFlag;
import dev.plimsoll.dockerrun.Option.Style;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the words of a command apart as the docker client does it: flags up to the image, letters in bundles, values in the
 * next word or behind {@code =}. Source: spf13/pflag flag.go.
 */
final class CommandParser {
    private final ShellCommand shell;
    private final List<Word> words;
    private final List<Option> options = new ArrayList<>();
    private final List<UnknownFlag> unknown = new ArrayList<>();
    private final List<Word> open = new ArrayList<>();
    private final List<Word> operands = new ArrayList<>();
    private CommandKind kind = CommandKind.RUN;
    private boolean podman;
    private int at;
    private @Nullable Problem error;
    /** Whether it cannot be told which word is the image. */
    private boolean lost;

    private CommandParser(ShellCommand shell) {
        this.shell = shell;
        this.words = shell.words();
    }

    /** The command; null for one that is not read, such as {@code docker ps}. */
    static @Nullable DockerCommand parse(ShellCommand shell) {
        return new CommandParser(shell).parse();
    }

    private @Nullable DockerCommand parse() {
        String program = program(words.get(0).value());
        podman = program.equals("podman");
        if (!podman && !program.equals("docker")) {
            return null;
        }
        at = 1;
        skipGlobalOptions();
        @Nullable Word verb = verb();
        if (verb == null) {
            return null;
        }
        options();
        if (asksForHelp()) {
            return null;
        }
        List<Word> arguments = new ArrayList<>();
        @Nullable Word operand = null;
        if (kind == CommandKind.VOLUME_CREATE) {
            operand = operands.isEmpty() ? null : operands.get(0);
            arguments.addAll(operands.subList(Math.min(1, operands.size()), operands.size()));
        } else if (!lost && at < words.size()) {
            operand = words.get(at);
            arguments.addAll(words.subList(at + 1, words.size()));
        }
        return new DockerCommand(shell, kind, podman, verb, options, unknown, open, operand, arguments, error);
    }

    private static String program(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    private void skipGlobalOptions() {
        while (at < words.size()) {
            Word word = words.get(at);
            String text = word.value();
            if (word.mayBeSeveral()) {
                at++;
            } else if (text.startsWith("-") && text.length() > 1) {
                at += takesValue(text) ? 2 : 1;
            } else {
                return;
            }
        }
    }

    private boolean takesValue(String option) {
        if (podman) {
            return switch (option) {
                case "-c", "--connection", "--config", "--cgroup-manager", "--conmon", "--events-backend" -> true;
                case "--hooks-dir", "--identity", "--imagestore", "--log-level", "--module", "--network-cmd-path" ->
                    true;
                case "--network-config-dir", "--out", "--root", "--runroot", "--runtime", "--runtime-flag" -> true;
                case "--ssh", "--storage-driver", "--storage-opt", "--tmpdir", "--url", "--volumepath" -> true;
                default -> false;
            };
        }
        return switch (option) {
            case "-c", "--context", "--config", "-H", "--host", "-l", "--log-level" -> true;
            case "--tlscacert", "--tlscert", "--tlskey" -> true;
            default -> false;
        };
    }

    private @Nullable Word verb() {
        if (at >= words.size()) {
            return null;
        }
        String first = words.get(at).value();
        boolean group = first.equals("container") || first.equals("volume");
        if (group) {
            at++;
        }
        if (at >= words.size()) {
            return null;
        }
        Word word = words.get(at++);
        switch (word.value()) {
            case "run" -> kind = CommandKind.RUN;
            case "create" -> kind = first.equals("volume") ? CommandKind.VOLUME_CREATE : CommandKind.CREATE;
            default -> {
                return null;
            }
        }
        return first.equals("volume") && kind == CommandKind.RUN ? null : word;
    }

    private boolean asksForHelp() {
        for (Option option : options) {
            if (option.flag().name().equals("help") && option.isOn()) {
                return true;
            }
        }
        return false;
    }

    private void options() {
        while (at < words.size() && error == null && !lost) {
            Word word = words.get(at);
            String text = word.value();
            if (word.mayBeSeveral()) {
                if (namesImage(word)) {
                    return;
                }
                open.add(word);
                at++;
            } else if (text.equals("--")) {
                at++;
                operands.addAll(words.subList(at, words.size()));
                return;
            } else if (text.length() < 2 || text.charAt(0) != '-') {
                if (kind != CommandKind.VOLUME_CREATE) {
                    return;
                }
                operands.add(word);
                at++;
            } else if (text.charAt(1) == '-') {
                longOption(word);
            } else {
                letters(word);
            }
        }
    }

    /** Whether a variable is called so that it holds the image, and no options. */
    private boolean namesImage(Word word) {
        String written = word.at().text().toLowerCase(Locale.ROOT);
        return kind != CommandKind.VOLUME_CREATE && (written.contains("image") || written.contains("img"));
    }

    private void longOption(Word word) {
        Text text = word.text();
        int equals = text.value().indexOf('=');
        String name = text.value().substring(2, equals < 0 ? text.length() : equals);
        at++;
        if (name.indexOf(Text.UNKNOWN) >= 0) {
            open.add(word);
            return;
        }
        if (name.isEmpty() || name.charAt(0) == '-') {
            error = new Problem(word.at(), "\"" + text.value() + "\" is not a flag");
            return;
        }
        Flag flag = Flags.named(name, kind, podman);
        if (flag == null) {
            unknownFlag(word, "--" + name, equals >= 0);
        } else if (equals >= 0) {
            options.add(new Option(flag, Style.EQUALS, word, word, text.from(equals + 1), false));
        } else if (!flag.takesValue()) {
            options.add(new Option(flag, Style.NONE, word, word, null, false));
        } else {
            nextWord(flag, word, "--" + name, false);
        }
    }

    private void nextWord(Flag flag, Word word, String name, boolean bundled) {
        if (at >= words.size()) {
            if (open.isEmpty()) {
                error = new Problem(word.at(), name + " lacks its value");
            }
            return;
        }
        Word next = words.get(at++);
        options.add(new Option(flag, Style.SEPARATE, word, next, next.text(), bundled));
    }

    private void letters(Word word) {
        Text text = word.text();
        at++;
        for (int i = 1; i < text.length(); i++) {
            char letter = text.value().charAt(i);
            boolean bundled = i > 1 || text.length() > 2;
            Flag flag = Flags.lettered(letter, kind, podman);
            if (letter == Text.UNKNOWN) {
                open.add(word);
                return;
            }
            if (flag == null) {
                unknownFlag(word, "-" + letter, i + 1 < text.length());
                return;
            }
            boolean last = i + 1 == text.length();
            boolean equals = i + 2 < text.length() && text.value().charAt(i + 1) == '=';
            boolean alone = i == 1;
            if (equals) {
                options.add(new Option(flag, Style.EQUALS, word, word, text.from(i + 2), !alone));
                return;
            }
            if (!flag.takesValue()) {
                options.add(new Option(flag, Style.NONE, word, word, null, bundled));
            } else if (last) {
                nextWord(flag, word, "-" + letter, !alone);
                return;
            } else {
                options.add(new Option(flag, Style.ATTACHED, word, word, text.from(i + 1), !alone));
                return;
            }
        }
    }

    /** What follows an unknown flag is its value if the flag that was probably meant takes one. */
    private void unknownFlag(Word word, String name, boolean hasValue) {
        unknown.add(new UnknownFlag(word, name));
        if (hasValue) {
            return;
        }
        Flag meant = podman ? null : SimilarFlag.of(name, kind);
        if (meant == null) {
            lost = true;
        } else if (meant.takesValue() && at < words.size()) {
            at++;
        }
    }
}

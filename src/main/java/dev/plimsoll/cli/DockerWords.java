package dev.plimsoll.cli;

import dev.plimsoll.session.GivenCommand;
import dev.plimsoll.source.FilePath;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds a docker command among the words that this program was called with. */
final class DockerWords {
    private DockerWords() {}

    /**
     * The index of the word {@code docker} or {@code podman} that begins a command, or of {@code sudo}, a variable or the
     * like before it; -1 if there is none. Before it stand options of {@code check} only. A directory of that name is linted
     * as such, unless a command of docker follows.
     */
    static int begin(String[] args, int from, File directory) {
        List<CommandSpecs.Option> options = null;
        int i = from;
        while (i < args.length) {
            String word = args[i];
            if (isProgram(word)) {
                boolean more = i + 1 < args.length;
                boolean path = FilePath.resolve(directory, word).exists();
                return !path || (more && isVerb(args[i + 1])) ? i : -1;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                // sudo, env and the like start it
                boolean starts = GivenCommand.starts(Arrays.asList(args).subList(i, args.length));
                return starts && !FilePath.resolve(directory, word).exists() ? i : -1;
            }
            if (!word.contains("=")) {
                options = options == null ? CommandSpecs.options(CommandSpecs.DEFAULT) : options;
                i += takesValue(word, options) ? 1 : 0;
            }
            i++;
        }
        return -1;
    }

    private static boolean takesValue(String word, List<CommandSpecs.Option> options) {
        for (CommandSpecs.Option option : options) {
            if (option.names().contains(word)) {
                return option.takesValue();
            }
        }
        return false;
    }

    private static boolean isProgram(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.equals("docker") || name.equals("podman") || name.equals("docker.exe") || name.equals("podman.exe");
    }

    private static boolean isVerb(String word) {
        return word.startsWith("-")
                || switch (word) {
                    case "run", "create", "container", "volume" -> true;
                    default -> false;
                };
    }
}

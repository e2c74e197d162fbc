package dev.plimsoll.cli;

import java.io.File;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Finds a docker command among the words that this program was called with. */
final class DockerWords {
    private DockerWords() {}

    /**
     * The index of the word {@code docker} or {@code podman} that begins a command; -1 if there is none. Before it stand
     * options of {@code check} only. A directory of that name is linted as such, unless a command of docker follows.
     */
    static int begin(String[] args, int from, File directory) {
        CommandSpec spec = null;
        int i = from;
        while (i < args.length) {
            String word = args[i];
            if (isProgram(word)) {
                boolean more = i + 1 < args.length;
                boolean path = InputFiles.resolve(directory, word).exists();
                return more && (!path || isVerb(args[i + 1])) ? i : -1;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                return -1;
            }
            if (!word.contains("=")) {
                spec = spec == null ? CheckCommand.spec() : spec;
                OptionSpec option = spec.findOption(word);
                i += option != null && option.arity().max() > 0 ? 1 : 0;
            }
            i++;
        }
        return -1;
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

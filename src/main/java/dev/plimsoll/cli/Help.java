package dev.plimsoll.cli;

import dev.plimsoll.report.Prose;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code --help} shows. */
final class Help {
    private Help() {}

    /** Columns of the help. */
    private static final int WIDTH = 100;

    /** Columns before what is said of an option. */
    private static final int INDENT = 29;

    /** The options of a command. Written here, since picocli breaks lines within names of files. */
    static String of(String command) {
        CommandSpec spec = CommandSpecs.of(command);
        StringBuilder out = new StringBuilder("Usage: ")
                .append(spec.usageMessage().customSynopsis()[0])
                .append('\n')
                .append(Prose.wrap(String.join(" ", spec.usageMessage().description()), WIDTH, 0, 0))
                .append('\n');
        for (PositionalParamSpec word : spec.positionalParameters()) {
            String label = word.arity().max() > 1 ? "[" + word.paramLabel() + "...]" : word.paramLabel();
            row("      " + label, String.join(" ", word.description()), out);
        }
        out.append('\n');
        for (OptionSpec option : spec.options()) {
            String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
            boolean letter = option.names()[0].length() == 2;
            row(
                    (letter ? "  " : "      ") + String.join(", ", option.names()) + value,
                    String.join(" ", option.description()),
                    out);
        }
        return out.toString();
    }

    private static void row(String names, String description, StringBuilder out) {
        out.append(names).append(" ".repeat(Math.max(1, INDENT - names.length())));
        int used = Math.max(INDENT, names.length() + 1);
        out.append(Prose.wrap(description, WIDTH, INDENT, used)).append('\n');
    }

    /** All commands. */
    static String overview() {
        return """
                Plimsoll finds what makes containers run out of memory or lose data, in Docker Compose files and
                docker run commands.

                Usage:
                  plimsoll [check] [OPTIONS] [PATH...]   lint Compose files, also all below a directory
                  plimsoll [OPTIONS] docker run ...      lint this one command; docker create, docker volume create
                                                         and podman likewise
                  plimsoll fix [OPTIONS] [PATH...]       what would be fixed, as a diff; --write makes it so
                  plimsoll explain RULE                  the page of a rule
                  plimsoll rules                         all rules
                  plimsoll model [OPTIONS] [PATH]        the project as Docker would load it, as JSON
                  plimsoll budget [OPTIONS] [PATH...]    what counts toward each memory limit, as bars
                  plimsoll inspect [CONTAINER...]        lint the containers that run
                  plimsoll init [--baseline]             writes a configuration; records today's findings
                  plimsoll config schema                 the JSON Schema of configurations
                  plimsoll config import FILE            another linter's configuration as one of ours
                  plimsoll completion bash|zsh|fish      completion for a shell
                  plimsoll lsp                           the language server, for editors
                  plimsoll --version

                plimsoll COMMAND --help shows the options of a command.

                Exit codes: 0 nothing found, 1 findings, 2 wrong usage, configuration or input, 3 nothing to lint,
                4 a defect of Plimsoll.
                """;
    }
}

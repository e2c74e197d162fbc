package dev.plimsoll.cli;

import picocli.CommandLine;

/** What {@code --help} shows. */
final class Help {
    private Help() {}

    /** The options of a command. */
    static String of(String command) {
        return new CommandLine(CommandSpecs.of(command)).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    /** All commands. */
    static String overview() {
        return """
                Plimsoll finds what makes containers run out of memory or lose data, in Docker Compose files and docker run
                commands.

                Usage:
                  plimsoll [check] [OPTIONS] [PATH...]   lint Compose files; a directory is searched, - is standard input
                  plimsoll [OPTIONS] docker run ...      lint this one command; docker create, docker volume create and
                                                         podman likewise
                  plimsoll fix [OPTIONS] [PATH...]       what would be fixed, as a diff; --write makes it so
                  plimsoll explain RULE                  the page of a rule
                  plimsoll rules                         all rules
                  plimsoll model [OPTIONS] [PATH]        the project as Docker would load it, as JSON
                  plimsoll budget [OPTIONS] [PATH...]    what counts towards each memory limit, as bars
                  plimsoll init [--baseline]             writes a configuration; records today's findings
                  plimsoll config schema                 the JSON Schema of configurations
                  plimsoll completion bash|zsh|fish      completion for a shell
                  plimsoll --version

                plimsoll COMMAND --help shows the options of a command.

                Exit codes: 0 nothing found, 1 findings, 2 wrong usage, configuration or input, 3 nothing to lint,
                4 a defect of Plimsoll.
                """;
    }
}

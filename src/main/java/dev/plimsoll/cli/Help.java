package dev.plimsoll.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands and their help. Each has its specification made only when it is called: a run needs one. */
final class Help {
    private static final int WIDTH = 100;

    /** The commands, the default first. */
    static final List<String> COMMANDS =
            List.of("check", "fix", "explain", "rules", "model", "budget", "init", "config", "completion");

    private Help() {}

    static boolean isCommand(String word) {
        return COMMANDS.contains(word);
    }

    static CommandSpec spec(String command) {
        return switch (command) {
            case "fix" -> FixCommand.spec();
            case "explain" -> ExplainCommand.spec();
            case "rules" -> RulesCommand.spec();
            case "model" -> ModelCommand.spec();
            case "budget" -> BudgetCommand.spec();
            case "init" -> InitCommand.spec();
            case "config" -> ConfigCommand.spec();
            case "completion" -> CompletionCommand.spec();
            default -> CheckCommand.spec();
        };
    }

    /** A specification with the options that every command has. */
    static CommandSpec command(String name, String synopsis, String description) {
        CommandSpec spec = CommandSpec.create().name("plimsoll " + name);
        spec.usageMessage(new UsageMessageSpec()
                .width(WIDTH)
                .customSynopsis("plimsoll " + synopsis)
                .description(description)
                .sortOptions(false)
                .optionListHeading("%n"));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
        return spec;
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .description(description)
                .type(boolean.class)
                .build();
    }

    static OptionSpec single(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    static OptionSpec list(String name, String label, String description) {
        return list(name, name, label, description);
    }

    static OptionSpec list(String name, String longName, String label, String description) {
        OptionSpec.Builder option =
                name.equals(longName) ? OptionSpec.builder(name) : OptionSpec.builder(name, longName);
        return option.paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    static String of(CommandSpec spec) {
        return new CommandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

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

package dev.plimsoll.cli;

import dev.plimsoll.report.Format;
import dev.plimsoll.report.budget.BudgetFormat;
import dev.plimsoll.suppress.Baseline;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands and their options. Each has its specification made only when it is called: a run needs one. */
final class CommandSpecs {
    /** The command that runs where none is named. */
    static final String DEFAULT = "check";

    /** The commands, the default first. */
    static final List<String> COMMANDS = List.of(
            DEFAULT, "fix", "explain", "rules", "model", "budget", "init", "config", "completion", "lsp", "inspect");

    /** The commands that take any number of words. */
    private static final List<String> TAKING_PATHS = List.of(DEFAULT, "fix", "model", "budget", "init", "inspect");

    private CommandSpecs() {}

    /**
     * An option of a command.
     *
     * @param names with their dashes
     * @param takesValue whether a value follows it
     * @param label what the help calls the value
     * @param description what the help says of it
     */
    record Option(List<String> names, boolean takesValue, String label, String description) {}

    /** What somebody may have meant whose first word is neither a command nor a file. */
    static List<String> firstWords() {
        List<String> words = new ArrayList<>(COMMANDS);
        words.addAll(List.of("help", "--version", "--help"));
        return words;
    }

    /** Whether what stands behind a command and is no option is a path, or the name of a container. */
    static boolean takesPaths(String command) {
        return TAKING_PATHS.contains(command);
    }

    static boolean isCommand(String word) {
        return COMMANDS.contains(word);
    }

    /** The options of a command, in the order in which its help lists them. */
    static List<Option> options(String command) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec option : of(command).options()) {
            options.add(new Option(
                    List.of(option.names()),
                    option.arity().max() > 0,
                    option.paramLabel(),
                    String.join(" ", option.description())));
        }
        return options;
    }

    /** What picocli wants to know of a command. */
    static CommandSpec of(String command) {
        return switch (command) {
            case "fix" -> fix();
            case "explain" -> explain();
            case "rules" -> rules();
            case "model" -> model();
            case "budget" -> budget();
            case "init" -> init();
            case "config" -> config();
            case "completion" -> completion();
            case "lsp" -> lsp();
            case "inspect" -> inspect();
            default -> check();
        };
    }

    private static CommandSpec check() {
        CommandSpec spec = command("check", "[check] [OPTIONS] [PATH...]", "Lints Compose files and docker commands.")
                .addOption(output())
                .addOption(failOn())
                .addOption(flag("--fix", "make the fixes that change no running container, then report what is left"))
                .addOption(flag("--unsafe-fixes", "with --fix or --diff: make the other fixes too"))
                .addOption(flag("--diff", "show what --fix would change, and change nothing"))
                .addOption(color())
                .addOption(flag("--allow-no-files", "exit with 0 where there is nothing to lint"))
                .addOption(flag(
                        "--embedded",
                        "in directories, find docker commands too (scripts, Makefiles, documentation, workflows), and"
                                + " Dockerfiles"))
                .addOption(quiet())
                .addOption(statistics())
                .addOption(noGrouping())
                .addOption(single(
                        "--add-ignores",
                        "REASON",
                        "write a comment at each finding that ignores it, and report nothing"));
        return withInputs(withRules(spec));
    }

    private static CommandSpec fix() {
        CommandSpec spec = command(
                        "fix",
                        "fix [OPTIONS] [PATH...]",
                        "Shows what the fixes would change, as a diff that patch -p1 and git apply take. Exits with 1 if that"
                                + " is anything.")
                .addOption(flag("--write", "change the files; standard input goes to standard output"))
                .addOption(flag("--unsafe-fixes", "make fixes too that change what a running container does"))
                .addOption(flag("--allow-no-files", "exit with 0 where there is nothing to fix"))
                .addOption(quiet());
        return withInputs(withRules(spec));
    }

    private static CommandSpec explain() {
        return command("explain", "explain RULE", "Shows the page of a rule.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("RULE")
                        .index("0")
                        .arity("1")
                        .type(String.class)
                        .description("the rule's id, as in a finding's brackets")
                        .build());
    }

    private static CommandSpec rules() {
        return command("rules", "rules [--output table|markdown|json]", "Lists all rules.")
                .addOption(OptionSpec.builder("--output")
                        .paramLabel("FORMAT")
                        .type(String.class)
                        .defaultValue("table")
                        .description("table (default), markdown or json")
                        .build());
    }

    private static CommandSpec model() {
        return withInputs(command(
                "model",
                "model [OPTIONS] [PATH]",
                "Prints the project as Docker would load it: JSON with the place that each value came from. Exits with 1"
                        + " where Docker would refuse to load it."));
    }

    private static CommandSpec budget() {
        return withInputs(command(
                        "budget",
                        "budget [OPTIONS] [PATH...]",
                        "Shows for each container what counts toward its memory limit: tmpfs, /dev/shm, declared heaps.")
                .addOption(hostMemory())
                .addOption(single("--output", "FORMAT[=FILE]", BudgetFormat.help()))
                .addOption(stats())
                .addOption(exec())
                .addOption(podman())
                .addOption(color()));
    }

    private static CommandSpec init() {
        CommandSpec spec = command(
                        "init",
                        "init [--baseline] [OPTIONS] [PATH...]",
                        "Writes a commented .plimsoll.yaml to the working directory. With --baseline it also writes "
                                + Baseline.DEFAULT_NAME
                                + " with all that is found today and excludes the files that cannot"
                                + " be read, so that check reports only what is new; a configuration that is there is"
                                + " added to. Done again, the baseline is written again.")
                .addOption(flag("--baseline", "record the findings of today"))
                .addOption(flag("--force", "write the configuration even if there is one"));
        return withInputs(spec);
    }

    private static CommandSpec config() {
        return command(
                        "config",
                        "config schema|import [FILE]",
                        "schema: prints the JSON Schema of .plimsoll.yaml. import: prints the .plimsoll.yaml that says the same"
                                + " as another linter's configuration, and on standard error what became of each setting.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("schema|import")
                        .index("0")
                        .arity("1")
                        .type(String.class)
                        .description("what to print")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .index("1")
                        .arity("0..1")
                        .type(String.class)
                        .description("what to import: .dclintrc, package.json, .compose-lint.yml or kics.config")
                        .build());
    }

    private static CommandSpec completion() {
        return command("completion", "completion bash|zsh|fish", "Prints a script that a shell completes with.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SHELL")
                        .index("0")
                        .arity("1")
                        .type(String.class)
                        .description("bash, zsh or fish; to try it in bash: source <(plimsoll completion bash)")
                        .build());
    }

    private static CommandSpec lsp() {
        // editors name the transport, and some the process to end with, which the protocol tells anyway
        return command("lsp", "lsp", "Serves an editor: the Language Server Protocol on standard input and output.")
                .addOption(flag("--stdio", "the only way to speak, for editors that name it"))
                .addOption(single("--clientProcessId", "ID", "taken and left aside: the protocol tells it"));
    }

    private static CommandSpec inspect() {
        CommandSpec spec = command(
                        "inspect",
                        "inspect [OPTIONS] [CONTAINER...]",
                        "Lints what runs: asks docker inspect about these containers, or about all that run. Nothing is changed,"
                                + " and nothing is started but docker ps and docker inspect.")
                .addOption(output())
                .addOption(failOn())
                .addOption(color())
                .addOption(stats())
                .addOption(exec())
                .addOption(podman())
                .addOption(quiet())
                .addOption(statistics())
                .addOption(noGrouping())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("CONTAINER")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("names or ids, or - to read what docker inspect prints from standard input")
                        .build());
        return withRules(spec);
    }

    private static OptionSpec stats() {
        return flag(
                "--stats", "show what containers use now, of docker stats, and the memory of the host, of docker info");
    }

    private static OptionSpec exec() {
        return flag("--exec", "with --stats: run df in the containers, to show what lies in each tmpfs");
    }

    private static OptionSpec podman() {
        return flag("--podman", "ask podman; also asked where there is no docker");
    }

    private static OptionSpec output() {
        return list(
                "--output", "FORMAT[=FILE]", Format.listing() + " (default: text); repeatable, one to standard output");
    }

    private static OptionSpec failOn() {
        return single(
                "--fail-on", "SEVERITY", "exit with 1 from this severity on: error, warning (default), info or never");
    }

    private static OptionSpec color() {
        return single("--color", "WHEN", "auto (default), always or never");
    }

    private static OptionSpec quiet() {
        return flag("-q", "--quiet", "no summary");
    }

    private static OptionSpec statistics() {
        return flag("--statistics", "count the findings of each rule, in place of the text report");
    }

    private static OptionSpec noGrouping() {
        return flag("--no-grouping", "tell each service's findings, also what most services share");
    }

    /** Adds the flags that choose rules, and those about what is configured and known. */
    private static CommandSpec withRules(CommandSpec spec) {
        return spec.addOption(single("--profile", "PROFILE", "default, or strict with hardening and hygiene"))
                .addOption(list("--select", "RULE,...", "run only these rules or categories"))
                .addOption(list("--ignore", "RULE,...", "do not run these rules or categories"))
                .addOption(single("--config", "FILE", "this configuration for all files"))
                .addOption(hostMemory())
                .addOption(flag("--isolated", "no configuration at all"))
                .addOption(single("--baseline", "FILE", "leave out the findings that this file knows"))
                .addOption(flag("--no-ignores", "report what comments, configuration and baseline leave out, too"))
                .addOption(flag("--foreign-ignores", "obey comments of dclint, KICS and semgrep, too"))
                .addOption(flag("-v", "--verbose", "say on standard error what was read"));
    }

    /** Adds the flags that choose files and variables. */
    private static CommandSpec withInputs(CommandSpec spec) {
        return spec.addOption(list(
                        "-f",
                        "--file",
                        "FILE",
                        "merge these files in this order, as docker compose does;" + " repeatable"))
                .addOption(list("--env-file", "FILE", "variables in place of .env; repeatable"))
                .addOption(flag("--env", "let the process environment set variables too"))
                .addOption(flag("--allow-partial", "leave out what include and extends do not find"))
                .addOption(OptionSpec.builder("--stdin-filename")
                        .paramLabel("NAME")
                        .type(String.class)
                        .description("what to call standard input")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("PATH")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("files, directories to search (default: .), or - for standard input")
                        .build());
    }

    private static OptionSpec hostMemory() {
        return single("--host-memory", "SIZE", "the memory of the host that runs the containers, such as 8g");
    }

    /** A specification with the options that every command has. */
    private static CommandSpec command(String name, String synopsis, String description) {
        CommandSpec spec = CommandSpec.create().name("plimsoll " + name);
        spec.usageMessage(
                new UsageMessageSpec().customSynopsis("plimsoll " + synopsis).description(description));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
        return spec;
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .description(description)
                .type(boolean.class)
                .build();
    }

    private static OptionSpec flag(String letter, String name, String description) {
        return OptionSpec.builder(letter, name)
                .description(description)
                .type(boolean.class)
                .build();
    }

    private static OptionSpec single(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec list(String name, String label, String description) {
        return list(name, name, label, description);
    }

    private static OptionSpec list(String name, String longName, String label, String description) {
        OptionSpec.Builder option =
                name.equals(longName) ? OptionSpec.builder(name) : OptionSpec.builder(name, longName);
        return option.paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build();
    }
}

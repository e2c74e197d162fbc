package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.budget.BudgetFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code plimsoll completion}: what a shell needs to complete commands, options and their values. */
final class CompletionCommand {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Streams streams;
    private final RuleCatalog catalog;

    CompletionCommand(Streams streams, RuleCatalog catalog) {
        this.streams = streams;
        this.catalog = catalog;
    }

    int run(String shell) throws UsageException, IOException {
        String script =
                switch (shell) {
                    case "bash" -> bash();
                    case "zsh" -> "#compdef plimsoll\nautoload -U +X bashcompinit && bashcompinit\n" + bash();
                    case "fish" -> fish();
                    default -> throw OptionsParser.unknown("shell", shell, SHELLS);
                };
        streams.print(script);
        return ExitCode.OK;
    }

    /** The words that an option takes; none where it takes a file's name or any text. */
    private List<String> values(CommandSpecs.Option option, String command) {
        return switch (option.label()) {
            case "FORMAT", "FORMAT[=FILE]" -> formats(command);
            case "SEVERITY" -> OptionsParser.SEVERITIES;
            case "PROFILE" -> OptionsParser.PROFILES;
            case "WHEN" -> List.of("auto", "always", "never");
            case "RULE,..." -> rulesAndCategories();
            default -> List.of();
        };
    }

    private static List<String> formats(String command) {
        return switch (command) {
            case "rules" -> RulesCommand.FORMATS;
            case "budget" -> BudgetFormat.labels();
            default -> Format.labels();
        };
    }

    /** The words that stand behind a command; none where it takes files. */
    private List<String> arguments(String command) {
        return switch (command) {
            case "explain" -> ids();
            case "completion" -> SHELLS;
            case "config" -> List.of("schema", "import");
            default -> List.of();
        };
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            ids.add(rule.id());
        }
        return ids;
    }

    private List<String> rulesAndCategories() {
        List<String> names = new ArrayList<>(catalog.categories());
        names.addAll(ids());
        return names;
    }

    private boolean takesFiles(String command) {
        return arguments(command).isEmpty() && !command.equals("rules");
    }

    private String bash() {
        StringBuilder options = new StringBuilder();
        StringBuilder values = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (String command : CommandSpecs.COMMANDS) {
            List<String> names = new ArrayList<>();
            for (CommandSpecs.Option option : CommandSpecs.options(command)) {
                names.addAll(option.names());
                if (option.takesValue()) {
                    List<String> words = values(option, command);
                    String answer =
                            words.isEmpty() ? "_plimsoll_files" : "_plimsoll_words '" + String.join(" ", words) + "'";
                    for (String name : option.names()) {
                        values.append("    ")
                                .append(command)
                                .append(':')
                                .append(name)
                                .append(") ");
                        values.append(answer).append("; return ;;\n");
                    }
                }
            }
            options.append("    ")
                    .append(command)
                    .append(") options='")
                    .append(String.join(" ", names))
                    .append("' ;;\n");
            if (!arguments(command).isEmpty()) {
                arguments.append("    ").append(command).append(") _plimsoll_words '");
                arguments.append(String.join(" ", arguments(command))).append("' ;;\n");
            }
        }
        return BASH.replace("@COMMANDS@", String.join(" ", CommandSpecs.COMMANDS))
                .replace("@COMMAND_PATTERN@", String.join("|", CommandSpecs.COMMANDS))
                .replace("@OPTIONS@", options)
                .replace("@VALUES@", values)
                .replace("@ARGUMENTS@", arguments);
    }

    private static final String BASH = """
            # Completion of plimsoll for bash. Made by: plimsoll completion bash
            _plimsoll_words() {
                COMPREPLY=($(compgen -W "$1" -- "${word##*,}"))
                # behind a comma the names before it stay
                local before=
                case $word in *,*) before=${word%,*}, ;; esac
                local i
                for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=$before${COMPREPLY[i]}; done
            }
            _plimsoll_files() {
                COMPREPLY=()
                local name
                while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$word")
                type compopt >/dev/null 2>&1 && compopt -o filenames 2>/dev/null
            }
            _plimsoll() {
                local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=check options=
                case ${COMP_WORDS[1]} in
                @COMMAND_PATTERN@) [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]} ;;
                esac
                # --option=value reaches us as three words
                if [ "$previous" = = ] && [ "$COMP_CWORD" -gt 2 ]; then
                    previous=${COMP_WORDS[COMP_CWORD-2]}
                elif [ "$word" = = ]; then
                    word=
                fi
                case $command:$previous in
            @VALUES@    esac
                case $command in
            @OPTIONS@    esac
                case $word in
                -*) _plimsoll_words "$options"; return ;;
                esac
                case $command in
            @ARGUMENTS@    *)
                    _plimsoll_files
                    if [ "$COMP_CWORD" -eq 1 ]; then
                        local files=("${COMPREPLY[@]}")
                        _plimsoll_words '@COMMANDS@ --help --version'
                        COMPREPLY+=("${files[@]}")
                    fi
                    ;;
                esac
            }
            complete -F _plimsoll plimsoll
            """;

    private String fish() {
        StringBuilder out = new StringBuilder("# Completion of plimsoll for fish. Made by: plimsoll completion fish\n");
        String none = "__fish_use_subcommand";
        for (String command : CommandSpecs.COMMANDS) {
            out.append("complete -c plimsoll -n ")
                    .append(none)
                    .append(" -a ")
                    .append(command)
                    .append('\n');
        }
        for (String command : CommandSpecs.COMMANDS) {
            String condition = command.equals("check")
                    ? "'not __fish_seen_subcommand_from "
                            + String.join(" ", CommandSpecs.COMMANDS.subList(1, CommandSpecs.COMMANDS.size())) + "'"
                    : "'__fish_seen_subcommand_from " + command + "'";
            String prefix = "complete -c plimsoll -n " + condition;
            for (CommandSpecs.Option option : CommandSpecs.options(command)) {
                out.append(prefix);
                for (String name : option.names()) {
                    out.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
                }
                if (option.takesValue()) {
                    List<String> words = values(option, command);
                    out.append(words.isEmpty() ? " -r" : " -x -a '" + String.join(" ", words) + "'");
                }
                out.append(" -d '")
                        .append(option.description().replace("'", "\\'"))
                        .append("'\n");
            }
            if (!takesFiles(command)) {
                out.append(prefix).append(" -f");
                if (!arguments(command).isEmpty()) {
                    out.append(" -a '")
                            .append(String.join(" ", arguments(command)))
                            .append('\'');
                }
                out.append('\n');
            }
        }
        return out.toString();
    }
}

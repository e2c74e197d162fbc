package dev.plimsoll.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What users of other tools type out of habit, and what it is called here. Asked only where a word is wrong. From the
 * commands and options of ruff, zizmor, actionlint, hadolint, shellcheck, biome, ESLint, dclint, compose-lint, KICS, git and
 * cargo.
 */
final class Habits {
    /** A command of others, then ours; several of ours stand for what may have been meant. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("lint", "check"),
            List.of("validate", "check"),
            List.of("verify", "check"),
            List.of("scan", "check"),
            List.of("audit", "check"),
            List.of("analyze", "check"),
            List.of("analyse", "check"),
            List.of("test", "check"),
            List.of("ci", "check"),
            List.of("docker-compose", "check"),
            List.of("run", "check", "docker run"),
            List.of("create", "docker create"),
            List.of("nerdctl", "docker run"),
            List.of("format", "fix"),
            List.of("fmt", "fix"),
            List.of("apply", "fix --write"),
            List.of("rule", "explain", "rules"),
            List.of("doc", "explain"),
            List.of("docs", "explain"),
            List.of("why", "explain"),
            List.of("ls", "rules"),
            List.of("list", "rules"),
            List.of("list-rules", "rules"),
            List.of("audits", "rules"),
            List.of("render", "model"),
            List.of("convert", "model"),
            List.of("show", "model"),
            List.of("stats", "budget"),
            List.of("baseline", "init --baseline"),
            List.of("schema", "config schema"),
            List.of("import", "config import"),
            List.of("migrate", "config import"),
            List.of("completions", "completion"),
            List.of("complete", "completion"),
            List.of("generate-shell-completion", "completion"),
            List.of("serve", "lsp"),
            List.of("server", "lsp"),
            List.of("language-server", "lsp"),
            List.of("version", "--version"));

    /**
     * An option of others, then what does it here: an option, perhaps with a value, or a command of ours. The first counts
     * that the command at hand has.
     */
    private static final List<List<String>> OPTIONS = List.of(
            List.of("--format", "--output"),
            List.of("--formatter", "--output"),
            List.of("--output-format", "--output"),
            List.of("--reporter", "--output"),
            List.of("-o", "--output"),
            List.of("--output-file", "--output FORMAT=FILE"),
            List.of("--output-path", "--output FORMAT=FILE"),
            List.of("--reporter-file", "--output FORMAT=FILE"),
            List.of("--json", "--output json"),
            List.of("--sarif", "--output sarif"),
            List.of("--oneline", "--output concise"),
            List.of("--severity", "--fail-on"),
            List.of("-S", "--fail-on"),
            List.of("--min-severity", "--fail-on"),
            List.of("--failure-threshold", "--fail-on"),
            List.of("--threshold", "--fail-on"),
            List.of("--fail-level", "--fail-on"),
            List.of("--diagnostic-level", "--fail-on"),
            List.of("--max-warnings", "--fail-on"),
            List.of("--error-on-warnings", "--fail-on warning"),
            List.of("--exit-zero", "--fail-on never"),
            List.of("--no-fail", "--fail-on never"),
            List.of("--no-exit-codes", "--fail-on never"),
            List.of("--disable", "--ignore"),
            List.of("--exclude-rule", "--ignore"),
            List.of("--skip", "--ignore"),
            List.of("--enable", "--select"),
            List.of("--rule", "--select"),
            List.of("--rules", "--select"),
            List.of("--only", "--select"),
            List.of("--extend-select", "--select"),
            List.of("--list-rules", "plimsoll rules"),
            List.of("--show-files", "-v"),
            List.of("--debug", "-v"),
            List.of("--no-color", "--color never"),
            List.of("--no-colour", "--color never"),
            List.of("--colors", "--color"),
            List.of("--strict", "--profile strict"),
            List.of("--pedantic", "--profile strict"),
            List.of("--persona", "--profile"),
            List.of("--all", "--profile strict"),
            List.of("--write", "--fix"),
            List.of("--apply", "--fix", "--write"),
            List.of("--fix", "--write"),
            List.of("--in-place", "--fix", "--write"),
            List.of("-i", "--fix", "--write"),
            List.of("--fix-only", "plimsoll fix --write"),
            List.of("--unsafe", "--unsafe-fixes"),
            List.of("--check", "--diff"),
            List.of("--dry-run", "--diff"),
            List.of("--fix-dry-run", "--diff"),
            List.of("-c", "--config"),
            List.of("--config-file", "--config"),
            List.of("--config-path", "--config"),
            List.of("--rcfile", "--config"),
            List.of("--no-config", "--isolated"),
            List.of("--norc", "--isolated"),
            List.of("--no-inline-config", "--no-ignores"),
            List.of("--disable-ignore-pragma", "--no-ignores"),
            List.of("--add-noqa", "--add-ignores"),
            List.of("--add-ignore", "--add-ignores"),
            List.of("--suppress", "--add-ignores"),
            List.of("--no-error-on-unmatched-pattern", "--allow-no-files"),
            List.of("--no-errors-on-unmatched", "--allow-no-files"),
            List.of("--stdin-file-path", "--stdin-filename"),
            List.of("--stdin-filepath", "--stdin-filename"),
            List.of("--memory", "--host-memory"),
            List.of("--explain", "plimsoll explain"),
            List.of("--init", "plimsoll init"),
            List.of("--init-config", "plimsoll init"),
            List.of("--lsp", "plimsoll lsp"),
            List.of("--completions", "plimsoll completion"),
            List.of("--version", "plimsoll --version"));

    /** An option of others that none here stands for, and what is so instead. */
    private static final List<List<String>> NEEDLESS = List.of(
            List.of("-r", "directories are always searched"),
            List.of("-R", "directories are always searched"),
            List.of("--recursive", "directories are always searched"),
            List.of("--stdin", "the path - stands for standard input"),
            List.of("--exclude", "exclude: in .plimsoll.yaml lists files that are not linted"),
            List.of("--exclude-paths", "exclude: in .plimsoll.yaml lists files that are not linted"),
            List.of("--ignore-path", "exclude: in .plimsoll.yaml lists files that are not linted"),
            List.of("--ignore-pattern", "exclude: in .plimsoll.yaml lists files that are not linted"),
            List.of("--force-exclude", "exclude: in .plimsoll.yaml holds for files given by name, too"),
            List.of("--profiles", "containers of all Compose profiles are linted"));

    private Habits() {}

    /** The commands that were meant by a word that other tools have as a command; empty if none has. */
    static List<String> commands(String word) {
        List<String> meant = find(COMMANDS, word);
        return meant.isEmpty() ? meant : meant.subList(1, meant.size());
    }

    /**
     * What is said of an option that other tools have: {@code , did you mean --output?}, or that it is not needed.
     *
     * @param name without a value
     * @param command what it was given to
     * @param options the names of the options of that command
     * @return null if it is of no tool that is known here, or stands for nothing that the command has
     */
    static @Nullable String option(String name, String command, Collection<String> options) {
        if (command.equals("fix") && (name.equals("--check") || name.equals("--dry-run") || name.equals("--diff"))) {
            return ": fix changes nothing without --write";
        }
        List<String> needless = find(NEEDLESS, name);
        if (!needless.isEmpty()) {
            return ": " + needless.get(1);
        }
        List<String> here = find(OPTIONS, name);
        for (int i = 1; i < here.size(); i++) {
            String meant = here.get(i);
            int blank = meant.indexOf(' ');
            if (meant.startsWith("plimsoll ") || options.contains(blank < 0 ? meant : meant.substring(0, blank))) {
                return ", did you mean " + meant + "?";
            }
        }
        return null;
    }

    /** Where what a command of docker is about is read, {@code ; plimsoll check …}; empty if it is not. */
    static String elsewhere(String verb) {
        return switch (verb) {
            case "compose", "stack" -> "; plimsoll check reads the Compose file";
            case "build", "buildx", "builder" -> "; plimsoll check reads the Dockerfile that a Compose file builds";
            case "exec", "start", "update" -> "; give the command that made the container";
            default -> "";
        };
    }

    /** All words of others, each with what it is here; for those who compare it with the commands and options. */
    static Map<String, List<String>> all() {
        Map<String, List<String>> all = new HashMap<>();
        for (List<List<String>> table : List.of(COMMANDS, OPTIONS)) {
            for (List<String> row : table) {
                all.put(row.get(0), row.subList(1, row.size()));
            }
        }
        return all;
    }

    private static List<String> find(List<List<String>> table, String word) {
        for (List<String> row : table) {
            if (row.get(0).equals(word)) {
                return row;
            }
        }
        return List.of();
    }
}

package dev.plimsoll.cli;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.report.Format;
import dev.plimsoll.session.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns the words behind a command into what it is asked to do, and refuses those that do not go together. */
final class OptionsParser {
    private static final String NEVER = "never";

    /** What {@code --fail-on} takes. */
    static final List<String> SEVERITIES = List.of("error", "warning", "info", NEVER);

    /** What {@code --profile} takes. */
    static final List<String> PROFILES = List.of("default", "strict");

    private final String command;
    private final ParseResult parsed;

    /**
     * Takes words apart.
     *
     * @param command one of {@link CommandSpecs#COMMANDS}
     * @param words what stands behind it
     * @throws UsageException if the command has no such options, or they lack values
     */
    OptionsParser(String command, String... words) throws UsageException {
        // our options are words: picocli would load java.sql, java.time and more to be ready for others
        System.setProperty("picocli.converters.excludes", "java[.].*");
        this.command = command;
        try {
            this.parsed = new CommandLine(CommandSpecs.of(command)).parseArgs(words);
        } catch (ParameterException e) {
            throw new UsageException(describe(e, command));
        }
    }

    private static String describe(ParameterException e, String command) {
        String message = e.getMessage() == null ? "wrong usage" : e.getMessage();
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String option = unmatched.getUnmatched().get(0);
            @Nullable String meant = meant(option, command);
            return "unknown option " + option + (meant == null ? "" : ", did you mean " + meant + "?");
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return command + " does not take \"" + unmatched.getUnmatched().get(0) + "\"";
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return option.longestName() + " needs a value, " + option.paramLabel();
        }
        int lineEnd = message.indexOf('\n');
        String line = lineEnd < 0 ? message : message.substring(0, lineEnd);
        return line.isEmpty() ? "wrong usage" : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    /** The option of a command that was meant; null if none comes near. */
    private static @Nullable String meant(String written, String command) {
        List<String> names = new ArrayList<>();
        for (CommandSpecs.Option option : CommandSpecs.options(command)) {
            names.addAll(option.names());
        }
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        // what other linters call it
        String here =
                switch (name) {
                    case "--format", "--formatter", "--output-format", "--reporter", "-o" -> "--output";
                    case "--severity", "--min-severity", "--failure-threshold" -> "--fail-on";
                    case "--disable", "--exclude-rule", "--skip" -> "--ignore";
                    case "--enable", "--rules", "--rule" -> "--select";
                    default -> "";
                };
        return names.contains(here) ? here : DidYouMean.closest(name, names);
    }

    /** A word that is none of those that there are. */
    static UsageException unknown(String kind, String written, List<String> known) {
        @Nullable String meant = DidYouMean.closest(written, known);
        return new UsageException("unknown " + kind + " \"" + written + "\""
                + (meant == null ? ": " + Format.listed(known) : DidYouMean.hint(meant)));
    }

    /** Whether a flag was given. */
    boolean has(String flag) {
        return parsed.hasMatchedOption(flag);
    }

    /** The value of an option, or another one where it was not given. */
    String value(String option, String otherwise) {
        return parsed.matchedOptionValue(option, otherwise);
    }

    private List<String> values(String option) {
        return parsed.matchedOptionValue(option, List.<String>of());
    }

    /**
     * The one word of a command that takes one.
     *
     * @param what it is, with an example or all that there are
     * @throws UsageException if it was not given
     */
    String argument(String what) throws UsageException {
        String word = parsed.matchedPositionalValue(0, "");
        if (word.isEmpty()) {
            throw new UsageException(command + " needs " + what);
        }
        return word;
    }

    /** The second word of a command that may take two; empty if it was not given. */
    String second() {
        return parsed.matchedPositionalValue(1, "");
    }

    /** What is asked of an engine besides its containers. */
    Asked asked() throws UsageException {
        if (has("--exec") && !has("--stats")) {
            throw new UsageException("--exec goes with --stats");
        }
        return new Asked(has("--stats"), has("--exec"), has("--podman"));
    }

    /** What {@code check} is asked to do. */
    CheckOptions check() throws UsageException {
        String word = value("--fail-on", "warning");
        Optional<Severity> failOn = Severity.of(word);
        if (failOn.isEmpty() && !word.equals(NEVER)) {
            throw unknown("severity", word, SEVERITIES);
        }
        boolean diff = has("--diff");
        boolean fix = diff || has("--fix");
        if (has("--unsafe-fixes") && !fix) {
            throw new UsageException("--unsafe-fixes goes with --fix or --diff");
        }
        if (has("--add-ignores") && fix) {
            throw new UsageException("--add-ignores does not go with --fix and --diff");
        }
        return new CheckOptions(
                options(),
                values("--output"),
                value("--color", "auto"),
                has("-q"),
                has("-v"),
                has("--allow-no-files"),
                has("--statistics"),
                !has("--no-grouping"),
                has("--fail-on"),
                failOn,
                fix,
                diff,
                has("--add-ignores") ? Optional.of(value("--add-ignores", "")) : Optional.empty());
    }

    /** What {@code fix} is asked to do. */
    FixOptions fix() throws UsageException {
        return new FixOptions(options(), has("--write"), has("--allow-no-files"), has("-q"), has("-v"));
    }

    /** What is to be read, and how it is judged; a command that has no options for that reads and judges as usual. */
    Options options() throws UsageException {
        Flags rules = rules();
        boolean isolated = has("--isolated");
        if (isolated && has("--config")) {
            throw new UsageException("--config and --isolated do not go together");
        }
        Optional<String> config = file("--config");
        // init has a flag of this name, which names no file
        Optional<String> baseline = command.equals("init") ? Optional.empty() : file("--baseline");
        List<String> files = values("--file");
        List<String> paths =
                parsed.matchedPositionals().isEmpty() ? List.of() : parsed.matchedPositionalValue(0, List.<String>of());
        if (!files.isEmpty() && !paths.isEmpty()) {
            throw new UsageException("--file and paths do not go together");
        }
        if (paths.contains("")) {
            throw new UsageException("an empty path");
        }
        return new Options(
                paths,
                files,
                values("--env-file"),
                has("--env"),
                has("--allow-partial"),
                value("--stdin-filename", Options.COMPOSE_INPUT),
                has("--embedded"),
                rules,
                config,
                isolated,
                baseline,
                has("--unsafe-fixes"));
    }

    private Optional<String> file(String option) throws UsageException {
        if (!has(option)) {
            return Optional.empty();
        }
        String name = value(option, "");
        if (name.isEmpty()) {
            throw new UsageException(option + " lacks the name of a file");
        }
        return Optional.of(name);
    }

    /** What the command line says about rules. */
    private Flags rules() throws UsageException {
        Optional<Profile> profile = Optional.empty();
        if (has("--profile")) {
            String name = value("--profile", "default");
            profile = Profile.of(name);
            if (profile.isEmpty()) {
                throw unknown("profile", name, PROFILES);
            }
        }
        Flags flags = new Flags(
                profile,
                names(values("--select")),
                names(values("--ignore")),
                hostMemory(),
                !has("--no-ignores"),
                has("--foreign-ignores"));
        if (flags.foreignIgnores() && !flags.ignores()) {
            throw new UsageException("--foreign-ignores and --no-ignores do not go together");
        }
        if (!flags.select().isEmpty() || !flags.ignore().isEmpty()) {
            RuleCatalog catalog = RuleCatalog.builtIn();
            Optional<String> unknown = flags.selection().unknownName(catalog);
            if (unknown.isPresent()) {
                throw new UsageException(RuleNames.unknown(unknown.get(), catalog));
            }
        }
        return flags;
    }

    private static List<String> names(List<String> lists) {
        List<String> names = new ArrayList<>();
        for (String list : lists) {
            for (String name : list.split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    /** The host's memory as it was written; empty if it was not given. */
    private Optional<String> hostMemory() throws UsageException {
        String text = value("--host-memory", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ByteSize> size = SizeGrammar.docker(text);
        if (size.isEmpty() || size.get().bytes() == 0) {
            throw new UsageException("--host-memory is a size such as 8g, not \"" + text + "\"");
        }
        return Optional.of(text);
    }
}

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
    private final List<String> words;
    /** Null where all words are paths. */
    private final @Nullable ParseResult parsed;
    /** What is wrong with values: whoever mends one mistake wants to know of the others. */
    private final List<String> problems = new ArrayList<>(0);

    /**
     * Takes words apart.
     *
     * @param command one of {@link CommandSpecs#COMMANDS}
     * @param words what stands behind it
     * @throws UsageException if the command has no such options, or they lack values
     */
    OptionsParser(String command, String... words) throws UsageException {
        this.command = command;
        this.words = List.of(words);
        if (CommandSpecs.takesPaths(command) && arePaths(words)) {
            // what hooks ask for, which is nothing to parse: to load the parser takes as long as to read the file
            this.parsed = null;
            return;
        }
        // our options are words: picocli would load java.sql, java.time and more to be ready for others
        System.setProperty("picocli.converters.excludes", "java[.].*");
        try {
            this.parsed = new CommandLine(CommandSpecs.of(command)).parseArgs(words);
        } catch (ParameterException e) {
            throw new UsageException(describe(e, command));
        }
    }

    /** Whether no word is an option, or names a file with more words. */
    private static boolean arePaths(String... words) {
        for (String word : words) {
            if (word.startsWith("@") || (word.startsWith("-") && word.length() > 1)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> describe(ParameterException e, String command) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched(), command);
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return List.of(option.longestName() + " needs a value, " + option.paramLabel());
        }
        String message = e.getMessage() == null ? "" : e.getMessage();
        int lineEnd = message.indexOf('\n');
        String line = lineEnd < 0 ? message : message.substring(0, lineEnd);
        return List.of(line.isEmpty() ? "wrong usage" : Character.toLowerCase(line.charAt(0)) + line.substring(1));
    }

    /** Tells all options that a command does not have; if there are none, the first word that it does not take. */
    private static List<String> unmatched(List<String> words, String command) {
        List<String> names = new ArrayList<>();
        for (CommandSpecs.Option option : CommandSpecs.options(command)) {
            names.addAll(option.names());
        }
        List<String> problems = new ArrayList<>();
        for (String word : words) {
            if (word.length() > 1 && word.charAt(0) == '-') {
                String problem = "unknown option " + word + hint(word, command, names);
                if (!problems.contains(problem)) {
                    problems.add(problem);
                }
            }
        }
        return problems.isEmpty() ? List.of(command + " does not take \"" + words.get(0) + "\"") : problems;
    }

    /** What was meant by an option that a command does not have; empty if nothing comes near. */
    private static String hint(String written, String command, List<String> names) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        @Nullable String habit = Habits.option(name, command, names);
        if (habit != null) {
            return habit;
        }
        // any letter is close to any other
        @Nullable String meant = name.length() > 2 ? DidYouMean.closest(name, names) : null;
        return meant == null ? "" : ", did you mean " + meant + "?";
    }

    /** A word that is none of those that there are. */
    static UsageException unknown(String kind, String written, List<String> known) {
        return new UsageException(isUnknown(kind, written, known));
    }

    private static String isUnknown(String kind, String written, List<String> known) {
        @Nullable String meant = DidYouMean.closest(written, known);
        return "unknown " + kind + " \"" + written + "\""
                + (meant == null ? ": " + Format.listed(known) : DidYouMean.hint(meant));
    }

    /** The paths, for a command that takes some. */
    List<String> paths() {
        if (parsed == null) {
            return words;
        }
        return parsed.matchedPositionals().isEmpty() ? List.of() : parsed.matchedPositionalValue(0, List.<String>of());
    }

    /** Whether a flag was given. */
    boolean has(String flag) {
        return parsed != null && parsed.hasMatchedOption(flag);
    }

    /** The value of an option, or another one where it was not given. */
    String value(String option, String otherwise) {
        return parsed == null ? otherwise : parsed.matchedOptionValue(option, otherwise);
    }

    private List<String> values(String option) {
        return parsed == null ? List.of() : parsed.matchedOptionValue(option, List.<String>of());
    }

    /**
     * The one word of a command that takes one.
     *
     * @param what it is, with an example or all that there are
     * @throws UsageException if it was not given
     */
    String argument(String what) throws UsageException {
        String word = parsed == null ? "" : parsed.matchedPositionalValue(0, "");
        if (word.isEmpty()) {
            throw new UsageException(command + " needs " + what);
        }
        return word;
    }

    /** The second word of a command that may take two; empty if it was not given. */
    String second() {
        return parsed == null ? "" : parsed.matchedPositionalValue(1, "");
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
            problems.add(isUnknown("severity", word, SEVERITIES));
        }
        boolean diff = has("--diff");
        boolean fix = diff || has("--fix");
        if (has("--unsafe-fixes") && !fix) {
            problems.add("--unsafe-fixes goes with --fix or --diff");
        }
        if (has("--add-ignores") && fix) {
            problems.add("--add-ignores does not go with --fix and --diff");
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
            problems.add("--config and --isolated do not go together");
        }
        Optional<String> config = file("--config");
        // init has a flag of this name, which names no file
        Optional<String> baseline = command.equals("init") ? Optional.empty() : file("--baseline");
        List<String> files = values("--file");
        List<String> paths = paths();
        if (!files.isEmpty() && !paths.isEmpty()) {
            problems.add("--file and paths do not go together");
        }
        if (paths.contains("")) {
            problems.add("an empty path");
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
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

    private Optional<String> file(String option) {
        if (!has(option)) {
            return Optional.empty();
        }
        String name = value(option, "");
        if (name.isEmpty()) {
            problems.add(option + " lacks the name of a file");
        }
        return Optional.of(name);
    }

    /** What the command line says about rules. */
    private Flags rules() {
        Optional<Profile> profile = Optional.empty();
        if (has("--profile")) {
            String name = value("--profile", "default");
            profile = Profile.of(name);
            if (profile.isEmpty()) {
                problems.add(isUnknown("profile", name, PROFILES));
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
            problems.add("--foreign-ignores and --no-ignores do not go together");
        }
        if (!flags.select().isEmpty() || !flags.ignore().isEmpty()) {
            RuleCatalog catalog = RuleCatalog.builtIn();
            for (String unknown : flags.selection().unknownNames(catalog)) {
                problems.add(RuleNames.unknown(unknown, catalog));
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
    private Optional<String> hostMemory() {
        String text = value("--host-memory", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ByteSize> size = SizeGrammar.docker(text);
        if (size.isEmpty() || size.get().bytes() == 0) {
            problems.add("--host-memory is a size such as 8g, not \"" + text + "\"");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}

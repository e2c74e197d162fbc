package dev.plimsoll.cli;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code plimsoll check}: reads the files, runs the rules, writes the reports. */
final class CheckCommand {
    private static final String STANDARD_INPUT = "-";
    private static final String NEVER = "never";

    private final Streams streams;
    private final InputFiles inputs;
    private final File directory;
    private final Map<String, String> environment;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private int filesRead;

    CheckCommand(Streams streams, File directory, Map<String, String> environment) {
        this.streams = streams;
        this.directory = directory;
        this.environment = environment;
        this.inputs = new InputFiles(directory);
    }

    static CommandSpec spec() {
        return Help.command("check", "[check] [OPTIONS] [PATH...]", "Lints Compose files.")
                .addOption(list(
                        "--output",
                        "FORMAT[=FILE]",
                        "text (default), concise or json; repeatable, one to" + " standard output"))
                .addOption(single(
                        "--fail-on",
                        "SEVERITY",
                        "exit with 1 from this severity on: error, warning" + " (default), info or never"))
                .addOption(single("--profile", "PROFILE", "default, or strict with hardening and hygiene"))
                .addOption(list("--select", "RULE,...", "run only these rules or categories"))
                .addOption(list("--ignore", "RULE,...", "do not run these rules or categories"))
                .addOption(single("--stdin-filename", "NAME", "what to call standard input"))
                .addOption(single("--color", "WHEN", "auto (default), always or never"))
                .addOption(OptionSpec.builder("--allow-no-files")
                        .description("exit with 0 where there is nothing to lint")
                        .type(boolean.class)
                        .build())
                .addOption(OptionSpec.builder("-q", "--quiet")
                        .description("no summary")
                        .type(boolean.class)
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("PATH")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("files, directories to search (default: .), or - for standard input")
                        .build());
    }

    private static OptionSpec single(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec list(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    /** What failed in Plimsoll itself during the run, one line each. */
    List<String> defects() {
        return defects;
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        Outputs outputs = Outputs.of(
                parsed.matchedOptionValue("--output", List.<String>of()),
                Outputs.colors(parsed.matchedOptionValue("--color", "auto"), streams.terminal(), environment),
                !parsed.hasMatchedOption("--quiet"),
                directory);
        Optional<Severity> failOn = failOn(parsed.matchedOptionValue("--fail-on", "warning"));
        RuleCatalog catalog = RuleCatalog.builtIn();
        Linter linter = new Linter(catalog, selection(parsed, catalog));

        List<String> paths =
                parsed.matchedPositionals().isEmpty() ? List.of(".") : parsed.matchedPositionalValue(0, List.of("."));
        for (InputFiles.Input input : find(paths, parsed.matchedOptionValue("--stdin-filename", "compose.yaml"))) {
            lint(input, linter);
        }
        if (filesRead == 0 && errors.isEmpty()) {
            streams.complain("plimsoll: found no Compose file in " + String.join(", ", paths));
            return parsed.hasMatchedOption("--allow-no-files") ? ExitCode.OK : ExitCode.NOTHING;
        }
        LintResult result = new LintResult(filesRead, diagnostics, errors, defects);
        outputs.write(result, streams);
        for (InputError error : result.errors()) {
            complain(error);
        }
        if (!result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        boolean failed = failOn.isPresent() && result.reaches(failOn.get());
        return failed ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void complain(InputError error) {
        Position start = error.at().start();
        streams.complain(error.at().file().path() + ":" + start.line() + ":" + start.column() + ": error: "
                + error.message().replace('\n', ' '));
    }

    private List<InputFiles.Input> find(List<String> paths, String stdinName) throws UsageException, IOException {
        List<InputFiles.Input> found = new ArrayList<>();
        Set<File> known = new HashSet<>();
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                found.add(inputs.standardInput(stdinName));
            } else if (path.isEmpty()) {
                throw new UsageException("an empty path");
            } else {
                for (InputFiles.Input input : inputs.at(path)) {
                    if (known.add(input.file())) {
                        found.add(input);
                    }
                }
            }
        }
        return found;
    }

    private void lint(InputFiles.Input input, Linter linter) throws IOException {
        try {
            SourceFile file = input.isStandardInput()
                    ? SourceReader.read(streams.in(), input.shown())
                    : SourceReader.read(input.file(), input.shown());
            Loaded loaded = ComposeReader.read(file, inputs.directoriesOf(input));
            filesRead++;
            errors.addAll(loaded.errors());
            diagnostics.addAll(linter.check(loaded, defects));
        } catch (UnreadableSourceException e) {
            errors.add(new InputError(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage()));
        }
    }

    private static RuleSelection selection(ParseResult parsed, RuleCatalog catalog) throws UsageException {
        String name = parsed.matchedOptionValue("--profile", "default");
        Optional<Profile> profile = Profile.of(name);
        if (profile.isEmpty()) {
            throw new UsageException("unknown profile \"" + name + "\": default or strict");
        }
        RuleSelection selection = new RuleSelection(
                profile.get(),
                names(parsed.matchedOptionValue("--select", List.<String>of())),
                names(parsed.matchedOptionValue("--ignore", List.<String>of())));
        Optional<String> unknown = selection.unknownName(catalog);
        if (unknown.isPresent()) {
            throw new UsageException(RuleNames.unknown(unknown.get(), catalog));
        }
        return selection;
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

    private static Optional<Severity> failOn(String word) throws UsageException {
        Optional<Severity> severity = Severity.of(word);
        if (severity.isEmpty() && !word.equals(NEVER)) {
            throw new UsageException("unknown severity \"" + word + "\": error, warning, info or never");
        }
        return severity;
    }
}

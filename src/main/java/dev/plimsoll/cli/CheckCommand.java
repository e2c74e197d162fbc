package dev.plimsoll.cli;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.report.Printable;
import dev.plimsoll.source.Position;
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
import picocli.CommandLine.ParseResult;

/** {@code plimsoll check}: reads the files, runs the rules, writes the reports. */
final class CheckCommand {
    private static final String NEVER = "never";

    private final Streams streams;
    private final Projects projects;
    private final File directory;
    private final Map<String, String> environment;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private final Set<String> filesRead = new HashSet<>();

    CheckCommand(Streams streams, File directory, Map<String, String> environment) {
        this.streams = streams;
        this.directory = directory;
        this.environment = environment;
        this.projects = new Projects(new InputFiles(directory), directory, streams, environment);
    }

    static CommandSpec spec() {
        CommandSpec spec = Help.command("check", "[check] [OPTIONS] [PATH...]", "Lints Compose files.")
                .addOption(Help.list(
                        "--output",
                        "FORMAT[=FILE]",
                        Outputs.FORMATS + " (default: text); repeatable, one to standard output"))
                .addOption(Help.single(
                        "--fail-on",
                        "SEVERITY",
                        "exit with 1 from this severity on: error, warning (default), info or never"))
                .addOption(
                        Help.flag("--fix", "make the fixes that change no running container, then report what is left"))
                .addOption(Help.flag("--unsafe-fixes", "with --fix or --diff: make the other fixes too"))
                .addOption(Help.flag("--diff", "show what --fix would change, and change nothing"))
                .addOption(Help.single("--color", "WHEN", "auto (default), always or never"))
                .addOption(Help.flag("--allow-no-files", "exit with 0 where there is nothing to lint"))
                .addOption(Help.flag("-q", "no summary"));
        return Projects.addOptions(addRuleOptions(spec));
    }

    /** Adds the flags that choose rules. */
    static CommandSpec addRuleOptions(CommandSpec spec) {
        return spec.addOption(Help.single("--profile", "PROFILE", "default, or strict with hardening and hygiene"))
                .addOption(Help.list("--select", "RULE,...", "run only these rules or categories"))
                .addOption(Help.list("--ignore", "RULE,...", "do not run these rules or categories"));
    }

    /** What failed in Plimsoll itself during the run, one line each. */
    List<String> defects() {
        return defects;
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        Outputs outputs = Outputs.of(
                parsed.matchedOptionValue("--output", List.<String>of()),
                Outputs.style(parsed.matchedOptionValue("--color", "auto"), streams.terminal(), environment),
                !parsed.hasMatchedOption("-q"),
                directory,
                environment);
        Optional<Severity> failOn = failOn(parsed.matchedOptionValue("--fail-on", "warning"));
        RuleCatalog catalog = RuleCatalog.builtIn();
        Linter linter = new Linter(catalog, selection(parsed, catalog));

        boolean diff = parsed.hasMatchedOption("--diff");
        boolean fix = diff || parsed.hasMatchedOption("--fix");
        if (parsed.hasMatchedOption("--unsafe-fixes") && !fix) {
            throw new UsageException("--unsafe-fixes goes with --fix or --diff");
        }
        Streams reports = streams;
        if (fix) {
            FixRun run = new FixRun(projects, linter, parsed, streams);
            run.lint(projects.find(parsed));
            if (diff) {
                defects.addAll(run.defects());
                return FixCommand.show(run, parsed, streams);
            }
            // the fixed text of standard input takes standard output
            reports =
                    run.readsStandardInput() ? new Streams(streams.in(), streams.err(), streams.err(), false) : streams;
            run.write();
            run.tell(!parsed.hasMatchedOption("-q"));
            run.addTo(diagnostics, errors, defects, filesRead);
        } else {
            for (Projects.Unit unit : projects.find(parsed)) {
                lint(unit, parsed, linter);
            }
        }
        if (filesRead.isEmpty() && errors.isEmpty()) {
            streams.complain("plimsoll: found no Compose file in " + String.join(", ", Projects.paths(parsed)));
            return parsed.hasMatchedOption("--allow-no-files") ? ExitCode.OK : ExitCode.NOTHING;
        }
        LintResult result = new LintResult(filesRead.size(), diagnostics, errors, defects);
        outputs.write(result, reports);
        complain(result.errors());
        if (!result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        boolean failed = failOn.isPresent() && result.reaches(failOn.get());
        return failed ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Tells the errors that no finding of the report tells already. */
    private void complain(List<InputError> unread) {
        if (unread.isEmpty()) {
            return;
        }
        Set<InputError> reported = new HashSet<>();
        for (Diagnostic diagnostic : diagnostics) {
            reported.add(new InputError(
                    diagnostic.finding().at(), diagnostic.finding().message()));
        }
        for (InputError error : unread) {
            if (!reported.contains(error)) {
                streams.complain(line(error));
            }
        }
    }

    /** An error as one line that editors link. */
    static String line(InputError error) {
        Position start = error.at().start();
        return Printable.path(error.at().file().path()) + ":" + start.line() + ":" + start.column() + ": error: "
                + error.message().replace('\n', ' ');
    }

    private void lint(Projects.Unit unit, ParseResult parsed, Linter linter) throws IOException {
        try {
            Loaded loaded = projects.load(unit, parsed);
            for (InputFiles.Input input : unit.inputs()) {
                if (input.isStandardInput() || input.file().isFile()) {
                    filesRead.add(input.shown());
                }
            }
            errors.addAll(loaded.errors());
            diagnostics.addAll(linter.check(loaded, defects));
        } catch (UnreadableSourceException e) {
            errors.add(new InputError(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage()));
        }
    }

    static RuleSelection selection(ParseResult parsed, RuleCatalog catalog) throws UsageException {
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

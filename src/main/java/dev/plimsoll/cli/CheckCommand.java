package dev.plimsoll.cli;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.Printable;
import dev.plimsoll.source.Position;
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
    private final List<String> given;
    private final File directory;
    private final Map<String, String> environment;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param given the words of a docker command to lint in place of files; empty for files
     * @param defects takes what fails in Plimsoll itself
     */
    CheckCommand(
            Streams streams,
            File directory,
            Map<String, String> environment,
            List<String> given,
            List<Defect> defects) {
        this.defects = defects;
        this.streams = streams;
        this.directory = directory;
        this.environment = environment;
        this.given = given;
        this.projects = new Projects(new InputFiles(directory), directory, streams, environment);
    }

    static CommandSpec spec() {
        CommandSpec spec = Help.command(
                        "check", "[check] [OPTIONS] [PATH...]", "Lints Compose files and docker commands.")
                .addOption(Help.list(
                        "--output",
                        "FORMAT[=FILE]",
                        Format.listing() + " (default: text); repeatable, one to standard output"))
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
                .addOption(Help.flag(
                        Projects.EMBEDDED,
                        "in directories, find docker commands too: in scripts, Makefiles, Markdown and workflows"))
                .addOption(Help.flag("-q", "no summary"))
                .addOption(Help.flag("--statistics", "count the findings of each rule, in place of the text report"))
                .addOption(Help.single(
                        "--add-ignores",
                        "REASON",
                        "write a comment at each finding that ignores it, and report nothing"));
        return Projects.addOptions(addRuleOptions(spec));
    }

    /** Adds the flags that choose rules, and those about what is configured and known. */
    static CommandSpec addRuleOptions(CommandSpec spec) {
        return spec.addOption(Help.single("--profile", "PROFILE", "default, or strict with hardening and hygiene"))
                .addOption(Help.list("--select", "RULE,...", "run only these rules or categories"))
                .addOption(Help.list("--ignore", "RULE,...", "do not run these rules or categories"))
                .addOption(Help.single("--config", "FILE", "this configuration for all files"))
                .addOption(HostMemory.option())
                .addOption(Help.flag("--isolated", "no configuration at all"))
                .addOption(Help.single("--baseline", "FILE", "leave out the findings that this file knows"))
                .addOption(Help.flag("--no-ignores", "report what comments, configuration and baseline leave out, too"))
                .addOption(Help.flag("-v", "say on standard error what was read"));
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        List<String> wanted = parsed.matchedOptionValue("--output", List.<String>of());
        Outputs outputs = Outputs.of(
                wanted,
                Outputs.style(parsed.matchedOptionValue("--color", "auto"), streams.terminal(), environment),
                !parsed.hasMatchedOption("-q"),
                HostMemory.of(parsed),
                directory,
                environment);
        Optional<Severity> failOn = failOn(parsed.matchedOptionValue("--fail-on", "warning"));
        boolean diff = parsed.hasMatchedOption("--diff");
        boolean fix = diff || parsed.hasMatchedOption("--fix");
        if (parsed.hasMatchedOption("--unsafe-fixes") && !fix) {
            throw new UsageException("--unsafe-fixes goes with --fix or --diff");
        }
        if (parsed.hasMatchedOption("--add-ignores") && fix) {
            throw new UsageException("--add-ignores does not go with --fix and --diff");
        }
        LintRun run = LintRun.of(streams, projects, directory, parsed);
        List<Projects.Unit> units = given.isEmpty() ? projects.find(parsed) : List.of();
        Streams reports = streams;
        LintResult result;
        if (!given.isEmpty()) {
            if (fix || parsed.hasMatchedOption("--add-ignores")) {
                throw new UsageException("a command given in words has no file to change");
            }
            if (!parsed.matchedPositionals().isEmpty()) {
                throw new UsageException("a command and paths do not go together");
            }
            Loaded command = CommandFiles.given(given);
            result = run.lint(command);
            if (outputs.drawsContainers()) {
                outputs.draw(command.project());
            }
        } else if (fix) {
            FixRun fixes = new FixRun(projects, run, parsed, streams);
            fixes.lint(units);
            if (diff) {
                defects.addAll(fixes.defects());
                return FixCommand.show(fixes, parsed, streams);
            }
            // the fixed text of standard input takes standard output
            reports = fixes.readsStandardInput()
                    ? new Streams(streams.in(), streams.err(), streams.err(), false)
                    : streams;
            fixes.write();
            fixes.tell(!parsed.hasMatchedOption("-q"));
            result = fixes.result();
            run.draw(units, outputs);
        } else {
            result = run.lint(units, outputs);
        }
        defects.addAll(result.defects());
        if (run.isEmpty(result)) {
            streams.complain("plimsoll: found no Compose file in " + String.join(", ", Projects.paths(parsed)));
            if (!parsed.hasMatchedOption("--allow-no-files")) {
                return ExitCode.NOTHING;
            }
            // goes on to empty reports: a service that waits for one takes its absence for a failure
        }
        if (parsed.hasMatchedOption("--add-ignores")) {
            if (!defects.isEmpty()) {
                // what we failed on we did not understand, and change nothing of it
                complain(result);
                return ExitCode.DEFECT;
            }
            return new IgnoreAdder(streams, directory, units)
                    .run(parsed.matchedOptionValue("--add-ignores", ""), result);
        }
        if (!parsed.hasMatchedOption("--statistics")) {
            outputs.write(result, reports, defects);
        } else if (wanted.isEmpty()) {
            reports.print(Statistics.table(result));
        } else {
            outputs.write(result, reports, defects);
            streams.show(Statistics.table(result));
        }
        complain(result);
        if (!result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        if (!fix) {
            run.tell();
        }
        boolean failed = parsed.hasMatchedOption("--fail-on")
                ? failOn.isPresent() && result.reaches(failOn.get())
                : run.fails(result, Severity.WARNING);
        return failed ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Tells the errors that no finding of the report tells already. */
    private void complain(LintResult result) {
        List<InputError> unread = result.errors();
        if (unread.isEmpty()) {
            return;
        }
        Set<InputError> reported = new HashSet<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
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

    /** What the command line says about rules. */
    static Flags flags(ParseResult parsed, RuleCatalog catalog) throws UsageException {
        Optional<Profile> profile = Optional.empty();
        if (parsed.hasMatchedOption("--profile")) {
            String name = parsed.matchedOptionValue("--profile", "default");
            profile = Profile.of(name);
            if (profile.isEmpty()) {
                throw new UsageException("unknown profile \"" + name + "\": default or strict");
            }
        }
        Flags flags = new Flags(
                profile,
                names(parsed.matchedOptionValue("--select", List.<String>of())),
                names(parsed.matchedOptionValue("--ignore", List.<String>of())),
                HostMemory.spelled(parsed),
                !parsed.hasMatchedOption("--no-ignores"));
        Optional<String> unknown = flags.selection().unknownName(catalog);
        if (unknown.isPresent()) {
            throw new UsageException(RuleNames.unknown(unknown.get(), catalog));
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

    private static Optional<Severity> failOn(String word) throws UsageException {
        Optional<Severity> severity = Severity.of(word);
        if (severity.isEmpty() && !word.equals(NEVER)) {
            throw new UsageException("unknown severity \"" + word + "\": error, warning, info or never");
        }
        return severity;
    }
}

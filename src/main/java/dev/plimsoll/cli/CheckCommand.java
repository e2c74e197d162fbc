package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.Summary;
import dev.plimsoll.session.CommandFiles;
import dev.plimsoll.session.FixRun;
import dev.plimsoll.session.GivenCommand;
import dev.plimsoll.session.IgnoreAdder;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Observer;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.Unit;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code plimsoll check}: reads the files, runs the rules, writes the reports. */
final class CheckCommand {
    private final Streams streams;
    private final Projects projects;
    private final List<String> given;
    private final Map<String, String> environment;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param given the words of a docker command to lint in place of files; empty for files
     * @param environment asked for colours, the terminal, and the roots of GitHub and GitLab
     * @param defects takes what fails in Plimsoll itself
     */
    CheckCommand(
            Streams streams,
            Projects projects,
            List<String> given,
            Map<String, String> environment,
            List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.given = given;
        this.environment = environment;
        this.defects = defects;
    }

    int run(CheckOptions options) throws UsageException, InputException, IOException {
        Outputs outputs = Outputs.of(
                options.outputs(),
                Outputs.style(options.color(), streams.terminal(), environment),
                !options.quiet(),
                options.run().hostMemory(),
                projects.inputs().directory(),
                environment);
        boolean watched = streams.errTerminal() || options.verbose() || outputs.drawsContainers();
        Observer watcher = watched ? Watcher.of(streams, outputs, options.verbose()) : null;
        LintRun run = LintRun.of(projects, watcher);
        List<Unit> units = given.isEmpty() ? projects.find() : List.of();
        Streams reports = streams;
        LintResult result;
        if (!given.isEmpty()) {
            result = lintGiven(run, options);
        } else if (options.fix()) {
            FixRun fixes = new FixRun(projects, run);
            fixes.lint(units);
            tellConfigurations(run, options);
            if (options.diff()) {
                defects.addAll(fixes.defects());
                return FixCommand.show(fixes, options.fixes(), streams);
            }
            // the fixed text of standard input takes standard output
            reports = fixes.readsStandardInput()
                    ? new Streams(streams.in(), streams.err(), streams.err(), false)
                    : streams;
            fixes.write();
            FixCommand.printInput(fixes, streams);
            FixReport.tell(fixes, options.fixes(), streams);
            result = fixes.result();
            if (outputs.drawsContainers()) {
                run.showAgain(units);
            }
        } else {
            result = run.lint(units);
            tellConfigurations(run, options);
        }
        defects.addAll(result.defects());
        if (run.isEmpty(result)) {
            Notices.nothing(options.run(), streams);
            if (!options.allowNoFiles()) {
                return ExitCode.NOTHING;
            }
            // goes on to empty reports: a service that waits for one takes its absence for a failure
        }
        if (options.ignoreReason().isPresent()) {
            return ignore(options.ignoreReason().get(), units, result);
        }
        report(options, outputs, options.grouping() ? run.grouped(result) : result, reports);
        return conclude(options, run, result);
    }

    /** Tells what no report does, and makes an exit code of the findings. */
    int conclude(CheckOptions options, LintRun run, LintResult result) throws InputException {
        complain(result);
        if (!run.unmatched().isEmpty()) {
            Notices.unmatched(run, streams);
        }
        if (!result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        if (!options.fix()) {
            tellGone(run.gone());
        }
        boolean failed = options.failOnGiven()
                ? options.failOn().isPresent()
                        && result.reaches(options.failOn().get())
                : run.fails(result, Severity.WARNING);
        return failed ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private LintResult lintGiven(LintRun run, CheckOptions options) throws UsageException, InputException {
        if (options.fix() || options.ignoreReason().isPresent()) {
            throw new UsageException("a command given in words has no file to change");
        }
        if (!options.run().paths().isEmpty()) {
            throw new UsageException("a command and paths do not go together");
        }
        GivenCommand command = GivenCommand.of(given);
        if (!command.isRead()) {
            throw new UsageException("only " + command.program() + " run, create and volume create are read, not \""
                    + command.file().text() + "\"" + Habits.elsewhere(command.verb()));
        }
        LintResult result = run.lint(CommandFiles.given(command));
        tellConfigurations(run, options);
        return result;
    }

    void tellConfigurations(LintRun run, CheckOptions options) {
        if (options.verbose()) {
            Notices.configurations(run, streams);
        }
    }

    private int ignore(String reason, List<Unit> units, LintResult result) throws UsageException, IOException {
        if (!defects.isEmpty()) {
            // what we failed on we did not understand, and change nothing of it
            complain(result);
            return ExitCode.DEFECT;
        }
        if (reason.isBlank() || reason.chars().anyMatch(Character::isISOControl) || reason.contains("#")) {
            throw new UsageException("--add-ignores needs a reason: one line without #");
        }
        IgnoreAdder adder = new IgnoreAdder(projects.inputs().directory(), units);
        adder.add(reason, result);
        for (InputError complaint : adder.complaints()) {
            streams.complain(complaint);
        }
        for (InputError error : result.errors()) {
            streams.complain(error);
        }
        Notices.written(adder.written(), streams);
        streams.print("ignored " + Summary.counted(adder.added(), "finding") + " in "
                + Summary.counted(adder.files(), "file") + "\n");
        if (!adder.written().unchanged().isEmpty() || !result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        return adder.anyRefused() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Writes the reports. */
    void report(CheckOptions options, Outputs outputs, LintResult result, Streams reports) throws IOException {
        if (!options.statistics()) {
            outputs.write(result, reports, defects);
        } else if (options.outputs().isEmpty()) {
            reports.print(Statistics.table(result));
        } else {
            outputs.write(result, reports, defects);
            streams.show(Statistics.table(result));
        }
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
                streams.complain(error);
            }
        }
    }

    /** Says how much of a baseline is gone. */
    private void tellGone(int gone) {
        if (gone > 0) {
            streams.complain("plimsoll: "
                    + Summary.counted(gone, "finding of the baseline is", "findings of the baseline are")
                    + " gone: plimsoll init --baseline makes it smaller");
        }
    }
}

package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.session.FixRun;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Projects;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code plimsoll fix}: shows what the fixes change, or changes it. */
final class FixCommand {
    private final Streams streams;
    private final Projects projects;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param defects takes what fails in Plimsoll itself
     */
    FixCommand(Streams streams, Projects projects, List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.defects = defects;
    }

    int run(FixOptions options) throws InputException, IOException {
        LintRun rules = LintRun.of(projects, options.verbose() ? Watcher.of(streams, null, true) : null);
        FixRun run = new FixRun(projects, rules);
        run.lint(projects.find());
        if (options.verbose()) {
            Notices.configurations(rules, streams);
        }
        defects.addAll(run.defects());
        if (!options.write()) {
            return show(run, options, streams);
        }
        if (run.isEmpty()) {
            return nothing(options, streams);
        }
        run.write();
        printInput(run, streams);
        return finish(run, options, streams, ExitCode.OK);
    }

    /** Prints the diff. */
    static int show(FixRun run, FixOptions options, Streams streams) throws IOException {
        if (run.isEmpty()) {
            return nothing(options, streams);
        }
        String diff = FixReport.diff(run);
        streams.print(diff);
        return finish(run, options, streams, diff.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS);
    }

    /** Prints the fixed text of standard input, if it was read. */
    static void printInput(FixRun run, Streams streams) throws IOException {
        Optional<SourceFile> text = run.fixedInput();
        if (text.isPresent()) {
            streams.print(
                    (text.get().hasByteOrderMark() ? "\uFEFF" : "") + text.get().text());
        }
    }

    private static int nothing(FixOptions options, Streams streams) {
        Notices.nothing(options.run(), streams);
        return options.allowNoFiles() ? ExitCode.OK : ExitCode.NOTHING;
    }

    private static int finish(FixRun run, FixOptions options, Streams streams, int code) {
        FixReport.tell(run, options, streams);
        for (InputError error : run.errors()) {
            streams.complain(error);
        }
        return run.errors().isEmpty() ? code : ExitCode.USAGE;
    }
}

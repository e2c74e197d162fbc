package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputError;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plimsoll fix}: shows what the fixes change, or changes it. */
final class FixCommand {
    private final Streams streams;
    private final Projects projects;
    private final File directory;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param defects takes what fails in Plimsoll itself
     */
    FixCommand(Streams streams, File directory, Map<String, String> environment, List<Defect> defects) {
        this.defects = defects;
        this.streams = streams;
        this.directory = directory;
        this.projects = new Projects(new InputFiles(directory), directory, streams, environment);
    }

    static CommandSpec spec() {
        CommandSpec spec = Help.command(
                        "fix",
                        "fix [OPTIONS] [PATH...]",
                        "Shows what the fixes would change, as a diff that patch -p1 and git apply take. Exits with 1 if that"
                                + " is anything.")
                .addOption(Help.flag("--write", "change the files; standard input goes to standard output"))
                .addOption(Help.flag("--unsafe-fixes", "make fixes too that change what a running container does"))
                .addOption(Help.flag("--allow-no-files", "exit with 0 where there is nothing to fix"))
                .addOption(Help.flag("-q", "no summary"));
        return Projects.addOptions(CheckCommand.addRuleOptions(spec));
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        LintRun rules = LintRun.of(streams, projects, directory, parsed);
        FixRun run = new FixRun(projects, rules, parsed, streams);
        run.lint(projects.find(parsed));
        defects.addAll(run.defects());
        if (!parsed.hasMatchedOption("--write")) {
            return show(run, parsed, streams);
        }
        if (run.isEmpty()) {
            return nothing(parsed, streams);
        }
        run.write();
        return finish(run, parsed, streams, ExitCode.OK);
    }

    /** Prints the diff. */
    static int show(FixRun run, ParseResult parsed, Streams streams) throws IOException {
        if (run.isEmpty()) {
            return nothing(parsed, streams);
        }
        String diff = run.diff();
        streams.print(diff);
        return finish(run, parsed, streams, diff.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS);
    }

    private static int nothing(ParseResult parsed, Streams streams) {
        streams.complain("plimsoll: found no Compose file in " + String.join(", ", Projects.paths(parsed)));
        return parsed.hasMatchedOption("--allow-no-files") ? ExitCode.OK : ExitCode.NOTHING;
    }

    private static int finish(FixRun run, ParseResult parsed, Streams streams, int code) {
        run.tell(!parsed.hasMatchedOption("-q"));
        for (InputError error : run.errors()) {
            streams.complain(CheckCommand.line(error));
        }
        return run.errors().isEmpty() ? code : ExitCode.USAGE;
    }
}

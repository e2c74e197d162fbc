package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.inspect.EngineProgram;
import dev.plimsoll.inspect.InspectAnswer;
import dev.plimsoll.inspect.InspectException;
import dev.plimsoll.inspect.RunningContainer;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Observer;
import dev.plimsoll.session.Options;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.RunningProject;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code plimsoll inspect}: asks an engine for its containers, and lints them as the commands that would make them. */
final class InspectCommand {
    private static final String STANDARD_INPUT = "standard input";

    private final Streams streams;
    private final Projects projects;
    private final Map<String, String> environment;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param projects whose paths are the containers
     * @param environment where programs are, and which engine they ask
     * @param defects takes what fails in Plimsoll itself
     */
    InspectCommand(Streams streams, Projects projects, Map<String, String> environment, List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.environment = environment;
        this.defects = defects;
    }

    int run(CheckOptions options, boolean podman) throws UsageException, InputException, IOException {
        Outputs outputs = Outputs.of(
                options.outputs(),
                Outputs.style(options.color(), streams.terminal(), environment),
                !options.quiet(),
                options.run().hostMemory(),
                projects.inputs().directory(),
                environment);
        List<RunningContainer> containers;
        try {
            containers = answer(options.run().paths(), podman).containers();
        } catch (InspectException e) {
            streams.complain("plimsoll: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (containers.isEmpty()) {
            streams.complain("plimsoll: no container is running");
            return ExitCode.NOTHING;
        }
        Observer watcher = outputs.drawsContainers() ? Watcher.of(streams, outputs, options.verbose()) : null;
        LintRun run = LintRun.of(projects, watcher);
        CheckCommand check = new CheckCommand(streams, projects, List.of(), environment, defects);
        RunningProject running = new RunningProject(projects, containers);
        LintResult result = running.lint(run);
        check.tellConfigurations(run, options);
        defects.addAll(result.defects());
        check.report(options, outputs, running.told(options.grouping() ? run.grouped(result) : result), streams);
        return check.conclude(options, run, result);
    }

    private InspectAnswer answer(List<String> names, boolean podman)
            throws UsageException, InspectException, IOException {
        if (!names.contains(Options.STANDARD_INPUT)) {
            EngineProgram engine = EngineProgram.of(environment, podman);
            return names.isEmpty() ? engine.running() : engine.inspect(names);
        }
        if (names.size() > 1) {
            throw new UsageException("- and names of containers do not go together");
        }
        try {
            return InspectAnswer.read(SourceReader.read(streams.in(), STANDARD_INPUT));
        } catch (UnreadableSourceException e) {
            throw new InspectException(STANDARD_INPUT + " is no text, or too much of it");
        }
    }
}

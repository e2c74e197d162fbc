package dev.plimsoll.cli;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.inspect.EngineProgram;
import dev.plimsoll.inspect.InspectAnswer;
import dev.plimsoll.inspect.InspectException;
import dev.plimsoll.inspect.RunningContainer;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.report.budget.BudgetChart;
import dev.plimsoll.session.ConfigFiles;
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
import org.jspecify.annotations.Nullable;

/** {@code plimsoll inspect}: asks an engine for its containers, and lints them as the commands that would make them. */
final class InspectCommand {
    /** Where the configuration is looked for: what runs lies in no directory. */
    private static final String PATH = "inspect";

    private static final String STANDARD_INPUT = "standard input";

    private final Streams streams;
    private final Projects given;
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
        this.given = projects;
        this.environment = environment;
        this.defects = defects;
    }

    int run(CheckOptions options, Asked asked) throws UsageException, InputException, IOException {
        List<RunningContainer> containers;
        @Nullable WaterLevels levels = null;
        try {
            List<String> names = options.run().paths();
            if (names.contains(Options.STANDARD_INPUT)) {
                containers = piped(names, asked).containers();
            } else {
                EngineProgram engine = EngineProgram.of(environment, asked.podman());
                containers = (names.isEmpty() ? engine.running() : engine.inspect(names)).containers();
                levels = asked.stats() && !containers.isEmpty()
                        ? new WaterLevels(engine, given, containers, asked.exec())
                        : null;
            }
        } catch (InspectException e) {
            streams.complain("plimsoll: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (containers.isEmpty()) {
            streams.complain("plimsoll: no container is running");
            return ExitCode.NOTHING;
        }
        Projects projects = levels == null
                ? given
                : new Projects(given.inputs(), options.run().onHost(levels.hostMemory()));
        Outputs outputs = Outputs.of(
                options.outputs(),
                Outputs.style(options.color(), streams.terminal(), environment),
                !options.quiet(),
                projects.options().hostMemory(),
                projects.inputs().directory(),
                environment);
        if (levels != null) {
            outputs.measured(levels.byContainer());
        }
        Observer watcher = outputs.drawsContainers() ? Watcher.of(streams, outputs, options.verbose()) : null;
        LintRun run = LintRun.of(projects, watcher);
        CheckCommand check = new CheckCommand(streams, projects, List.of(), environment, defects);
        RunningProject running = new RunningProject(projects, containers);
        LintResult result = running.lint(run);
        check.tellConfigurations(run, options);
        defects.addAll(result.defects());
        check.report(options, outputs, running.told(options.grouping() ? run.grouped(result) : result), streams);
        if (levels != null && options.outputs().isEmpty() && !options.statistics()) {
            draw(running, levels, projects, options.color());
        }
        return check.conclude(options, run, result);
    }

    /** The load lines below the findings, for the text report. */
    private void draw(RunningProject running, WaterLevels levels, Projects projects, String color)
            throws UsageException, InputException, IOException {
        boolean isolated = projects.options().isolated();
        ConfigFiles configs = isolated ? ConfigFiles.none(projects.inputs()) : ConfigFiles.nearest(projects.inputs());
        ImageCatalog images = ImageCatalog.builtIn().with(configs.mirrors(PATH));
        Budget budget = Budget.of(
                        running.loaded().project(), images, projects.options().hostMemory())
                .at(levels.byContainer());
        StringBuilder chart = new StringBuilder("\n");
        new BudgetChart(Outputs.colors(color, streams.terminal(), environment), BudgetCommand.width(environment))
                .write(budget, chart);
        streams.print(chart);
    }

    private InspectAnswer piped(List<String> names, Asked asked) throws UsageException, InspectException, IOException {
        if (names.size() > 1) {
            throw new UsageException("- and names of containers do not go together");
        }
        if (asked.stats()) {
            throw new UsageException("--stats asks an engine, and does not go with -");
        }
        try {
            return InspectAnswer.read(SourceReader.read(streams.in(), STANDARD_INPUT));
        } catch (UnreadableSourceException e) {
            throw new InspectException(STANDARD_INPUT + " is no text, or too much of it");
        }
    }
}

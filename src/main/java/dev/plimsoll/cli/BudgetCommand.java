package dev.plimsoll.cli;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.files.Checkout;
import dev.plimsoll.inspect.EngineProgram;
import dev.plimsoll.inspect.InspectException;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.Colors;
import dev.plimsoll.report.budget.BudgetChart;
import dev.plimsoll.report.budget.BudgetFormat;
import dev.plimsoll.report.budget.BudgetJson;
import dev.plimsoll.report.budget.BudgetMarkdown;
import dev.plimsoll.report.budget.BudgetReporter;
import dev.plimsoll.report.budget.BudgetSvg;
import dev.plimsoll.report.budget.BudgetTable;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.Unit;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll budget}: what counts toward each container's memory limit, and toward the host's memory. */
final class BudgetCommand {
    private static final int DEFAULT_WIDTH = 100;
    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 400;

    private final Streams streams;
    private final File directory;
    private final Map<String, String> environment;
    private final Projects projects;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param defects takes what fails in Plimsoll itself
     */
    BudgetCommand(Streams streams, Projects projects, Map<String, String> environment, List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.directory = projects.inputs().directory();
        this.environment = environment;
        this.defects = defects;
    }

    /**
     * Runs it.
     *
     * @param output the report, {@code FORMAT[=FILE]} as written
     * @param when when standard output has colours, as written
     * @param asked whether to draw what containers use now
     */
    int run(String output, String when, Asked asked) throws UsageException, InputException, IOException {
        int equals = output.indexOf('=');
        boolean toStdout =
                equals < 0 || output.endsWith("=-") || Outputs.isStandardOutput(output.substring(equals + 1));
        @Nullable File file = toStdout ? null : file(output, equals);
        Colors colors = Outputs.colors(when, streams.terminal(), environment);
        BudgetFormat format = format(equals < 0 ? output : output.substring(0, equals));
        BudgetReporter reporter = reporter(format, file == null ? colors : Colors.NONE);

        List<Budget> budgets = new ArrayList<>();
        Optional<ByteSize> hostMemory = projects.options().hostMemory();
        ConfigFiles configs = ConfigFiles.nearest(projects.inputs());
        List<InputError> errors = new ArrayList<>();
        List<Unit> units = projects.find();
        if (units.isEmpty()) {
            Notices.nothing(projects.options(), streams);
            return ExitCode.NOTHING;
        }
        @Nullable WaterLevels levels = null;
        if (asked.stats()) {
            try {
                EngineProgram engine = EngineProgram.of(environment, asked.podman());
                levels = new WaterLevels(engine, projects, engine.running().containers(), asked.exec());
            } catch (InspectException e) {
                streams.complain("plimsoll: " + e.getMessage());
                return ExitCode.USAGE;
            }
            hostMemory = hostMemory.isPresent() ? hostMemory : levels.hostMemory();
        }
        for (Unit unit : units) {
            try {
                for (Loaded project : projects.all(unit, projects.files(unit))) {
                    Notices.hidden(project, streams);
                    ImageCatalog images = ImageCatalog.builtIn()
                            .with(configs.mirrors(unit.first().shown()));
                    Budget budget = Budget.of(project.shown(), images, hostMemory);
                    budgets.add(levels == null ? budget : budget.at(levels.byService(project.shown(), directory)));
                    errors.addAll(project.errors());
                    defects.addAll(project.defects());
                }
            } catch (UnreadableSourceException e) {
                errors.add(new InputError(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage()));
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of(unit.first().shown(), "reading", e));
            }
        }
        StringBuilder report = new StringBuilder();
        reporter.write(Budget.together(budgets, hostMemory), report);
        write(report, file);
        for (InputError error : errors) {
            streams.complain(error);
        }
        return errors.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    private static BudgetFormat format(String label) throws UsageException {
        Optional<BudgetFormat> format = BudgetFormat.of(label);
        if (format.isEmpty()) {
            throw OptionsParser.unknown("format", label, BudgetFormat.labels());
        }
        return format.get();
    }

    private File file(String output, int equals) throws UsageException {
        if (equals == output.length() - 1) {
            throw new UsageException("--output " + output + " lacks the name of a file");
        }
        return FilePath.resolve(directory, output.substring(equals + 1));
    }

    private void write(StringBuilder report, @Nullable File file) throws IOException {
        if (file == null) {
            streams.print(report);
            return;
        }
        ReportFile.of(file, new Checkout(directory)).write(report);
    }

    private BudgetReporter reporter(BudgetFormat format, Colors colors) {
        return switch (format) {
            case TEXT -> new BudgetChart(colors, width(environment));
            case TABLE -> new BudgetTable();
            case JSON -> new BudgetJson();
            case MARKDOWN -> new BudgetMarkdown();
            case SVG -> new BudgetSvg();
        };
    }

    static int width(Map<String, String> environment) {
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Outputs.columns(environment, DEFAULT_WIDTH)));
    }
}

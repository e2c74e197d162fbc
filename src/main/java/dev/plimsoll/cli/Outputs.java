package dev.plimsoll.cli;

import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.budget.WaterLevel;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.files.Checkout;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Project;
import dev.plimsoll.report.CheckstyleReporter;
import dev.plimsoll.report.Colors;
import dev.plimsoll.report.ConciseReporter;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.GithubReporter;
import dev.plimsoll.report.GitlabReporter;
import dev.plimsoll.report.JsonReporter;
import dev.plimsoll.report.JunitReporter;
import dev.plimsoll.report.MarkdownReporter;
import dev.plimsoll.report.RdjsonReporter;
import dev.plimsoll.report.ReportOutput;
import dev.plimsoll.report.ReportPaths;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.report.SarifReporter;
import dev.plimsoll.report.TextReporter;
import dev.plimsoll.report.TextStyle;
import dev.plimsoll.report.html.HtmlReporter;
import dev.plimsoll.session.ProjectPaths;
import dev.plimsoll.source.Descriptor;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reports of a run: {@code --output FORMAT[=FILE]}, at most one of them to standard output. */
final class Outputs {
    private static final String STANDARD_OUTPUT = "-";

    /** What a defect calls the writing of one report. */
    private static final String PART = "reporting";

    /** What a terminal is taken to be as wide as if it does not say. */
    static final int DEFAULT_WIDTH = 80;

    /** A report that goes to a file. */
    private record FileReport(Reporter reporter, ReportFile file) {}

    private final List<FileReport> written = new ArrayList<>();
    private @Nullable Reporter printed;
    private final TextStyle style;
    private final boolean summary;
    private final File directory;
    private final Map<String, String> environment;
    private final Optional<ByteSize> hostMemory;
    private @Nullable LoadLines lines;
    private Map<String, WaterLevel> levels = Map.of();

    private Outputs(
            TextStyle style,
            boolean summary,
            Optional<ByteSize> hostMemory,
            File directory,
            Map<String, String> environment) {
        this.hostMemory = hostMemory;
        this.style = style;
        this.summary = summary;
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * The reports of these options.
     *
     * @param wanted the values of {@code --output}; none is the text report
     * @param style of the text report on standard output
     * @param summary whether the text report ends with its summary
     * @param hostMemory the memory of the host, if it is known
     * @param directory the working directory, absolute
     */
    static Outputs of(
            List<String> wanted,
            TextStyle style,
            boolean summary,
            Optional<ByteSize> hostMemory,
            File directory,
            Map<String, String> environment)
            throws UsageException {
        Outputs outputs = new Outputs(style, summary, hostMemory, directory, environment);
        List<String> taken = new ArrayList<>();
        for (String output : wanted.isEmpty() ? List.of(Format.TEXT.label()) : wanted) {
            int equals = output.indexOf('=');
            String path = equals < 0 ? STANDARD_OUTPUT : output.substring(equals + 1);
            boolean toStdout = path.equals(STANDARD_OUTPUT) || isStandardOutput(path);
            if (path.isEmpty()) {
                throw new UsageException("--output " + output + " lacks the name of a file");
            }
            String target = toStdout ? STANDARD_OUTPUT : normalized(FilePath.resolve(directory, path));
            if (taken.contains(target)) {
                throw new UsageException(
                        toStdout
                                ? "two reports for standard output: give one of them a file, --output FORMAT=FILE"
                                : "two reports for " + path);
            }
            taken.add(target);
            Format format = format(equals < 0 ? output : output.substring(0, equals));
            outputs.add(format, toStdout ? null : FilePath.resolve(directory, path));
        }
        return outputs;
    }

    /** Asked only for devices, so that a run which names none loads no more for it. */
    static boolean isStandardOutput(String path) {
        return path.startsWith("/dev/") && Descriptor.isStandardOutput(path);
    }

    private static String normalized(File file) throws UsageException {
        if (!FilePath.isPossible(file)) {
            throw new UsageException("not the name of a file: " + file);
        }
        return FilePath.clean(file).getPath();
    }

    private static Format format(String label) throws UsageException {
        Optional<Format> format = Format.of(label);
        if (format.isEmpty()) {
            throw OptionsParser.unknown("format", label, Format.labels());
        }
        return format.get();
    }

    private void add(Format format, @Nullable File file) {
        if (file == null) {
            printed = reporter(format, style);
            return;
        }
        boolean append = file.getPath().equals(environment.get("GITHUB_STEP_SUMMARY"));
        Checkout checkout = new Checkout(directory);
        ReportFile target = append ? ReportFile.appended(file, checkout) : ReportFile.of(file, checkout);
        written.add(new FileReport(reporter(format, TextStyle.PLAIN), target));
    }

    private Reporter reporter(Format format, TextStyle styleOfText) {
        // most runs: a switch over the constants of an enum brings a class of the compiler's own
        return format == Format.TEXT ? new TextReporter(styleOfText, summary) : other(format, styleOfText);
    }

    /** The reporter of a format, of which no other is loaded. */
    private Reporter other(Format format, TextStyle styleOfText) {
        return switch (format) {
            case TEXT -> new TextReporter(styleOfText, summary);
            case CONCISE -> new ConciseReporter();
            case JSON -> new JsonReporter(Version.text(), ProjectPaths.in(directory, FileView.DISK));
            case SARIF ->
                new SarifReporter(
                        Version.text(),
                        RuleCatalog.builtIn(),
                        below("GITHUB_WORKSPACE"),
                        ProjectPaths.in(directory, FileView.DISK));
            case GITHUB -> new GithubReporter(below("GITHUB_WORKSPACE"));
            case GITLAB -> new GitlabReporter(below("CI_PROJECT_DIR"), ProjectPaths.in(directory, FileView.DISK));
            case JUNIT -> new JunitReporter();
            case CHECKSTYLE -> new CheckstyleReporter();
            case RDJSON -> new RdjsonReporter();
            case MARKDOWN -> new MarkdownReporter();
            case HTML -> new HtmlReporter(Version.text(), RuleCatalog.builtIn(), lines());
        };
    }

    private LoadLines lines() {
        if (lines == null) {
            lines = new LoadLines(hostMemory);
        }
        return lines;
    }

    /** Draws containers at these levels, which go by their names. */
    void measured(Map<String, WaterLevel> now) {
        levels = now;
    }

    /** Whether a report draws containers, and so must be told of projects. */
    boolean drawsContainers() {
        return lines != null;
    }

    /**
     * Tells the reports that draw containers of a project; the others keep nothing of it.
     *
     * @param mirrors what stands before the names of Docker Hub at mirrors
     */
    void draw(Project project, List<String> mirrors) {
        if (lines != null) {
            lines.add(project, ImageCatalog.builtIn().with(mirrors), levels);
        }
    }

    /** Paths below the root that a service's runner names, if it is one. */
    private ReportPaths below(String variable) {
        File root = new File(environment.getOrDefault(variable, ""));
        return root.isAbsolute() ? ReportPaths.below(directory, root) : ReportPaths.asShown();
    }

    /** How to draw the text report on standard output. */
    static TextStyle style(String color, boolean terminal, Map<String, String> environment) throws UsageException {
        boolean smart = terminal && !environment.getOrDefault("TERM", "").equals("dumb");
        Colors colors = colors(color, smart, environment);
        if (!terminal) {
            return new TextStyle(colors, TextStyle.PLAIN.width(), false, false);
        }
        boolean jediTerm = environment.getOrDefault("TERMINAL_EMULATOR", "").equals("JetBrains-JediTerm");
        // who wants no colours wants no other sequences either; the older JediTerms do not know links of this kind
        return new TextStyle(
                colors, columns(environment, DEFAULT_WIDTH), smart && colors == Colors.ANSI && !jediTerm, jediTerm);
    }

    /**
     * Columns of the terminal: the launcher asks it, since shells do not tell.
     *
     * @param otherwise where nobody knows
     */
    static int columns(Map<String, String> environment, int otherwise) {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            return columns > 0 ? columns : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Whether to colour: NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE count unless the flag decides. */
    static Colors colors(String when, boolean terminal, Map<String, String> environment) throws UsageException {
        return switch (when) {
            case "always" -> Colors.ANSI;
            case "never" -> Colors.NONE;
            case "auto" -> {
                if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
                    yield Colors.NONE;
                }
                String force = environment.getOrDefault("CLICOLOR_FORCE", "");
                boolean forced = !environment.getOrDefault("FORCE_COLOR", "").isEmpty()
                        || (!force.isEmpty() && !force.equals("0"));
                yield forced || terminal ? Colors.ANSI : Colors.NONE;
            }
            default -> throw OptionsParser.unknown("value of --color", when, List.of("auto", "always", "never"));
        };
    }

    /**
     * Writes all reports, those to files first: whoever reads standard output may leave early.
     *
     * @param defects takes the failures of reports; the others are written
     * @throws IOException an {@link UnwrittenException} if standard output or a file cannot be written; of several files
     *     that cannot, the others are told on standard error
     */
    void write(LintResult result, Streams streams, List<Defect> defects) throws IOException {
        IOException unwritten = null;
        for (FileReport report : written) {
            ReportFile file = report.file();
            try {
                file.write(report.reporter(), result);
            } catch (IOException e) {
                if (unwritten != null) {
                    streams.complain("plimsoll: " + unwritten.getMessage());
                }
                unwritten = e;
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of(file.shown(), PART, e));
            }
        }
        if (printed != null) {
            try {
                print(printed, result, streams);
            } catch (RuntimeException | StackOverflowError e) {
                defects.add(Defect.of("standard output", PART, e));
            }
        }
        if (unwritten != null) {
            throw unwritten;
        }
    }

    private static void print(Reporter reporter, LintResult result, Streams streams) throws IOException {
        try {
            ReportOutput out = new ReportOutput(streams.out());
            reporter.write(result, out);
            out.flush();
        } catch (IOException e) {
            throw UnwrittenException.standardOutput(streams.out(), e);
        }
    }
}

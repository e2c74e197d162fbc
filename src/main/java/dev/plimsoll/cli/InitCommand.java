package dev.plimsoll.cli;

import dev.plimsoll.config.Config;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.files.Checkout;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.Summary;
import dev.plimsoll.session.Baselines;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.session.InputFiles;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Observer;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.Unit;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.suppress.Baseline;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code plimsoll init}: writes a configuration, and a baseline of what is found today. */
final class InitCommand {
    private static final String BASELINE_KEY = "baseline: " + Baseline.DEFAULT_NAME + "\n";

    private static final String CONFIG = """
            # What Plimsoll finds here, and what it leaves out. Every key: plimsoll config schema

            # default, or strict with hardening and hygiene that most files lack
            profile: default

            # The severity from which on the exit code is 1: error, warning, info or never
            fail-on: warning

            @EXCLUDE@
            # Registries that mirror Docker Hub, with what stands before its names there
            #mirrors:
            #  - registry.example.com/hub

            # Rules by id: their severity, whether they run, their options (plimsoll explain RULE)
            #rules:
            #  swap-limit-missing:
            #    severity: info
            #    minimum: 512m
            #  ephemeral-database:
            #    enabled: true

            # Findings that are left out. All but the rule may be missing.
            #ignore:
            #  - rule: tmpfs-unbounded
            #    path: legacy/
            #    container: importer
            #    reason: replaced by the new importer
            #    expires: 2030-12-31

            # Settings for some files or containers
            #overrides:
            #  - paths: ["compose.test*.yaml"]
            #    rules:
            #      tmpfs-on-data-path: {enabled: false}

            # Findings that were there when this project took up Plimsoll: plimsoll init --baseline
            """;

    private static final String EXCLUDE = """
            # Files that are not linted, as in .gitignore
            #exclude:
            #  - legacy/
            #  - "*.generated.yaml"

            """;

    /** What a pattern has a meaning of its own for, or does not take. */
    private static final String IN_PATTERNS = "[]{}\\*?\"";

    private final Streams streams;
    private final File directory;
    private final Projects projects;
    private final List<Defect> defects;
    /** The files of projects that cannot be read whole, each with the reason. */
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    /**
     * A run of the command.
     *
     * @param defects takes what fails in Plimsoll itself
     */
    InitCommand(Streams streams, Projects projects, List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.directory = projects.inputs().directory();
        this.defects = defects;
    }

    /**
     * Runs it.
     *
     * @param withBaseline whether to record the findings of today
     * @param force whether to write the configuration even if there is one
     */
    int run(boolean withBaseline, boolean force) throws UsageException, InputException, IOException {
        File present = ConfigFiles.in(directory, projects.inputs().boundary().view());
        boolean write = present == null || force;
        if (present != null && !write && !withBaseline) {
            throw new UsageException("there is a " + present.getName() + " already; --force writes it anew");
        }
        File config = present == null ? new File(directory, ConfigFiles.NAMES.get(0)) : present;
        StringBuilder said = new StringBuilder();
        int code = ExitCode.OK;
        if (withBaseline) {
            code = baseline(write, config, said);
        }
        if (code == ExitCode.DEFECT) {
            return code;
        }
        if (write) {
            try {
                ReportFile.of(config, new Checkout(directory))
                        .write(CONFIG.replace("@EXCLUDE@\n", exclude())
                                + (withBaseline ? BASELINE_KEY : "#" + BASELINE_KEY));
                said.insert(0, "wrote " + config.getName() + "\n");
            } catch (IOException e) {
                // the baseline may be written by now
                streams.print(said);
                throw e;
            }
        }
        streams.print(said);
        return code;
    }

    private int baseline(boolean fresh, File config, StringBuilder said) throws InputException, IOException {
        InputFiles inputs = projects.inputs();
        ConfigFiles configs = fresh ? ConfigFiles.none(inputs) : ConfigFiles.nearest(inputs);
        Optional<File> named = fresh ? Optional.empty() : named(configs, config);
        File file = named.orElse(new File(directory, Baseline.DEFAULT_NAME));
        Observer watcher = streams.errTerminal() ? Watcher.of(streams, null, false) : null;
        LintRun run = LintRun.withoutBaselines(projects, configs, watcher);
        List<Unit> units = new ArrayList<>(projects.find());
        LintResult result = run.lint(units);
        if (fresh) {
            for (Map.Entry<Unit, InputError> unit : run.unreadable().entrySet()) {
                // what is not there at all is a mistake of who named it
                if (isThere(unit.getKey())) {
                    for (InputFiles.Input input : unit.getKey().inputs()) {
                        unreadable.put(input.shown(), unit.getValue().message());
                    }
                    units.remove(unit.getKey());
                }
            }
        }
        if (!unreadable.isEmpty()) {
            // a run that leaves them out, as every one will that reads the new configuration
            run = LintRun.withoutBaselines(projects, configs, watcher);
            result = run.lint(units);
        }
        if (unreadable.isEmpty() && run.isEmpty(result)) {
            Notices.nothing(projects.options(), streams);
            return ExitCode.NOTHING;
        }
        if (!result.defects().isEmpty()) {
            // a baseline of half of the findings would make the others new
            defects.addAll(result.defects());
            return ExitCode.DEFECT;
        }
        Baseline baseline = new Baseline();
        for (Diagnostic diagnostic : result.diagnostics()) {
            SourceFile source = diagnostic.finding().at().file();
            baseline.record(diagnostic, Baselines.path(configs.onDisk(source), file));
        }
        Checkout checkout = new Checkout(directory);
        (named.isPresent() ? ReportFile.namedIn(directory, file, checkout) : ReportFile.of(file, checkout))
                .write(baseline.text());
        said.append("wrote ")
                .append(inputs.file(file.getPath()).shown())
                .append(" with ")
                .append(Summary.counted(baseline.size(), "finding"))
                .append(" in ")
                .append(Summary.counted(result.files(), "file"))
                .append('\n');
        for (Map.Entry<String, String> left : unreadable.entrySet()) {
            said.append("excluded ")
                    .append(Printable.path(left.getKey()))
                    .append(", which cannot be read: ")
                    .append(Printable.line(left.getValue()))
                    .append('\n');
        }
        if (!fresh && named.isEmpty()) {
            said.append("add this line to ")
                    .append(config.getName())
                    .append(": ")
                    .append(BASELINE_KEY);
        }
        for (InputError error : result.errors()) {
            streams.complain(error);
        }
        return result.errors().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    private static boolean isThere(Unit unit) {
        for (InputFiles.Input input : unit.inputs()) {
            if (!input.file().exists()) {
                return false;
            }
        }
        return true;
    }

    /** The key {@code exclude}: what cannot be read, with the reason; else how to write one. */
    private String exclude() {
        if (unreadable.isEmpty()) {
            return EXCLUDE;
        }
        StringBuilder key = new StringBuilder("# Files that are not linted, as in .gitignore\nexclude:\n");
        for (Map.Entry<String, String> file : unreadable.entrySet()) {
            key.append("  # cannot be read: ")
                    .append(Printable.line(file.getValue()))
                    .append("\n  - \"")
                    .append(pattern(file.getKey()))
                    .append("\"\n");
        }
        return key.append('\n').toString();
    }

    /** A pattern for one file: what a pattern would read otherwise may be any one character. */
    private static String pattern(String path) {
        StringBuilder pattern = new StringBuilder(path.startsWith("/") || path.startsWith("../") ? "" : "/");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = IN_PATTERNS.indexOf(c) < 0 && !Character.isISOControl(c);
            pattern.append(plain ? c : '?');
        }
        return pattern.toString();
    }

    /** The baseline that a configuration in the working directory names. */
    private static Optional<File> named(ConfigFiles configs, File config) throws InputException {
        Config read = configs.ofPath(config.getName());
        return read == null || read.baseline().isEmpty()
                ? Optional.empty()
                : Optional.of(read.baseline().get().file());
    }
}

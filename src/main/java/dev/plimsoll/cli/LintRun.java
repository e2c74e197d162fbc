package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.config.Config;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.ProjectLinter;
import dev.plimsoll.engine.Suppressed;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Lints what a command line names, as flags, configurations, comments and baselines say. */
final class LintRun {
    /** What a defect calls the linting of one project. */
    private static final String PART = "linting";

    private final Streams streams;
    private final Projects projects;
    private final ParseResult parsed;
    private final Flags flags;
    private final ConfigFiles configs;
    private final InputFiles inputs;
    private final @Nullable File givenBaseline;
    private final boolean withBaselines;
    private @Nullable Baselines baselines;
    private final Set<String> filesRead = new HashSet<>();
    private final Pass first;
    private int excluded;

    /**
     * A run.
     *
     * @param givenBaseline the baseline for all files; null for those that the configurations name
     * @param withBaselines whether baselines leave out what they know
     */
    LintRun(
            Streams streams,
            Projects projects,
            ParseResult parsed,
            Flags flags,
            ConfigFiles configs,
            InputFiles inputs,
            @Nullable File givenBaseline,
            boolean withBaselines) {
        this.streams = streams;
        this.projects = projects;
        this.parsed = parsed;
        this.flags = flags;
        this.configs = configs;
        this.inputs = inputs;
        this.givenBaseline = givenBaseline;
        this.withBaselines = withBaselines;
        this.first = new Pass();
    }

    /** A run with the rules, configurations and baselines that a command line asks for. */
    static LintRun of(Streams streams, Projects projects, File directory, ParseResult parsed) throws UsageException {
        Flags flags = CheckCommand.flags(parsed, RuleCatalog.builtIn());
        ConfigFiles configs = configs(parsed, directory, projects.inputs());
        boolean given = parsed.hasMatchedOption("--baseline");
        String name = parsed.matchedOptionValue("--baseline", "");
        if (given && name.isEmpty()) {
            throw new UsageException("--baseline lacks the name of a file");
        }
        InputFiles inputs = projects.inputs();
        File file = given ? InputFiles.resolve(directory, name) : null;
        if (file != null) {
            inputs.boundary().nameAlone(file);
        }
        // a baseline that is named on the command line holds even where ignores do not
        boolean withBaselines = given || flags.ignores();
        return new LintRun(streams, projects, parsed, flags, configs, inputs, file, withBaselines);
    }

    private static ConfigFiles configs(ParseResult parsed, File directory, InputFiles inputs) throws UsageException {
        String given = parsed.matchedOptionValue("--config", "");
        boolean isolated = parsed.hasMatchedOption("--isolated");
        if (isolated && parsed.hasMatchedOption("--config")) {
            throw new UsageException("--config and --isolated do not go together");
        }
        if (parsed.hasMatchedOption("--config") && given.isEmpty()) {
            throw new UsageException("--config lacks the name of a file");
        }
        File file = given.isEmpty() ? null : InputFiles.resolve(directory, given);
        return new ConfigFiles(directory, RuleCatalog.builtIn(), inputs, file, isolated);
    }

    /** One look at some projects. What comments are needed for is known when all that share a file were looked at. */
    final class Pass {
        private final List<Defect> defects = new ArrayList<>();
        private final List<Suppressed> known = new ArrayList<>();
        private final ProjectLinter linter = new ProjectLinter(
                RuleCatalog.builtIn(),
                flags,
                configs,
                new ProjectLinter.LocalDateSource() {
                    @Override
                    public LocalDate today() {
                        return LocalDate.now(ZoneId.systemDefault());
                    }
                },
                defects);

        /** What there is to report of a project, in no order. */
        List<Diagnostic> check(Loaded loaded) throws InputException {
            return linter.check(loaded);
        }

        /** What there is to say of comments and ignores, once all projects were checked. */
        List<Diagnostic> remarks() throws InputException {
            return linter.remarks();
        }

        /** What no baseline knows. Counts on, so that each known finding is taken out once. */
        List<Diagnostic> unknown(List<Diagnostic> sorted) throws InputException {
            Baselines used = baselines();
            return used == null ? sorted : used.filter(sorted, known);
        }

        /** Takes down that linting a project failed. */
        void fail(Projects.Unit unit, Throwable failure) {
            defects.add(Defect.of(unit.inputs().get(0).shown(), PART, failure));
        }

        /** What failed in Plimsoll itself so far. */
        List<Defect> defects() {
            return defects;
        }

        /** What was kept back so far. */
        List<Suppressed> suppressed() {
            List<Suppressed> all = new ArrayList<>(linter.suppressed());
            all.addAll(known);
            return all;
        }
    }

    /** Made only if one may be named: most runs have none. */
    private @Nullable Baselines baselines() {
        if (baselines == null && withBaselines && (givenBaseline != null || configs.isAny())) {
            baselines = new Baselines(configs, inputs, givenBaseline);
        }
        return baselines;
    }

    /** The look whose outcome counts. */
    Pass first() {
        return first;
    }

    /** Another look, at changed texts. */
    Pass again() {
        Baselines used = baselines();
        if (used != null) {
            used.forget();
        }
        return new Pass();
    }

    /**
     * Lints.
     *
     * @throws UsageException if a configuration or baseline cannot be read or obeyed
     */
    LintResult lint(List<Projects.Unit> units) throws UsageException, IOException {
        return lint(units, null);
    }

    /**
     * Lints.
     *
     * @param outputs what draws the projects, if any does
     * @throws UsageException if a configuration or baseline cannot be read or obeyed
     */
    LintResult lint(List<Projects.Unit> units, @Nullable Outputs outputs) throws UsageException, IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<InputError> errors = new ArrayList<>();
        Progress progress = new Progress(streams, System.nanoTime());
        try {
            for (int i = 0; i < units.size(); i++) {
                progress.at(i, units.size(), units.get(i).inputs().get(0).shown(), System.nanoTime());
                lint(units.get(i), outputs, diagnostics, errors);
            }
            diagnostics.addAll(first.remarks());
            diagnostics.sort(Linter.BY_PLACE);
            List<Diagnostic> left = first.unknown(diagnostics);
            progress.end();
            verbose();
            return new LintResult(filesRead.size(), left, errors, first.defects(), first.suppressed());
        } catch (InputException e) {
            progress.end();
            throw new UsageException(e.error());
        }
    }

    /**
     * Lints a project that was read from no file.
     *
     * @throws UsageException if a configuration or baseline cannot be read or obeyed
     */
    LintResult lint(Loaded given) throws UsageException {
        filesRead.add(given.project().files().get(0).path());
        try {
            List<Diagnostic> diagnostics = new ArrayList<>(first.check(given));
            diagnostics.addAll(first.remarks());
            diagnostics.sort(Linter.BY_PLACE);
            List<Diagnostic> left = first.unknown(diagnostics);
            verbose();
            return new LintResult(filesRead.size(), left, given.errors(), first.defects(), first.suppressed());
        } catch (InputException e) {
            throw new UsageException(e.error());
        }
    }

    private void lint(
            Projects.Unit unit, @Nullable Outputs outputs, List<Diagnostic> diagnostics, List<InputError> errors)
            throws InputException, IOException {
        if (isExcluded(unit)) {
            return;
        }
        ProjectFiles files = projects.files(unit);
        try {
            List<Loaded> all = projects.all(unit, parsed, files);
            read(unit, files);
            for (Loaded loaded : all) {
                errors.addAll(loaded.errors());
                diagnostics.addAll(first.check(loaded));
                if (outputs != null) {
                    outputs.draw(loaded.shown());
                }
            }
        } catch (UnreadableSourceException e) {
            errors.add(new InputError(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            first.fail(unit, e);
        }
    }

    /** Draws what fixes left of projects; what came from standard input has gone. */
    void draw(List<Projects.Unit> units, Outputs outputs) throws UsageException, IOException {
        if (!outputs.drawsContainers()) {
            return;
        }
        for (Projects.Unit unit : units) {
            try {
                if (!unit.inputs().get(0).isStandardInput() && !isExcluded(unit)) {
                    for (Loaded loaded : projects.all(unit, parsed, projects.files(unit))) {
                        outputs.draw(loaded.shown());
                    }
                }
            } catch (InputException e) {
                throw new UsageException(e.error());
            } catch (UnreadableSourceException e) {
                // told when it was linted
            } catch (RuntimeException | StackOverflowError e) {
                first.fail(unit, e);
            }
        }
    }

    /** Whether the configurations leave out all files of a project. */
    boolean isExcluded(Projects.Unit unit) throws InputException {
        for (InputFiles.Input input : unit.inputs()) {
            Config config = configs.ofPath(input.shown());
            if (config == null || !config.excludes(config.relative(input.file()))) {
                return false;
            }
        }
        excluded++;
        return true;
    }

    /** Takes down that a project was read. */
    void read(Projects.Unit unit, ProjectFiles files) {
        for (InputFiles.Input input : unit.inputs()) {
            if (input.isThere()) {
                filesRead.add(input.shown());
            }
        }
        if (parsed.hasMatchedOption("-v")) {
            Set<String> names = new TreeSet<>();
            for (SourceFile source : files.sources().values()) {
                names.add(source.path());
            }
            streams.complain("plimsoll: read " + String.join(", ", names));
        }
    }

    /** The shown paths of the files that were read because they were named or found. */
    Set<String> filesRead() {
        return filesRead;
    }

    /** Says which configurations were read. */
    void verbose() {
        if (!parsed.hasMatchedOption("-v")) {
            return;
        }
        String names = configs.names().isEmpty() ? "none" : String.join(", ", configs.names());
        streams.complain("plimsoll: configuration: " + names);
        if (excluded > 0) {
            streams.complain("plimsoll: excluded: " + excluded + (excluded == 1 ? " project" : " projects"));
        }
    }

    /** Whether there was nothing to lint; what a configuration excludes was there. */
    boolean isEmpty(LintResult result) {
        return filesRead.isEmpty() && result.errors().isEmpty() && excluded == 0;
    }

    /** Says what of a baseline is gone. */
    void tell() throws UsageException {
        Baselines used = baselines();
        if (used == null) {
            return;
        }
        try {
            int gone = used.gone(filesRead, new Baselines.Looked() {
                @Override
                public boolean at(String shownPath, String rule) throws InputException {
                    return first.linter.runs(rule, new SourceFile(shownPath, ""));
                }
            });
            if (gone > 0) {
                streams.complain("plimsoll: " + gone + (gone == 1 ? " finding" : " findings") + " of the baseline "
                        + (gone == 1 ? "is" : "are") + " gone: plimsoll init --baseline makes it smaller");
            }
        } catch (InputException e) {
            throw new UsageException(e.error());
        }
    }

    /**
     * Whether the findings make the run fail as the configurations of their files say.
     *
     * @param standard the severity that counts where they say nothing
     */
    boolean fails(LintResult result, Severity standard) throws UsageException {
        try {
            for (Diagnostic diagnostic : result.diagnostics()) {
                if (first.linter.fails(diagnostic, standard)) {
                    return true;
                }
            }
            return false;
        } catch (InputException e) {
            throw new UsageException(e.error());
        }
    }
}

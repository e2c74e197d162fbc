package dev.plimsoll.session;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.Causes;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.ProjectLinter;
import dev.plimsoll.engine.Suppressed;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lints projects as options, configurations, comments and baselines say. */
public final class LintRun {
    /** What a defect calls the linting of one project. */
    private static final String PART = "linting";

    private final Projects projects;
    private final ConfigFiles configs;
    private final @Nullable Observer observer;
    private final boolean withBaselines;
    private @Nullable Baselines baselines;
    private final Set<String> filesRead = new HashSet<>();
    private final Pass first;
    private @Nullable Causes causes;
    /** Services that others extend, each with a reference. */
    private final Map<Location, Location> extended = new HashMap<>();
    /** Services that services of other files extend; null if there is one project. */
    private @Nullable Templates templates;

    /** The units that could not be read whole, each with the first reason. */
    private final Map<Unit, InputError> unreadable = new LinkedHashMap<>();

    private int excluded;

    private LintRun(Projects projects, ConfigFiles configs, @Nullable Observer observer, boolean withBaselines) {
        this.projects = projects;
        this.configs = configs;
        this.observer = observer;
        this.withBaselines = withBaselines;
        this.first = new Pass();
    }

    /**
     * A run with the rules, configurations and baselines that the options ask for.
     *
     * @param observer is told how it goes on; null if nobody asks
     */
    public static LintRun of(Projects projects, @Nullable Observer observer) {
        Options options = projects.options();
        if (options.baseline().isPresent()) {
            projects.inputs().named(List.of(options.baseline().get()));
        }
        ConfigFiles configs = ConfigFiles.of(projects.inputs(), options);
        // a baseline that is named holds even where ignores do not
        boolean withBaselines =
                options.baseline().isPresent() || options.rules().ignores();
        return new LintRun(projects, configs, observer, withBaselines);
    }

    /**
     * A run that leaves out nothing that a baseline knows, with these configurations.
     *
     * @param observer is told how it goes on; null if nobody asks
     */
    public static LintRun withoutBaselines(Projects projects, ConfigFiles configs, @Nullable Observer observer) {
        return new LintRun(projects, configs, observer, false);
    }

    /** One look at some projects. What comments are needed for is known when all that share a file were looked at. */
    final class Pass implements ProjectLinter.LocalDateSource {
        private final List<Defect> defects = new ArrayList<>();
        private final List<Suppressed> known = new ArrayList<>();
        private final ProjectLinter linter =
                new ProjectLinter(RuleCatalog.builtIn(), projects.options().rules(), configs, this, defects);

        @Override
        public LocalDate today() {
            return LocalDate.now(ZoneId.systemDefault());
        }

        /** What there is to report of a project, in no order. */
        List<Diagnostic> check(Loaded loaded) throws InputException {
            return check(loaded, linter.found(loaded));
        }

        /** What there is to report of what was found in a project, in no order. */
        List<Diagnostic> check(Loaded loaded, List<Diagnostic> before) throws InputException {
            List<Diagnostic> found = linter.reported(loaded, before);
            if (found.size() > 1) {
                causes().belong(found, loaded);
            }
            return found;
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
        void fail(Unit unit, Throwable failure) {
            defects.add(Defect.of(unit.first().shown(), PART, failure));
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
        boolean named = projects.options().baseline().isPresent();
        if (baselines == null && withBaselines && (named || configs.isAny())) {
            baselines = Baselines.of(configs, projects.inputs(), projects.options());
        }
        return baselines;
    }

    /** Made only if there is more than one finding: most runs have none. */
    private Causes causes() {
        Causes known = causes;
        if (known == null) {
            known = new Causes();
            causes = known;
        }
        return known;
    }

    /** A result of this run that tells each cause once. */
    public LintResult grouped(LintResult result) {
        if (causes == null) {
            return result;
        }
        return new LintResult(
                result.files(),
                causes().once(result.diagnostics()),
                result.errors(),
                result.defects(),
                result.suppressed());
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
     * @throws InputException if a configuration or baseline cannot be read or obeyed
     * @throws IOException if standard input fails
     */
    public LintResult lint(List<Unit> units) throws InputException, IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<InputError> errors = new ArrayList<>();
        extended.clear();
        templates = units.size() < 2 ? null : new Templates();
        ExaminedAhead ahead = ahead(units);
        try {
            for (int i = 0; i < units.size(); i++) {
                if (observer != null) {
                    observer.begins(i, units.size(), units.get(i).first().shown());
                }
                int before = errors.size();
                lint(units.get(i), ahead == null ? null : ahead.next(), diagnostics, errors);
                if (errors.size() > before) {
                    unreadable.put(units.get(i), errors.get(before));
                }
            }
            diagnostics.addAll(first.remarks());
            diagnostics.sort(Linter.BY_PLACE);
            List<Diagnostic> left = first.unknown(units.size() < 2 ? diagnostics : SharedFindings.once(diagnostics));
            if (templates != null && !left.isEmpty()) {
                SharedServices shared = new SharedServices();
                shared.add(extended);
                left = templates.spare(shared.withhold(left), shared);
            }
            return new LintResult(filesRead.size(), left, errors, first.defects(), first.suppressed());
        } finally {
            if (ahead != null) {
                ahead.end();
            }
            if (observer != null) {
                observer.ends();
            }
        }
    }

    /** What examines units ahead of this run; null for a few: most runs need no other thread, and no class for it. */
    @Nullable
    ExaminedAhead ahead(List<Unit> units) {
        return units.size() < ExaminedAhead.FEWEST ? null : ExaminedAhead.of(units, projects, configs, first);
    }

    /**
     * Lints a project that was read from no file on disk.
     *
     * @throws InputException if a configuration or baseline cannot be read or obeyed
     */
    public LintResult lint(Loaded given) throws InputException {
        for (SourceFile file : given.project().files()) {
            filesRead.add(file.path());
        }
        List<Diagnostic> diagnostics = new ArrayList<>(first.check(given));
        diagnostics.addAll(first.remarks());
        diagnostics.sort(Linter.BY_PLACE);
        List<Diagnostic> left = first.unknown(diagnostics);
        if (observer != null) {
            observer.loaded(given.project(), configs.mirrors(GivenCommand.COMMAND_LINE));
        }
        return new LintResult(filesRead.size(), left, given.errors(), first.defects(), first.suppressed());
    }

    private void lint(Unit unit, @Nullable Examined known, List<Diagnostic> diagnostics, List<InputError> errors)
            throws InputException, IOException {
        if (isExcluded(unit)) {
            return;
        }
        ProjectFiles files = known == null ? projects.files(unit) : known.files();
        try {
            List<Loaded> all = known == null ? projects.all(unit, files) : known.loaded();
            read(unit, files);
            for (int i = 0; i < all.size(); i++) {
                Loaded loaded = all.get(i);
                errors.addAll(loaded.errors());
                diagnostics.addAll(
                        known == null
                                ? first.check(loaded)
                                : first.check(loaded, known.found().get(i)));
                extended.putAll(loaded.extended());
                if (templates != null) {
                    templates.add(loaded);
                }
                if (observer != null) {
                    observer.loaded(loaded.shown(), configs.mirrors(unit.first().shown()));
                    observer.replaced(loaded.replaced());
                }
            }
        } catch (UnreadableSourceException e) {
            errors.add(new InputError(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            first.fail(unit, e);
        }
    }

    /**
     * Tells the observer what fixes left of projects; what came from standard input has gone.
     *
     * @throws InputException if a configuration cannot be read or obeyed
     */
    public void showAgain(List<Unit> units) throws InputException, IOException {
        if (observer == null) {
            return;
        }
        for (Unit unit : units) {
            try {
                if (!unit.first().isStandardInput() && !isExcluded(unit)) {
                    for (Loaded loaded : projects.all(unit, projects.files(unit))) {
                        observer.loaded(
                                loaded.shown(), configs.mirrors(unit.first().shown()));
                    }
                }
            } catch (UnreadableSourceException e) {
                // told when it was linted
            } catch (RuntimeException | StackOverflowError e) {
                first.fail(unit, e);
            }
        }
    }

    /** Whether the configurations leave out all files of a project. */
    boolean isExcluded(Unit unit) throws InputException {
        boolean isExcluded = configs.exclude(unit);
        excluded += isExcluded ? 1 : 0;
        return isExcluded;
    }

    /** Takes down that a project was read. */
    void read(Unit unit, ProjectFiles files) {
        for (InputFiles.Input input : unit.inputs()) {
            if (projects.inputs().isThere(input)) {
                filesRead.add(input.shown());
            }
        }
        if (observer != null) {
            observer.read(files.sources().values());
        }
    }

    /** The units that could not be read whole, each with the first reason, in the order of the run. */
    public Map<Unit, InputError> unreadable() {
        return unreadable;
    }

    /** How many files were read because they were named or found. */
    int filesRead() {
        return filesRead.size();
    }

    /** The shown paths of the configurations that were read, what they extend among them. */
    public List<String> configurations() {
        return configs.names();
    }

    /** How many projects the configurations left out whole. */
    public int excluded() {
        return excluded;
    }

    /** Whether there was nothing to lint; what a configuration excludes was there. */
    public boolean isEmpty(LintResult result) {
        return filesRead.isEmpty() && result.errors().isEmpty() && excluded == 0;
    }

    /**
     * How many findings that baselines know of the files of this run are gone.
     *
     * @throws InputException if a configuration or baseline cannot be read or obeyed
     */
    public int gone() throws InputException {
        Baselines used = baselines();
        return used == null ? 0 : used.gone(filesRead, first.linter);
    }

    /** The names in comments of other linters that stand for no rule, each with its linter. */
    public List<String> unmatched() {
        return first.linter.unmatched();
    }

    /**
     * Whether the findings make the run fail as the configurations of their files say.
     *
     * @param standard the severity that counts where they say nothing
     * @throws InputException if a configuration cannot be read or obeyed
     */
    public boolean fails(LintResult result, Severity standard) throws InputException {
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (first.linter.fails(diagnostic, standard)) {
                return true;
            }
        }
        return false;
    }
}

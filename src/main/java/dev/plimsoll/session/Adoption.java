package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.Overlay;
import dev.plimsoll.suppress.Baseline;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project needs so that a run reports nothing of what is there today: a baseline of its findings, and a configuration
 * that names it and leaves out the files that cannot be read. Both are tried over the files on disk before they are written.
 */
public final class Adoption {
    /** Runs in which files may turn out not to be readable; each leaves out some more, so that few are needed. */
    private static final int MAX_RUNS = 10;

    /** The text of a configuration. */
    public interface Configuration {
        /**
         * The text that leaves out these files, besides those that it leaves out already; null if it is in a form to which
         * nothing can be added.
         *
         * @param unreadable paths from its directory, each with the reason
         */
        @Nullable
        String text(Map<String, String> unreadable);
    }

    private final Projects projects;
    private final File config;
    private final File baselineFile;
    private final Configuration configuration;
    private final @Nullable Observer observer;
    private final Map<String, String> unreadable = new LinkedHashMap<>();
    private Baseline baseline = new Baseline();
    private String text = "";
    private LintResult result = new LintResult(0, List.of(), List.of(), List.of(), List.of());
    private boolean empty;
    private @Nullable String above;

    /**
     * An adoption by the working directory of some projects.
     *
     * @param config the configuration, in the working directory, there or not
     * @param baselineFile the baseline that it names
     * @param observer is told how it goes on; null if nobody asks
     */
    public Adoption(
            Projects projects,
            File config,
            File baselineFile,
            Configuration configuration,
            @Nullable Observer observer) {
        this.projects = projects;
        this.config = config;
        this.baselineFile = baselineFile;
        this.configuration = configuration;
        this.observer = observer;
    }

    /**
     * Looks at the projects. Writes nothing.
     *
     * @return whether it came to an end; if not, {@link #above()} is there, or the configuration takes no addition
     * @throws InputException if a configuration or baseline cannot be read or obeyed
     */
    public boolean look() throws InputException, IOException {
        boolean more = true;
        for (int i = 0; i < MAX_RUNS && more; i++) {
            @Nullable String next = configuration.text(unreadable);
            if (next == null || !isAccepted(next)) {
                lint(projects);
                return false;
            }
            text = next;
            more = lint(seen(Map.of(config, text)));
            if (above != null) {
                return false;
            }
        }
        if (!empty && result.defects().isEmpty()) {
            baseline = new Baseline();
            record(result);
            again();
        }
        return true;
    }

    /** Whether a text of the configuration can be obeyed; what is added by lines does not fit into each form. */
    private boolean isAccepted(String next) {
        Projects seen = seen(Map.of(config, next));
        try {
            return ConfigFiles.nearest(seen.inputs()).ofPath(config.getName()) != null;
        } catch (InputException e) {
            return false;
        }
    }

    /** Lints all; whether there are new files to leave out. */
    private boolean lint(Projects seen) throws InputException, IOException {
        LintRun run = LintRun.withoutBaselines(seen, ConfigFiles.of(seen.inputs(), seen.options()), observer);
        List<Unit> units = seen.find();
        if (isAbove(units)) {
            above = units.get(0).first().shown();
            return false;
        }
        result = run.lint(units);
        empty = run.isEmpty(result);
        return leaveOut(run.unreadable());
    }

    /** Looks once more, as the next run will: what it would tell of is recorded too. */
    private void again() throws InputException, IOException {
        Projects seen = seen(Map.of(config, text, baselineFile, baseline.text()));
        record(LintRun.of(seen, null).lint(seen.find()));
    }

    /** Whether there is nothing in the working directory, and the project lies in one above. */
    private boolean isAbove(List<Unit> units) {
        boolean searched = projects.options().paths().isEmpty()
                && projects.options().files().isEmpty();
        return searched
                && !units.isEmpty()
                && !FilePath.isBelow(
                        projects.inputs().directory(), units.get(0).first().file());
    }

    private Projects seen(Map<File, String> texts) {
        FileView view = new Overlay(FileView.DISK, texts);
        return new Projects(projects.inputs().seenBy(view), projects.options());
    }

    private void record(LintResult found) {
        for (Diagnostic diagnostic : found.diagnostics()) {
            File file =
                    projects.inputs().resolve(diagnostic.finding().at().file().path());
            baseline.record(diagnostic, Baselines.path(file, baselineFile));
        }
    }

    /** Takes down the files that could not be read; whether any was new. */
    private boolean leaveOut(Map<Unit, InputError> units) {
        boolean any = false;
        for (Map.Entry<Unit, InputError> unit : units.entrySet()) {
            List<String> paths = paths(unit.getKey());
            for (String path : paths) {
                any |= unreadable.putIfAbsent(path, reason(unit.getValue(), path)) == null;
            }
        }
        return any;
    }

    /** Why a file cannot be read; begins with the path of another file if that one is the cause. */
    private static String reason(InputError error, String path) {
        String cause = error.at().file().path();
        return cause.equals(path) ? error.message() : cause + ": " + error.message();
    }

    /**
     * The paths of a unit from the working directory; none if one lies outside, where no pattern reaches, or is not there
     * though it was named, which is a mistake of who named it.
     */
    private List<String> paths(Unit unit) {
        List<String> paths = new ArrayList<>();
        for (InputFiles.Input input : unit.inputs()) {
            String path = FilePath.relative(projects.inputs().directory(), input.file());
            boolean outside = path.startsWith("../") || new File(path).isAbsolute();
            if (outside
                    || input.isStandardInput()
                    || (isNamed(input.file()) && !projects.inputs().isThere(input))) {
                return List.of();
            }
            paths.add(path);
        }
        return paths;
    }

    private boolean isNamed(File file) {
        List<String> named = new ArrayList<>(projects.options().paths());
        named.addAll(projects.options().files());
        for (String path : named) {
            if (FilePath.clean(projects.inputs().resolve(path)).equals(FilePath.clean(file))) {
                return true;
            }
        }
        return false;
    }

    /** The shown path of a project above the working directory, whose files would not obey a configuration here. */
    public Optional<String> above() {
        return Optional.ofNullable(above);
    }

    /** Whether there was nothing to lint. */
    public boolean isEmpty() {
        return empty && unreadable.isEmpty();
    }

    /** The text of the configuration. */
    public String text() {
        return text;
    }

    /** What is there today. */
    public Baseline baseline() {
        return baseline;
    }

    /** Paths of the files that are left out since they cannot be read, each with the reason, in the order of the run. */
    public Map<String, String> unreadable() {
        return unreadable;
    }

    /** Number of files that were read. */
    public int files() {
        return result.files();
    }

    /** What could not be read and cannot be left out. */
    public List<InputError> errors() {
        return result.errors();
    }

    /** What failed in Plimsoll itself: a baseline of a part would make the rest new. */
    public List<Defect> defects() {
        return result.defects();
    }
}

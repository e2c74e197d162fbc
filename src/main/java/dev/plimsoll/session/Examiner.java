package dev.plimsoll.session;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.ProjectLinter;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examines units for a run on one other thread. All that changes while it does so is its own: what it knows of directories,
 * the configurations that it read, the rules that it made. It tells nobody anything: where something is wrong, the run
 * examines the unit itself, and says what is to be said.
 */
final class Examiner {
    private final Projects projects;
    private final ConfigFiles configs;
    private final List<Defect> defects = new ArrayList<>();
    private final ProjectLinter linter;

    /** An examiner that sees and judges as a run does, as far as that has come when it is made. */
    Examiner(Projects projects, ConfigFiles configs, ProjectLinter.LocalDateSource today) {
        this.projects = projects.apart();
        this.configs = configs.apart(this.projects.inputs());
        this.linter =
                new ProjectLinter(RuleCatalog.builtIn(), projects.options().rules(), this.configs, today, defects);
    }

    /** What there is to see; null for a unit that is not linted, and where anything at all went wrong. */
    @Nullable
    Examined examine(Unit unit) {
        defects.clear();
        try {
            if (configs.exclude(unit)) {
                return null;
            }
            ProjectFiles files = projects.files(unit);
            List<Loaded> all = projects.all(unit, files);
            List<List<Diagnostic>> found = new ArrayList<>(all.size());
            for (Loaded loaded : all) {
                found.add(linter.found(loaded));
            }
            return defects.isEmpty() ? new Examined(files, all, found) : null;
        } catch (InputException | UnreadableSourceException | IOException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }
}

package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectName;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.engine.Refusals;
import dev.plimsoll.report.model.ModelJson;
import dev.plimsoll.session.Projects;
import dev.plimsoll.session.Unit;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code plimsoll model}: the project as Docker would load it. */
final class ModelCommand {
    private final Streams streams;
    private final Projects projects;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param defects takes what fails in Plimsoll itself
     */
    ModelCommand(Streams streams, Projects projects, List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.defects = defects;
    }

    int run() throws UsageException, IOException {
        List<Unit> units = projects.only();
        if (units.isEmpty()) {
            Notices.nothing(projects.options(), streams);
            return ExitCode.NOTHING;
        }
        if (units.size() > 1) {
            throw new UsageException("model takes one project; merge files with --file");
        }
        Loaded loaded;
        try {
            loaded = projects.all(units.get(0), projects.files(units.get(0))).get(0);
        } catch (UnreadableSourceException e) {
            streams.complain(new InputError(e.at(), e.getMessage() == null ? "unreadable" : e.getMessage()));
            return ExitCode.USAGE;
        }
        boolean refused = complain(loaded);
        StringBuilder json = new StringBuilder();
        File first = units.get(0).first().file().getAbsoluteFile();
        File parent = first.getParentFile();
        Notices.hidden(loaded, streams);
        ModelJson.write(loaded.shown(), ProjectName.of(parent == null ? first : parent), json);
        streams.print(json);
        return refused ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private boolean complain(Loaded loaded) {
        Set<InputError> errors = new LinkedHashSet<>(loaded.errors());
        defects.addAll(loaded.defects());
        for (Diagnostic refusal : Refusals.of(loaded, RuleCatalog.builtIn(), defects)) {
            errors.add(new InputError(refusal.finding().at(), refusal.finding().message()));
        }
        for (InputError error : errors) {
            streams.complain(error);
        }
        return !errors.isEmpty();
    }
}

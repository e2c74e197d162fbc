package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.ReadCommands;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.inspect.ComposeOrigin;
import dev.plimsoll.inspect.RunningContainer;
import dev.plimsoll.inspect.WayOut;
import dev.plimsoll.model.Container;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The containers of an engine as one project, and what is said of them: with ways out, and where Compose has them from. */
public final class RunningProject {
    /** What the paths of containers begin with; a constant of its own, so that other runs load no class for it. */
    static final String PATH = "inspect:";

    private final InputFiles inputs;
    private final Options options;
    private final List<RunningContainer> containers;
    private final Map<List<String>, List<Container>> services = new HashMap<>();

    /** Of containers, at least one. */
    public RunningProject(Projects projects, List<RunningContainer> containers) {
        this.inputs = projects.inputs();
        this.options = projects.options();
        this.containers = List.copyOf(containers);
    }

    /** The project that they make. */
    public Loaded loaded() {
        List<ShellCommand> commands = new ArrayList<>(containers.size());
        for (RunningContainer container : containers) {
            commands.add(container.command());
        }
        ReadCommands read = DockerReader.obeyed(commands, new CommandWriters());
        return new Loaded(read.project(), read.findings(), read.defects());
    }

    /**
     * Lints them.
     *
     * @throws InputException if a configuration or baseline cannot be read or obeyed
     */
    public LintResult lint(LintRun run) throws InputException {
        return run.lint(loaded());
    }

    /** A result with ways out for what runs, and where services are written. */
    public LintResult told(LintResult result) {
        Map<SourceFile, RunningContainer> byFile = new HashMap<>();
        for (RunningContainer container : containers) {
            byFile.put(container.command().at().file(), container);
        }
        List<Diagnostic> told = new ArrayList<>(result.diagnostics().size());
        for (Diagnostic diagnostic : result.diagnostics()) {
            Finding finding = diagnostic.finding();
            RunningContainer container = byFile.get(finding.at().file());
            // of several containers that share a cause the fix may be that of another one
            RunningContainer fixed = finding.fixes().isEmpty()
                    ? container
                    : byFile.get(finding.fixes().get(0).edits().get(0).at().file());
            told.add(
                    container == null || fixed == null ? diagnostic : diagnostic.with(told(finding, container, fixed)));
        }
        return result.ofRunning(told);
    }

    private Finding told(Finding finding, RunningContainer container, RunningContainer fixed) {
        Finding way = new WayOut(fixed).of(finding);
        ComposeOrigin origin = container.origin().orElse(null);
        Location written = origin == null ? null : written(origin);
        if (origin == null || written == null) {
            return way;
        }
        List<Label> related = new ArrayList<>(way.related());
        related.add(new Label(written, "service \"" + origin.service() + "\" is written here"));
        return way.withRelated(related);
    }

    /** Where a service is written; null if that is not to be read here. */
    private @Nullable Location written(ComposeOrigin origin) {
        List<Container> known = services.get(origin.files());
        if (known == null) {
            known = load(origin.files());
            services.put(origin.files(), known);
        }
        for (Container service : known) {
            if (service.name().value().equals(origin.service())) {
                return service.name().at();
            }
        }
        return null;
    }

    /** The services of files that lie in the work tree: labels may name any file, and are anybody's. */
    private List<Container> load(List<String> files) {
        for (String file : files) {
            File place = new File(file);
            boolean ours = place.isAbsolute()
                    && FilePath.isPossible(place)
                    && inputs.boundary().mayQuote(place)
                    && inputs.boundary().isFile(place);
            if (!ours) {
                return List.of();
            }
        }
        List<Container> found = new ArrayList<>();
        try {
            Projects projects = new Projects(inputs, options.of(files));
            for (Unit unit : projects.find()) {
                for (Loaded loaded : projects.all(unit, projects.files(unit))) {
                    found.addAll(loaded.shown().containers());
                }
            }
        } catch (UnreadableSourceException | IOException e) {
            // then it cannot be shown where
            return List.of();
        }
        return found;
    }
}

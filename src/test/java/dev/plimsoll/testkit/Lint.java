package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.config.Config;
import dev.plimsoll.config.ConfigReader;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.dockerfile.BuildTmpfsReader;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.ReadCommands;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.engine.Configs;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.ProjectLinter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.Fixer;
import dev.plimsoll.fix.Selection;
import dev.plimsoll.host.DockerfileText;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.suppress.Suppressions;
import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The linter on a text, without files and command line. */
public final class Lint {
    private static final String HOST = "# --host-memory ";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private Lint() {}

    /** All rules of the strict profile. */
    public static LintResult strict(SourceFile file) {
        return run(file, new RuleSelection(Profile.STRICT, List.of(), List.of()));
    }

    /** One rule. What is about suppressions needs the others beside it, or a configuration in the file's place. */
    public static LintResult only(String rule, SourceFile file) {
        if (rule.equals(Suppressions.EXPIRED)) {
            return configured(file);
        }
        RuleMetadata page = RuleCatalog.builtIn().find(rule).orElseThrow();
        if (!page.category().equals(Suppressions.CATEGORY)) {
            return run(file, new RuleSelection(Profile.STRICT, List.of(rule), List.of()));
        }
        LintResult all = strict(file);
        List<Diagnostic> diagnostics = new ArrayList<>(all.diagnostics());
        diagnostics.removeIf(diagnostic -> !diagnostic.rule().equals(rule));
        return new LintResult(1, diagnostics, all.errors(), all.defects(), all.suppressed());
    }

    private static LintResult run(SourceFile file, RuleSelection selection) {
        Loaded loaded = load(file);
        Flags flags = new Flags(
                Optional.of(selection.profile()),
                selection.select(),
                selection.ignore(),
                hostMemory(file),
                true,
                false);
        return run(loaded, flags, null);
    }

    /** The host that a file says it is written for: {@code # --host-memory 8g} on its first line. */
    private static Optional<String> hostMemory(SourceFile file) {
        String first = file.text().lines().findFirst().orElse("");
        return first.startsWith(HOST)
                ? Optional.of(first.substring(HOST.length()).strip())
                : Optional.empty();
    }

    /** A project without findings under a configuration. */
    private static LintResult configured(SourceFile file) {
        try {
            File place = new File(file.path());
            Config config = new ConfigReader(RuleCatalog.builtIn(), File::getPath, new TrustBoundary(place))
                    .read(file, place, new File("."));
            Loaded loaded = ComposeReader.read(new SourceFile("compose.yaml", "services: {}"), List.of());
            return run(
                    loaded, new Flags(Optional.empty(), List.of(), List.of(), Optional.empty(), true, false), config);
        } catch (InputException e) {
            return new LintResult(0, List.of(), List.of(e.error()), List.of());
        }
    }

    private static LintResult run(Loaded loaded, Flags flags, @Nullable Config config) {
        Configs configs = new Configs() {
            @Override
            public boolean isSearched(SourceFile configuration) {
                return false;
            }

            @Override
            public @Nullable Config of(SourceFile file) {
                return config;
            }

            @Override
            public File onDisk(SourceFile file) {
                return new File(file.path());
            }
        };
        List<Defect> defects = new ArrayList<>();
        ProjectLinter linter = new ProjectLinter(RuleCatalog.builtIn(), flags, configs, () -> TODAY, defects);
        try {
            List<Diagnostic> diagnostics = new ArrayList<>(linter.reported(loaded, linter.found(loaded)));
            diagnostics.addAll(linter.remarks());
            return new LintResult(1, diagnostics, loaded.errors(), defects, linter.suppressed());
        } catch (InputException e) {
            throw new AssertionError(e);
        }
    }

    /** What a file holds: a project of its own, or what the commands in it start. */
    public static Loaded load(SourceFile file) {
        HostKind kind = HostKind.named(file.path());
        if (kind == HostKind.NONE) {
            return ComposeReader.read(file, List.of());
        }
        Embedded embedded = Hosts.read(file, kind);
        ReadCommands read = DockerReader.read(file, embedded.commands(), new CommandWriters(), List.of());
        List<BuildTmpfs> builds = new ArrayList<>();
        for (DockerfileText dockerfile : embedded.dockerfiles()) {
            builds.addAll(BuildTmpfsReader.alone(dockerfile.content(), dockerfile.podman())
                    .tmpfs());
        }
        return new Loaded(read.project(), read.findings(), read.defects()).withBuilds(builds);
    }

    /** The text after all fixes of one rule. */
    public static SourceFile fixed(String rule, SourceFile file) {
        Fixed fixed = Fixer.fix(
                checked(only(rule, file), file),
                changed -> {
                    SourceFile now = changed.getOrDefault(file.path(), file);
                    return checked(only(rule, now), now);
                },
                any -> Optional.empty(),
                Selection.all(true));
        assertThat(fixed.refused()).as("refused in " + file.path()).isEmpty();
        return fixed.files().isEmpty() ? file : fixed.files().get(0).after();
    }

    /** Without what is found in a Dockerfile beside the file, whose fixes are tested where they are written. */
    private static Checked checked(LintResult result, SourceFile file) {
        List<Diagnostic> own = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.finding().at().file().path().equals(file.path())) {
                own.add(diagnostic);
            }
        }
        return new Checked(own, result.errors(), result.defects());
    }
}

package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.Reporters;
import dev.plimsoll.report.Written;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** From text to report, whatever the text: no failure, valid reports, and fixes that do what they say and nothing else. */
class PipelinePropertyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final Linter STRICT =
            new Linter(RuleCatalog.builtIn(), new RuleSelection(Profile.STRICT, List.of(), List.of()));

    @Provide
    Arbitrary<String> mutated() {
        return HostileFiles.mutated();
    }

    @Provide
    Arbitrary<String> valid() {
        return ComposeFiles.all();
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void aValidFileIsReportedAndItsFixesHold(@ForAll("valid") String text) {
        assertTimeoutPreemptively(DEADLINE, () -> check(new SourceFile("compose.yaml", text)));
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void anyFileIsReportedAndItsFixesHold(@ForAll("mutated") String text) {
        assertTimeoutPreemptively(DEADLINE, () -> check(new SourceFile("compose.yaml", text)));
    }

    /** A file, read and linted. */
    private record Linted(Loaded loaded, List<Diagnostic> diagnostics) {
        static Linted of(SourceFile file) {
            Loaded loaded = ComposeReader.read(file, List.of());
            List<Defect> defects = new ArrayList<>();
            List<Diagnostic> diagnostics = STRICT.check(loaded, defects);
            assertThat(defects).isEmpty();
            return new Linted(loaded, diagnostics);
        }

        LintResult result() {
            return new LintResult(1, diagnostics, loaded.errors(), List.of());
        }

        /** How often each finding is there, by what identifies it. */
        Map<String, Integer> counts() {
            Map<String, Integer> counts = new HashMap<>();
            for (Diagnostic diagnostic : diagnostics) {
                counts.merge(identity(diagnostic), 1, Integer::sum);
            }
            return counts;
        }
    }

    private static String identity(Diagnostic diagnostic) {
        return diagnostic.rule() + " of " + diagnostic.finding().container().orElse("") + " at "
                + diagnostic.finding().evidence();
    }

    static void check(SourceFile file) {
        Linted before = Linted.of(file);
        for (InputError error : before.loaded().errors()) {
            assertInside(error.at());
            assertThat(error.message()).isNotBlank();
        }
        reports(before.result());
        for (Diagnostic diagnostic : before.diagnostics()) {
            assertInside(diagnostic.finding().at());
            for (Fix fix : diagnostic.finding().fixes()) {
                fixHolds(file, before, diagnostic, fix);
            }
        }
    }

    private static void assertInside(Location at) {
        assertThat(at.span().end()).isLessThanOrEqualTo(at.file().text().length());
    }

    private static void reports(LintResult result) {
        for (Format format : Format.values()) {
            assertThat(Written.by(Reporters.of(format), result)).doesNotContain("\u0000");
        }
        assertThat(Written.by(Reporters.of(Format.TEXT), result)).endsWith("\n");
        assertThat(Written.by(Reporters.of(Format.CONCISE), result).split("\n", -1))
                .hasSize(result.diagnostics().size() + 1);
        String json = Written.by(Reporters.of(Format.JSON), result);
        Object read = new Load(LoadSettings.builder().build()).loadFromString(json);
        assertThat(read).isInstanceOf(Map.class);
        assertThat((List<?>) ((Map<?, ?>) read).get("findings")).hasSameSizeAs(result.diagnostics());
    }

    private static void fixHolds(SourceFile file, Linted before, Diagnostic diagnostic, Fix fix) {
        String fixed = fix.applyTo(file);
        Linted after = Linted.of(new SourceFile(file.path(), fixed));
        String what =
                identity(diagnostic) + ": " + fix.title() + "\n--- before\n" + file.text() + "\n--- after\n" + fixed;
        // a corrected key may bring services to light, with all that is wrong about them
        boolean misspelt = diagnostic.rule().equals("schema");
        assertThat(misspelt ? 0 : after.loaded().errors().size())
                .as("new input errors after %s\n%s", what, after.loaded().errors())
                .isLessThanOrEqualTo(before.loaded().errors().size());
        String identity = identity(diagnostic);
        // an entry with other options is another entry to Compose, so one that it replaced may come back
        boolean uncovered = mounts(after, diagnostic) > mounts(before, diagnostic);
        assertThat(after.counts().getOrDefault(identity, 0))
                .as("the finding is still there after %s", what)
                .isLessThan(before.counts().get(identity) + (uncovered ? 1 : 0));
        // the text that was written, where another one was read, is for the services that have it
        boolean reread = diagnostic.rule().equals("yaml-octal");
        // a service that extends another changes with it
        if (!misspelt && !reread && !file.text().contains("extends")) {
            assertThat(containers(after, diagnostic))
                    .as("other containers are changed by %s", what)
                    .isEqualTo(containers(before, diagnostic));
        }
    }

    private static int mounts(Linted linted, Diagnostic diagnostic) {
        String name = diagnostic.finding().container().orElse("");
        return linted.loaded()
                .project()
                .container(name)
                .map(container -> container.mounts().size())
                .orElse(0);
    }

    /** What is known of the containers that a fix may not touch. A volume's fix touches all that mount it. */
    private static Map<String, String> containers(Linted linted, Diagnostic diagnostic) {
        Map<String, String> known = new TreeMap<>();
        for (Container container : linted.loaded().project().containers()) {
            String name = container.name().value();
            if (!diagnostic.finding().container().orElse("").equals(name)) {
                known.put(name, summary(container));
            }
        }
        return known;
    }

    private static String summary(Container container) {
        StringBuilder summary = new StringBuilder();
        summary.append(container.image().known()).append(' ');
        if (container.command().known().isPresent()) {
            for (Text word : container.command().known().get().words()) {
                summary.append(word.value()).append(' ');
            }
        }
        for (String variable : new TreeMap<>(container.environment()).keySet()) {
            summary.append(variable)
                    .append('=')
                    .append(container.variable(variable).get().known());
        }
        for (Mount mount : container.mounts()) {
            summary.append(mount.getClass().getSimpleName()).append(mount.path());
        }
        summary.append(container.memory().limit().known())
                .append(container.memory().swap().known())
                .append(container.memory().reservation().known())
                .append(container.memory().shm().known())
                .append(container.replicas().known());
        return summary.toString();
    }
}

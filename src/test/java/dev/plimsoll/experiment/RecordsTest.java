package dev.plimsoll.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Goldens;
import dev.plimsoll.testkit.Lint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What was seen on an engine and what the rules say agree. Needs no engine. */
class RecordsTest {
    /** The record holds what the experiment expects, and the rule finds something where it should and only there. */
    @TestFactory
    Stream<DynamicTest> records() {
        return Experiment.all().stream()
                .map(experiment -> dynamicTest(experiment.toString(), () -> agrees(experiment)));
    }

    private static void agrees(Experiment experiment) throws IOException {
        assertThat(experiment.record())
                .as("what was seen; try it with: mvn test -Pengine -Dgoldens=update -Dexperiment=%s", experiment)
                .exists();
        Transcript.parse(Files.readString(experiment.record(), StandardCharsets.UTF_8))
                .check(experiment);
        assertThat(experiment.tried()).as("what is tried, in a sentence").endsWith(".");
        Experiment.Subject subject = experiment.subject();
        LintResult result = Lint.only(experiment.rule(), new SourceFile(subject.name(), subject.text()));
        assertThat(!result.diagnostics().isEmpty())
                .as("%s finds something in%n%s", experiment.rule(), subject.text())
                .isEqualTo(experiment.finds());
        if (experiment.verdict() == Experiment.Verdict.WORKS) {
            assertThat(experiment.finds()).as("a finding on what works").isFalse();
        }
    }

    /** Each thing that an experiment makes is removed by its name. */
    @Test
    void namesBeginWithOurPrefix() {
        List<String> loose = new ArrayList<>();
        for (Experiment experiment : Experiment.all()) {
            List<String> lines =
                    new ArrayList<>(experiment.subject().text().lines().toList());
            for (Experiment.Step step : experiment.before()) {
                lines.add(step.run());
            }
            for (Experiment.Step step : experiment.after()) {
                lines.add(step.run());
            }
            for (String line : lines) {
                boolean makes = line.contains("docker run") || line.contains("docker create");
                if (makes && !line.contains("--name " + Engine.PREFIX) && !line.contains("--name=" + Engine.PREFIX)) {
                    loose.add(experiment + ": " + line);
                }
                if (line.strip().startsWith("container_name:") || line.contains("0.0.0.0")) {
                    loose.add(experiment + ": " + line);
                }
            }
        }
        assertThat(loose)
                .as("name containers %s…, let Compose name its own, publish on 127.0.0.1", Engine.PREFIX)
                .isEmpty();
    }

    /** Rules of these categories say what the engine, the runtime or the kernel does; a page of another may. */
    private static final Set<String> CLAIMING = Set.of("tmpfs", "memory", "storage", "run");

    private static final Path NOT_SEEN = Experiment.ROOT.resolve("not-seen.yaml");

    /** Claims that nobody could try, with what they rest on. */
    private static Map<String, Map<String, String>> notSeen() throws IOException {
        Map<String, Map<String, String>> claims = new TreeMap<>();
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(NOT_SEEN));
        ((Map<?, ?>) Objects.requireNonNull(read)).forEach((rule, claim) -> {
            Map<String, String> texts = new TreeMap<>();
            ((Map<?, ?>) claim).forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
            claims.put(String.valueOf(rule), texts);
        });
        return claims;
    }

    @Test
    void eachRuleThatSpeaksOfTheEngineHasAnExperiment() throws IOException {
        Set<String> tried = new TreeSet<>(notSeen().keySet());
        for (Experiment experiment : Experiment.all()) {
            if (experiment.finds()) {
                tried.add(experiment.rule());
            }
        }
        List<String> untried = new ArrayList<>();
        for (RuleMetadata rule : RuleCatalog.builtIn().rules()) {
            if (CLAIMING.contains(rule.category()) && !tried.contains(rule.id())) {
                untried.add(rule.id());
            }
        }
        assertThat(untried)
                .as("rules without an experiment in %s with a finding, and not in %s", Experiment.ROOT, NOT_SEEN)
                .isEmpty();
    }

    /** The section "Seen" of each page is what was seen. {@code -Dgoldens=update} writes it. */
    @Test
    void pagesShowWhatWasSeen() throws IOException {
        Map<String, List<Experiment>> byRule = new TreeMap<>();
        for (Experiment experiment : Experiment.all()) {
            byRule.computeIfAbsent(experiment.rule(), any -> new ArrayList<>()).add(experiment);
        }
        Map<String, Map<String, String>> notSeen = notSeen();
        for (RuleMetadata rule : RuleCatalog.builtIn().rules()) {
            Path page = SeenSection.page(rule.id());
            String section = "";
            if (byRule.containsKey(rule.id())) {
                section = SeenSection.of(byRule.get(rule.id()));
            } else if (notSeen.containsKey(rule.id())) {
                Map<String, String> claim = notSeen.get(rule.id());
                section = SeenSection.notSeen(
                        Objects.requireNonNull(claim.get("why")), Objects.requireNonNull(claim.get("source")));
            }
            Goldens.check(page, SeenSection.in(Files.readString(page, StandardCharsets.UTF_8), section));
        }
    }
}

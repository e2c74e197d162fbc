package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinterTest {
    private static final RuleMetadata PAGE =
            RuleCatalog.builtIn().find("tmpfs-unbounded").orElseThrow();

    /** Finds each container, and fails on one. */
    private record Failing(Throwable failure) implements ContainerRule {
        @Override
        public String id() {
            return PAGE.id();
        }

        @Override
        public List<Finding> check(Container container) {
            if (!container.name().value().equals("b")) {
                return List.of(Finding.at(container.name().at()).says("found"));
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    private static List<Diagnostic> check(Throwable failure, List<Defect> defects) {
        Loaded loaded = ComposeReader.read(
                new SourceFile(
                        "compose.yaml", "services: {a: {image: x}, b: {image: secret, tmpfs: /b}, c: {image: x}}"),
                List.of());
        return new Linter(PAGE, new Failing(failure)).check(loaded, defects);
    }

    @Test
    void aRuleThatFailsIsToldWithoutWhatTheFileSays() {
        List<Defect> defects = new ArrayList<>();
        List<Diagnostic> found = check(new IllegalArgumentException("secret"), defects);
        assertThat(found).hasSize(1);
        assertThat(defects).hasSize(1);
        assertThat(defects.get(0).line())
                .startsWith("rule tmpfs-unbounded failed on compose.yaml: IllegalArgumentException at ")
                .doesNotContain("secret");
        assertThat(defects.get(0).error().message()).doesNotContain("secret");
    }

    @Test
    void aStackThatOverflowsIsAFailureOfItsRule() {
        List<Defect> defects = new ArrayList<>();
        assertThat(check(new StackOverflowError(), defects)).hasSize(1);
        assertThat(defects).hasSize(1);
    }
}

package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The project's own workflows: what may write, what they run, and that they run what is here. */
class WorkflowsTest {
    private static final Path FOLDER = Path.of(".github/workflows");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static Map<?, ?> parsed(Path workflow) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(workflow));
    }

    /** The steps of all jobs, each a mapping. */
    private static List<Map<?, ?>> steps(Path workflow) throws IOException {
        List<Map<?, ?>> steps = new ArrayList<>();
        for (Object job : ((Map<?, ?>) parsed(workflow).get("jobs")).values()) {
            for (Object step : (List<?>) ((Map<?, ?>) job).get("steps")) {
                steps.add((Map<?, ?>) step);
            }
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actionsAreGitHubsOwnOrPinned(Path workflow) throws IOException {
        for (Map<?, ?> step : steps(workflow)) {
            if (step.get("uses") instanceof String action) {
                assertThat(action).matches("(actions/[a-z-]+@v\\d+|[^@]+@[0-9a-f]{40})");
                if (action.startsWith("actions/checkout@")) {
                    assertThat(((Map<?, ?>) step.get("with")).get("persist-credentials"))
                            .isEqualTo(false);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingIsPastedIntoScripts(Path workflow) throws IOException {
        for (Map<?, ?> step : steps(workflow)) {
            assertThat(String.valueOf(step.get("run"))).doesNotContain("${{");
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void scriptsThatAreRunAreHere(Path workflow) throws IOException {
        for (Map<?, ?> step : steps(workflow)) {
            for (String word : String.valueOf(step.get("run")).split("[\\s;()]+", -1)) {
                if (word.matches("(\\.\\./)?(src|\\.ci)/[\\w/.-]+")) {
                    assertThat(Path.of(word.replace("../", ""))).exists();
                }
            }
        }
    }

    @Test
    void onlyTheReleaseWritesAndOnlyWhereItHasTo() throws IOException {
        Map<String, Object> writing = new TreeMap<>();
        for (Path workflow : workflows()) {
            assertThat(parsed(workflow).get("permissions")).isEqualTo(Map.of("contents", "read"));
            ((Map<?, ?>) parsed(workflow).get("jobs")).forEach((name, job) -> {
                Object permissions = ((Map<?, ?>) job).get("permissions");
                if (permissions != null) {
                    writing.put(workflow.getFileName() + " " + name, permissions);
                }
            });
        }
        assertThat(writing)
                .isEqualTo(Map.of(
                        "release.yml container",
                                Map.of(
                                        "contents", "read",
                                        "packages", "write",
                                        "id-token", "write",
                                        "attestations", "write"),
                        "release.yml publish",
                                Map.of("contents", "write", "id-token", "write", "attestations", "write")));
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What .pre-commit-hooks.yaml hands over: no less than the search in a directory finds, with flags that exist. */
class HooksTest {
    private static final Path MANIFEST = Path.of(".pre-commit-hooks.yaml");

    /** The hooks by their ids. */
    static Map<String, Map<?, ?>> hooks() throws IOException {
        Object manifest = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(MANIFEST));
        Map<String, Map<?, ?>> hooks = new TreeMap<>();
        for (Object hook : (List<?>) manifest) {
            hooks.put((String) ((Map<?, ?>) hook).get("id"), (Map<?, ?>) hook);
        }
        return hooks;
    }

    static Stream<String> ids() throws IOException {
        return hooks().keySet().stream();
    }

    private static boolean takes(String hook, String path) throws IOException {
        return Pattern.compile((String) hooks().get(hook).get("files"))
                .matcher(path)
                .find();
    }

    /** Names with all stems, separators and endings that mean something to somebody. */
    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String start : List.of("", "docker-", "app-", "app.", "my_", "-x-", "x", "podman-", ".")) {
            for (String stem : List.of("compose", "composer", "Compose", "composition", "docker-compose")) {
                for (String variant :
                        List.of("", ".", "-", "_", ".override", ".prod", "-dev", "_ci", ".a b", "2", ".yml")) {
                    for (String ending : List.of(".yaml", ".yml", ".json", ".yaml.bak", ".yaml~", "")) {
                        names.add(start + stem + variant + ending);
                    }
                }
            }
        }
        return names;
    }

    @Test
    void takeWhatTheSearchFinds(@TempDir Path directory) throws IOException {
        Run run = Run.in(directory);
        int count = 0;
        for (String name : names()) {
            // each in a directory of its own: else some would be one project
            run.file("d" + count++ + "/" + name, Run.WARNING);
        }

        List<String> found = new ArrayList<>();
        for (String finding : run.check().findings().split("\n", -1)) {
            if (!finding.isEmpty()) {
                found.add(finding.substring(0, finding.lastIndexOf(' ')));
            }
        }

        assertThat(found)
                .anyMatch(path -> path.endsWith("/docker-compose.prod.yml"))
                .hasSizeGreaterThan(25);
        for (String path : found) {
            for (String hook : List.of("plimsoll", "plimsoll-fix", "plimsoll-system", "plimsoll-docker")) {
                assertThat(takes(hook, path)).as("%s takes %s", hook, path).isTrue();
                String name = path.substring(path.indexOf('/') + 1);
                assertThat(takes(hook, name)).as("%s takes %s", hook, name).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose.yaml",
                "a b/compose.override.yml",
                "docker-compose.yml",
                "docker-compose-dev.yaml",
                "-x/compose.ci.yml",
                "app-compose.yml",
                "app.docker-compose.yml"
            })
    void takeWhatIsCalledACompose(String path) throws IOException {
        assertThat(takes("plimsoll", path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "composer.yaml",
                "composition.yaml",
                "decompose.yaml",
                "compose.json",
                "compose.yaml.bak",
                "compose/values.yaml",
                "docker-composed.yml",
                ".plimsoll.yaml",
                "compose"
            })
    void leaveOtherFilesAlone(String path) throws IOException {
        assertThat(takes("plimsoll", path)).isFalse();
    }

    @Test
    void containersAreTakenWithTheirDropIns() throws IOException {
        for (String path : List.of(
                "a.container",
                "x/a@1.container",
                "a.container.d/b.conf",
                "x/container.d/b.conf",
                "container.d/b.conf")) {
            assertThat(takes("plimsoll-quadlet", path)).as(path).isTrue();
        }
        for (String path : List.of(
                "a.conf",
                "mycontainer.d/b.conf",
                "a.container.d/b.txt",
                "a.service.d/b.conf",
                "a.container.d/b/c.conf")) {
            assertThat(takes("plimsoll-quadlet", path)).as(path).isFalse();
        }
    }

    @Test
    void workflowsLieInOnePlace() throws IOException {
        assertThat(takes("plimsoll-workflows", ".github/workflows/ci.yml")).isTrue();
        assertThat(takes("plimsoll-workflows", ".github/dependabot.yml")).isFalse();
        assertThat(takes("plimsoll-workflows", "x/.github/workflows/ci.yml")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void startAProgramThatExistsWithFlagsThatExist(String id) throws IOException {
        Map<?, ?> hook = hooks().get(id);
        List<String> words = List.of(((String) hook.get("entry")).split(" ", -1));

        String language = (String) hook.get("language");
        switch (language) {
            case "script" -> assertThat(Path.of(words.get(0))).isExecutable();
            case "system" -> assertThat(words.get(0)).isEqualTo("plimsoll");
            case "docker_image" ->
                assertThat(words.get(0))
                        .as("the image of this version, in a release perhaps with its digest")
                        .matches(Pattern.quote("ghcr.io/plimsoll-dev/plimsoll:" + Version.text())
                                + "(@sha256:[0-9a-f]{64})?");
            default -> throw new AssertionError(language);
        }
        assertThat(words.get(1)).isEqualTo("check");
        for (String flag : words.subList(2, words.size())) {
            assertThat(CommandSpecs.of("check").findOption(flag)).as(flag).isNotNull();
        }
        assertThat(hook.get("args")).as("no file name becomes a flag").isEqualTo(List.of("--"));
        assertThat(hook.get("require_serial"))
                .as("a base file and its override stay together")
                .isEqualTo(true);
    }

    @Test
    void aNameWithADashIsAName(@TempDir Path directory) {
        Run.Result result = Run.in(directory)
                .file("-x.yaml", Run.WARNING)
                .file("--fail-on=never", Run.WARNING)
                .check("--", "-x.yaml", "--fail-on=never");

        assertThat(result.findings()).isEqualTo("--fail-on=never tmpfs-unbounded\n-x.yaml tmpfs-unbounded\n");
        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
    }
}

package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ProjectFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.ProjectFixture;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Interpolation;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Resolver;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service's variables, and those of its files of variables. */
class EnvironmentReaderTest {
    private static ProjectFixture project(String... lines) {
        StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n");
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return ProjectFixture.of(text.toString())
                .with("a.env", "A=1\nB=${A}\nC='q'\n")
                .with("b.env", "A=2\nD=${A}${B}\n")
                .with("../out.env", "E=1\n");
    }

    private static Map<String, String> read(String... lines) {
        return ComposeFixture.environment(project(lines).container());
    }

    @Test
    void filesAreReadInOrderBelowWhatIsWritten() {
        assertThat(read("env_file: a.env")).isEqualTo(Map.of("A", "1", "B", "1", "C", "q"));
        assertThat(read("env_file: [a.env, b.env]", "environment: {C: x}"))
                .isEqualTo(Map.of("A", "2", "B", "1", "C", "x", "D", "11"));
        assertThat(read("env_file: [{path: a.env}]")).containsEntry("C", "q");
        assertThat(project("env_file: [a.env, b.env]").container().moreEnvironment())
                .isFalse();
    }

    @Test
    void theFormatRawLeavesQuotesAndReferences() {
        assertThat(read("env_file: [{path: a.env, format: raw}]")).isEqualTo(Map.of("A", "1", "B", "${A}", "C", "'q'"));
        assertThat(read("env_file: [{path: a.env, format: other}]")).containsEntry("C", "q");
    }

    /** A file of variables is shown as Compose files refer to it. */
    @Test
    void whatSuchAFileHoldsIsNotShown() {
        Located<Value<String>> value =
                project("env_file: a.env").container().environment().get("A");
        assertThat(value.value()).isEqualTo(new Value.Interpolated<>("${A}", List.of("A"), Optional.of("1")));
        assertThat(value.at().text()).isEqualTo("a.env");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env_file: gone.env",
                "env_file: [a.env, gone.env]",
                "env_file: '${F}'",
                "env_file: [{required: false}]",
                "env_file: [[a.env]]",
                "env_file: ../out.env",
                "env_file: [b.env, {path: gone.env, required: false}]",
            })
    void aFileThatIsNotHereMayHoldMore(String line) {
        Container container = project(line).container();
        assertThat(container.moreEnvironment()).isTrue();
        assertThat(container.environment()).doesNotContainKey("E");
    }

    @Test
    void aFileThatComposeRefusesMayHoldMore() {
        ProjectFixture project = project("env_file: [a.env, bad.env]").with("bad.env", "Y=1\nX Y=1\nZ=1\n");
        Loaded loaded = project.load();
        assertThat(errors(loaded.errors()))
                .containsExactly("bad.env:2:3 unexpected character in the name of a variable");
        Container container = loaded.project().containers().get(0);
        assertThat(container.moreEnvironment()).isTrue();
        assertThat(container.environment()).containsOnlyKeys("A", "B", "C", "Y");
        Loaded raw = project("env_file: [{path: bad.env, format: raw}]")
                .with("bad.env", "X Y=1\n")
                .load();
        assertThat(errors(raw.errors()))
                .containsExactly("bad.env:1:1 the name of a variable is missing or has a blank in it");
    }

    /** Compose reads such files of the services that it starts. */
    @ParameterizedTest
    @CsvSource({"'', 1", "dev, 0", "'prod, dev', 1", "prod, 1"})
    void filesOfServicesThatAreNotStartedAreNotRefused(String profiles, int errors) {
        Loaded loaded = project("env_file: bad.env", "profiles: [" + profiles + "]")
                .with("bad.env", "X Y=1\n")
                .with(".env", "COMPOSE_PROFILES=test, prod\n")
                .load();
        assertThat(loaded.errors()).hasSize(errors);
        assertThat(loaded.profiles()).containsExactly("test", "prod");
    }

    @Test
    void aFileLargerThanAnyThatIsReadMayHoldMore() {
        Container container = project("env_file: [large.env, a.env]")
                .with("large.env", "A=" + "x".repeat(17_000_000))
                .container();
        assertThat(container.moreEnvironment()).isTrue();
        assertThat(container.environment()).containsKey("C");
    }

    @Test
    void aVariableWithoutAValueIsThatOfWhoeverStarts() {
        ProjectFixture project = project("environment: {A: , B: , C: '${A}'}").with(".env", "A=1\n");
        assertThat(ComposeFixture.environment(project.container())).isEqualTo(Map.of("A", "1", "B", "?", "C", "1"));
        Map<String, Located<Value<String>>> read = project.container().environment();
        assertThat(read.get("A").value().raw()).isEqualTo("${A}");
        assertThat(read.get("B").value().isInherited()).isTrue();
        assertThat(read.get("A").value().isInherited()).isFalse();
    }

    @Test
    void whatIsResetOrNoScalarIsNotThere() {
        assertThat(read("environment: {A: !reset null, B: 1}")).isEqualTo(Map.of("B", "1"));
        assertThat(read("environment:")).isEmpty();
        assertThat(read()).isEmpty();
    }

    private static EnvironmentReader reader(String service, LoadLimits limits) {
        SourceFile source = new SourceFile("compose.yaml", service);
        ProjectFiles files = project().files();
        files.setDirectory(source, ProjectFixture.DIRECTORY);
        try {
            YamlNode written = YamlParser.parse(source).get(0);
            MapNode map = (MapNode) new Resolver(new Interpolation(Variables.NONE), new ArrayList<>()).resolve(written);
            return new EnvironmentReader(map, files, Variables.NONE, limits);
        } catch (YamlSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Thousands of services may read one long file. */
    @ParameterizedTest
    @CsvSource({"3, 3, false", "2, 3, true", "0, 3, true", "-1, 0, true"})
    void filesAreNotReadWithoutEnd(int left, int variables, boolean more) {
        LoadLimits limits = new LoadLimits();
        limits.environment(LoadLimits.MAX_ENVIRONMENT - left);
        EnvironmentReader reader = reader("env_file: a.env", limits);
        assertThat(reader.read()).hasSize(variables);
        assertThat(reader.mayHaveMore()).isEqualTo(more);
    }

    /** What a file adds to is copied for its references. */
    @Test
    void whatIsThereAlreadyCountsForTheNextFile() {
        LoadLimits limits = new LoadLimits();
        limits.environment(LoadLimits.MAX_ENVIRONMENT - 5);
        EnvironmentReader reader = reader("env_file: [a.env, b.env]", limits);
        assertThat(reader.read()).containsOnlyKeys("A", "B", "C");
        assertThat(reader.mayHaveMore()).isTrue();
    }
}

package dev.plimsoll.compose;

import static dev.plimsoll.compose.ProjectFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Resource;
import dev.plimsoll.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project's files, variables and names. */
class ProjectLoaderTest {
    private static String tag(ProjectFixture project) {
        return project.container().image().known().orElseThrow().tag().orElse("-");
    }

    private static ProjectFixture image(String image) {
        return ProjectFixture.of("services: {a: {image: '" + image + "'}}\n");
    }

    private static List<String> findings(Loaded loaded) {
        return loaded.findings().stream()
                .map(found -> found.rule() + ": " + found.finding().message())
                .toList();
    }

    @Test
    void variablesAreThoseOfTheEnvironmentFile() {
        assertThat(tag(image("x:$T").with(".env", "T=1\n"))).isEqualTo("1");
        assertThat(tag(image("x:$T").with(".env", "T=1\n").set(Map.of("T", "2"))))
                .isEqualTo("2");
        assertThat(tag(image("x:${T:-3}").set(Map.of()))).isEqualTo("3");
        ProjectFixture named = image("x:$T$U$V")
                .with(".env", "T=1\nV=9\n")
                .with("a.env", "T=2\nU=2\nV=$U\n")
                .with("b.env", "U=3$T\n")
                .envFiles("a.env", "b.env");
        assertThat(tag(named)).isEqualTo("2322");
    }

    @Test
    void aVariableThatIsNotSetIsUnknownOrNothing() {
        assertThat(image("x:1$T").container().image().known()).isEmpty();
        assertThat(tag(image("x:1$T").set(Map.of()))).isEqualTo("1");
    }

    @Test
    void whatLiesOutsideGivesNoValues() {
        ProjectFixture project = image("x:${T:-0}")
                .with("a.env", "T=1\n")
                .with("../b.env", "T=2\n")
                .envFiles("a.env", "../b.env");
        assertThat(tag(project)).isEqualTo("0");
        assertThat(tag(project.set(Map.of("Z", "1")))).isEqualTo("0");
        ProjectFixture open =
                image("x:1$Y").with("../b.env", "T=2\n").envFiles("../b.env").set(Map.of("Z", "1"));
        assertThat(open.envFiles("../b.env").container().image().known())
                .as("it may set any")
                .isEmpty();
    }

    @Test
    void aFileOfVariablesThatIsNamedMustBeThere() {
        Loaded loaded = image("x").envFiles("gone.env").load();
        assertThat(loaded.errors()).hasSize(1);
        assertThat(loaded.errors().get(0).at().file().path()).isEqualTo("gone.env");
        assertThat(errors(image("x").with(".env", "A B=1\n").load().errors()))
                .containsExactly(".env:1:3 unexpected character in the name of a variable");
    }

    @Test
    void filesOfVariablesAreNotReadWithoutEnd() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append('V').append(i).append("=\n");
        }
        String[] paths = new String[52];
        Arrays.fill(paths, "more.env");
        paths[0] = "long.env";
        Loaded loaded = image("x")
                .with("long.env", text.toString())
                .with("more.env", "A=1\n")
                .envFiles(paths)
                .load();
        assertThat(errors(loaded.errors()))
                .containsExactly("more.env:1:1 environment files set more than 1000000 variables");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: n                             | n
                    name: 'n$T'                         | n
                    name: [n]                           | shop
                    x-a: $COMPOSE_PROJECT_NAME          | shop
                    """)
    void aVariableHoldsTheNameOfTheProject(String line, String name) {
        ProjectFixture project = ProjectFixture.of(line + "\nservices: {a: {image: 'x:$COMPOSE_PROJECT_NAME'}}\n")
                .set(Map.of());
        assertThat(tag(project)).isEqualTo(name);
        assertThat(tag(project.set(Map.of("COMPOSE_PROJECT_NAME", "other")))).isEqualTo("other");
    }

    @Test
    void theNameOfAProjectIsAsWritten() {
        assertThat(ProjectFixture.of("name: n\nservices: {}\n")
                        .load()
                        .project()
                        .name()
                        .known())
                .contains("n");
        assertThat(ProjectFixture.of("name: '$N'\nservices: {}\n")
                        .load()
                        .project()
                        .name()
                        .known())
                .isEmpty();
        assertThat(image("x").load().project().name().known()).isEmpty();
        assertThat(tag(image("x:$COMPOSE_PROJECT_NAME").with("a/b.yaml", ""))).isEqualTo("shop");
        Loaded second = ProjectFixture.of(
                        "services: {a: {image: x}}\n---\nname: n\n---\nx-n: ${COMPOSE_PROJECT_NAME:?no}\n")
                .load();
        assertThat(second.findings()).isEmpty();
    }

    /** Of those that have a value nobody asks. */
    @Test
    void aSampleOfVariablesSaysWhatOthersSet() {
        ProjectFixture project = image("x:$T$U$V")
                .with(".env", "V=1\n")
                .with(".env.example", "T=\nV=\nW=\n")
                .with("env.sample", "U=1\nbroken name=1\n");
        assertThat(project.load().project().handedOver()).containsExactlyInAnyOrder("T", "U");
        assertThat(image("x").with(".env.example", "T=\n").load().project().handedOver())
                .isEmpty();
        assertThat(image("x:$T").load().project().handedOver()).isEmpty();
        assertThat(project.load().errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "COMPOSE_PROFILES=, ''", "COMPOSE_PROFILES=a, a", "'COMPOSE_PROFILES=a, b,,c', 'a,b,,c'"})
    void profilesAreThoseOfAVariable(String line, String profiles) {
        Loaded loaded = image("x").with(".env", line + "\n").load();
        assertThat(String.join(",", loaded.profiles())).isEqualTo(profiles);
    }

    @Test
    void laterFilesAreLaidOverEarlierOnes() {
        Loaded loaded = ProjectFixture.of("services: {a: {image: x, user: u}, b: {image: b}}\nvolumes: {v: }\n")
                .with("o/o.yaml", "services: {a: {image: y}, b: !reset null}\nvolumes: {w: }\n")
                .load("compose.yaml", "o/o.yaml");
        assertThat(loaded.project().containers()).hasSize(1);
        Container container = loaded.project().containers().get(0);
        assertThat(container.image().known().orElseThrow().path()).isEqualTo("y");
        assertThat(container.host().user().known()).contains("u");
        assertThat(loaded.project().resources()).extracting(Resource::name).containsExactly("v", "w");
        assertThat(loaded.project().files()).extracting(SourceFile::path).containsExactly("compose.yaml", "o/o.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services:", "services: ~"})
    void servicesOfALaterFileMayNotBeNothing(String text) {
        ProjectFixture project = image("x").with("o.yaml", text + "\n").with("n.yaml", "networks: {n: }\n");
        assertThat(findings(project.load("compose.yaml", "o.yaml")))
                .contains("schema: services must be a mapping, not nothing");
        assertThat(project.load("compose.yaml", "n.yaml").findings()).isEmpty();
        assertThat(findings(ProjectFixture.of("services: {}\n").load()))
                .doesNotContain("schema: services must be a mapping, not nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    services: [a]               | 1:11 services must be a mapping, not a list
                    services: {a: }             | 1:14 services.a has no value, it must be a mapping
                    services: {a: 1}            | 1:15 services.a must be a mapping, not a number
                    - a                         | 1:1 a Compose file is a mapping, this is a list
                    a: [                        | 2:1 this YAML
                    """)
    void whatIsNoProjectIsTold(String text, String error) {
        List<String> errors = errors(ProjectFixture.of(text + "\n").load().errors());
        if (error.startsWith("2:1")) {
            assertThat(errors).hasSize(1).noneMatch(told -> told.endsWith("the file is empty"));
        } else {
            assertThat(errors).containsExactly("compose.yaml:" + error);
        }
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Loaded loaded = new ProjectFixture().load();
        assertThat(errors(loaded.errors())).containsExactly("compose.yaml:1:1 no such file or directory");
        assertThat(loaded.project().files()).extracting(SourceFile::path).containsExactly("compose.yaml");
        assertThat(loaded.project().containers()).isEmpty();
        assertThat(loaded.project().moreContainers()).isTrue();
        Loaded second = image("x").load("compose.yaml", "gone.yaml");
        assertThat(second.errors()).hasSize(1);
        assertThat(second.project().containers()).hasSize(1);
        assertThat(second.project().moreContainers()).isTrue();
        assertThat(image("x").load().project().moreContainers()).isFalse();
    }

    @Test
    void referencesThatAreNoneAreFindings() {
        assertThat(findings(image("x:${T!}").load()))
                .hasSize(1)
                .allMatch(text -> text.startsWith("interpolation-invalid: "));
        assertThat(findings(ProjectFixture.of("services: {a: {image: x, labels: {1: x}}}\n")
                        .load()))
                .contains("schema: the key 1 must be a string; put it in quotes");
        assertThat(errors(image("$A")
                        .with(".env", "A=" + "x".repeat(3_000_000) + "\n")
                        .with("o.yaml", "x: $A\n")
                        .load("compose.yaml", "o.yaml")
                        .errors()))
                .containsExactly("o.yaml:1:4 variables bring in more than 4194304 characters");
    }

    @Test
    void tasksOfARoleAreNoProject() {
        ProjectFixture project =
                new ProjectFixture().with("tasks/compose.yaml", "- name: x\n").with("a/compose.yaml", "- name: x\n");
        assertThat(project.load("tasks/compose.yaml").errors()).isEmpty();
        assertThat(project.load("a/compose.yaml").errors()).hasSize(1);
    }

    @Test
    void aServiceThatIsOpenIsReadAsOne() {
        Loaded part = ProjectFixture.of("services: {a: {image: x}}\ninclude: ['${F}']\n")
                .load();
        assertThat(part.project().containers().get(0).memory().limit()).isInstanceOf(Field.Unknown.class);
        assertThat(part.project().moreContainers()).isTrue();
    }
}

package dev.plimsoll.compose.files;

import static dev.plimsoll.compose.ProjectFixture.DIRECTORY;
import static dev.plimsoll.compose.ProjectFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ProjectFixture;
import dev.plimsoll.source.FilePath;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files make a project. */
class ProjectDiscoveryTest {
    private static ProjectFixture files(String paths) {
        ProjectFixture project = new ProjectFixture();
        for (String path : paths.split(" ", -1)) {
            project.with(path, "");
        }
        return project;
    }

    private static String shown(List<File> files) {
        List<String> shown = new ArrayList<>();
        for (File file : files) {
            shown.add(FilePath.relative(DIRECTORY, file));
        }
        return String.join(" ", shown);
    }

    private static String in(ProjectFixture project, String... envFiles) {
        List<File> files = new ArrayList<>();
        for (String path : envFiles) {
            files.add(file(path));
        }
        return shown(ProjectDiscovery.in(DIRECTORY, files, project.boundary()));
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml, compose.yaml",
        "docker-compose.yaml docker-compose.yml compose.yml, compose.yml",
        "docker-compose.yaml docker-compose.yml, docker-compose.yml",
        "compose.yml compose.yaml, compose.yaml",
        "docker-compose.yaml compose.override.yaml compose.override.yml, docker-compose.yaml compose.override.yml",
        "compose.yaml docker-compose.override.yaml, compose.yaml docker-compose.override.yaml",
        "compose.override.yaml, ''",
        "compose.prod.yaml, ''",
        "a/compose.yaml, ''",
    })
    void theFirstNameIsTakenWithTheFirstOverride(String there, String taken) {
        assertThat(in(files(there))).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    COMPOSE_FILE=a.yaml                             | a.yaml
                    COMPOSE_FILE=a.yaml,b/c.yaml,,d.yaml, SEP=,     | a.yaml b/c.yaml d.yaml
                    COMPOSE_FILE=a.yaml::b.yaml SEP=::              | a.yaml b.yaml
                    COMPOSE_FILE=,a.yaml SEP=,                      | a.yaml
                    COMPOSE_FILE=../a.yaml                          | ../a.yaml
                    COMPOSE_FILE=                                   | compose.yaml
                    COMPOSE_FILE=' '                                | compose.yaml
                    OTHER=a.yaml                                    | compose.yaml
                    """, quoteCharacter = '`')
    void aVariableNamesOthers(String variables, String taken) {
        String text = variables.replace(" SEP", "\nCOMPOSE_PATH_SEPARATOR");
        assertThat(in(files("compose.yaml").with(".env", text))).isEqualTo(taken);
    }

    @Test
    void theListIsCutAtTheSignOfTheSystem() {
        String list = "a.yaml" + File.pathSeparator + "b.yaml";
        assertThat(in(files("compose.yaml").with(".env", "COMPOSE_FILE=" + list)))
                .isEqualTo("a.yaml b.yaml");
    }

    @Test
    void otherFilesOfVariablesStandInPlaceOfTheUsualOne() {
        ProjectFixture project = files("compose.yaml")
                .with(".env", "COMPOSE_FILE=a.yaml")
                .with("b.env", "COMPOSE_FILE=b.yaml")
                .with("c.env", "COMPOSE_FILE=c.yaml")
                .with("../d.env", "COMPOSE_FILE=d.yaml");
        assertThat(in(project, "b.env")).isEqualTo("b.yaml");
        assertThat(in(project, "b.env", "c.env")).isEqualTo("c.yaml");
        assertThat(in(project, "b.env", "no.env")).as("not there").isEqualTo("b.yaml");
        assertThat(in(project, "b.env", "../d.env"))
                .as("outside of the work tree")
                .isEqualTo("b.yaml");
        assertThat(in(project, "no.env")).isEqualTo("compose.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml compose.override.yaml, compose.yaml, compose.yaml compose.override.yaml",
        "compose.yaml compose.override.yaml, compose.override.yaml, compose.yaml compose.override.yaml",
        "compose.yaml compose.prod.yaml, compose.prod.yaml, compose.prod.yaml",
        "compose.yaml app.yaml, app.yaml, app.yaml",
        "compose.yml compose.yaml, compose.yml, compose.yml",
        "compose.yaml a/compose.yaml, a/compose.yaml, a/compose.yaml",
    })
    void aFileStandsWithItsOverride(String there, String asked, String project) {
        assertThat(shown(ProjectDiscovery.around(
                        file(asked), List.of(), files(there).boundary())))
                .isEqualTo(project);
    }

    @Test
    void aFileOfThatNameInAnotherDirectoryIsAnother() {
        ProjectFixture project = files("compose.yaml").with(".env", "COMPOSE_FILE=a/compose.yaml");
        assertThat(shown(ProjectDiscovery.around(file("compose.yaml"), List.of(), project.boundary())))
                .isEqualTo("compose.yaml");
    }

    @Test
    void aProjectIsLookedForUpwards() {
        ProjectFixture project = files("compose.yml a/b/x c/docker-compose.yaml c/d/compose.override.yaml");
        assertThat(ProjectDiscovery.upFrom(file("a/b"), project.boundary())).isEqualTo(DIRECTORY);
        assertThat(ProjectDiscovery.upFrom(file("c/d"), project.boundary())).isEqualTo(file("c"));
        assertThat(ProjectDiscovery.upFrom(DIRECTORY.getParentFile(), project.boundary()))
                .isNull();
    }

    @Test
    void basesAreNamedInTheOrderInWhichTheyAreTaken() {
        assertThat(shown(ProjectDiscovery.bases(file("a"))))
                .isEqualTo("a/compose.yaml a/compose.yml a/docker-compose.yml a/docker-compose.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose.prod.yaml",
                "docker-compose-dev.yml",
                "compose_x.yaml",
                "compose.override.yml",
                "app.override.yaml",
                "app-override.yaml",
            })
    void namesOfOverlays(String name) {
        assertThat(ProjectDiscovery.mayBeOverlay(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "docker-compose.yml", "app.yaml", "override", "", ".yaml", "compose-.yaml"})
    void otherNames(String name) {
        assertThat(ProjectDiscovery.mayBeOverlay(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "roles/x/tasks/compose.yaml, true",
        "roles/x/handlers/compose.yaml, true",
        "tasks/x/compose.yaml, false",
        "compose.yaml, false",
    })
    void tasksOfARoleAreAList(String path, boolean list) {
        assertThat(ProjectDiscovery.isTaskList(file(path))).isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({
        ".github/workflows/compose.yaml, false",
        "workflows/compose.yaml, true",
        ".github/compose.yaml, true",
        ".github/workflows/a/compose.yaml, true",
        "compose-.yml, false",
        "compose-a.yml, true",
        "composer.yml, false",
        "a.yml, false",
        "compose.json, false",
        "compose, false",
    })
    void composeFiles(String path, boolean taken) {
        assertThat(ProjectDiscovery.isComposeFile(file(path))).isEqualTo(taken);
        assertThat(ProjectDiscovery.isComposeFile(new File("/compose.yaml"))).isTrue();
    }
}

package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestingNamesTest {
    private static ContainerFixture container() {
        return ContainerFixture.of("postgres:16");
    }

    @Test
    void sayWhichNameItWas() {
        assertThat(TestingNames.sign(container().service("test-db").build())).contains("the service name \"test-db\"");
        assertThat(TestingNames.sign(container().profiles("dev", "ci").build())).contains("the profile \"ci\"");
        assertThat(TestingNames.sign(
                        container().file("a/docker-compose.test.yml").build()))
                .contains("the file name \"docker-compose.test.yml\"");
        assertThat(TestingNames.sign(container().directories("db", "tests").build()))
                .contains("the directory \"tests\"");
        assertThat(TestingNames.sign(container().build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db-test", "db_test", "db.test", "TEST-DB", "db-test2", "testdb", "ci-postgres", "e2e", "mock-db"
            })
    void areReadInServices(String service) {
        assertThat(TestingNames.sign(container().service(service).build())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest", "contest", "contest-db", "testimonials", "protest", "attestation", "ci2e", "cicada", "dev",
                "integration-db", "acceptance", "circle", "tester", "db", "it", "spec", "qa", "staging"
            })
    void areNotReadIntoOtherWords(String service) {
        assertThat(TestingNames.sign(container().service(service).build())).isEmpty();
        assertThat(TestingNames.sign(container().directories(service).build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"compose.ci.yaml", "docker-compose.integration.yml", "compose-e2e.yml", "smoke.compose.yaml"})
    void areReadInFileNames(String file) {
        assertThat(TestingNames.sign(container().file(file).build())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_db0", "latest", "testdata", "my-tests", "test-1", "contest", "attest"})
    void areWholeDirectories(String directory) {
        assertThat(TestingNames.sign(container().directories(directory, "src").build()))
                .isEmpty();
        assertThat(TestingNames.sign(
                        container().file(directory + "/compose.yaml").build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests", ".ci", "e2e", "integration-tests", "Test", ".github"})
    void areDirectories(String directory) {
        assertThat(TestingNames.sign(container().directories("db", directory).build()))
                .isPresent();
    }
}

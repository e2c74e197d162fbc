package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ReplacedValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that count nowhere, since others are laid over them. */
class ReplacedValuesTest {
    /** The values of a project of some files, the first of which is {@code compose.yaml}. */
    private static List<String> values(ProjectFixture project, String... files) {
        List<String> values = new ArrayList<>();
        for (ReplacedValue value : project.load(files).replaced()) {
            values.add(value.at().file().path() + ":" + value.at().start().line() + " "
                    + value.at().text() + " -> " + value.value() + " ("
                    + value.by().file().path() + ")");
        }
        return values;
    }

    @Test
    void theLastOfAChainCounts() {
        ProjectFixture project = ProjectFixture.of("services:\n  a:\n    image: a:1\n    shm_size: 1m\n")
                .with("b.yaml", "services: {a: {shm_size: 2m}}")
                .with("c.yaml", "services: {a: {shm_size: 3m}}");
        assertThat(values(project, "compose.yaml", "b.yaml", "c.yaml"))
                .containsExactly("compose.yaml:4 1m -> 3m (c.yaml)", "b.yaml:1 2m -> 3m (c.yaml)");
    }

    @Test
    void aServiceOfItsOwnUsesWhatOthersReplace() {
        assertThat(values(
                        ProjectFixture.of("services:\n  base: {image: a:1}\n  b: {extends: base, image: b:1}\n"),
                        "compose.yaml"))
                .isEmpty();
    }

    @Test
    void anAnchorThatIsUsedElsewhereCounts() {
        ProjectFixture project = ProjectFixture.of(
                        "services:\n  a: {image: a, shm_size: &size 1m}\n  b: {image: b, shm_size: *size}\n")
                .with("b.yaml", "services: {a: {shm_size: 2m}}");
        assertThat(values(project, "compose.yaml", "b.yaml")).isEmpty();
    }

    @Test
    void aValueOfAListMakesWayForOneWithItsKey() {
        ProjectFixture project = ProjectFixture.of(
                        "services:\n  a:\n    image: a:1\n    volumes:\n      - old:/data\n      - logs:/log\n")
                .with("b.yaml", "services: {a: {volumes: ['new:/data', 'more:/more']}}");
        assertThat(values(project, "compose.yaml", "b.yaml"))
                .containsExactly("compose.yaml:5 old:/data -> new:/data (b.yaml)");
    }

    @Test
    void nothingIsToldWhereAFileMustNotBeQuoted() {
        ProjectFixture project = ProjectFixture.of(
                        "services:\n  a:\n    extends: {file: ../outside.yaml, service: a}\n    image: b:1\n")
                .with("../outside.yaml", "services: {a: {image: secret:1}}");
        assertThat(values(project, "compose.yaml")).isEmpty();
    }
}

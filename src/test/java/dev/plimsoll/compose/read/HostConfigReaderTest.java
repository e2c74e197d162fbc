package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.Logging;
import dev.plimsoll.model.RestartPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a service is run on its host, and how its health is told. */
class HostConfigReaderTest {
    private static List<Field<?>> fields(Container container) {
        return List.of(
                container.host().user(),
                container.host().ipc(),
                container.host().readOnlyRoot(),
                container.host().restart(),
                container.host().deployedRestart(),
                container.host().cpus(),
                container.host().pids(),
                container.host().logging(),
                container.memory().tuning().swappiness(),
                container.memory().tuning().oomKillDisable(),
                container.memory().tuning().oomScoreAdjust());
    }

    @Test
    void whatIsNotWrittenIsAbsent() {
        assertThat(fields(service("restart:"))).allMatch(Field::isAbsent);
        assertThat(service("restart:").healthCheck().isAbsent()).isTrue();
        assertThat(service("read_only:", "oom_score_adj:", "user:")
                        .host()
                        .readOnlyRoot()
                        .isAbsent())
                .isTrue();
        assertThat(service("read_only:", "oom_score_adj:")
                        .memory()
                        .tuning()
                        .oomScoreAdjust()
                        .isAbsent())
                .isTrue();
    }

    /** A service without an image belongs to another file. */
    @Test
    void whatAnotherFileMayBringIsNotAbsent() {
        Container container = ComposeFixture.container("services: {a: {labels: [x]}}");
        assertThat(fields(container)).allMatch(field -> !field.isAbsent() && !field.isPresent());
        assertThat(container.healthCheck()).isInstanceOf(Field.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "read_only", "logging", "oom_score_adj", "restart"})
    void whatIsResetIsNotKnown(String key) {
        Container container = service(key + ": !reset null");
        assertThat(fields(container).stream().filter(field -> field instanceof Field.Unknown))
                .hasSize(1);
    }

    @Test
    void readsThePolicyOfADeployment() {
        RestartPolicy policy = service("deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}")
                .host()
                .deployedRestart()
                .orNull();
        assertThat(policy.condition().known()).contains("on-failure");
        assertThat(policy.attempts().known()).contains("3");
        assertThat(service("deploy: {restart_policy: }").host().deployedRestart())
                .isInstanceOf(Field.Unknown.class);
        assertThat(service("deploy: {mode: global}").host().deployedRestart().isAbsent())
                .isTrue();
    }

    @Test
    void readsWhatIsWritten() {
        Container container = service(
                "user: '1000:1000'",
                "ipc: shareable",
                "read_only: true",
                "restart: unless-stopped",
                "mem_swappiness: 10",
                "oom_kill_disable: false",
                "oom_score_adj: '-500'");
        assertThat(container.host().user().known()).contains("1000:1000");
        assertThat(container.host().ipc().known()).contains("shareable");
        assertThat(container.host().hasOwnShm()).isTrue();
        assertThat(container.host().readOnlyRoot().known()).contains(true);
        assertThat(container.host().restart().known()).contains("unless-stopped");
        assertThat(container.host().removedOnExit()).isFalse();
        assertThat(container.memory().tuning().swappiness().known()).contains(10);
        assertThat(container.memory().tuning().oomKillDisable().known()).contains(false);
        assertThat(container.memory().tuning().oomScoreAdjust().known()).contains(-500);
        assertThat(service("oom_score_adj: 0x10")
                        .memory()
                        .tuning()
                        .oomScoreAdjust()
                        .known())
                .contains(16);
        assertThat(service("oom_score_adj: ${S}")
                        .memory()
                        .tuning()
                        .oomScoreAdjust()
                        .known())
                .isEmpty();
        for (String wrong : List.of("x", "2147483648", "-2147483649")) {
            Field<Integer> field =
                    service("oom_score_adj: " + wrong).memory().tuning().oomScoreAdjust();
            assertThat(field.isPresent()).as(wrong).isTrue();
            assertThat(field.known()).as(wrong).isEmpty();
        }
        for (int limit : List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            assertThat(service("oom_score_adj: " + limit)
                            .memory()
                            .tuning()
                            .oomScoreAdjust()
                            .known())
                    .contains(limit);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    cpus: 1.5;                                                       1.5
                    cpu_quota: 5000;                                                 5000
                    deploy: {resources: {limits: {cpus: '2'}}};                      2
                    cpus: 1.5, deploy: {resources: {limits: {cpus: '1.5'}}};         1.5
                    """)
    void cpusAreLimitedInOneOfThreePlaces(String line, String cpus) {
        String[] lines = line.split(", deploy", 2);
        Container container = lines.length == 1 ? service(line) : service(lines[0], "deploy" + lines[1]);
        assertThat(container.host().cpus().known()).contains(cpus);
    }

    @Test
    void processesAreLimitedInOneOfTwoPlaces() {
        assertThat(service("pids_limit: 5").host().pids().known()).contains("5");
        assertThat(service("deploy: {resources: {limits: {pids: 6}}}")
                        .host()
                        .pids()
                        .known())
                .contains("6");
        assertThat(service("deploy: {resources: {limits: {cpus: '1'}}}")
                        .host()
                        .pids()
                        .isAbsent())
                .isTrue();
    }

    @Test
    void readsWhereTheLogGoes() {
        Logging logging = service("logging: {driver: local, options: {max-size: 10m, max-file: 3, x: ~}}")
                .host()
                .logging()
                .orNull();
        assertThat(logging.driver().orElseThrow().value().known()).contains("local");
        assertThat(logging.options()).containsKeys("max-size", "max-file");
        assertThat(logging.options().get("max-file").value().known()).contains("3");
        Logging bare = service("logging: {driver: }").host().logging().orNull();
        assertThat(bare.driver()).isEmpty();
        assertThat(bare.options()).isEmpty();
        assertThat(service("logging:").host().logging()).isInstanceOf(Field.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {test: [NONE]};                 true;  1
                    {test: [CMD, NONE]};            false; 2
                    {disable: true};                true;  0
                    {disable: false, test: [CMD, x]}; false; 2
                    {test: curl x};                 false; 0
                    {test: []};                     false; 0
                    {test: [CMD, '${X}']};          false; 2
                    """)
    void healthIsToldByATest(String written, boolean disabled, int words) {
        HealthCheck check = service("healthcheck: " + written).healthCheck().orNull();
        assertThat(check.disabled()).isEqualTo(disabled);
        assertThat(check.test()).hasSize(words);
    }

    @Test
    void aHealthCheckThatIsNoMappingIsNotKnown() {
        assertThat(service("healthcheck:").healthCheck()).isInstanceOf(Field.Unknown.class);
    }
}

package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersistenceOffTest {
    @Test
    void quotesTheSignal() {
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--save", "")
                        .persistenceOff())
                .contains("--save \"\"");
        assertThat(ContainerFixture.of("valkey/valkey")
                        .command("valkey-server", "--save", "\"\"")
                        .persistenceOff())
                .contains("--save \"\"");
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--appendonly", "no")
                        .persistenceOff())
                .contains("--appendonly no");
        assertThat(ContainerFixture.of("redis")
                        .entrypoint("redis-server", "--save", "")
                        .persistenceOff())
                .contains("--save \"\"");
        assertThat(ContainerFixture.of("postgres:16").command("-c", "fsync=off").persistenceOff())
                .contains("-c fsync=off");
        assertThat(ContainerFixture.of("postgres:16")
                        .command("postgres", "--fsync=off")
                        .persistenceOff())
                .contains("--fsync off");
        assertThat(ContainerFixture.of("mongo")
                        .command("--storageEngine", "ephemeralForTest")
                        .persistenceOff())
                .contains("--storageEngine ephemeralForTest");
        assertThat(ContainerFixture.of("hashicorp/consul")
                        .command("agent", "-dev")
                        .persistenceOff())
                .contains("-dev");
        assertThat(ContainerFixture.of("bitnami/redis")
                        .env("REDIS_AOF_ENABLED", "no")
                        .persistenceOff())
                .contains("REDIS_AOF_ENABLED=no");
    }

    @Test
    void isTakenBack() {
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--save", "", "--appendonly", "yes")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--appendonly", "no", "--save", "60 1")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--save", "", "--save", "60", "1")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--save", "60 1", "--save", "")
                        .persistenceOff())
                .isPresent();
    }

    @Test
    void isNotMeantByOtherSettings() {
        assertThat(ContainerFixture.of("redis").persistenceOff()).isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--appendonly", "yes")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--save", "60 1")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("postgres")
                        .command("-c", "synchronous_commit=off")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("mysql")
                        .command("--innodb-flush-log-at-trx-commit=2")
                        .persistenceOff())
                .isEmpty();
        assertThat(ContainerFixture.of("bitnami/redis")
                        .unknownEnv("REDIS_AOF_ENABLED")
                        .persistenceOff())
                .isEmpty();
    }
}

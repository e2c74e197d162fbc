package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredMemoryTest {
    private static final String OTHER = "example/app";

    private static List<String> of(ContainerFixture fixture) {
        List<String> shown = new ArrayList<>();
        for (DeclaredMemory memory : DeclaredMemory.of(fixture.build(), ImageCatalog.builtIn())) {
            shown.add(memory.name() + " = " + memory.bytes());
        }
        return shown;
    }

    private static ContainerFixture command(String image, String line) {
        return ContainerFixture.of(image).command(line.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "redis, redis-server --maxmemory 256mb, --maxmemory 256mb = 256m",
        "redis:7, redis-server --maxmemory=1gb, --maxmemory=1gb = 1g",
        "redis, redis-server --maxmemory 1g --save 60 1, --maxmemory 1g = 953.7m",
        "redis, redis-server --maxmemory 1gb --maxmemory 2gb, --maxmemory 2gb = 2g",
        "redis, redis-server --maxmemory \"256mb\", --maxmemory \"256mb\" = 256m",
        "valkey/valkey, valkey-server --maxmemory 104857600, --maxmemory 104857600 = 100m",
        "memcached, memcached -m 512, -m 512 = 512m",
        "memcached, --memory-limit=64, --memory-limit=64 = 64m",
        "mysql:8, --innodb-buffer-pool-size=1G, --innodb-buffer-pool-size=1G = 1g",
        "mariadb, mariadbd --innodb_buffer_pool_size=1073741824, --innodb_buffer_pool_size=1073741824 = 1g",
        "postgres:16, postgres -c shared_buffers=512MB, shared_buffers=512MB = 512m",
        "postgres:16, postgres -c shared_buffers=65536, shared_buffers=65536 = 512m",
        "postgres:16, postgres -cshared_buffers=1GB, -cshared_buffers=1GB = 1g",
        "postgis/postgis, postgres --shared_buffers=256MB, --shared_buffers=256MB = 256m",
        "mongo:7, mongod --wiredTigerCacheSizeGB 1.5, --wiredTigerCacheSizeGB 1.5 = 1.5g",
        "example/app, java -Xms1g -Xmx2g -jar app.jar, -Xmx2g = 2g",
        "example/app, java -Xmx1g -Xmx768m -jar app.jar, -Xmx768m = 768m",
        "example/app, java -XX:MaxHeapSize=512m A, -XX:MaxHeapSize=512m = 512m",
        "example/app, node --max-old-space-size=4096 app.js, --max-old-space-size=4096 = 4g",
        "example/app, node --max_old_space_size=512 app.js, --max_old_space_size=512 = 512m",
    })
    void readsTheCommand(String image, String line, String expected) {
        assertThat(of(command(image, line))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis-server --maxmemory 0",
                "redis-server --maxmemory",
                "redis-server --maxmemory 50%",
                "redis-server --maxmemory 256mib",
                "redis-server --maxmemory ${X}",
                "redis-server --maxmemory-policy allkeys-lru",
                "redis-server /etc/redis/redis.conf",
            })
    void isSilentOnWhatRedisDoesNotTakeOrNobodyKnows(String line) {
        assertThat(of(command("redis", line))).isEmpty();
    }

    @Test
    void readsOptionsOfAnImageOnlyWhereItIsThatImage() {
        assertThat(of(command(OTHER, "redis-server --maxmemory 256mb"))).isEmpty();
        assertThat(of(command("redis", "memcached -m 512"))).isEmpty();
    }

    @Test
    void leavesSharesOfTheLimitToTheJvm() {
        assertThat(of(command(OTHER, "java -XX:MaxRAMPercentage=75 -jar app.jar")))
                .isEmpty();
        assertThat(of(ContainerFixture.of(OTHER).env("JAVA_OPTS", "-XX:MaxRAMPercentage=75 -Xss1m")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JAVA_OPTS",
                "JAVA_TOOL_OPTIONS",
                "_JAVA_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "CATALINA_OPTS",
                "ES_JAVA_OPTS",
                "OPENSEARCH_JAVA_OPTS",
                "KAFKA_HEAP_OPTS",
                "LS_JAVA_OPTS"
            })
    void readsTheVariablesOfTheJvm(String variable) {
        assertThat(of(ContainerFixture.of(OTHER).env(variable, "-Xms256m -Xmx1g")))
                .containsExactly("-Xmx1g = 1g");
    }

    @Test
    void takesTheStrongestPlaceOfAHeap() {
        ContainerFixture both = command(OTHER, "java -Xmx2g -jar a.jar")
                .env("JAVA_TOOL_OPTIONS", "-Xmx1g")
                .env("JAVA_OPTS", "-Xmx3g");
        assertThat(of(both)).containsExactly("-Xmx2g = 2g");
        assertThat(of(both.env("_JAVA_OPTIONS", "-Xmx4g"))).containsExactly("-Xmx4g = 4g");
        assertThat(of(ContainerFixture.of(OTHER)
                        .env("JAVA_TOOL_OPTIONS", "-Xmx1g")
                        .env("CATALINA_OPTS", "-Xmx3g")))
                .containsExactly("-Xmx3g = 3g");
    }

    @Test
    void isSilentWhereVariablesOfScriptsDisagree() {
        ContainerFixture two = ContainerFixture.of(OTHER).env("JAVA_OPTS", "-Xmx1g");
        assertThat(of(two.env("CATALINA_OPTS", "-Xmx1g"))).containsExactly("-Xmx1g = 1g");
        assertThat(of(two.env("CATALINA_OPTS", "-Xmx2g"))).isEmpty();
        assertThat(of(ContainerFixture.of(OTHER).unknownEnv("JAVA_OPTS"))).isEmpty();
    }

    @Test
    void readsOtherVariables() {
        assertThat(of(ContainerFixture.of(OTHER).env("NODE_OPTIONS", "--enable-source-maps --max-old-space-size=2048")))
                .containsExactly("--max-old-space-size=2048 = 2g");
        assertThat(of(ContainerFixture.of("mcr.microsoft.com/mssql/server:2022-latest")
                        .env("MSSQL_MEMORY_LIMIT_MB", "2048")))
                .containsExactly("MSSQL_MEMORY_LIMIT_MB=2048 = 2g");
    }

    @Test
    void addsUpWhatAnImageTakesInSeveralPlaces() {
        ContainerFixture neo4j = ContainerFixture.of("neo4j:5")
                .env("NEO4J_server_memory_heap_max__size", "2G")
                .env("NEO4J_server_memory_pagecache_size", "512m");
        assertThat(of(neo4j)).hasSize(2);
        assertThat(DeclaredMemory.sum(DeclaredMemory.of(neo4j.build(), ImageCatalog.builtIn())))
                .isEqualTo(new ByteSize(2560 * ByteSize.MIB));
    }

    @Test
    void tellsThePlaceOfTheAmount() {
        ContainerFixture redis = command("redis", "redis-server --maxmemory 256mb");
        DeclaredMemory memory =
                DeclaredMemory.of(redis.build(), ImageCatalog.builtIn()).get(0);
        assertThat(memory.size().shown().text()).isEqualTo("256mb");
    }
}

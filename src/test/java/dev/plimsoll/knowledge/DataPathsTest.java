package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.model.ContainerPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPathsTest {
    @ParameterizedTest
    @CsvSource({
        "postgres:16, /var/lib/postgresql/data",
        "postgres:9.6-alpine, /var/lib/postgresql/data",
        "postgres:17.6, /var/lib/postgresql/data",
        "postgres:18, /var/lib/postgresql/18/docker",
        "postgres:18.1-trixie, /var/lib/postgresql/18/docker",
        "postgres:19beta1, /var/lib/postgresql/19/docker",
        "postgis/postgis:16-3.4, /var/lib/postgresql/data",
        "ghcr.io/immich-app/postgres:14-vectorchord0.4.3, /var/lib/postgresql/data",
        "pgvector/pgvector:pg17, /var/lib/postgresql/data",
        "pgvector/pgvector:0.8.0-pg18, /var/lib/postgresql/18/docker",
        "timescale/timescaledb:2.17.2-pg16, /var/lib/postgresql/data",
        "influxdb:1.8, /var/lib/influxdb",
        "influxdb:2, /var/lib/influxdb2",
        "influxdb:2.7-alpine, /var/lib/influxdb2",
        "postgres:18-${VARIANT}, /var/lib/postgresql/18/docker",
        "postgis/postgis, /var/lib/postgresql/data",
        "postgis/postgis:latest, /var/lib/postgresql/data",
        "postgis/postgis:18-3.6, /var/lib/postgresql/18/docker",
        "apache/age:release_PG16_1.5.0, /var/lib/postgresql/data",
        "citusdata/citus:13.2, /var/lib/postgresql/data",
        "citusdata/citus:14.0, /var/lib/postgresql/18/docker",
        "citusdata/citus:14.0-pg17, /var/lib/postgresql/data",
        "mysql:${TAG}, /var/lib/mysql",
        "gitea/gitea:1.24, /data",
        "redis:7.2-alpine, /data",
        "mysql:8.4, /var/lib/mysql",
    })
    void followTheVersionInTheTag(String image, String path) {
        assertThat(ContainerFixture.of(image).dataPaths()).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres", "postgres:latest", "postgres:alpine", "postgres@sha256:00", "postgres:20250101"})
    void nameTheNewestFirstIfTheTagTellsNoVersion(String image) {
        assertThat(ContainerFixture.of(image).dataPaths())
                .containsExactly("/var/lib/postgresql", "/var/lib/postgresql/data before version 18");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres:${TAG}",
                "postgres:1${MINOR}",
                "pgvector/pgvector:pg${MAJOR}",
                "postgis/postgis:${TAG}",
                "influxdb",
                "influxdb:alpine",
                "timescale/timescaledb:latest"
            })
    void areNoneIfTheVersionMattersAndNobodyKnowsIt(String image) {
        assertThat(ContainerFixture.of(image).dataPaths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${REGISTRY}/mysql:8", "my${NAME}:8", "mysql${TAG}", "gitea/gitea:${TAG}", "percona:${TAG}"})
    void areOfNoImageIfAVariableHidesWhichItIs(String image) {
        assertThat(ImageCatalog.builtIn().of(ContainerFixture.of(image).build()))
                .isEmpty();
    }

    @Test
    void nameBothPlacesOfAPinnedImageWithoutVersion() {
        assertThat(ContainerFixture.of("postgis/postgis@sha256:00").dataPaths()).hasSize(2);
    }

    @Test
    void nameEveryRangeOfVersions() {
        assertThat(ContainerFixture.of("citusdata/citus").dataPaths())
                .containsExactly("/var/lib/postgresql/18/docker", "/var/lib/postgresql/data before version 14");
        assertThat(ContainerFixture.of("solr:7").dataPaths()).isEmpty();
        assertThat(ContainerFixture.of("solr:9").dataPaths()).containsExactly("/var/solr");
    }

    @Test
    void followTheEnvironment() {
        assertThat(ContainerFixture.of("postgres:16").env("PGDATA", "/data/pg/").dataPaths())
                .containsExactly("/data/pg");
        assertThat(ContainerFixture.of("postgres").env("PGDATA", "/data/pg").dataPaths())
                .containsExactly("/data/pg");
        assertThat(ContainerFixture.of("n8nio/n8n")
                        .env("N8N_USER_FOLDER", "/n8n")
                        .dataPaths())
                .containsExactly("/n8n/.n8n");
        assertThat(ContainerFixture.of("zookeeper:3.9")
                        .env("ZOO_DATA_DIR", "/zk")
                        .dataPaths())
                .containsExactly("/zk", "/datalog");
    }

    @Test
    void followTheCommandBeforeTheEnvironment() {
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--dir", "/cache")
                        .dataPaths())
                .containsExactly("/cache");
        assertThat(ContainerFixture.of("mysql").command("--datadir=/db").dataPaths())
                .containsExactly("/db");
        assertThat(ContainerFixture.of("mongo:7")
                        .entrypoint("mongod", "--dbpath", "/m")
                        .dataPaths())
                .containsExactly("/m");
        assertThat(ContainerFixture.of("postgres:16")
                        .command("postgres", "-c", "data_directory=/a")
                        .env("PGDATA", "/b")
                        .dataPaths())
                .containsExactly("/a");
        assertThat(ContainerFixture.of("minio/minio")
                        .command("server", "/export", "--console-address", ":9001")
                        .dataPaths())
                .containsExactly("/export");
    }

    @Test
    void areSilentWhereASettingIsNotKnown() {
        assertThat(ContainerFixture.of("postgres:16").unknownEnv("PGDATA").dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("postgres:16").env("PGDATA", "data").dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "--dir", "${X}")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("redis").hiddenCommand().dataPaths()).isEmpty();
        assertThat(ContainerFixture.of("redis")
                        .command("redis-server", "/etc/redis/redis.conf")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("minio/minio")
                        .command("server", "--address", ":9", "/d")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("minio/minio")
                        .command("server", "/d{1...4}")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("confluentinc/cp-kafka")
                        .env("KAFKA_LOG_DIRS", "/a,/b")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("cockroachdb/cockroach")
                        .command("start", "--store=type=mem")
                        .dataPaths())
                .isEmpty();
        // nobody could move it there
        assertThat(ContainerFixture.of("couchdb").hiddenCommand().dataPaths()).containsExactly("/opt/couchdb/data");
    }

    @Test
    void areNoneWhereNothingIsKept() {
        assertThat(ContainerFixture.of("nats").dataPaths()).isEmpty();
        assertThat(ContainerFixture.of("nats").command("-sd", "/data").dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("nats").command("-js", "-sd", "/data").dataPaths())
                .containsExactly("/data");
        assertThat(ContainerFixture.of("hashicorp/vault").command("server").dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("influxdb:3-core").dataPaths()).isEmpty();
        assertThat(ContainerFixture.of("influxdb:3-core")
                        .command("influxdb3", "serve", "--data-dir", "/d")
                        .dataPaths())
                .containsExactly("/d");
        assertThat(ContainerFixture.of("eclipse-mosquitto").dataPaths()).isEmpty();
    }

    @Test
    void areNoneWhereTheDataIsElsewhere() {
        assertThat(ContainerFixture.of("grafana/grafana").dataPaths()).containsExactly("/var/lib/grafana");
        assertThat(ContainerFixture.of("grafana/grafana")
                        .env("GF_DATABASE_TYPE", "sqlite3")
                        .dataPaths())
                .isNotEmpty();
        assertThat(ContainerFixture.of("grafana/grafana")
                        .env("GF_DATABASE_TYPE", "postgres")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("grafana/grafana")
                        .unknownEnv("GF_DATABASE_TYPE")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("registry:2")
                        .env("REGISTRY_PROXY_REMOTEURL", "https://x")
                        .dataPaths())
                .isEmpty();
        assertThat(ContainerFixture.of("mattermost/mattermost-team-edition")
                        .env("MM_FILESETTINGS_DRIVERNAME", "amazons3")
                        .dataPaths())
                .isEmpty();
    }

    @Test
    void areInPartsOfWhichSomeMayBeLeftOut() {
        ContainerFixture forge = ContainerFixture.of("gitea/gitea:1.24-rootless");
        assertThat(forge.facts().dataPaths(forge.build()))
                .extracting(DataPath::part)
                .containsExactly(DataPart.OWN, DataPart.OPTIONAL);
        ContainerFixture linked = ContainerFixture.of("drupal:11");
        assertThat(linked.facts().dataPaths(linked.build()))
                .extracting(path -> path.path().value(), DataPath::part)
                .containsExactly(
                        tuple("/var/www/html/sites", DataPart.OWN),
                        tuple("/opt/drupal/web/sites", DataPart.ALTERNATIVE));
        ContainerFixture open = ContainerFixture.of("postgres");
        assertThat(open.facts().dataPaths(open.build()))
                .extracting(DataPath::part)
                .containsExactly(DataPart.OWN, DataPart.ALTERNATIVE);
    }

    @Test
    void areTakenToBeElsewhereByMany() {
        assertThat(ContainerFixture.of("timescale/timescaledb-ha:pg17").facts().usualPlaces())
                .contains(
                        new ContainerPath("/home/postgres/pgdata/data"), new ContainerPath("/var/lib/postgresql/data"));
    }

    @Test
    void areHeldByMountsUpToTheDeclaredVolume() {
        DataPath data = only("postgres:18");
        assertThat(data.mountPoint()).isEqualTo(new ContainerPath("/var/lib/postgresql"));
        assertThat(data.isHeldBy(new ContainerPath("/var/lib/postgresql"))).isTrue();
        assertThat(data.isHeldBy(new ContainerPath("/var/lib/postgresql/18"))).isTrue();
        assertThat(data.isHeldBy(new ContainerPath("/var/lib/postgresql/18/docker")))
                .isTrue();
        assertThat(data.isHeldBy(new ContainerPath("/var/lib/postgresql/data"))).isFalse();
        // Docker mounts an anonymous volume at /var/lib/postgresql in it
        assertThat(data.isHeldBy(new ContainerPath("/var/lib"))).isFalse();

        DataPath undeclared = only("grafana/grafana");
        assertThat(undeclared.mountPoint()).isEqualTo(new ContainerPath("/var/lib/grafana"));
        assertThat(undeclared.isHeldBy(new ContainerPath("/var/lib"))).isTrue();
    }

    @Test
    void losesTheDeclaredVolumeWhenMovedOutOfIt() {
        ContainerFixture moved = ContainerFixture.of("postgres:16").env("PGDATA", "/pg");
        List<DataPath> paths = moved.facts().dataPaths(moved.build());
        assertThat(paths).singleElement().satisfies(path -> {
            assertThat(path.volume()).isEmpty();
            assertThat(path.mountPoint()).isEqualTo(new ContainerPath("/pg"));
        });
    }

    private static DataPath only(String image) {
        ContainerFixture container = ContainerFixture.of(image);
        List<DataPath> paths = container.facts().dataPaths(container.build());
        assertThat(paths).hasSize(1);
        return paths.get(0);
    }
}

package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.PortRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom servers let in, by their images' guides; the rule's fixtures try what containers mount. */
class AccessTest {
    /** A container of an image with settings between blanks: {@code NAME=value} a variable, anything else the command. */
    private static Container container(String image, String settings) {
        ContainerFixture fixture = ContainerFixture.of(image);
        if (settings.isEmpty()) {
            return fixture.build();
        }
        StringBuilder command = new StringBuilder();
        for (String word : settings.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0 && Character.isLetter(word.charAt(0))) {
                fixture.env(word.substring(0, equals), word.substring(equals + 1));
            } else {
                command.append(command.length() == 0 ? "" : " ").append(word);
            }
        }
        return command.length() == 0
                ? fixture.build()
                : fixture.command(command.toString().split(" ", -1)).build();
    }

    private static Optional<Access> access(String image, String settings) {
        Container container = container(image, settings);
        return ImageCatalog.builtIn().of(container).orElseThrow().access(container);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "redis:7 | '' | 6379",
                "redis:7 | redis-server --requirepass \"\" | 6379",
                "valkey/valkey:8 | valkey-server --save 60 1 | 6379",
                "redis/redis-stack:7.4.0-v0 | '' | 6379",
                "docker.dragonflydb.io/dragonflydb/dragonfly | --cache_mode | 6379",
                "bitnami/redis:7.2 | ALLOW_EMPTY_PASSWORD=yes | 6379",
                "bitnami/valkey:8.0 | ALLOW_EMPTY_PASSWORD=true | 6379",
                "memcached:1.6 | memcached -m 64 | 11211",
                "mongo:7 | mongod --replSet rs0 | 27017",
                "bitnami/mongodb:7.0 | ALLOW_EMPTY_PASSWORD=yes | 27017",
                "postgres:16 | POSTGRES_HOST_AUTH_METHOD=trust POSTGRES_PASSWORD=x | 5432",
                "pgvector/pgvector:pg17 | POSTGRES_HOST_AUTH_METHOD=trust | 5432",
                "bitnami/postgresql:16 | ALLOW_EMPTY_PASSWORD=yes | 5432",
                "mysql:8.4 | MYSQL_ALLOW_EMPTY_PASSWORD=no | 3306",
                "mariadb:11 | MARIADB_ALLOW_EMPTY_ROOT_PASSWORD=1 | 3306",
                "bitnami/mariadb:11.4 | ALLOW_EMPTY_PASSWORD=yes | 3306",
                "cassandra:5 | CASSANDRA_DC=one | 9042",
                "scylladb/scylla:6.1 | --smp 1 | 9042",
                "clickhouse/clickhouse-server:24.8 | CLICKHOUSE_SKIP_USER_SETUP=1 | 8123",
                "couchdb:2.3 | '' | 5984",
                "neo4j:5 | NEO4J_AUTH=none | 7687",
                "arangodb:3.12 | ARANGO_NO_AUTH=1 | 8529",
                "rethinkdb:2.4 | '' | 28015",
                "influxdb:1.8 | '' | 8086",
                "influxdb:3-core | influxdb3 serve --without-auth | 8181",
                "qdrant/qdrant | '' | 6333",
                "semitechnologies/weaviate:1.26.1 | AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=true | 8080",
                "milvusdb/milvus:v2.4.9 | milvus run standalone | 19530",
                "chromadb/chroma:0.5.5 | '' | 8000",
                "elasticsearch:7.17.9 | discovery.type=single-node | 9200",
                "elasticsearch:8.15.0 | xpack.security.enabled=false | 9200",
                "elasticsearch:${VERSION} | xpack.security.enabled=false | 9200",
                "opensearchproject/opensearch:2 | DISABLE_SECURITY_PLUGIN=true | 9200",
                "getmeili/meilisearch:v1.9 | '' | 7700",
                "zookeeper:3.9 | ZOO_MY_ID=1 | 2181",
                "bitnami/zookeeper:3.9 | ALLOW_ANONYMOUS_LOGIN=yes | 2181",
                "apache/kafka:3.8.0 | '' | 9092",
                "confluentinc/cp-kafka:7.6.0 | KAFKA_LISTENERS=PLAINTEXT://:9092 | 9092",
                "bitnami/kafka:3.7 | ALLOW_PLAINTEXT_LISTENER=yes | 9092",
                "redpandadata/redpanda:v24.2.8 | redpanda start --smp 1 | 9644",
                "nats:2.10 | -js | 4222",
                "eclipse-mosquitto:2 | mosquitto -c /mosquitto-no-auth.conf | 1883",
                "apache/activemq-classic:6.1.2 | '' | 61616",
            })
    void asksForNoPassword(String image, String settings, int port) {
        Access access = access(image, settings).orElseThrow();
        assertThat(access.password()).isEmpty();
        assertThat(access.servesOn(new PortRange(port, port))).isTrue();
        assertThat(access.servesOn(new PortRange(1, 80))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "rabbitmq:3.13-management, guest:guest, 15672",
        "quay.io/minio/minio, minioadmin:minioadmin, 9000",
        "apache/activemq-artemis:2.37.0, artemis:artemis, 61616",
    })
    void startsWithAPublishedPassword(String image, String password, int port) {
        Access access = access(image, "").orElseThrow();
        assertThat(access.password()).isEqualTo(password);
        assertThat(access.servesOn(new PortRange(port - 1, port + 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "redis:7 | redis-server --requirepass s3",
                "redis:7 | redis-server --requirepass=s3",
                "redis:7 | redis-server $FLAGS",
                "redis:7 | redis-server /etc/redis.conf",
                "redis:7 | redis-server --aclfile /etc/users.acl",
                "redis/redis-stack:7.4.0-v0 | REDIS_ARGS=--requirepass",
                "bitnami/redis:7.2 | ''",
                "bitnami/redis:7.2 | ALLOW_EMPTY_PASSWORD=no",
                "bitnami/redis:7.2 | ALLOW_EMPTY_PASSWORD=yes REDIS_PASSWORD_FILE=/run/secrets/redis",
                "memcached:1.6 | memcached -S",
                "mongo:7 | mongod --auth",
                "mongo:7 | mongod --replSet rs0 --keyFile /key",
                "mongo:7 | MONGO_INITDB_ROOT_USERNAME=root MONGO_INITDB_ROOT_PASSWORD=x",
                "mongo:7 | MONGO_INITDB_ROOT_PASSWORD_FILE=/run/secrets/mongo",
                "postgres:16 | ''",
                "postgres:16 | POSTGRES_HOST_AUTH_METHOD=scram-sha-256",
                "postgres:16 | POSTGRES_HOST_AUTH_METHOD=trust postgres -c hba_file=/etc/pg_hba.conf",
                "mysql:8.4 | MYSQL_ROOT_PASSWORD=x",
                "mysql:8.4 | MYSQL_ALLOW_EMPTY_PASSWORD=yes MYSQL_ROOT_PASSWORD=x",
                "mysql:8.4 | MYSQL_ALLOW_EMPTY_PASSWORD=",
                "couchdb:3.3 | ''",
                "couchdb | ''",
                "influxdb:2.7 | ''",
                "elasticsearch:8.15.0 | ''",
                "elasticsearch:7.17.9 | xpack.security.enabled=true",
                "elasticsearch:6.8.23 | ''",
                "elasticsearch:${VERSION} | ''",
                "confluentinc/cp-kafka:7.6.0 | KAFKA_LISTENERS=SASL_PLAINTEXT://:9092",
                "confluentinc/cp-kafka:7.6.0 | KAFKA_SASL_ENABLED_MECHANISMS=PLAIN",
                "redpandadata/redpanda:v24.2.8 | redpanda start --set redpanda.enable_sasl=true",
                "nats:2.10 | --user me --pass x",
                "eclipse-mosquitto:2 | ''",
                "rabbitmq:3.13 | RABBITMQ_DEFAULT_USER=me RABBITMQ_DEFAULT_PASS=x",
                "minio/minio | server /data MINIO_ROOT_PASSWORD=x",
                "getmeili/meilisearch:v1.9 | MEILI_MASTER_KEY=x",
                "qdrant/qdrant | QDRANT__SERVICE__API_KEY=x",
                "chromadb/chroma:0.5.5 | CHROMA_SERVER_AUTHN_CREDENTIALS_FILE=/users",
            })
    void asksOrMayAsk(String image, String settings) {
        assertThat(access(image, settings)).isEmpty();
    }

    @Test
    void namesWhatOpensIt() {
        Container container = container("postgres:16", "POSTGRES_HOST_AUTH_METHOD=trust");
        Access access = access("postgres:16", "POSTGRES_HOST_AUTH_METHOD=trust").orElseThrow();
        assertThat(access.opener(container)).contains("POSTGRES_HOST_AUTH_METHOD=trust");
        assertThat(access.openingVariable(container)).contains("POSTGRES_HOST_AUTH_METHOD");
        Container mosquitto = container("eclipse-mosquitto:2", "mosquitto -c /mosquitto-no-auth.conf");
        Access byCommand = access("eclipse-mosquitto:2", "mosquitto -c /mosquitto-no-auth.conf")
                .orElseThrow();
        assertThat(byCommand.opener(mosquitto)).contains("/mosquitto-no-auth.conf");
        assertThat(byCommand.openingVariable(mosquitto)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, PostgreSQL",
        "mysql, MySQL",
        "mongo, MongoDB",
        "gitlab/gitlab-ce, GitLab",
        "nextcloud, Nextcloud",
        "getmeili/meilisearch, Meilisearch",
        "redis, ''",
        "mariadb, ''",
    })
    void saysWhatANewVersionDoesWithOldData(String image, String product) {
        Container container = ContainerFixture.of(image).build();
        assertThat(ImageCatalog.builtIn().of(container).orElseThrow().upgrade())
                .startsWith(product.isEmpty() ? "" : product + " does not start")
                .matches(clause -> clause.isEmpty() == product.isEmpty());
    }
}

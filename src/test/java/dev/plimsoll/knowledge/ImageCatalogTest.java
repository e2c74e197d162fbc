package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ImageReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCatalogTest {
    private static Optional<String> name(String image) {
        return ImageCatalog.builtIn().find(ImageReference.parse(image)).map(ImageFacts::name);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, PostgreSQL",
        "postgres:16-alpine, PostgreSQL",
        "library/postgres, PostgreSQL",
        "docker.io/postgres, PostgreSQL",
        "docker.io/library/postgres:17, PostgreSQL",
        "index.docker.io/library/postgres, PostgreSQL",
        "registry-1.docker.io/library/postgres, PostgreSQL",
        "postgres:16@sha256:0123456789abcdef, PostgreSQL",
        "public.ecr.aws/docker/library/redis:7, Redis",
        "mirror.gcr.io/library/redis, Redis",
        "mirror.gcr.io/grafana/grafana, Grafana",
        "gitlab.example.com/group/dependency_proxy/containers/mongo:7, MongoDB",
        "gitlab.example.com:5050/a/b/dependency_proxy/containers/library/mongo, MongoDB",
        "bitnami/postgresql, PostgreSQL (Bitnami)",
        "bitnamilegacy/redis:7.2, Redis (Bitnami)",
        "lscr.io/linuxserver/mariadb, MariaDB (LinuxServer)",
        "mcr.microsoft.com/mssql/server:2022-latest, SQL Server",
        "docker.elastic.co/elasticsearch/elasticsearch:8.15.0, Elasticsearch",
        "quay.io/prometheus/prometheus, Prometheus",
        "selenium/standalone-chrome:4, Selenium",
        "lscr.io/linuxserver/nextcloud, Nextcloud (LinuxServer)",
        "registry.example.com/library/postgres, PostgreSQL",
        "harbor.example.com:5000/hub/library/postgres:16, PostgreSQL",
        "localhost:5000/library/redis@sha256:00, Redis",
        "percona:8.4, MySQL",
        "percona:psmdb-8.0, MongoDB",
    })
    void knowsImagesUnderTheNamesOfTheirPublishers(String image, String expected) {
        assertThat(name(image)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "someone/postgres",
                "registry.example.com/postgres",
                "registry.example.com/library/someone/postgres",
                "registry.example.com/a/library-postgres",
                "registry.example.com/libraries/postgres",
                "ghcr.io/someone/redis:7",
                "quay.io/someone/mysql",
                "localhost:5000/postgres",
                "postgres-exporter",
                "my-postgres",
                "prometheuscommunity/postgres-exporter",
                "selenium/standalone-chrome/extra",
                "selenium/video",
                "public.ecr.aws/someone/postgres",
                "mirror.gcr.io/someone/postgres",
                "someone/nginx",
                "fluentd",
                ""
            })
    void saysNothingOfOthers(String image) {
        assertThat(name(image)).isEmpty();
    }

    @Test
    void knowsWhatMirrorsOfOnesOwnServe() {
        ImageCatalog own = ImageCatalog.builtIn().with(List.of("registry.example.com/hub/"));
        for (String image : List.of("postgres", "library/postgres:16", "grafana/grafana", "bitnami/redis")) {
            ImageReference mirrored = ImageReference.parse("registry.example.com/hub/" + image);
            assertThat(own.find(mirrored)).as(image).isPresent();
            assertThat(own.find(mirrored)).isEqualTo(own.find(ImageReference.parse(image)));
        }
        assertThat(own.find(ImageReference.parse("registry.example.com/postgres")))
                .isEmpty();
        assertThat(own.find(ImageReference.parse("mirror.gcr.io/library/redis")))
                .isPresent();
        assertThat(own.with(List.of()).find(ImageReference.parse("registry.example.com/hub/postgres")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsMadeToForget() {
        for (String image : List.of("memcached", "varnish", "jenkins/inbound-agent", "selenium/node-firefox")) {
            assertThat(ContainerFixture.of(image).facts().isEphemeral())
                    .as(image)
                    .isTrue();
            assertThat(ContainerFixture.of(image).dataPaths()).as(image).isEmpty();
        }
        assertThat(ContainerFixture.of("redis").facts().isEphemeral()).isFalse();
        assertThat(ContainerFixture.of("redis").facts().kind()).isEqualTo(ImageKind.CACHE);
    }
}

package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "redis, '', redis, , ",
        "redis:7, '', redis, 7, ",
        "redis:7@sha256:ab, '', redis, 7, sha256:ab",
        "redis@sha256:ab, '', redis, , sha256:ab",
        "library/redis:7, '', redis, 7, ",
        "docker.io/redis, '', redis, , ",
        "docker.io/library/redis:7-alpine, '', redis, 7-alpine, ",
        "index.docker.io/library/redis, '', redis, , ",
        "bitnami/redis, '', bitnami/redis, , ",
        "ghcr.io/a/b:1, ghcr.io, a/b, 1, ",
        "localhost/a, localhost, a, , ",
        "localhost:5000/a, localhost:5000, a, , ",
        "localhost:5000/a:b, localhost:5000, a, b, ",
        "registry:5000/a/b/c:1@sha256:0, registry:5000, a/b/c, 1, sha256:0",
        "registry.example/library/redis, registry.example, library/redis, , ",
        "a/b/c, '', a/b/c, , ",
        "'', '', '', , ",
        "redis:, '', redis, '', ",
        "/redis, '', /redis, , ",
    })
    void isTakenApartAsDockerDoes(String written, String registry, String repository, String tag, String digest) {
        ImageReference image = ImageReference.parse(written);
        assertThat(image.registry()).isEqualTo(registry);
        assertThat(image.repository()).isEqualTo(repository);
        assertThat(image.tag().orElse(null)).isEqualTo(tag);
        assertThat(image.digest().orElse(null)).isEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource({"redis:7, redis", "ghcr.io/a/b:1, ghcr.io/a/b", "docker.io/library/redis, redis"})
    void pathLeavesTagAndDigestOut(String written, String path) {
        assertThat(ImageReference.parse(written).path()).isEqualTo(path);
    }

    @Property(seed = "20261121")
    void anyTextHasParts(@ForAll String written) {
        ImageReference image = ImageReference.parse(written);
        assertThat(written).contains(image.repository()).startsWith(image.registry());
    }
}

package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that may be laid over others, checked alone. */
class OverlayTest {
    private static final String BASE = """
                    services: {web: {image: x}, db: {image: x}}
                    networks: {net: , default: }
                    volumes: {data: }
                    """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    services: {web: {user: x}}                                         | true
                    services: {web: {image: x, depends_on: [db]}}                      | true
                    services: {web: {image: x, networks: [net]}}                       | true
                    services: {web: {image: x, volumes: ['data:/x']}}                  | true
                    services: {web: {image: x}}                                        | false
                    services: {web: {image: x, volumes: ['other:/x']}}                 | false
                    services: {web: {image: x, depends_on: [other]}}                   | false
                    services: {web: {image: x, networks: [default]}}                   | false
                    services: {web: {image: x, networks: [web]}}                       | false
                    services: {web: {image: x, volumes: ['${V}:/x']}}                  | false
                    services: {other: {user: x}}                                       | false
                    services: {web: {build: .}}                                        | false
                    services: {web: {provider: {type: x}}}                             | false
                    services: {web: {extends: {file: b.yaml, service: b}}}             | false
                    services: {web: }                                                  | true
                    services: {web: {image: x, networks: [net]}, b: {image: x}}        | true
                    '{services: {web: {image: x, networks: [net]}}, networks: {net: }}'  | false
                    networks: {net: }                                                  | false
                    # nothing                                                          | true
                    """)
    void laysOverABaseThatHasWhatItLacks(String text, boolean partial) {
        ProjectFixture project = ProjectFixture.of(BASE)
                .with("compose.prod.yaml", text + "\n")
                .with("b.yaml", "services: {b: {image: b}}\n");
        assertThat(project.load("compose.prod.yaml").project().partial()).isEqualTo(partial);
        assertThat(project.whole().load("compose.prod.yaml").project().partial())
                .as("it is named as the whole")
                .isEqualTo(text.startsWith("#") || text.equals("services: {web: }"));
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml, compose.prod.yaml, true",
        "compose.yaml, a/compose.prod.yaml, true",
        "compose.yaml, a/b/c/compose.prod.yaml, true",
        "compose.yaml, a/b/c/d/compose.prod.yaml, false",
        "docker-compose.yml, compose.prod.yaml, true",
        "other.yaml, compose.prod.yaml, false",
        "a/compose.yaml, compose.prod.yaml, false",
        "compose.yaml, prod.yaml, false",
        "compose.yaml, prod.override.yaml, true",
    })
    void aBaseLiesBesideOrAbove(String base, String file, boolean partial) {
        Loaded loaded = new ProjectFixture()
                .with(base, BASE)
                .with(file, "services: {x: {image: x, depends_on: [db]}}\n")
                .load(file);
        assertThat(loaded.project().partial()).isEqualTo(partial);
    }

    @Test
    void withoutABaseItIsOneIfItLacksAnImage() {
        ProjectFixture project = new ProjectFixture()
                .with("compose.a.yaml", "services: {web: {user: x}}\n")
                .with("compose.b.yaml", "services: {web: {image: x, depends_on: [db]}}\n");
        assertThat(project.load("compose.a.yaml").project().partial()).isTrue();
        assertThat(project.load("compose.b.yaml").project().partial()).isFalse();
    }

    @Test
    void aFileThatABaseNamesIsAPartOfIt() {
        ProjectFixture project = new ProjectFixture()
                .with("compose.yaml", "services: {a: {extends: {file: compose.a.yaml, service: s}}}\n")
                .with("compose.a.yaml", "services: {s: {image: x, networks: [n]}}\n")
                .with("compose.b.yaml", "services: {s: {image: x, networks: [n]}}\n");
        assertThat(project.load("compose.a.yaml").project().partial()).isTrue();
        assertThat(project.load("compose.b.yaml").project().partial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'a: [', true", "'- web', false", "'services: [web]', false", "'services: {? [web] : x}', false"})
    void aBaseMayHoldAnything(String base, boolean partial) {
        Loaded loaded = ProjectFixture.of(base + "\n")
                .with("compose.a.yaml", "services: {web: {image: x, networks: [n]}}\n")
                .load("compose.a.yaml");
        assertThat(loaded.project().partial()).isEqualTo(partial);
        assertThat(loaded.errors()).isEmpty();
    }

    @Test
    void anEmptyFileIsNoneUnlessItMayLieOverOne() {
        ProjectFixture project = ProjectFixture.of("# nothing\n")
                .with("docker-compose.yml", BASE)
                .with("compose.a.yaml", "")
                .with("tasks/compose.yaml", "")
                .with("a/b/c/d/compose.a.yaml", "");
        assertThat(project.load().errors()).extracting(error -> error.message()).containsExactly("the file is empty");
        assertThat(project.load("compose.a.yaml").errors()).isEmpty();
        assertThat(project.load("tasks/compose.yaml").errors()).isEmpty();
        assertThat(project.load("a/b/c/d/compose.a.yaml").errors()).hasSize(1);
        assertThat(project.load("docker-compose.yml", "compose.a.yaml").errors())
                .isEmpty();
    }
}

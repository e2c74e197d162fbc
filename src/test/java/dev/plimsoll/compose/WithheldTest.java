package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Resource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files outside of the work tree bring to a project, and what is shown of it. */
class WithheldTest {
    private static ProjectFixture project(String compose) {
        return ProjectFixture.of(compose)
                .with("base.yaml", "services: {b: {image: b}}\n")
                .with("../out.yaml", "services: {o: {image: o}, l: {image: o, dns: [1.1.1.1]}}\nvolumes: {v: }\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    services: {a: {image: a}, e: {extends: {file: ../out.yaml, service: o}, image: e}}    | 0
                    services: {a: {image: a}, e: {extends: {file: ../out.yaml, service: o}}}              | 1
                    services: {a: {image: a}, e: {extends: {file: ../out.yaml, service: l}, image: e}}    | 1
                    services: {a: {image: a}, e: {extends: {file: base.yaml, service: b}}}                | 0
                    services: {a: {image: a}, e: {extends: {file: ../out.yaml, service: l}, image: e, dns: [2.2.2.2]}} | 1
                    {include: [../out.yaml], services: {a: {image: a}}}                                   | 2
                    """)
    void servicesThatHaveSomethingOfThemAreNotShown(String compose, int hidden) {
        Loaded loaded = project(compose + "\n").load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.hidden()).isEqualTo(hidden);
        assertThat(loaded.shown().containers())
                .hasSize(loaded.project().containers().size() - hidden)
                .anyMatch(container -> container.name().value().equals("a"));
        assertThat(loaded.withheld().isPresent()).isEqualTo(compose.contains("out.yaml"));
        assertThat(loaded.shown().partial()).isEqualTo(compose.contains("out.yaml"));
    }

    @Test
    void theNamesOfThoseServicesAreTold() {
        Loaded loaded = project("include: [../out.yaml]\nservices: {a: {image: a}}\nvolumes: {w: }\n")
                .load();
        assertThat(loaded.withheld()).contains(Set.of("o", "l"));
        assertThat(loaded.project().resources()).extracting(Resource::name).containsExactlyInAnyOrder("v", "w");
        assertThat(loaded.shown().resources()).extracting(Resource::name).containsExactly("w");
    }

    @Test
    void aProjectWithoutSuchFilesIsShownWhole() {
        Loaded loaded = project("services: {a: {image: a}}\n").load();
        assertThat(loaded.withheld()).isEmpty();
        assertThat(loaded.shown()).isSameAs(loaded.project());
        assertThat(loaded.hidden()).isZero();
        Loaded none = project("include: [../out.yaml]\n")
                .with("../out.yaml", "volumes: {v: }\n")
                .load();
        assertThat(none.withheld()).contains(Set.of());
    }

    /** Once such a file is read, what is found in a project is told by its places alone. */
    @Test
    void whatIsWrongIsNotQuoted() {
        Loaded loaded = project("include: [../out.yaml]\nservices: {a: {image: a, secret_key: x}}\n")
                .load();
        assertThat(loaded.findings()).isNotEmpty();
        assertThat(loaded.findings())
                .noneMatch(found -> found.finding().message().contains("secret_key"));
    }
}

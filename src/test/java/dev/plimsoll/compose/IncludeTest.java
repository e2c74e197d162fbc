package dev.plimsoll.compose;

import static dev.plimsoll.compose.ProjectFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a project includes. */
class IncludeTest {
    private static List<String> services(Loaded loaded) {
        return loaded.project().containers().stream()
                .map(container -> container.name().value() + " "
                        + container.image().known().orElseThrow().path())
                .toList();
    }

    private static List<String> findings(Loaded loaded) {
        return loaded.findings().stream()
                .map(found -> found.rule() + " " + found.finding().at().text() + ": "
                        + found.finding().message())
                .toList();
    }

    @Test
    void bringsWhatTheFilesHold() {
        Loaded loaded = ProjectFixture.of("include: [a.yaml, b/c.yaml]\nservices: {m: {image: m}}\n")
                .with("a.yaml", "services: {a: {image: a}}\nvolumes: {va: }\n")
                .with("b/c.yaml", "services: {c: {image: c}}\nnetworks: {nc: }\nvolumes: {vc: }\n")
                .load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.project().partial()).isFalse();
        assertThat(services(loaded)).containsExactlyInAnyOrder("a a", "c c", "m m");
        assertThat(loaded.project().resources()).extracting(Resource::name).containsExactlyInAnyOrder("va", "vc", "nc");
        assertThat(loaded.project().files())
                .extracting(file -> file.path())
                .containsExactly("compose.yaml", "a.yaml", "b/c.yaml");
    }

    @Test
    void filesOfOneEntryAreLaidOverEachOther() {
        Loaded loaded = ProjectFixture.of("include: [{path: [a.yaml, b.yaml]}]\n")
                .with("a.yaml", "services: {a: {image: a, user: x}}\n")
                .with("b.yaml", "services: {a: {image: b}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("a b");
        assertThat(loaded.project().containers().get(0).host().user().known()).contains("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [a/b.yaml]                                             | ./a/d  | 1
                    [{path: a/b.yaml}]                                     | ./a/d  | 1
                    [{path: a/b.yaml, project_directory: c}]               | ./c/d  | 2
                    [{path: a/b.yaml, env_file: c/.env}]                   | ./a/d  | 2
                    [{path: a/b.yaml, env_file: [a/.env, c/.env]}]         | ./a/d  | 2
                    [{path: a/b.yaml, project_directory: .}]               | ./d    | 3
                    [{path: a/b.yaml, project_directory: e}]               | ./e/d  | none
                    """)
    void aProjectHasADirectoryAndVariablesOfItsOwn(String include, String path, String tag) {
        Container container = ProjectFixture.of("include: " + include + "\n")
                .with("a/b.yaml", "services: {a: {image: 'x:${T:-none}', volumes: ['./d:/d']}}\n")
                .with("a/.env", "T=1\n")
                .with("c/.env", "T=2\n")
                .with(".env", tag.equals("3") ? "T=3\n" : "")
                .container();
        assertThat(container.image().known().orElseThrow().tag()).contains(tag);
        assertThat(((BindMount) container.mounts().get(0)).hostPath()).contains(path);
    }

    @Test
    void variablesOfWhoIncludesWin() {
        Container container = ProjectFixture.of("include: [a/b.yaml]\n")
                .with("a/b.yaml", "services: {a: {image: 'x:$T'}}\n")
                .with("a/.env", "T=1\n")
                .with(".env", "T=3\n")
                .container();
        assertThat(container.image().known().orElseThrow().tag()).contains("3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a.yaml                         | 1:10 include must be a list, not a string
                    {path: a.yaml}                 | 1:10 include must be a list, not a mapping
                    [gone.yaml]                    | 1:11 included file gone.yaml does not exist
                    [{path: [a.yaml, b/no.yaml]}]  | 1:18 included file no.yaml does not exist
                    ['${F:-no.yaml}']              | 1:11 included file ${F:-no.yaml} does not exist
                    [a.yaml, compose.yaml]         | 1:19 "compose.yaml" includes itself
                    [loop.yaml]                    | 1:11 "loop.yaml" includes itself
                    [https://x/a.yaml]             | 1:11 "https://x/a.yaml" is not a file here; --allow-partial leaves it out
                    ['oci:x']                      | 1:11 "oci:x" is not a file here; --allow-partial leaves it out
                    [git@x]                        | 1:11 "git@x" is not a file here; --allow-partial leaves it out
                    """)
    void whatIsNotHereIsToldUnlessAPartWillDo(String include, String message) {
        ProjectFixture project = ProjectFixture.of("include: " + include + "\nservices: {m: {image: m}}\n")
                .with("a.yaml", "services: {a: {image: a}}\n")
                .with("loop.yaml", "include: [loop.yaml]\nservices: {l: {image: l}}\n");
        Loaded loaded = project.load();
        String path = include.equals("[loop.yaml]") ? "loop.yaml:" : "compose.yaml:";
        assertThat(errors(loaded.errors())).containsExactly(path + message);
        assertThat(loaded.findings()).extracting(RuleFinding::rule).contains("include-unresolved");
        assertThat(loaded.project().partial()).isTrue();
        if (include.startsWith("[")) {
            Loaded part = project.partial().load();
            assertThat(part.errors()).isEmpty();
            assertThat(part.findings()).isEmpty();
            assertThat(part.project().partial()).isTrue();
            assertThat(services(part)).contains("m m");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"['${F}']", "[{path: '${F}'}]", "[{path: [a.yaml, '${F}']}]"})
    void whatAVariableNamesMayHoldAnything(String include) {
        Loaded loaded = ProjectFixture.of("include: " + include + "\nservices: {m: {image: m}}\n")
                .with("a.yaml", "services: {a: {image: a}}\n")
                .load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.project().partial()).isTrue();
        assertThat(services(loaded)).containsExactly("m m");
    }

    @Test
    void aFileWithoutContentBringsNothing() {
        Loaded loaded = ProjectFixture.of("include: [a.yaml, {}]\nservices: {m: {image: m}}\n")
                .with("a.yaml", "# nothing\n")
                .load();
        assertThat(services(loaded)).containsExactly("m m");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no such directory there")
    void aFileOfTheSystemIsNotReadForVariables() {
        ProjectFixture project = ProjectFixture.of("include: [{path: a.yaml, env_file: /proc/none}]\n")
                .with("a.yaml", "services: {a: {image: a}}\n");
        assertThat(errors(project.load().errors()))
                .first()
                .isEqualTo(
                        "compose.yaml:1:18 environment file none is not read: it is not a regular file of a project");
    }

    @Test
    void aFileOfVariablesMustBeThere() {
        ProjectFixture project = ProjectFixture.of("include: [{path: a.yaml, env_file: gone.env}]\n")
                .with("a.yaml", "services: {a: {image: a}}\n");
        assertThat(project.load().errors()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    services: {a: {image: b}}                            | services.a
                    services: {a: {image: a, user: x}}                   | services.a
                    networks: {n: {driver: y}}                           | networks.n
                    volumes: {v: {driver: y}}                            | volumes.v
                    secrets: {s: {file: y}}                              | secrets.s
                    configs: {c: {file: y}}                              | configs.c
                    """)
    void onlyAnOverrideMayChangeWhatIsIncluded(String compose, String key) {
        String included = """
                        services: {a: {image: a}}
                        networks: {n: {driver: x}}
                        volumes: {v: {driver: x}}
                        secrets: {s: {file: x}}
                        configs: {c: {file: x}}
                        """;
        String message = "include-unresolved " + key.substring(key.indexOf('.') + 1) + ": " + key
                + " is defined here and, differently, in what is included";
        Loaded here = ProjectFixture.of("include: [a.yaml]\n" + compose + "\n")
                .with("a.yaml", included)
                .load();
        assertThat(findings(here)).containsExactly(message);
        assertThat(here.findings().get(0).finding().at().file().path()).isEqualTo("compose.yaml");
        Loaded twice = ProjectFixture.of("include: [a.yaml, b.yaml]\n")
                .with("a.yaml", included)
                .with("b.yaml", compose + "\n")
                .load();
        assertThat(findings(twice)).containsExactly(message);
        assertThat(twice.findings().get(0).finding().at().file().path()).isEqualTo("b.yaml");
        Loaded over = ProjectFixture.of("include: [a.yaml]\n")
                .with("a.yaml", included)
                .with("o.yaml", compose + "\n")
                .load("compose.yaml", "o.yaml");
        assertThat(over.findings()).isEmpty();
    }

    @Test
    void theSameMayBeSaidTwice() {
        String same = "services: {a: {image: a, volumes: ['data:/x']}}\nvolumes: {data: }\n";
        Loaded loaded = ProjectFixture.of("include: [a.yaml, b.yaml, a.yaml, c.yaml]\nservices: {m: {image: m}}\n")
                .with("a.yaml", same)
                .with("b.yaml", same)
                .with("c.yaml", "services: {c: {image: c}}\nsecrets: {s: {file: x}}\nname: n\n")
                .load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.findings()).isEmpty();
        assertThat(services(loaded)).containsExactlyInAnyOrder("a a", "c c", "m m");
        assertThat(loaded.project().containers())
                .allMatch(container -> container.mounts().size() < 2);
        assertThat(loaded.project().resources()).extracting(Resource::name).containsExactly("data", "s");
    }

    /** Adding to what is included must not change a file that others include too. */
    @Test
    void whatOneIncludesAnotherDoesNotGet() {
        Loaded loaded = ProjectFixture.of("include: [one.yaml, two.yaml]\n")
                .with("one.yaml", "include: [base.yaml, more.yaml]\n")
                .with("two.yaml", "include: [base.yaml]\nservices: {a: {image: a}, b: {image: other}}\n")
                .with("base.yaml", "services: {a: {image: a}}\n")
                .with("more.yaml", "services: {b: {image: b}}\n")
                .load();
        assertThat(findings(loaded))
                .containsExactly(
                        "include-unresolved b: services.b is defined here and, differently, in what is included");
    }
}

package dev.plimsoll.compose;

import static dev.plimsoll.compose.ProjectFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that extend others. */
class ExtendsTest {
    private static ProjectFixture project(String services) {
        return ProjectFixture.of("services:\n  " + services + "\n")
                .with("base.yaml", "services: {b: {image: b, user: x}, n: , o: {image: o, extends: {service: b}}}\n")
                .with("two.yaml", "services: {b: {image: b}}\n---\nservices: {b: {user: y}}\n")
                .with("none.yaml", "volumes: {v: }\n")
                .with("empty.yaml", "# nothing\n");
    }

    private static Container first(Loaded loaded) {
        return loaded.project().containers().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {a: {extends: b}, b: {image: b, user: x}}                       | b x
                    {a: {extends: {service: b}}, b: {image: b, user: x}}            | b x
                    {a: {extends: b, image: a}, b: {image: b, user: x}}             | a x
                    {a: {extends: {file: base.yaml, service: b}}}                   | b x
                    {a: {extends: {file: base.yaml, service: o}}}                   | o x
                    {a: {extends: {file: two.yaml, service: b}}}                    | b y
                    {a: {extends: {file: base.yaml, service: n}, image: a}}         | a -
                    {a: {extends: n, image: a}, n: }                                | a -
                    {a: {extends: b}, b: {extends: c}, c: {image: c, user: z}}      | c z
                    {a: {extends: '${S:-b}'}, b: {image: b}}                        | b -
                    """)
    void getsWhatTheOtherHas(String services, String told) {
        Container container = first(project(services).load());
        assertThat(container.image().known().orElseThrow().path() + " "
                        + container.host().user().known().orElse("-"))
                .isEqualTo(told);
        assertThat(container.memory().limit().isAbsent()).as("nothing is open").isTrue();
    }

    @Test
    void aFileIsReadOnceForAllThatExtendFromIt() {
        Loaded loaded = project(
                        "{a: {extends: {file: base.yaml, service: b}}, c: {extends: {file: base.yaml, service: o}}}")
                .load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.project().files())
                .extracting(file -> file.path())
                .containsExactly("compose.yaml", "base.yaml");
        assertThat(loaded.extended()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {a: {extends: x, image: a}, y: {image: y}}          | 2:17 there is no service "x" to extend; did you mean "y"?
                    {a: {extends: web, image: a}, wep: {image: y}}      | 2:17 there is no service "web" to extend; did you mean "wep"?
                    {a: {extends: {file: base.yaml, service: bee}}}     | 2:44 there is no service "bee" to extend in base.yaml
                    {a: {extends: {file: gone.yaml, service: b}}}       | 2:24 the file to extend from, gone.yaml, does not exist
                    {a: {extends: {file: none.yaml, service: b}}}       | 2:24 none.yaml has no services to extend
                    {a: {extends: a, image: a}}                         | 2:17 "a" extends itself
                    """)
    void whatCannotBeFoundIsTold(String services, String message) {
        Loaded loaded = project(services).load();
        assertThat(errors(loaded.errors()).get(0)).startsWith("compose.yaml:" + message.split(";", -1)[0]);
        assertThat(loaded.findings()).extracting(RuleFinding::rule).contains("extends-unresolved");
        assertThat(first(loaded).memory().limit()).as("more may stand there").isInstanceOf(Field.Unknown.class);
        Loaded part = project(services).partial().load();
        assertThat(part.errors()).isEmpty();
        assertThat(first(part).memory().limit()).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void aCircleIsToldOfAllWhoAreInIt() {
        Loaded loaded = project("{a: {image: a, extends: b}, b: {extends: c}, c: {extends: b}}")
                .load();
        assertThat(errors(loaded.errors()))
                .containsExactlyInAnyOrder(
                        "compose.yaml:2:44 \"c\" extends itself", "compose.yaml:2:61 \"b\" extends itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: {image: a, extends: '${S}'}}",
                "{a: {image: a, extends: {file: '${F}', service: b}}}",
                "{a: {image: a, extends: {file: base.yaml, service: '${S}'}}}",
                "{a: {image: a, extends: b}, b: {extends: {file: '${F}', service: c}}}",
                "{a: {image: a, extends: {file: empty.yaml, service: b}}}",
            })
    void whatAVariableNamesMayBringMore(String services) {
        Loaded loaded = project(services).load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(first(loaded).memory().limit()).isInstanceOf(Field.Unknown.class);
        assertThat(first(loaded).image().known()).isPresent();
    }

    @Test
    void aServiceMustBeNamed() {
        Loaded loaded = project("{a: {image: a, extends: {file: base.yaml}}, b: {image: b, extends: [a]}}")
                .load();
        assertThat(loaded.findings())
                .extracting(found -> found.rule() + " " + found.finding().message())
                .contains("schema extends must name a service");
        assertThat(project("{a: {image: a, extends: {service: }}}").load().findings())
                .extracting(found -> found.finding().message())
                .doesNotContain("extends must name a service");
    }

    @Test
    void aProjectWithoutExtendsStaysAsItIs() {
        Loaded loaded = project("{a: {image: a}, b: [x]}").load();
        assertThat(loaded.extended()).isEmpty();
        assertThat(first(loaded).image().known().orElseThrow().path()).isEqualTo("a");
        assertThat(Optional.of(loaded.errors().get(0).message())).contains("services.b must be a mapping, not a list");
    }
}

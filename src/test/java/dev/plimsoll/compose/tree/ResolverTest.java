package dev.plimsoll.compose.tree;

import static dev.plimsoll.compose.ComposeFixture.container;
import static dev.plimsoll.compose.ComposeFixture.environment;
import static dev.plimsoll.compose.ComposeFixture.load;
import static dev.plimsoll.compose.ComposeFixture.mounts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anchors, aliases and merge keys: what docker compose 2.26.1 makes of each. */
class ResolverTest {
    @Test
    void theFirstOfAListOfMergedMappingsWins() {
        Container a = container("""
                x-a: &a {mem_limit: 1g, tmpfs: /a}
                x-b: &b {mem_limit: 2g, tmpfs: /b, image: b}
                services: {a: {<<: [*a, *b], image: x}}
                """);
        assertThat(a.limit()).contains(ByteSize.mebibytes(1024));
        assertThat(mounts(a)).containsExactly("tmpfs /a -");
        assertThat(a.image().known().orElseThrow().path()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{image: x, <<: *a}", "{<<: *a, image: x}", "{<<: {mem_limit: 1g, image: a}, image: x}"})
    void aKeyWrittenOutWinsWhereverTheMergeKeyStands(String service) {
        Container a = container("x-a: &a {mem_limit: 1g, image: a}\nservices: {a: " + service + "}\n");
        assertThat(a.limit()).contains(ByteSize.mebibytes(1024));
        assertThat(a.image().known().orElseThrow().path()).isEqualTo("x");
    }

    @Test
    void mergedMappingsMayMergeThemselves() {
        assertThat(environment(container("""
                        x-a: &a {A: 1}
                        x-b: &b {A: 2, B: 2}
                        x-c: &c {<<: [*a, *b], C: 3}
                        services: {a: {image: x, environment: {<<: *c, D: 4}}}
                        """))).isEqualTo(Map.of("A", "1", "B", "2", "C", "3", "D", "4"));
    }

    @Test
    void mergingIsShallow() {
        Container a = container("""
                x-a: &a {environment: {A: 1, B: 2}}
                services: {a: {<<: *a, image: x, environment: {B: 3}}}
                """);
        assertThat(environment(a)).isEqualTo(Map.of("B", "3"));
    }

    @Test
    void aQuotedMergeKeyIsAKey() {
        Container a = container("x-a: &a {mem_limit: 1g}\nservices: {a: {\"<<\": *a, image: x}}\n");
        assertThat(a.limit()).isEmpty();
    }

    @Test
    void aliasesOfListsAndItems() {
        assertThat(mounts(container("x-t: &t [/a, /b]\nservices: {a: {image: x, tmpfs: *t}}\n")))
                .containsExactly("tmpfs /a -", "tmpfs /b -");
        assertThat(mounts(container("x-t: &t /a:size=1m\nservices: {a: {image: x, tmpfs: [*t, /c]}}\n")))
                .containsExactly("tmpfs /a Bytes[size=1m]", "tmpfs /c -");
        assertThat(mounts(container("x-t: &t /a\nx-u: &t /b\nservices: {a: {image: x, tmpfs: *t}}\n")))
                .containsExactly("tmpfs /b -");
    }

    @Test
    void aValueKnowsTheAliasThatBroughtIt() {
        Container a = container("x-t: &t\n  - /a:size=1m\nservices:\n  a:\n    image: x\n    tmpfs: *t\n");
        TmpfsMount mount = a.tmpfsMounts().get(0);
        assertThat(mount.shown().text()).isEqualTo("*t");
        assertThat(mount.declared().at().text()).isEqualTo("/a:size=1m");
        assertThat(mount.size().place().text()).isEqualTo("*t");
    }

    @Test
    void aMergeOfSomethingElseIsTold() {
        Loaded loaded = load("x-e: &e [1]\nservices: {a: {image: x, environment: {<<: *e, B: 3}}}\n");
        assertThat(loaded.errors()).hasSize(1);
        InputError error = loaded.errors().get(0);
        assertThat(error.message()).isEqualTo("<< wants a mapping or a list of mappings, not a list");
    }

    @Test
    void aKeyThatIsNoStringIsTold() {
        Loaded loaded = load("services: {a: {image: x, ? [b] : c}}\n");
        assertThat(loaded.errors()).hasSize(1);
        assertThat(loaded.errors().get(0).message()).isEqualTo("a key must be a string, not a list");
    }

    @Test
    void aMistakeInAnAnchoredMappingIsToldOnce() {
        Loaded loaded = load("services: {a: &a {image: x, ? [b] : c}, b: *a, c: *a}\n");
        assertThat(loaded.errors()).hasSize(1);
    }
}

package dev.plimsoll.compose.tree;

import static dev.plimsoll.compose.ComposeFixture.command;
import static dev.plimsoll.compose.ComposeFixture.container;
import static dev.plimsoll.compose.ComposeFixture.containers;
import static dev.plimsoll.compose.ComposeFixture.environment;
import static dev.plimsoll.compose.ComposeFixture.mounts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.TmpfsMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several documents in one file: what docker compose 2.26.1 makes of each. */
class MergerTest {
    private static Container merged(String... services) {
        StringBuilder text = new StringBuilder();
        for (String service : services) {
            text.append(text.isEmpty() ? "" : "---\n")
                    .append("services: {a: ")
                    .append(service)
                    .append("}\n");
        }
        return container(text.toString());
    }

    private static List<String> tmpfs(Container container) {
        List<String> declared = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            declared.add(mount.declared().value());
        }
        return declared;
    }

    @Test
    void tmpfsWithTheSameFirstOptionIsReplacedInPlace() {
        assertThat(tmpfs(merged("{image: x, tmpfs: ['/a:size=1m', '/b']}", "{tmpfs: ['/a:size=2m']}")))
                .containsExactly("/a:size=2m", "/b");
    }

    @Test
    void tmpfsWithAnotherFirstOptionIsAdded() {
        assertThat(tmpfs(merged("{image: x, tmpfs: ['/tmp:mode=1777']}", "{tmpfs: ['/tmp:size=3m']}")))
                .containsExactly("/tmp:mode=1777", "/tmp:size=3m");
    }

    @Test
    void tmpfsStringsAndListsAreAppended() {
        assertThat(tmpfs(merged("{image: x, tmpfs: /a}", "{tmpfs: ['/b', '/a']}")))
                .containsExactly("/a", "/b");
        assertThat(tmpfs(merged("{image: x, tmpfs: /a}", "{tmpfs: /b}"))).containsExactly("/a", "/b");
        assertThat(tmpfs(merged("{image: x, tmpfs: /a}", "{tmpfs: /b}", "{tmpfs: /c}")))
                .containsExactly("/a", "/b", "/c");
    }

    /** Compose frees the lists of a single document from repetitions too. */
    @Test
    void tmpfsRepeatedInOneDocumentCountsOnce() {
        assertThat(tmpfs(merged("{image: x, tmpfs: ['/a:size=1m', '/b', '/a:size=2m']}")))
                .containsExactly("/a:size=2m", "/b");
    }

    @Test
    void volumesRepeatedInOneDocumentCountOnce() {
        assertThat(mounts(merged("{image: x, volumes: ['vol:/x', '/q', './w:/x']}")))
                .containsExactly("bind ./w /x", "volume - /q");
    }

    @Test
    void volumesAreToldApartByTheirCleanedTarget() {
        assertThat(mounts(merged("{image: x, volumes: ['vol:/x', './b:/y']}", "{volumes: ['wol:/x/', '/y', '/z']}")))
                .containsExactly("volume wol /x/", "volume - /y", "volume - /z");
    }

    @Test
    void aLongVolumeReplacesAShortOne() {
        assertThat(mounts(merged(
                        "{image: x, volumes: ['vol:/x', '/q']}",
                        "{volumes: [{type: tmpfs, target: /x, tmpfs: {size: 1m}}]}")))
                .containsExactly("tmpfs /x Bytes[size=1m]", "volume - /q");
    }

    @Test
    void aLongVolumeIsReplacedWhole() {
        Container merged = merged(
                "{image: x, volumes: [{type: tmpfs, target: /x, tmpfs: {mode: 01777}}]}",
                "{volumes: [{type: tmpfs, target: /x, tmpfs: {size: 1m}}]}");
        assertThat(merged.tmpfsMounts()).hasSize(1);
        assertThat(merged.tmpfsMounts().get(0).mode().isAbsent()).isTrue();
    }

    @Test
    void environmentListsAreMergedByName() {
        assertThat(environment(merged("{image: x, environment: ['A=1', 'B=2']}", "{environment: ['B=3', 'C=4']}")))
                .isEqualTo(Map.of("A", "1", "B", "3", "C", "4"));
        assertThat(environment(merged("{image: x, environment: {A: 1, B: 2}}", "{environment: {B: 3}}")))
                .isEqualTo(Map.of("A", "1", "B", "3"));
        assertThat(environment(merged("{image: x, environment: ['A=1', 'A=2']}")))
                .isEqualTo(Map.of("A", "2"));
    }

    @Test
    void anEnvironmentListMergesWithAMapping() {
        assertThat(environment(merged("{image: x, environment: {A: 1, B: 2}}", "{environment: ['B=3', 'C=4']}")))
                .isEqualTo(Map.of("A", "1", "B", "3", "C", "4"));
        assertThat(environment(merged("{image: x, environment: ['A=1', 'B=2']}", "{environment: {B: 3, C: }}")))
                .isEqualTo(Map.of("A", "1", "B", "3", "C", "?"));
    }

    @Test
    void aVariableThatLosesItsValueIsPassedOn() {
        assertThat(environment(merged("{image: x, environment: ['A=1', 'B=2']}", "{environment: ['B=3', 'A']}")))
                .isEqualTo(Map.of("A", "?", "B", "3"));
    }

    @Test
    void commandAndEntrypointAreReplaced() {
        Container merged = merged("{image: x, command: [a, b], entrypoint: e}", "{command: c d, entrypoint: [f]}");
        assertThat(command(merged)).containsExactly("c", "d");
        assertThat(merged.entrypoint().known().orElseThrow().words()).hasToString("[f]");
    }

    @Test
    void scalarsAreReplacedOneByOne() {
        Container merged = merged("{image: x, mem_limit: 1g, memswap_limit: 2g}", "{mem_limit: 512m}");
        assertThat(merged.limit()).contains(ByteSize.mebibytes(512));
        assertThat(merged.memory().swap().known()).contains(SwapLimit.of(ByteSize.mebibytes(2048)));
    }

    @Test
    void nothingReplacesNothing() {
        assertThat(merged("{image: x, mem_limit: 1g}", "{mem_limit: }").limit()).contains(ByteSize.mebibytes(1024));
        assertThat(tmpfs(merged("{image: x, tmpfs: [/a]}", "{tmpfs: }"))).containsExactly("/a");
        assertThat(tmpfs(merged("{image: x, tmpfs: [/a]}", ""))).containsExactly("/a");
    }

    @Test
    void resetTakesAKeyAway() {
        assertThat(tmpfs(merged("{image: x, tmpfs: [/a]}", "{tmpfs: !reset []}")))
                .isEmpty();
        assertThat(merged("{image: x, mem_limit: 1g}", "{mem_limit: !reset null}")
                        .limit())
                .isEmpty();
        assertThat(tmpfs(merged("{image: x, tmpfs: !reset [/a]}"))).isEmpty();
    }

    @Test
    void whatIsResetMayBeSetAgain() {
        assertThat(merged("{image: x, mem_limit: 1g}", "{mem_limit: !reset null}", "{mem_limit: 2g}")
                        .limit())
                .contains(ByteSize.mebibytes(2048));
    }

    @Test
    void aServiceThatIsResetIsGone() {
        List<Container> containers =
                containers("services: {a: {image: x}, b: {image: y}}\n---\nservices: {a: !reset }\n");
        assertThat(containers).hasSize(1);
        assertThat(containers.get(0).name().value()).isEqualTo("b");
    }

    @Test
    void overrideReplacesInsteadOfMerging() {
        assertThat(tmpfs(merged("{image: x, tmpfs: [/a]}", "{tmpfs: !override [/b]}")))
                .containsExactly("/b");
        assertThat(environment(merged("{image: x, environment: {A: 1}}", "{environment: !override {B: 2}}")))
                .isEqualTo(Map.of("B", "2"));
        Container replaced = merged("{image: x, environment: {A: 1}}", "!override {image: y}");
        assertThat(environment(replaced)).isEmpty();
        assertThat(replaced.image().known().orElseThrow().path()).isEqualTo("y");
        assertThat(mounts(merged("{image: x, volumes: ['vol:/x', '/q']}", "{volumes: !override ['/z']}")))
                .containsExactly("volume - /z");
    }

    @Test
    void deployIsMergedDeeply() {
        Container merged = merged(
                "{image: x, deploy: {replicas: 2, resources: {limits: {memory: 1g}}}}",
                "{deploy: {resources: {limits: {cpus: '1'}, reservations: {memory: 5m}}}}");
        assertThat(merged.limit()).contains(ByteSize.mebibytes(1024));
        assertThat(merged.memory().reservation().known()).contains(ByteSize.mebibytes(5));
        assertThat(merged.replicas().known()).contains(2);
    }

    @Test
    void portsAreAppended() {
        assertThat(merged("{image: x, ports: ['80:80', '81:81']}", "{ports: ['80:80', '8080:80']}")
                        .ports())
                .hasSize(3);
    }

    @Test
    void profilesAreAppendedOnce() {
        assertThat(merged("{image: x, profiles: [a]}", "{profiles: [b, a]}").profiles())
                .containsExactly("a", "b");
    }

    @Test
    void driverOptsAreMergedByKey() {
        Container merged = container("""
                services: {a: {image: x, volumes: ['vol:/x']}}
                volumes: {vol: {driver_opts: {type: tmpfs, device: tmpfs, o: size=1m}}}
                ---
                volumes: {vol: {driver_opts: {o: size=2m}}}
                """);
        assertThat(mounts(merged)).containsExactly("tmpfs /x Bytes[size=2m]");
    }

    @Test
    void valuesKeepTheDocumentThatWroteThem() {
        Container merged = merged("{image: x, mem_limit: 1g}", "{memswap_limit: 2g}");
        assertThat(merged.memory().limit().place().start().line()).isEqualTo(1);
        assertThat(merged.memory().swap().place().start().line()).isEqualTo(3);
    }
}

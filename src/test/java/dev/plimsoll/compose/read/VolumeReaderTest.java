package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.mounts;
import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of {@code volumes:}: what docker compose 2.26.1 makes of each. */
class VolumeReaderTest {
    @ParameterizedTest
    @CsvSource({
        "/data, volume - /data",
        "a, volume - a",
        "ab, volume - ab",
        "'::', volume - ::",
        "data:/x, volume data /x",
        "./d:/x, bind ./d /x",
        "../d:/x, bind ../d /x",
        "~/d:/x, bind ~/d /x",
        "~:/x, bind ~ /x",
        ".:/x, bind . /x",
        "/h:/x, bind /h /x",
        "/a b:/x, bind /a b /x",
        "C:\\h:/x, bind C:\\h /x",
        "C:/h:/x, bind C:/h /x",
        "C:\\h:D:\\x, bind C:\\h D:\\x",
        "data:C:\\x, volume data C:\\x",
        "d:\\x:/y, bind d:\\x /y",
        "\\\\srv\\share:/x, bind \\\\srv\\share /x",
        "d:/x, volume - d:/x",
        "d:/x:ro, bind d:/x ro",
        "d:x, volume - d:x",
        "C:\\h, volume - C:\\h",
        "dd:/x, volume dd /x",
        "data:/x:ro, volume data /x ro",
        "data:/x:rw, volume data /x",
        "'data:/x:ro,z', volume data /x ro",
        "'data:/x:z,ro', volume data /x ro",
        "data:/x:bogus, volume data /x",
        "data:/x:nocopy, volume data /x",
        "'./d:/x:rw,ro', bind ./d /x ro",
        "data:x, volume data x",
    })
    void shortForm(String written, String mount) {
        assertThat(mounts(service("volumes:", "  - '" + written + "'"))).containsExactly(mount);
    }

    @Test
    void longForm() {
        assertThat(mounts(service(
                        "volumes:",
                        "  - {type: volume, target: /a}",
                        "  - {type: volume, source: data, target: /b, read_only: yes}",
                        "  - {type: bind, source: ./c, target: /c, read_only: \"on\"}",
                        "  - {type: bind, source: ./c, target: /d, read_only: n}",
                        "  - {type: npipe, source: '\\\\.\\pipe', target: /e}",
                        "  - {type: tmpfs, target: /f}",
                        "  - {type: bind, target: /g}")))
                .containsExactly(
                        "volume - /a",
                        "volume data /b ro",
                        "bind ./c /c ro",
                        "bind ./c /d",
                        "npipe /e",
                        "tmpfs /f -",
                        "bind /g");
    }

    @Test
    void whatComposeRefusesIsAMountOfWhichNothingIsKnown() {
        assertThat(mounts(service("volumes: [[a], {target: /a}, {type: volume}]")))
                .containsExactly(
                        "volume ?[a] ?[a]",
                        "volume ?{target: /a} ?{target: /a}",
                        "volume ?{type: volume} ?{type: volume}");
        assertThat(mounts(service("volumes: {a: b}"))).containsExactly("volume ?{a: b} ?{a: b}");
        assertThat(mounts(service("volumes: ['data:/b:ro:z', 'data::ro']")))
                .containsExactly("volume ?'data:/b:ro:z' ?'data:/b:ro:z'", "volume ?'data::ro' ?'data::ro'");
    }

    @Test
    void targetIsCleanedForComparison() {
        Container container = service("volumes: ['data:/x/../y/', '/x/']");
        assertThat(container.mounts())
                .extracting(mount -> mount.path().orElseThrow().value())
                .containsExactly("/y", "/x");
    }

    @Test
    void partsKnowTheirPlaces() {
        Mount mount = service("volumes: [\"data:/x:ro\"]").mounts().get(0);
        assertThat(mount.target().at().text()).isEqualTo("/x");
    }

    @Test
    void variablesStayUnknownUnlessTheyHaveADefault() {
        assertThat(mounts(service("volumes: ['${SRC}:/x', '${SRC:-./d}:${DST:-/y}', 'data:${DST}']")))
                .containsExactly("volume ?${SRC} /x", "bind ./d /y", "volume data ?${DST}");
    }

    private static VolumeMount volume(String settings) {
        return (VolumeMount) service("volumes: [{type: volume, target: /x, " + settings + "}]")
                .mounts()
                .get(0);
    }

    private static BindMount bind(String settings) {
        return (BindMount) service("volumes: [{type: bind, source: ./s, target: /x, " + settings + "}]")
                .mounts()
                .get(0);
    }

    @Test
    void aDirectoryOfAVolumeMayBeMounted() {
        assertThat(volume("source: v, volume: {subpath: a/b}")
                        .subpath()
                        .orElseThrow()
                        .known())
                .contains("a/b");
        assertThat(volume("source: v, volume: {nocopy: true}").subpath()).isEmpty();
        assertThat(volume("source: v").subpath()).isEmpty();
    }

    @Test
    void aBindMayBePropagated() {
        Located<String> propagation =
                bind("bind: {propagation: rshared}").options().get(0);
        assertThat(propagation.value()).isEqualTo("rshared");
        assertThat(propagation.at().text()).isEqualTo("rshared");
        assertThat(bind("bind: {propagation: '${P}'}").options()).isEmpty();
        assertThat(bind("bind: {create_host_path: true}").options()).isEmpty();
        assertThat(bind("read_only: true").options()).isEmpty();
    }

    @Test
    void tellsWhatAMountDoesNotTake() {
        assertThat(volume("source: v, tmpfs: {size: 1m}, volume: {nocopy: true}")
                        .foreign())
                .extracting(setting -> setting.value() + " " + setting.at().text())
                .containsExactly("tmpfs.size size");
        assertThat(bind("volume: {nocopy: true}, bind: {propagation: shared}").foreign())
                .extracting(setting -> setting.value())
                .containsExactly("volume.nocopy");
    }
}

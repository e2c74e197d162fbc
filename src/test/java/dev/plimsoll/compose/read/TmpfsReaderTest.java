package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.container;
import static dev.plimsoll.compose.ComposeFixture.mounts;
import static dev.plimsoll.compose.ComposeFixture.service;
import static dev.plimsoll.compose.ComposeFixture.tmpfs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TmpfsReaderTest {
    private static TmpfsMount shortForm(String written) {
        return tmpfs(service("tmpfs: '" + written + "'"));
    }

    private static TmpfsMount longForm(String options) {
        return tmpfs(service("volumes:", "  - type: tmpfs", "    target: /x", "    tmpfs: " + options));
    }

    private static TmpfsMount volume(String driverOpts) {
        return tmpfs(container(
                "services: {a: {image: x, volumes: ['vol:/x']}}\nvolumes: {vol: {driver_opts: " + driverOpts + "}}\n"));
    }

    @Test
    void shortFormIsCutAtTheFirstColon() {
        TmpfsMount mount = shortForm("/a:size=64m,mode=1777,noexec");
        assertThat(mount.declaration()).isEqualTo(TmpfsMount.Declaration.SHORT);
        assertThat(mount.target().value().known()).contains("/a");
        assertThat(mount.bytes()).contains(ByteSize.mebibytes(64));
        assertThat(mount.mode().known()).contains(new FileMode(01777, FileMode.Notation.OCTAL));
        assertThat(mount.options())
                .extracting(option -> option.value().key())
                .containsExactly("size", "mode", "noexec");
        assertThat(mount.size().place().text()).isEqualTo("size=64m");
        assertThat(mount.options().get(2).at().text()).isEqualTo("noexec");
        assertThat(mount.isOwn()).isTrue();
    }

    @Test
    void thePathIsNotCleanedButCompared() {
        TmpfsMount mount = shortForm("/a/../b/");
        assertThat(mount.target().value().known()).contains("/a/../b/");
        assertThat(mount.path().orElseThrow().value()).isEqualTo("/b");
        assertThat(mount.isUnbounded()).isTrue();
    }

    @Test
    void theLastOptionOfAKindCounts() {
        TmpfsMount mount = shortForm("/a:size=1m,ro,size=2m,rw");
        assertThat(mount.bytes()).contains(ByteSize.mebibytes(2));
        assertThat(mount.readOnly()).isFalse();
        assertThat(shortForm("/a:rw,ro").readOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"64mb", "1.5g", "-1", "abc", ""})
    void aSizeThatTheKernelRefusesIsInvalid(String size) {
        TmpfsMount mount = shortForm("/a:size=" + size);
        assertThat(((Field.Present<TmpfsSize>) mount.size()).value().value()).isInstanceOf(Value.Invalid.class);
        assertThat(mount.isUnbounded()).isFalse();
    }

    @Test
    void sizesThatAreNoBytes() {
        assertThat(shortForm("/a:size=0").size().known()).contains(TmpfsSize.UNLIMITED);
        assertThat(shortForm("/a:size=50%").size().known()).contains(new TmpfsSize.HostPercent(50));
        assertThat(shortForm("/a:size").size().isAbsent()).isTrue();
        assertThat(shortForm("/a:nr_blocks=5").size().isAbsent()).isFalse();
        assertThat(shortForm("/a:nr_blocks=5").isUnbounded()).isFalse();
    }

    @Test
    void emptyOptionsAreKept() {
        assertThat(shortForm("/a:size=1m,").options()).hasSize(2);
        assertThat(shortForm("/a:").options()).hasSize(1);
        assertThat(shortForm("/a").options()).isEmpty();
    }

    @Test
    void variablesInASize() {
        assertThat(shortForm("/a:size=${S:-64m}").bytes()).contains(ByteSize.mebibytes(64));
        assertThat(shortForm("/a:size=${S}").size().isPresent()).isTrue();
        assertThat(shortForm("/a:size=${S}").size().known()).isEmpty();
        assertThat(shortForm("/a${S}").size().isAbsent()).isFalse();
        assertThat(shortForm("/a:${S}").isUnbounded()).isFalse();
        assertThat(shortForm("/a:mode=${M}").isUnbounded()).isTrue();
        assertThat(shortForm("${P:-/a}").isUnbounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "01777, 1777, OCTAL",
        "0o1777, 1777, OCTAL",
        "0755, 755, OCTAL",
        "1777, 3361, DECIMAL",
        "755, 1363, DECIMAL",
        "0, 0, OCTAL",
        "'\"1777\"', 1777, QUOTED",
        "'\"0o755\"', 755, QUOTED",
        "'\"${MODE:-0700}\"', 700, QUOTED",
    })
    void longFormTakesNumbersAsYamlDoes(String written, String octal, FileMode.Notation notation) {
        FileMode mode = longForm("{mode: " + written + "}").mode().known().orElseThrow();
        assertThat(mode.octal()).isEqualTo(octal);
        assertThat(mode.notation()).isEqualTo(notation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1999'", "'0o'", "\"${MODE}\"", "'77777777777777'", "rwx", "-1", "99999999999", "1.5"})
    void longFormRefusesOtherModes(String written) {
        assertThat(longForm("{mode: " + written + "}").mode().known()).isEmpty();
        assertThat(longForm("{mode: " + written + "}").mode().isPresent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"64mb, 67108864", "'\"64 m\"', 67108864", "1000, 1000", "0x10, 16", "'\"${S:-1g}\"', 1073741824"})
    void longFormTakesDockersSizes(String written, long bytes) {
        assertThat(longForm("{size: " + written + "}").bytes()).contains(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "1.5", "-1", "abc", "true"})
    void longFormRefusesOtherSizes(String written) {
        TmpfsMount mount = longForm("{size: " + written + "}");
        assertThat(mount.size().isPresent()).isTrue();
        assertThat(mount.size().known()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{size: 0}", "{size: \"0m\"}", "{size: }", "{}", "", "{mode: 0700}"})
    void longFormWithoutASizeIsUnbounded(String options) {
        assertThat(longForm(options).isUnbounded()).isTrue();
    }

    @Test
    void longFormMayBeReadOnly() {
        TmpfsMount mount = tmpfs(service("volumes: [{type: tmpfs, target: /t/../u/, read_only: true}]"));
        assertThat(mount.readOnly()).isTrue();
        assertThat(mount.isUnbounded()).isFalse();
        assertThat(mount.path().orElseThrow().value()).isEqualTo("/u");
    }

    @Test
    void aVolumeOfTheLocalDriverMayBeATmpfs() {
        TmpfsMount mount = volume("{type: tmpfs, device: tmpfs, o: 'size=1m,mode=0700'}");
        assertThat(mount.declaration()).isEqualTo(TmpfsMount.Declaration.VOLUME);
        assertThat(mount.bytes()).contains(ByteSize.mebibytes(1));
        assertThat(mount.mode().known().orElseThrow().octal()).isEqualTo("700");
        assertThat(mount.isOwn()).isFalse();
        assertThat(mount.volume().orElseThrow().name()).isEqualTo("vol");
        assertThat(mount.size().place().text()).isEqualTo("size=1m");
    }

    @Test
    void aVolumeWithoutOptionsIsUnbounded() {
        assertThat(volume("{type: tmpfs, device: tmpfs}").isUnbounded()).isTrue();
        assertThat(volume("{type: tmpfs, device: tmpfs, o: uid=5}").isUnbounded())
                .isTrue();
    }

    @Test
    void otherVolumesAreNoTmpfs() {
        for (String options : List.of(
                "{driver_opts: {type: nfs, device: ':/x'}}",
                "{driver: other, driver_opts: {type: tmpfs, device: tmpfs}}",
                "{external: true, driver_opts: {type: tmpfs}}",
                "{driver_opts: {type: '${T}'}}",
                "{}",
                "")) {
            assertThat(mounts(container(
                            "services: {a: {image: x, volumes: ['vol:/x']}}\nvolumes: {vol: " + options + "}\n")))
                    .as(options)
                    .containsExactly("volume vol /x");
        }
    }

    @Test
    void anEmptyItemIsNoMount() {
        assertThat(mounts(service("tmpfs:", "  - /a", "  -"))).containsExactly("tmpfs /a -");
        assertThat(mounts(service("tmpfs:", "  - ~"))).isEmpty();
    }

    /** A whole float is a number to Docker, and so is what begins with a zero and is not octal. */
    @ParameterizedTest
    @CsvSource({
        "0899, 899",
        "0_899, 899",
        "511.0, 511",
        "1e2, 100",
        "2147483647.0, 2147483647",
        "0.0, 0",
        "2147483647, 2147483647",
        "999, 999",
        "100, 100"
    })
    void longFormTakesWholeFloatsForAMode(String written, int bits) {
        assertThat(longForm("{mode: " + written + "}").mode().known())
                .contains(new FileMode(bits, FileMode.Notation.DECIMAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "-1.0", "2147483648.0", ".inf", ".nan", "2147483648", "true"})
    void longFormTakesNoOtherNumbers(String written) {
        Field<FileMode> mode = longForm("{mode: " + written + "}").mode();
        assertThat(mode.isPresent()).isTrue();
        assertThat(mode.known()).isEmpty();
    }

    @Test
    void whatIsNoScalarIsNotKnown() {
        assertThat(longForm("{mode: [1]}").mode()).isInstanceOf(Field.Unknown.class);
        assertThat(longForm("{mode: }").mode().isAbsent()).isTrue();
        assertThat(longForm("{size: 1m}").mode().isAbsent()).isTrue();
        assertThat(longForm("{size: [1]}").size()).isInstanceOf(Field.Unknown.class);
        assertThat(longForm("[size]").size()).isInstanceOf(Field.Unknown.class);
        assertThat(longForm("!reset null").size().isAbsent()).isTrue();
        assertThat(tmpfs(service("volumes: [{type: tmpfs, target: /t}]")).mode().isAbsent())
                .isTrue();
    }

    @Test
    void aPathMayBeMissing() {
        TmpfsMount mount = shortForm(":size=1m");
        assertThat(mount.target().value().known()).contains("");
        assertThat(mount.bytes()).contains(ByteSize.mebibytes(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    source: x;                               source
                    bind: {propagation: shared};             bind.propagation
                    volume: {nocopy: true, subpath: x};      volume.nocopy volume.subpath
                    image: {subpath: x}, source: y;          source image.subpath
                    cluster: {};                             ''
                    bind: ;                                  ''
                    bind: x;                                 bind
                    tmpfs: {size: 1m};                       ''
                    """)
    void tellsWhatATmpfsDoesNotTake(String settings, String told) {
        TmpfsMount mount = tmpfs(service("volumes: [{type: tmpfs, target: /t, " + settings + "}]"));
        assertThat(mount.foreign())
                .extracting(setting -> setting.value())
                .isEqualTo(List.of(told.split(" ", -1)).stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}

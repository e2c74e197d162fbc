package dev.plimsoll.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    private static SourceFile read(byte[] bytes) throws UnreadableSourceException, IOException {
        return SourceReader.read(new ByteArrayInputStream(bytes), "compose.yaml");
    }

    private static UnreadableSourceException refused(byte[] bytes) {
        return catchThrowableOfType(UnreadableSourceException.class, () -> read(bytes));
    }

    @Test
    void readsUtf8() throws Exception {
        assertThat(read("a: 界😀é\r\n".getBytes(UTF_8)).text()).isEqualTo("a: 界😀é\r\n");
    }

    @Test
    void readsAnEmptyFile() throws Exception {
        assertThat(read(new byte[0]).text()).isEmpty();
    }

    @Test
    void takesTheByteOrderMarkOff() throws Exception {
        SourceFile file = read("\uFEFFa".getBytes(UTF_8));
        assertThat(file.text()).isEqualTo("a");
        assertThat(file.hasByteOrderMark()).isTrue();
    }

    @Test
    void aWrittenReplacementCharacterIsText() throws Exception {
        assertThat(read("a\uFFFDb".getBytes(UTF_8)).text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void pointsAtTheFirstLatin1Letter() {
        UnreadableSourceException e = refused("# ok\nname: caf\u00e9 x\n".getBytes(ISO_8859_1));
        assertThat(e).hasMessage("is not UTF-8 from here on");
        assertThat(e.at().start()).isEqualTo(new Position(2, 10));
        assertThat(e.at().span().isEmpty()).isTrue();
    }

    @Test
    void columnsOfAMistakeCountUnitsOfWhatWasReadBeforeIt() {
        byte[] good = "\uFEFF界😀".getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(good, good.length + 1);
        bytes[good.length] = (byte) 0xC3;
        // a cut-off character at the end
        UnreadableSourceException e = refused(bytes);
        assertThat(e.at().start()).isEqualTo(new Position(1, 4));
    }

    @Test
    void aWrittenReplacementCharacterBeforeAMistakeIsNotTheMistake() {
        UnreadableSourceException e = refused(new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD, 'a', (byte) 0xFF});
        assertThat(e.at().start()).isEqualTo(new Position(1, 3));
    }

    @Test
    void tellsUtf16ByItsMark() {
        assertThat(refused("\uFEFFa".getBytes(UTF_16LE))).hasMessage("is UTF-16; save it as UTF-8");
        assertThat(refused("\uFEFFa".getBytes(UTF_16BE))).hasMessage("is UTF-16; save it as UTF-8");
    }

    @Property(seed = "20261121")
    void anyBytesAreTextOrRefusedWithAPlace(@ForAll @Size(max = 40) byte[] bytes) throws IOException {
        try {
            SourceFile file = read(bytes);
            String whole = (file.hasByteOrderMark() ? "\uFEFF" : "") + file.text();
            assertThat(whole.getBytes(UTF_8)).isEqualTo(bytes);
        } catch (UnreadableSourceException e) {
            assertThat(e.at().span().end()).isEqualTo(e.at().file().text().length());
        }
    }

    @Test
    void refusesMoreThanTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) ' ');
                return length;
            }
        };
        UnreadableSourceException e =
                catchThrowableOfType(UnreadableSourceException.class, () -> SourceReader.read(endless, "compose.yaml"));
        assertThat(e).hasMessage("is larger than 16 MiB, which no Compose file is");
    }

    @Test
    void readsAsMuchAsTheLimit() throws Exception {
        byte[] bytes = new byte[SourceReader.MAX_BYTES];
        Arrays.fill(bytes, (byte) '#');
        assertThat(read(bytes).text()).hasSize(SourceReader.MAX_BYTES);
    }

    @Test
    void readsAFileFromDisk(@TempDir Path directory) throws Exception {
        Path path = Files.writeString(directory.resolve("compose.yaml"), "a: 1\n");
        SourceFile file = SourceReader.read(path.toFile(), "shown/compose.yaml");
        assertThat(file.text()).isEqualTo("a: 1\n");
        assertThat(file.path()).isEqualTo("shown/compose.yaml");
    }

    @Test
    void saysThatAFileIsMissing(@TempDir Path directory) {
        assertThat(refusedFile(directory.resolve("none.yaml"))).hasMessage("no such file or directory");
    }

    @Test
    void saysThatADirectoryIsNoFile(@TempDir Path directory) {
        assertThat(refusedFile(directory)).hasMessage("is a directory");
    }

    @Test
    @EnabledIf("permissionsHold")
    void saysThatAFileMayNotBeRead(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("compose.yaml"), "a: 1\n");
        assertThat(path.toFile().setReadable(false)).isTrue();
        assertThat(refusedFile(path)).hasMessage("permission denied");
    }

    /** Permissions say nothing to root, nor on Windows. */
    static boolean permissionsHold() {
        return !System.getProperty("user.name").equals("root")
                && !System.getProperty("os.name").startsWith("Windows");
    }

    private static UnreadableSourceException refusedFile(Path path) {
        UnreadableSourceException e = catchThrowableOfType(
                UnreadableSourceException.class, () -> SourceReader.read(path.toFile(), "compose.yaml"));
        assertThat(e.at().file().path()).isEqualTo("compose.yaml");
        assertThat(e.at().start()).isEqualTo(new Position(1, 1));
        return e;
    }
}

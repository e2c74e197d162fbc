package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    @TempDir
    Path directory;

    private File file(String path) {
        return new File(directory.toFile(), path);
    }

    private FileView over(String path, String text) {
        return new Overlay(FileView.DISK, Map.of(file(path), text));
    }

    @Test
    void aTextStandsForAFileThatIsThere() throws IOException, UnreadableSourceException {
        Path saved = Files.writeString(directory.resolve("a.yaml"), "saved");
        FileView view = over("a.yaml", "unsaved");
        SourceFile read = view.read(file("a.yaml"), "shown/a.yaml", false);
        assertThat(read.text()).isEqualTo("unsaved");
        assertThat(read.path()).isEqualTo("shown/a.yaml");
        assertThat(read.isWithheld()).isFalse();
        assertThat(view.isFile(file("a.yaml"))).isTrue();
        assertThat(saved).hasContent("saved");
    }

    @Test
    void aTextStandsForAFileThatIsNotThereYet() throws UnreadableSourceException {
        FileView view = over("new/b.yaml", "unsaved");
        assertThat(view.isFile(file("new/b.yaml"))).isTrue();
        assertThat(view.exists(file("new/b.yaml"))).isTrue();
        assertThat(view.isDirectory(file("new/b.yaml"))).isFalse();
        assertThat(view.read(file("new/b.yaml"), "b", false).text()).isEqualTo("unsaved");
        assertThat(file("new")).doesNotExist();
    }

    @Test
    void otherFilesAreThoseBelow() throws IOException, UnreadableSourceException {
        Files.writeString(directory.resolve("a.yaml"), "saved");
        FileView view = over("b.yaml", "unsaved");
        assertThat(view.read(file("a.yaml"), "a", true).text()).isEqualTo("saved");
        assertThat(view.read(file("a.yaml"), "a", true).isWithheld()).isTrue();
        assertThat(view.isDirectory(directory.toFile())).isTrue();
        assertThat(view.exists(file("c.yaml"))).isFalse();
        assertThatThrownBy(() -> view.read(file("c.yaml"), "c", false)).hasMessage("no such file or directory");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links want a privilege there")
    void aFileIsKnownByAnyPathThatLeadsToIt() throws IOException, UnreadableSourceException {
        Files.writeString(directory.resolve("a.yaml"), "saved");
        Files.createDirectory(directory.resolve("sub"));
        Files.createSymbolicLink(directory.resolve("link.yaml"), directory.resolve("a.yaml"));
        FileView view = over("a.yaml", "unsaved");
        assertThat(view.read(file("link.yaml"), "x", false).text()).isEqualTo("unsaved");
        assertThat(view.read(file("sub/../a.yaml"), "x", false).text()).isEqualTo("unsaved");
        FileView opened = over("link.yaml", "by the link");
        assertThat(opened.read(file("a.yaml"), "x", false).text()).isEqualTo("by the link");
    }

    @Test
    void overlaysLieOverEachOther() throws UnreadableSourceException {
        FileView view = new Overlay(over("a.yaml", "below"), Map.of(file("b.yaml"), "above"));
        assertThat(view.read(file("a.yaml"), "a", false).text()).isEqualTo("below");
        assertThat(view.read(file("b.yaml"), "b", false).text()).isEqualTo("above");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws UnreadableSourceException {
        SourceFile read = over("a.yaml", "\uFEFFtext").read(file("a.yaml"), "a", false);
        assertThat(read.text()).isEqualTo("text");
        assertThat(read.hasByteOrderMark()).isTrue();
    }

    @Test
    void tooMuchIsTooMuchHereToo() throws UnreadableSourceException {
        FileView most = over("a.yaml", "x".repeat(SourceReader.MAX_BYTES));
        assertThat(most.read(file("a.yaml"), "a", false).text()).hasSize(SourceReader.MAX_BYTES);
        FileView more = over("a.yaml", "x".repeat(SourceReader.MAX_BYTES + 1));
        assertThatThrownBy(() -> more.read(file("a.yaml"), "a", false)).hasMessageContaining("16 MiB");
    }

    /** An unsaved text makes no file readable or quotable that would not be so on disk. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its system has no files of this kind")
    void trustIsThatOfThePath() throws IOException, UnreadableSourceException {
        Path project = Files.createDirectory(directory.resolve("project"));
        File outside = file("outside/other.yaml");
        File inside = file("project/compose.yaml");
        File system = new File("/proc/self/plimsoll.yaml");
        TrustBoundary boundary = new TrustBoundary(
                project.toFile(),
                new Overlay(FileView.DISK, Map.of(outside, "secret", inside, "own", system, "state")));
        assertThat(boundary.isFile(inside)).isTrue();
        assertThat(boundary.read(inside, "compose.yaml").isWithheld()).isFalse();
        assertThat(boundary.isFile(outside)).isTrue();
        assertThat(boundary.read(outside, "../outside/other.yaml").isWithheld()).isTrue();
        assertThat(boundary.view().isFile(system)).isTrue();
        assertThat(boundary.isFile(system)).isFalse();
        assertThatThrownBy(() -> boundary.read(system, "x")).hasMessageContaining("files of the system");
    }
}

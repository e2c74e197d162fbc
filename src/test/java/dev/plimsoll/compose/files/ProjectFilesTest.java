package dev.plimsoll.compose.files;

import static dev.plimsoll.compose.ProjectFixture.DIRECTORY;
import static dev.plimsoll.compose.ProjectFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.compose.ProjectFixture;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a project: which may be read, which may be shown, and from where paths in them count. */
class ProjectFilesTest {
    private static ProjectFiles files() {
        return ProjectFixture.of("services: {}")
                .with("a/b.yaml", "a: b")
                .with("../out.yaml", "secret: x")
                .files();
    }

    @Test
    void aFileIsReadOnceUnderItsShownName() throws UnreadableSourceException {
        ProjectFiles files = files();
        SourceFile read = files.read(file("a/b.yaml"));
        assertThat(read.path()).isEqualTo("a/b.yaml");
        assertThat(read.text()).isEqualTo("a: b");
        assertThat(files.read(file("a/b.yaml"))).isSameAs(read);
        assertThat(files.sources()).containsOnlyKeys(file("a/b.yaml"));
        assertThat(files.opened()).containsExactly("a/b.yaml");
    }

    @Test
    void aTextThatIsGivenStandsForItsFile() throws UnreadableSourceException {
        ProjectFiles files = files();
        SourceFile given = new SourceFile("<stdin>", "x");
        files.put(file("gone.yaml"), given);
        assertThat(files.opened()).as("nobody asked for it").isEmpty();
        assertThat(files.isFile(file("gone.yaml"))).isTrue();
        assertThat(files.isThere(file("gone.yaml"))).isTrue();
        assertThat(files.isOwnFile(file("gone.yaml"))).isTrue();
        assertThat(files.isPart(file("gone.yaml"))).isFalse();
        assertThat(files.read(file("gone.yaml"))).isSameAs(given);
        assertThat(files.opened()).containsExactly("<stdin>");
    }

    @Test
    void aPartOfAFileHasThePlacesOfTheWhole() throws Exception {
        SourceFile outer = new SourceFile("README.md", "# x\n> a: b\n");
        ProjectFiles files = files();
        files.put(file("README.md"), new Location(outer, new Span(4, 11)), "  a: b\n", false);
        assertThat(files.isPart(file("README.md"))).isTrue();
        assertThat(files.isPart(file("compose.yaml"))).isFalse();
        List<YamlNode> documents = files.parse(file("README.md"));
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).location().file()).isSameAs(outer);
        assertThat(documents.get(0).location().start().line()).isEqualTo(2);
        assertThat(files.parse(file("a/b.yaml"))).hasSize(1);
    }

    @Test
    void whatLiesOutsideIsReadAndNotShown() throws UnreadableSourceException {
        ProjectFiles files = files();
        assertThat(files.isFile(file("../out.yaml"))).isTrue();
        assertThat(files.isThere(file("../out.yaml"))).isTrue();
        assertThat(files.isOwnFile(file("../out.yaml"))).isFalse();
        assertThat(files.isOwn(file("../out.yaml"))).isFalse();
        assertThat(files.isOwnFile(file("compose.yaml"))).isTrue();
        assertThat(files.isOwnFile(file("gone.yaml"))).isFalse();
        assertThat(files.isOwn(file("gone.yaml"))).isTrue();
        files.read(file("compose.yaml"));
        assertThat(files.anyWithheld()).isFalse();
        assertThat(files.read(file("../out.yaml")).isWithheld()).isTrue();
        assertThat(files.anyWithheld()).isTrue();
        assertThat(files.isOwnFile(file("../out.yaml"))).isFalse();
    }

    @Test
    void whatIsNotThereIsNotRead() {
        ProjectFiles files = files();
        assertThat(files.isFile(file("gone.yaml"))).isFalse();
        assertThat(files.isThere(file("gone.yaml"))).isFalse();
        assertThatThrownBy(() -> files.read(file("gone.yaml"))).isInstanceOf(UnreadableSourceException.class);
        assertThat(files.whyMissing(file("gone.yaml"))).isEqualTo("does not exist");
        assertThat(files.whyMissing(new File("").getAbsoluteFile()))
                .as("a directory is no file")
                .isEqualTo("does not exist");
        assertThat(files.whyMissing(file("compose.yaml")))
                .isEqualTo("is not read: it is not a regular file of a project");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no such directory there")
    void filesOfTheSystemAreNotRead() {
        ProjectFiles files = files();
        File system = new File("/proc/no-such-file");
        assertThat(files.isRefused(system)).isTrue();
        assertThat(files.isRefused(file("compose.yaml"))).isFalse();
        assertThat(files.whyMissing(system)).startsWith("is not read");
    }

    @Test
    void pathsCountFromTheDirectoryThatWasSaidFirst() {
        ProjectFiles files = files();
        SourceFile source = new SourceFile(file("x/y.yaml").getPath(), "");
        assertThat(files.directoryOf(source)).isEqualTo(file("x"));
        files.setDirectory(source, file("z"));
        files.setDirectory(source, file("w"));
        assertThat(files.directoryOf(source)).isEqualTo(file("z"));
        assertThat(ProjectFiles.resolve(file("a/b.yaml"), "../c")).isEqualTo(file("c"));
        assertThat(ProjectFiles.resolve(file("a/b.yaml"), file("d").getPath())).isEqualTo(file("d"));
    }

    @ParameterizedTest
    @CsvSource({
        "data, ./a/data",
        "./data/, ./a/data",
        ".., ./",
        "../x, ./x",
        "../../x, ../x",
        "~/x, ~/x",
        "~, ~",
        "\\\\server\\x, \\\\server\\x",
        "C:/x, C:/x",
        "C:, C:",
        "c, ./a/c",
    })
    void pathsOfTheHostAreShownFromTheProject(String written, String shown) {
        ProjectFiles files = files();
        SourceFile source = new SourceFile("a/b.yaml", "");
        files.setDirectory(source, file("a"));
        files.setProjectDirectory(DIRECTORY);
        assertThat(files.fromProject(source, written)).isEqualTo(shown);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths begin with a drive there")
    void absolutePathsStay() {
        ProjectFiles files = files();
        SourceFile source = new SourceFile("a/b.yaml", "");
        files.setDirectory(source, file("a"));
        assertThat(files.fromProject(source, "/var//lib/../x")).isEqualTo("/var//lib/../x");
        assertThat(files.fromProject(source, "../x"))
                .as("without a project there is nothing to count from")
                .isEqualTo(file("x").getPath());
    }
}

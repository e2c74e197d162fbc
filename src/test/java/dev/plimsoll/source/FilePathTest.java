package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {
    private static final File HERE = new File("/home/me").getAbsoluteFile();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "/a/../b",
                "/a/./b",
                "/../a",
                "/a/..",
                "a/../../b",
                "..",
                "../..",
                ".",
                "",
                "a/.",
                "./a",
                "//a//b/",
                "a/b/../c/..",
            })
    void cleansAsTheJdkDoes(String path) {
        assertThat(FilePath.clean(new File(path)))
                .isEqualTo(new File(path).toPath().normalize().toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "/home/me/a.yaml, a.yaml",
        "/home/me, ''",
        "/home/me/./x/../a, a",
        "/home/you/a, ../you/a",
        "/, ../..",
        "/home/mental, ../mental"
    })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "roots there have a drive")
    void leadsFromADirectoryToAFile(String file, String relative) {
        assertThat(FilePath.relative(HERE, new File(file))).isEqualTo(relative);
        assertThat(FilePath.isBelow(HERE, new File(file))).isEqualTo(!relative.startsWith(".."));
        Path jdk = HERE.toPath().relativize(Path.of(file).normalize());
        assertThat(relative).isEqualTo(jdk.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "/x/\uD800/y", "\uDC00"})
    void whatCannotBeMadeIsNotThere(String path) {
        File file = FilePath.clean(FilePath.resolve(HERE, path));
        assertThat(FilePath.isPossible(file)).isFalse();
        assertThat(FilePath.isFile(file)).isFalse();
        assertThat(FilePath.isLink(file)).isFalse();
        assertThat(FilePath.relative(HERE, file)).isNotEmpty();
        assertThatThrownBy(() -> FilePath.toPath(file)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> SourceReader.read(file, "x"))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("no such file or directory");
    }

    @Test
    void aNameThatIsTooLongIsNotThere() {
        File file = FilePath.resolve(HERE, "x".repeat(5000));
        assertThat(FilePath.isFile(file)).isFalse();
        assertThatThrownBy(() -> SourceReader.read(file, "x")).hasMessage("no such file or directory");
    }

    @Test
    void plainNamesAreFine() {
        assertThat(FilePath.isPossible(new File("compose.yaml"))).isTrue();
        assertThat(FilePath.isFile(new File("pom.xml").getAbsoluteFile())).isTrue();
    }
}

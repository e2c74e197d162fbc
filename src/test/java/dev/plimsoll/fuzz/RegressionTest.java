package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What once went wrong, as small as it could be made: each folder of {@code testdata/fuzz} is what a failure left. */
class RegressionTest {
    private static final Path FOLDERS = Path.of("testdata", "fuzz");
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> nothingGoesWrongAgain() throws IOException {
        List<Path> folders;
        try (Stream<Path> listed = Files.list(FOLDERS)) {
            folders = listed.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(folders).isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(
                        String.valueOf(folder.getFileName()),
                        () -> assertTimeoutPreemptively(DEADLINE, () -> Everything.of(Input.saved(folder)))));
    }

    @Test
    void whatIsSavedIsReadAgain() throws IOException {
        Input files = Input.of("shell", "a/b.sh", "x\0\uDCFF").with("c", "é\uD83D\uDE00\r\n");
        files.save(directory.resolve("files"));
        Input read = Input.saved(directory.resolve("files"));
        assertThat(read.files()).isEqualTo(files.files());
        assertThat(read.args()).isEqualTo(files.args());
        Input words = Input.ofWords(List.of("docker", "run", "", " \n\\u", "\uD800é"));
        Files.createDirectories(directory.resolve("words"));
        words.save(directory.resolve("words"));
        assertThat(Input.saved(directory.resolve("words")).words()).isEqualTo(words.words());
    }
}

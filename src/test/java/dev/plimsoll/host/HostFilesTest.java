package dev.plimsoll.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The files of testdata/hosts and what expected.tsv says is in them: file, kind, place, and the words of the command with
 * {@code ?} for an unknown part and {@code *} behind what may be several words, or {@code compose} and where it ends.
 */
class HostFilesTest {
    private static final Path FOLDER = Path.of("testdata/hosts");
    private static final Path EXPECTED = FOLDER.resolve("expected.tsv");

    private static List<Path> files() throws IOException {
        try (Stream<Path> walked = Files.walk(FOLDER)) {
            return walked.filter(path -> Files.isRegularFile(path) && !path.equals(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return FOLDER.relativize(path).toString().replace('\\', '/');
    }

    @TestFactory
    Stream<DynamicTest> filesHoldWhatIsExpected() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        for (String row : Files.readAllLines(EXPECTED)) {
            expected.computeIfAbsent(row.substring(0, row.indexOf('\t')), file -> new ArrayList<>())
                    .add(row);
        }
        return files().stream()
                .map(path ->
                        DynamicTest.dynamicTest(name(path), () -> assertThat(rows(name(path), Files.readString(path)))
                                .isEqualTo(expected.get(name(path)))));
    }

    @TestFactory
    Stream<DynamicTest> lineBreaksAndByteOrderMarkMoveNothing() throws IOException {
        return files().stream()
                .map(path -> DynamicTest.dynamicTest(name(path), () -> {
                    String text = Files.readString(path).replace("\r\n", "\n");
                    List<String> plain = rows(name(path), text);
                    assertThat(plain).isNotEmpty();
                    assertThat(rows(name(path), "\uFEFF" + text)).isEqualTo(plain);
                    assertThat(rows(name(path), text.replace("\n", "\r\n"))).isEqualTo(plain);
                }));
    }

    @Test
    void everyExpectationHasItsFile() throws IOException {
        List<String> names = files().stream().map(HostFilesTest::name).toList();
        for (String row : Files.readAllLines(EXPECTED)) {
            assertThat(names).contains(row.substring(0, row.indexOf('\t')));
        }
    }

    private static List<String> rows(String name, String text) {
        SourceFile file = new SourceFile(name, text);
        HostKind kind = HostKind.of(file);
        Embedded embedded = Hosts.read(file, kind);
        List<String> rows = new ArrayList<>();
        for (ShellCommand command : embedded.commands()) {
            rows.add(row(file, kind, command.at().start(), words(command)));
        }
        for (DockerfileText dockerfile : embedded.dockerfiles()) {
            Location at = dockerfile.content().location();
            String shown = dockerfile.content().value().replace("\r\n", "\n").strip();
            rows.add(row(
                    file,
                    kind,
                    at.start(),
                    (dockerfile.podman() ? "containerfile" : "dockerfile") + " to "
                            + at.end().line() + ": "
                            + shown.substring(shown.lastIndexOf('\n') + 1).replace(Text.UNKNOWN, '?')));
        }
        for (ComposeDocument document : embedded.composeDocuments()) {
            Position end = document.at().end();
            rows.add(row(file, kind, document.at().start(), "compose to " + end.line() + ":" + end.column()));
        }
        return rows;
    }

    private static String row(SourceFile file, HostKind kind, Position at, String what) {
        return file.path() + "\t" + kind + "\t" + at.line() + ":" + at.column() + "\t" + what;
    }

    private static String words(ShellCommand command) {
        StringBuilder shown = new StringBuilder();
        for (Word word : command.words()) {
            shown.append(shown.isEmpty() ? "" : " | ")
                    .append(word.value().replace(Text.UNKNOWN, '?').replace("\r\n", "\\n"))
                    .append(word.mayBeSeveral() ? "*" : "");
        }
        return shown.toString();
    }
}

package dev.plimsoll.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words of docker commands, against those that bash gave (src/test/record-shell-words.py). */
class BashAgreementTest {
    private static final Path FOLDER = Path.of("testdata/shell");
    private static final String NEVER = "never";

    private static List<String> cases() throws IOException {
        return List.of(Files.readString(FOLDER.resolve("cases.sh")).split("\n----\n", -1));
    }

    @Test
    void thereAreManyLines() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("cases.sh"))).hasSizeGreaterThan(250);
        assertThat(Files.readAllLines(FOLDER.resolve("words.txt"))).hasSizeGreaterThan(150);
    }

    @TestFactory
    Stream<DynamicTest> wordsAreThoseOfBash() throws IOException {
        List<String> cases = cases();
        List<List<List<String>>> recorded = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            recorded.add(new ArrayList<>());
        }
        for (String line : Files.readAllLines(FOLDER.resolve("words.txt"))) {
            List<String> fields = List.of(line.split("\t", -1));
            List<String> words = new ArrayList<>();
            for (String field : fields.subList(1, fields.size())) {
                words.add(field.replace("\\\\", "\0")
                        .replace("\\t", "\t")
                        .replace("\\n", "\n")
                        .replace('\0', '\\'));
            }
            recorded.get(Integer.parseInt(fields.get(0)) - 1).add(words);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String code = cases.get(i);
            List<List<String>> expected = recorded.get(i);
            tests.add(DynamicTest.dynamicTest(
                    (i + 1) + ": " + code.lines().findFirst().orElse(""), () -> {
                        check(code, expected);
                        if (!code.contains("\\n")) {
                            check(code.replace("\n", "\r\n"), withLineBreaksOf(expected));
                        }
                    }));
        }
        return tests.stream();
    }

    /** In a file with CR LF, what is quoted over several lines holds them. */
    private static List<List<String>> withLineBreaksOf(List<List<String>> expected) {
        List<List<String>> commands = new ArrayList<>();
        for (List<String> words : expected) {
            commands.add(words.stream().map(word -> word.replace("\n", "\r\n")).toList());
        }
        return commands;
    }

    private static void check(String code, List<List<String>> expected) {
        SourceFile file = new SourceFile("run.sh", code);
        Text whole = Text.verbatim(new Location(file, new Span(0, code.length())));
        List<List<String>> left = new ArrayList<>(expected);
        for (ShellCommand command : ShellReader.read(whole, ShellDialect.POSIX)) {
            List<Word> words = command.words();
            assertThat(words.get(0).value()).isEqualTo("docker");
            List<Word> arguments = words.subList(1, words.size());
            if (arguments.stream().anyMatch(word -> word.value().equals(NEVER))) {
                continue;
            }
            boolean ran = false;
            for (List<String> given : List.copyOf(left)) {
                if (agree(arguments, 0, given, 0)) {
                    ran = true;
                    // a command in a loop or function may run more than once
                    left.remove(given);
                    break;
                }
            }
            assertThat(ran)
                    .as("%s in %s", arguments.stream().map(Word::value).toList(), expected)
                    .isTrue();
        }
        assertThat(left).as("commands that were not found").isEmpty();
    }

    private static boolean agree(List<Word> words, int i, List<String> given, int k) {
        if (i == words.size()) {
            return k == given.size();
        }
        Word word = words.get(i);
        if (word.mayBeSeveral()) {
            for (int next = k; next <= given.size(); next++) {
                if (agree(words, i + 1, given, next)) {
                    return true;
                }
            }
            return false;
        }
        return k < given.size() && agrees(word.value(), given.get(k)) && agree(words, i + 1, given, k + 1);
    }

    private static boolean agrees(String pattern, String given) {
        int unknown = pattern.indexOf(Text.UNKNOWN);
        if (unknown < 0) {
            return pattern.equals(given);
        }
        if (!given.startsWith(pattern.substring(0, unknown))) {
            return false;
        }
        String rest = pattern.substring(unknown + 1);
        for (int i = unknown; i <= given.length(); i++) {
            if (agrees(rest, given.substring(i))) {
                return true;
            }
        }
        return false;
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** bin/plimsoll.cmd as a text: what can be told of it where there is no Windows. CI runs it on one. */
class WindowsLauncherTest {
    private static final Path LAUNCHER = Path.of("bin/plimsoll.cmd");
    /** What cmd does itself. All else it would look for in the working directory, where a stranger's files are. */
    private static final Set<String> BUILT_IN =
            Set.of("call", "echo", "exit", "for", "goto", "if", "mkdir", "move", "rmdir", "set", "setlocal");

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(LAUNCHER)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("rem ") && !text.equals("rem")) {
                lines.add(text);
            }
        }
        return lines;
    }

    private static Set<String> found(String pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String line : lines()) {
            Matcher matcher = Pattern.compile(pattern).matcher(line);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    @Test
    void everyJumpHasAPlaceAndEveryPlaceAJump() throws IOException {
        assertThat(found("(?:\\bgoto |\\bcall :)(\\w+)")).isNotEmpty().isEqualTo(found("^:(\\w+)"));
    }

    @Test
    void noProgramIsLookedForInTheWorkingDirectory() throws IOException {
        for (String line : lines()) {
            String command = line.replaceFirst("^@", "");
            String word = command.split("[ (]", 2)[0].toLowerCase(Locale.ROOT);
            assertThat(BUILT_IN.contains(word)
                            || command.startsWith(":")
                            || command.startsWith(")")
                            || command.startsWith("\"%plimsoll_java%\" ")
                            || command.startsWith("\"%SystemRoot%\\System32\\"))
                    .as(line)
                    .isTrue();
        }
        assertThat(found("([\\w%\\\\]*\\b(?:curl|tar|certutil|ping|findstr)\\.exe)"))
                .allMatch(program -> program.startsWith("%SystemRoot%\\System32\\"))
                .hasSize(4);
        assertThat(found("(?:\\|\\| |in \\(')(\\w+)")).isEmpty();
    }

    @Test
    void downloadsFromWhereTheShellScriptDoes() throws IOException {
        String address = found("=(https://[^\"]*/releases/download)").iterator().next();
        assertThat(Files.readString(Path.of("src/dist/provide.sh"))).contains("\nreleases=" + address + "\n");
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.RuleListing;
import dev.plimsoll.testkit.Goldens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the README shows is what the program prints: its console blocks are run, its table of rules is generated. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String CONSOLE = "```console\n$ bin/plimsoll ";
    private static final String FENCE = "```\n";
    private static final String TABLE_BEGIN = "<!-- rules: begin -->\n";
    private static final String TABLE_END = "<!-- rules: end -->";

    @Test
    void showsRealOutput() throws IOException {
        String readme = Files.readString(README);
        assertThat(readme).contains(CONSOLE).contains(TABLE_BEGIN);
        Goldens.check(README, withTable(withOutputs(readme)));
    }

    @Test
    void theTableOfReportsHasEachFormat() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf("\n## Reports\n");
        String section = readme.substring(begin, readme.indexOf("\n## ", begin + 1));
        List<String> named = new ArrayList<>();
        for (String line : section.split("\n", -1)) {
            String first = line.startsWith("| `") ? line.substring(2, line.indexOf(" | ", 2)) : "";
            for (String name : first.isEmpty() ? new String[0] : first.split(", ", -1)) {
                named.add(name.replace("`", ""));
            }
        }
        assertThat(named).containsExactlyElementsOf(Format.labels());
    }

    private static String withOutputs(String readme) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int at = readme.indexOf(CONSOLE);
        while (at >= 0) {
            int lineEnd = readme.indexOf('\n', at + CONSOLE.length());
            int end = readme.indexOf(FENCE, lineEnd);
            String[] args = readme.substring(at + CONSOLE.length(), lineEnd).split(" ", -1);
            out.append(readme, from, lineEnd + 1).append(run(args));
            from = end;
            at = readme.indexOf(CONSOLE, end);
        }
        return out.append(readme.substring(from)).toString();
    }

    private static String run(String... args) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), output, output, false);
        int code = new Plimsoll(streams, new File("").getAbsoluteFile(), Map.of()).run(args);
        assertThat(code).as("exit code of %s", Arrays.toString(args)).isLessThan(ExitCode.USAGE);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String withTable(String readme) {
        int begin = readme.indexOf(TABLE_BEGIN) + TABLE_BEGIN.length();
        int end = readme.indexOf(TABLE_END);
        return readme.substring(0, begin)
                + RuleListing.markdown(RuleCatalog.builtIn().rules())
                + readme.substring(end);
    }
}

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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the README and the pages of src/docs show is what the program prints: console blocks are run, the table of rules and the
 * picture are generated, and nothing that the program has is missing.
 */
class DocumentationTest {
    private static final Path DOCS = Path.of("src/docs");
    private static final String CONSOLE = "```console\n$ bin/plimsoll ";
    private static final String FENCE = "```\n";
    private static final String TABLE_BEGIN = "<!-- rules: begin -->\n";
    private static final String TABLE_END = "<!-- rules: end -->";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        for (Path directory : List.of(DOCS, Path.of(".github"))) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    private static String page(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsRealOutput(Path page) throws IOException {
        Goldens.check(page, withOutputs(Files.readString(page)));
    }

    @Test
    void someOfThemShowOutput() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(CONSOLE);
        assertThat(page("command-line.md")).contains(CONSOLE);
        assertThat(page("load-line.md")).contains(CONSOLE);
    }

    @Test
    void theReadmeIsReadInFiveMinutes() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(220);
    }

    /** InstallPageTest runs those of the page. */
    @Test
    void theReadmeInstallsAsThePageDoes() throws IOException {
        assertThat(archive(Files.readString(Path.of("README.md")))).isEqualTo(archive(page("install.md")));
    }

    /** IntegrationsPageTest and others look at those of the page. */
    @Test
    void theReadmesHooksAndActionAreThoseOfThePage() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String page = page("integrations.md");
        int hooks = readme.indexOf("# .pre-commit-config.yaml\n");
        assertThat(page).contains(readme.substring(hooks, readme.indexOf(FENCE, hooks)));
        int action = readme.indexOf("      - uses: plimsoll-dev/plimsoll@");
        assertThat(page).contains(readme.substring(action, readme.indexOf('\n', action)));
    }

    private static String archive(String page) {
        int begin = page.indexOf("<!-- archive -->\n```sh\n");
        assertThat(begin).isPositive();
        return page.substring(begin, page.indexOf(FENCE, begin));
    }

    @Test
    void thePictureOfTheReadmeIsDrawnByTheProgram() {
        Goldens.check(DOCS.resolve("load-line.svg"), run("budget", "--output", "svg", "testdata/demo/build-agents"));
    }

    @Test
    void theTableHasEachRule() throws IOException {
        String page = page("rules.md");
        int begin = page.indexOf(TABLE_BEGIN) + TABLE_BEGIN.length();
        String table = RuleListing.markdown(RuleCatalog.builtIn().rules());
        Goldens.check(
                DOCS.resolve("rules.md"),
                page.substring(0, begin)
                        + table.replace("](rules/", "](../../rules/")
                        + page.substring(page.indexOf(TABLE_END)));
    }

    @Test
    void theTableOfReportsHasEachFormat() throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : page("reports.md").split("\n", -1)) {
            String first = line.startsWith("| `") ? line.substring(2, line.indexOf(" | ", 2)) : "";
            for (String name : first.isEmpty() ? new String[0] : first.split(", ", -1)) {
                named.add(name.replace("`", ""));
            }
        }
        assertThat(named).containsExactlyElementsOf(Format.labels());
    }

    @Test
    void theCommandLineHasEachOptionOfCheck() throws IOException {
        String page = page("command-line.md");
        String table = page.substring(page.indexOf("| option |"), page.indexOf("| exit code |"));
        for (CommandSpecs.Option option : CommandSpecs.options("check")) {
            assertThat(option.names()).anyMatch(name -> table.contains("`" + name));
        }
    }

    @Test
    void theCommandLineHasEachCommand() throws IOException {
        String page = page("command-line.md");
        int begin = page.indexOf(FENCE) + FENCE.length() - 1;
        String block = page.substring(begin, page.indexOf(FENCE, begin));
        for (String name : CommandSpecs.COMMANDS) {
            assertThat(block).containsPattern("\nplimsoll \\[?" + name + "\\b");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        String text = CODE.matcher(Files.readString(page)).replaceAll("");
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String target = link.group(1);
            if (target.contains("://")) {
                continue;
            }
            int hash = target.indexOf('#');
            String file = hash < 0 ? target : target.substring(0, hash);
            Path to = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            assertThat(to).as("%s links to %s", page, target).exists();
            if (hash >= 0) {
                assertThat(anchors(to)).as("%s links to %s", page, target).contains(target.substring(hash + 1));
            }
        }
    }

    /** The anchors that GitHub gives to headings: lower case, blanks as hyphens, other punctuation left out. */
    private static List<String> anchors(Path page) throws IOException {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w -]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }

    private static String withOutputs(String page) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int at = page.indexOf(CONSOLE);
        while (at >= 0) {
            int lineEnd = page.indexOf('\n', at + CONSOLE.length());
            int end = page.indexOf(FENCE, lineEnd);
            String[] args = page.substring(at + CONSOLE.length(), lineEnd).split(" ", -1);
            out.append(page, from, lineEnd + 1).append(run(args));
            from = end;
            at = page.indexOf(CONSOLE, end);
        }
        return out.append(page.substring(from)).toString();
    }

    private static String run(String... args) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), output, output, false);
        int code = new Plimsoll(streams, new File("").getAbsoluteFile(), Map.of()).run(args);
        assertThat(code).as("exit code of %s", Arrays.toString(args)).isLessThan(ExitCode.USAGE);
        return output.toString(StandardCharsets.UTF_8);
    }
}

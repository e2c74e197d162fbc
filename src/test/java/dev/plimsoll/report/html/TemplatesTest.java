package dev.plimsoll.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.HostileResult;
import dev.plimsoll.report.Loads;
import dev.plimsoll.report.Reporters;
import dev.plimsoll.report.Written;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The templates of the html report: pages that fill each of their places, and what happens if one is misspelled. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/plimsoll/report/html");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{?(#?)(\\w+)}");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".html", "");
    }

    /** Pages that have a view for every section, written with templates of their own. */
    private static void write(TemplateReader.Source templates) {
        SourceFile compose = Loads.file("compose.yaml");
        LoadLines lines = Loads.of(
                Optional.of(new ByteSize(8 * ByteSize.GIB)),
                compose,
                Loads.file("hostile.yaml"),
                new SourceFile("unlimited.yaml", "services: {x: {image: x}}"));
        write(HostileResult.all(), lines, templates);
        write(HtmlLoadLinesTest.findings(compose), lines, templates);
        write(new LintResult(1, List.of(), List.of(), List.of()), Loads.none(), templates);
    }

    private static void write(LintResult result, LoadLines lines, TemplateReader.Source templates) {
        assertThat(Written.by(new HtmlReporter(Reporters.VERSION, RuleCatalog.builtIn(), lines, templates), result))
                .endsWith("</html>\n");
    }

    @TestFactory
    Stream<DynamicTest> aPlaceThatIsMisspelledIsAnError() throws IOException {
        write(HtmlReporter::template);
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            Matcher place = PLACE.matcher(text);
            while (place.find()) {
                String misspelled = place.group(1).isEmpty()
                        ? text.substring(0, place.end(2)) + "x" + text.substring(place.end(2))
                        : text.replaceAll("\\{\\{([#/])" + place.group(2) + "}}", "{{$1" + place.group(2) + "x}}");
                tests.add(DynamicTest.dynamicTest(
                        name(file) + " " + place.start() + " " + place.group(2), () -> isNoticed(file, misspelled)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static void isNoticed(Path file, String misspelled) {
        assertThatThrownBy(() -> write(name -> name.equals(name(file)) ? misspelled : HtmlReporter.template(name)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wants");
    }

    @Test
    void noneIsLeftWhereNobodyReadsIt() throws IOException {
        Set<String> read = new TreeSet<>();
        write(name -> {
            read.add(name);
            return HtmlReporter.template(name);
        });
        assertThat(files()).extracting(TemplatesTest::name).containsExactlyElementsOf(read);
    }

    /** Only what Plimsoll makes itself goes to the page without an escape. */
    @Test
    void fewPlacesTakeHtml() throws IOException {
        Set<String> raw = new TreeSet<>();
        for (Path file : files()) {
            Matcher place = Pattern.compile("\\{\\{\\{(\\w+)}}}").matcher(Files.readString(file));
            while (place.find()) {
                raw.add(place.group(1));
            }
        }
        assertThat(raw).containsExactly("bar", "script", "style");
    }
}

package dev.plimsoll.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.Loads;
import dev.plimsoll.report.Reporters;
import dev.plimsoll.report.Written;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.testkit.Goldens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The charts of the page. */
class HtmlLoadLinesTest {
    private static final Optional<ByteSize> HOST = Optional.of(new ByteSize(8 * ByteSize.GIB));

    static LintResult findings(SourceFile file) {
        return new LintResult(
                1, List.of(of(file, "tests"), of(file, "agent"), of(file, "agent")), List.of(), List.of());
    }

    private static Diagnostic of(SourceFile file, String container) {
        int start = file.text().indexOf(container + ":");
        Location at = new Location(file, new Span(start, start + container.length()));
        return new Diagnostic(
                "rule",
                "tmpfs",
                Severity.ERROR,
                Finding.at(at).container(container).says("overloaded"));
    }

    static String page(LintResult result, LoadLines lines) {
        return Written.by(new HtmlReporter(Reporters.VERSION, RuleCatalog.builtIn(), lines), result);
    }

    private static String section(LintResult result, LoadLines lines) {
        String page = page(result, lines);
        int from = page.indexOf("<section class=\"panel loads\"");
        return from < 0 ? "" : page.substring(from, page.indexOf("</section>\n", from) + "</section>\n".length());
    }

    private static LintResult clean() {
        return new LintResult(1, List.of(), List.of(), List.of());
    }

    private static LoadLines read(String... services) {
        return Loads.of(
                Optional.empty(), new SourceFile("compose.yaml", "services:\n  " + String.join("\n  ", services)));
    }

    private static List<String> names(String html) {
        List<String> names = new ArrayList<>();
        Matcher name = Pattern.compile("<h3><bdi>(.*?)</bdi>").matcher(html);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    @Test
    void drawsEachContainer() {
        SourceFile file = Loads.file("compose.yaml");
        Goldens.check(
                Path.of("testdata/reports/loads.html"),
                section(findings(file), Loads.of(HOST, file, Loads.file("hostile.yaml"))));
    }

    @Test
    void whatNeedsAReaderComesFirst() {
        SourceFile file = Loads.file("compose.yaml");
        assertThat(names(section(clean(), Loads.of(Optional.empty(), file))))
                .containsExactly(
                        "app",
                        "cache",
                        "agent",
                        "processor",
                        "scratch",
                        "shares",
                        "tests",
                        "api",
                        "database",
                        "idle",
                        "worker");
    }

    @Test
    void leadsToTheFindingsOfTheContainerInItsOwnFiles() {
        SourceFile file = Loads.file("compose.yaml");
        SourceFile other = new SourceFile("other.yaml", file.text());
        String html = page(findings(file), Loads.of(Optional.empty(), file, other));
        assertThat(html.split("class=\"see\"", -1))
                .as("two of one file, none of the other")
                .hasSize(3);
        assertThat(html)
                .contains("href=\"#f1\">2 findings<span class=\"visually-hidden\"> of agent</span></a>")
                .contains("href=\"#f3\">1 finding<span class=\"visually-hidden\"> of tests</span></a>")
                .contains("id=\"f1\"", "id=\"f3\"");
    }

    @Test
    void idsAreUnique() {
        SourceFile file = Loads.file("compose.yaml");
        String html = page(findings(file), Loads.of(HOST, file, Loads.file("hostile.yaml")));
        List<String> ids = new ArrayList<>();
        Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
        while (id.find()) {
            ids.add(id.group(1));
        }
        assertThat(ids).doesNotHaveDuplicates().contains("load1", "load1d", "load16", "loads");
        Matcher labelled = Pattern.compile(" aria-labelledby=\"([^\"]*)\"").matcher(html);
        while (labelled.find()) {
            assertThat(ids).contains(labelled.group(1).split(" ", -1));
        }
    }

    @Test
    void tellsHowManyHaveNoBar() {
        assertThat(section(clean(), read("a: {image: x}"))).isEmpty();
        String one = section(clean(), read("a: {image: x, mem_limit: 1g}", "b: {image: x}"));
        assertThat(names(one)).containsExactly("a");
        assertThat(one).contains("<p class=\"note\">1 container has no bar:");
        String two = section(clean(), read("a: {image: x, tmpfs: /x}", "b: {image: x}", "c: {image: x}"));
        assertThat(two).contains("<p class=\"note\">2 containers have no bar:");
    }

    @Test
    void theTotalNeedsAHost() {
        SourceFile file = Loads.file("compose.yaml");
        assertThat(section(clean(), Loads.of(Optional.empty(), file))).doesNotContain("all together");
        assertThat(section(clean(), Loads.of(HOST, file)))
                .contains("<p class=\"host over\">all together: limits ")
                .contains(" of 8g host memory");
    }

    @Test
    void aContainerOfTwoProjectsIsDrawnOnce() {
        SourceFile file = Loads.file("compose.yaml");
        assertThat(names(section(clean(), Loads.of(Optional.empty(), file, file))))
                .hasSize(11);
    }

    @Test
    void manyAreFoldedButAll() {
        List<String> services = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            services.add("s" + i + ": {image: x, mem_limit: 1g, tmpfs: '/t:size=" + (i + 1) + "m'}");
        }
        String html = section(clean(), read(services.toArray(new String[0])));
        assertThat(names(html)).hasSize(40).startsWith("s39", "s38").endsWith("s0");
        assertThat(html).contains("<summary>34 more</summary>");
    }

    @Test
    void nothingInItNeedsAStyleAttribute() {
        String html = section(clean(), Loads.of(HOST, Loads.file("hostile.yaml")));
        assertThat(html).doesNotContain(" style=", "<style", "<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(html.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\u202A-\u202E\u2066-\u2069]");
    }

    /** No part of a bar leaves the picture, and none is drawn backwards. */
    @Test
    void staysInThePicture() {
        String html = section(clean(), Loads.of(HOST, Loads.file("compose.yaml"), Loads.file("hostile.yaml")));
        Matcher rect =
                Pattern.compile("x=\"([0-9.-]+)%\" width=\"([0-9.-]+)%\"").matcher(html);
        int seen = 0;
        while (rect.find()) {
            double from = Double.parseDouble(rect.group(1));
            double width = Double.parseDouble(rect.group(2));
            assertThat(from).isBetween(0.0, 100.0);
            assertThat(width).isPositive();
            assertThat(from + width).isLessThanOrEqualTo(96.51);
            seen++;
        }
        assertThat(seen).isGreaterThan(20);
    }
}

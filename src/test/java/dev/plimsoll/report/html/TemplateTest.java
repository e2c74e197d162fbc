package dev.plimsoll.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.report.ReportOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static String write(Map<String, String> templates, View view) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportOutput out = new ReportOutput(bytes);
        new TemplateReader(templates::get).read("page").write(view, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String write(String template, View view) throws IOException {
        return write(Map.of("page", template), view);
    }

    @Test
    void textIsEscapedAndHtmlIsNot() throws IOException {
        View view = new View().text("a", "<b>\"&\n\u202E{{{h}}}").html("h", "<i>{{a}}</i>");
        assertThat(write("<p title=\"{{a}}\">{{{h}}}\n", view))
                .isEqualTo("<p title=\"&lt;b&gt;&quot;&amp;\\n\\u202e{{{h}}}\"><i>{{a}}</i>\n");
    }

    @Test
    void textsAreCutAndSourceKeepsItsTabs() throws IOException {
        assertThat(write("{{a}}\n", new View().shortened("a", "x".repeat(10_000))))
                .hasSizeLessThan(500)
                .contains("…");
        assertThat(write("{{a}}\n", new View().code("a", "\ta\u0007<"))).isEqualTo("&#9;a\uFFFD&lt;\n");
    }

    @Test
    void sectionsStandOnceForEachView() throws IOException {
        View view = new View().each("items", List.of(1, 2), item -> new View()
                .text("number", item)
                .when(item == 2, "last")
                .when(item == 2, "named", named -> named.text("name", "two")));
        assertThat(write(
                        "{{#items}}\n<li{{#last}} class=\"last\"{{/last}}>{{number}}\n{{#named}}={{name}}{{/named}}\n{{/items}}\n",
                        view))
                .isEqualTo("<li>1\n\n<li class=\"last\">2\n=two\n");
    }

    @Test
    void whatMakesItLegibleIsNotWritten() throws IOException {
        String page = """
                {{! why }}
                <ul>
                  {{#items}}

                  <li>\\
                    {{>item}}
                  </li>
                  {{/items}}
                </ul>
                """;
        View view = new View().each("items", List.of("a", "b"), item -> new View().text("name", item));
        assertThat(write(Map.of("page", page, "item", "  <b>{{name}}</b>\\\n"), view))
                .isEqualTo("<ul>\n<li><b>a</b></li>\n<li><b>b</b></li>\n</ul>\n");
    }

    @Test
    void aPlaceWithoutAValueAndAValueWithoutAPlaceAreErrors() {
        assertThatThrownBy(() -> write("{{a}} {{b}}", new View().text("a", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("page wants")
                .hasMessageContaining("b");
        assertThatThrownBy(() -> write("{{a}}", new View().text("a", "").text("b", "")))
                .hasMessageContaining("page wants [a]");
        assertThatThrownBy(() -> write("{{#s}}{{a}}{{/s}}", new View().when(true, "s", s -> s.text("b", ""))))
                .hasMessageContaining("s wants [a] and gets [b]");
        assertThatThrownBy(() -> new View().text("a", "").text("a", "")).hasMessageContaining("two values for a");
    }

    /** A text never goes to the page without an escape, whatever the template says. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{{{text}}}{{{html}}}", "{{text}}{{html}}", "{{#text}}{{/text}}{{{html}}}", "{{html}}{{{text}}}"
            })
    void aValueGoesWhereItsKindGoes(String template) {
        View view = new View().text("text", "<b>").html("html", "<i>");
        assertThatThrownBy(() -> write(template, view)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{#a}}; {{#a}} is not closed",
                "{{#a}}{{#b}}{{/a}}{{/b}}; {{#b}} is not closed",
                "x{{/a}}; nothing is open where {{/a}} stands",
                "{{a; without an end",
                "{{}}; without a name",
                "x {{>page}}; does not stand alone",
                "x {{! why }}; does not stand alone",
                "{{>page}}; holds itself",
            })
    void whatDoesNotFitTogetherIsAnError(String template, String message) {
        assertThatThrownBy(() -> new TemplateReader(name -> template).read("page"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}

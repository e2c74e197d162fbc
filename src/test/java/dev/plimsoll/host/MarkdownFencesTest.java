package dev.plimsoll.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import dev.plimsoll.testkit.CpuTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines are code, and where they stand. */
class MarkdownFencesTest {
    private static List<String> code(String text) {
        List<String> blocks = new ArrayList<>();
        for (Fence fence : MarkdownFences.of(text)) {
            StringBuilder code = new StringBuilder(fence.kind() + ":");
            for (Span line : fence.lines()) {
                code.append(text, line.start(), line.end()).append('|');
            }
            blocks.add(code.toString());
        }
        return blocks;
    }

    @Test
    void inListsAndQuotations() {
        assertThat(code("```sh\na\n  b\n```\n")).containsExactly("SCRIPT:a|  b|");
        assertThat(code("> ```sh\n> a\n>b\n> ```\n> c\n")).containsExactly("SCRIPT:a|b|");
        assertThat(code("> ```sh\n> a\n\nb\n")).containsExactly("SCRIPT:a|");
        assertThat(code("1. ```sh\n   a\n\n   b\n   ```\n   c\n")).containsExactly("SCRIPT:a||b|");
        assertThat(code("- x\n\n  ~~~~ console\n  a\n  ~~~\n  ~~~~~\n")).containsExactly("TERMINAL:a|~~~|");
        assertThat(code("> 1. > ```yaml\n>    > a: 1\n>    > ```\n")).containsExactly("YAML:a: 1|");
        assertThat(code("-\t```sh\n\ta\n\t```\n")).containsExactly("SCRIPT:a|");
        assertThat(code("```sh\r\na\r\n```\r\nb")).containsExactly("SCRIPT:a|");
    }

    @Test
    void withBlanksBeforeThem() {
        assertThat(code("   ```sh\n  a\n     b\n   ```\n")).containsExactly("SCRIPT:a|  b|");
        assertThat(code("!!! note\n    ```sh\n    a\n    ```\n```sh\nb\n```\n"))
                .containsExactly("SCRIPT:a|", "SCRIPT:b|");
        assertThat(code("```sh\na\n    ```\nb\n```\n")).containsExactly("SCRIPT:a|    ```|b|");
    }

    @Test
    void withoutFences() {
        assertThat(code("a\n\n    docker run b\n\n      c\n\n\nd\n")).containsExactly("UNTOLD:docker run b||  c|");
        assertThat(code("  \tdocker run b\n\t\tc\n")).containsExactly("UNTOLD:docker run b|\tc|");
        assertThat(code("# a\n    $ b\n   docker run c\n    docker run d\n")).containsExactly("UNTOLD:$ b|");
        assertThat(code("a\n    docker run b\n")).isEmpty();
        assertThat(code("- a\n\n      docker run b\n")).isEmpty();
        assertThat(code("> a\n\n    docker run b\n")).containsExactly("UNTOLD:docker run b|");
        assertThat(code(">     docker run b\n")).isEmpty();
        assertThat(code("    docker run b\n    ```sh\n    c\n    ```\n"))
                .containsExactly("UNTOLD:docker run b|", "SCRIPT:c|");
        assertThat(code("    b\n\n    docker run c\r\n    d")).containsExactly("UNTOLD:docker run c|d|");
    }

    @Test
    void whatIsNone() {
        assertThat(code("``sh\na\n``\n")).isEmpty();
        assertThat(code("``` a`b\nc\n")).isEmpty();
        assertThat(code("a ```sh\n")).isEmpty();
        assertThat(code("```\n````")).containsExactly("UNTOLD:");
        assertThat(code("~~~ `x`\na")).containsExactly("OTHER:a|");
    }

    @Test
    void placesAreThoseOfTheText() {
        String text = "# A\n\n> - ```sh\n>   a\n>\n>   b\n";
        Fence fence = MarkdownFences.of(text).get(0);
        assertThat(text.substring(fence.marks())).startsWith("```sh\n");
        assertThat(text.substring(fence.line().start(), fence.line().end())).isEqualTo("> - ```sh");
        assertThat(text.substring(fence.span().start(), fence.span().end())).isEqualTo("> - ```sh\n>   a\n>\n>   b");
        assertThat(fence.lines().get(0)).isEqualTo(new Span(text.indexOf("a\n>\n"), text.indexOf("a\n>\n") + 1));
        assertThat(fence.lines().get(1).isEmpty()).isTrue();
    }

    /** Deeper than anybody writes a mark is a sign of the text, and lines beyond the last that is read are none. */
    @Test
    void depthAndLinesHaveBounds() {
        assertThat(code("> ".repeat(30) + "```sh\n" + "> ".repeat(30) + "a\n")).containsExactly("SCRIPT:a|");
        assertThat(code("> ".repeat(60) + "```sh\n" + "> ".repeat(60) + "a\n")).isEmpty();
        assertThat(code("a\n".repeat(249_990) + "```sh\nb\n```\n")).containsExactly("SCRIPT:b|");
        assertThat(code("a\n".repeat(250_000) + "```sh\nb\n```\n")).isEmpty();
    }

    static Stream<Arguments> hostile() {
        String end = "\n```sh\nx\n```\n";
        int n = 50_000;
        return Stream.of(
                Arguments.of("quotations", ">".repeat(n) + "\n" + "x\n".repeat(n) + end),
                Arguments.of("quotations that go on", ">".repeat(39) + "a\n" + "1\n".repeat(n) + end),
                Arguments.of("quotations line by line", (">".repeat(500) + "\n").repeat(n / 500) + end),
                Arguments.of("items", "- ".repeat(n) + end),
                Arguments.of("numbers", "1. ".repeat(n) + end),
                Arguments.of("stars", "* ".repeat(n) + "x" + end),
                Arguments.of("a paragraph that may end", "a\n".repeat(n) + "1\n".repeat(n) + end),
                Arguments.of("fences", "```sh\nx\n```\n".repeat(n)),
                Arguments.of("fences that stay open", "```sh\n".repeat(n)),
                Arguments.of("blocks without fences", "    docker run a\n\nb\n".repeat(n) + end),
                Arguments.of("a block without fences that goes on", "    docker run a\n\n".repeat(n) + end),
                Arguments.of("ticks", "`\n".repeat(n) + end),
                Arguments.of("references", "[a]: b\n".repeat(n) + end),
                Arguments.of("a reference that stays open", "[" + "a\n".repeat(n) + end),
                Arguments.of("a long line", "x".repeat(1 << 20) + end),
                Arguments.of("blanks", " ".repeat(1 << 20) + end),
                Arguments.of("brackets", "[".repeat(1 << 20) + end));
    }

    /** Comparing each line with all before it takes minutes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void takesNoLongerThanItsTextIsLong(String name, String text) {
        List<Fence> found = new ArrayList<>();
        Duration took = CpuTime.of(() -> found.addAll(MarkdownFences.of(text)));
        assertThat(took).as(name).isLessThan(Duration.ofSeconds(5));
        assertThat(found).isNotEmpty();
    }

    @Provide
    Arbitrary<String> markdown() {
        return Arbitraries.of(
                        "```", "~~~~", "> ", ">", "- ", "1. ", "2) ", "sh", "a", "\n", "\n", "\n\n", "  ", "\t", "#",
                        "* * *\n", "=\n")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    /** What the library itself takes for code is code here, if it is none of what is read otherwise on purpose. */
    @Property
    void agreesWithTheLibrary(@ForAll @From("markdown") String text) {
        List<String> expected = new ArrayList<>();
        Parser.builder().build().parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                expected.add(block.getLiteral());
            }
        });
        List<String> found = new ArrayList<>();
        boolean indented = false;
        for (Fence fence : MarkdownFences.of(text)) {
            StringBuilder code = new StringBuilder();
            for (Span line : fence.lines()) {
                code.append(text, line.start(), line.end()).append('\n');
            }
            found.add(code.toString());
            indented |= text.substring(fence.line().start(), fence.marks()).matches(".*(    |\t).*");
        }
        // a tab is cut there, and signs of the other kind right behind a fence are no label
        boolean otherwise = indented || text.contains("\t") || text.contains("`~") || text.contains("~`");
        if (!otherwise) {
            assertThat(found).isEqualTo(expected);
        }
    }
}

package dev.plimsoll.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.CpuTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines of reStructuredText are code; what is expected here is what docutils makes of the same text. */
class RestFencesTest {
    private static List<String> code(String text) {
        return AsciiDocFencesTest.code("a.rst", text);
    }

    @Test
    void directives() {
        assertThat(code(".. code-block:: yaml\n\n   a:\n     b\n\n   c\n\nd\n")).containsExactly("YAML:a:|  b||c|");
        assertThat(code(".. code:: sh\n  :name: x\n  :number-lines:\n\n  a\n")).containsExactly("SCRIPT:a|");
        assertThat(code(".. sourcecode:: console\n\n\ta\n\t  b\n")).containsExactly("TERMINAL:a|  b|");
        assertThat(code(".. prompt:: bash $\n\n   a\n")).containsExactly("SCRIPT:a|");
        assertThat(code(".. code-block::\n\n   a\n")).containsExactly("UNTOLD:a|");
        assertThat(code(".. code-block:: text\n   :caption: my compose.yaml\n\n   a\n"))
                .containsExactly("YAML:a|");
        assertThat(code(".. code-block:: java\n   :caption: compose.yaml\n\n   a\n"))
                .containsExactly("OTHER:a|");
        assertThat(code(".. code-block:: sh\n   a\n\n   b\n")).containsExactly("OTHER:b|");
        assertThat(code(".. code-block:: sh\n\na\n")).containsExactly("SCRIPT:");
    }

    @Test
    void literalBlocks() {
        assertThat(code("a::\n\n  b\n\n   c\nd\n")).containsExactly("UNTOLD:b|| c|");
        assertThat(code("a\nb ::\n\n  c\n")).containsExactly("UNTOLD:c|");
        assertThat(code("::\n\n\n  c\n\n\n")).containsExactly("UNTOLD:c|");
        assertThat(code("a::\n  b\n")).as("a term and what it means").isEmpty();
        assertThat(code("a::\n\nb\n")).isEmpty();
        assertThat(code("a:\n\n  b\n")).isEmpty();
        assertThat(code("* a::\n\n   b\n\n  c\n")).containsExactly("UNTOLD:b|");
        assertThat(code("12. a\n    b::\n\n     c\n")).containsExactly("UNTOLD:c|");
        assertThat(code("(a) * b::\n\n       c\n")).containsExactly("UNTOLD:c|");
    }

    @Test
    void theLanguageOfThoseThatNameNone() {
        assertThat(
                        code(
                                ".. highlight:: bash\n\na::\n\n  b\n\n.. code-block::\n\n  c\n\n.. highlight:: python3\n\n::\n\n  d\n"))
                .containsExactly("SCRIPT:b|", "SCRIPT:c|", "UNTOLD:d|");
    }

    @Test
    void whatIsAroundThem() {
        assertThat(code(".. note::\n\n   .. code:: sh\n\n      a\n\n   b::\n\n     c\n"))
                .containsExactly("SCRIPT:a|", "UNTOLD:c|");
        assertThat(code("- .. code:: sh\n\n    a\n- b\n")).containsExactly("SCRIPT:a|");
        assertThat(code("Title\n=====\n.. code:: sh\n\n   a\n")).containsExactly("SCRIPT:a|");
        assertThat(code("term\n   .. code:: sh\n\n      a\n")).containsExactly("SCRIPT:a|");
        assertThat(code(".. code:: sh\n\n   a\n.. code:: sh\n\n   b\n")).containsExactly("SCRIPT:a|", "SCRIPT:b|");
    }

    @Test
    void whatIsNone() {
        assertThat(code("text\n.. code:: sh\n\n   a\n")).isEmpty();
        assertThat(code(".. a comment\n\n   .. code:: sh\n\n      a\n")).isEmpty();
        assertThat(code("..\n   .. code:: sh\n\n      a\n")).isEmpty();
        assertThat(code("..\n\n.. code:: sh\n\n   a\n")).containsExactly("SCRIPT:a|");
        assertThat(code(".. raw:: html\n\n   ::\n\n     a\n")).isEmpty();
        assertThat(code(".. code:: rst\n\n   .. code:: sh\n\n      a\n")).containsExactly("OTHER:.. code:: sh||   a|");
        assertThat(code(".. _a: b\n\n.. |c| replace:: d\n\n.. [1] e::\n\n    f\n"))
                .isEmpty();
    }

    @Test
    void substitutions() {
        assertThat(code(".. code:: sh\n   :substitutions:\n\n   a:|b| | c | d\n"))
                .containsExactly("SCRIPT:a:(|b|) | c | d|");
        assertThat(code(".. code:: sh\n\n   a:|b|\n")).containsExactly("SCRIPT:a:|b||");
    }

    static Stream<Arguments> hostile() {
        String end = "\n\n.. code:: sh\n\n   x\n";
        int n = 100_000;
        return Stream.of(
                Arguments.of("blocks", ".. code:: sh\n\n   x\n\n".repeat(n) + end),
                Arguments.of("paragraphs", "a::\n\n".repeat(n) + end),
                Arguments.of("bullets", "* ".repeat(n) + end),
                Arguments.of("comments", "..\n".repeat(n) + end),
                Arguments.of("colons", ".. ::::\n".repeat(n) + end),
                Arguments.of("a paragraph", "a::\n".repeat(n) + end),
                Arguments.of("digits", "1".repeat(1 << 20) + end),
                Arguments.of("blank lines", ".. code:: sh\n" + "\n".repeat(n) + end),
                Arguments.of("bars", ".. code:: sh\n   :substitutions:\n\n   " + "|a".repeat(n) + end),
                Arguments.of("deeper and deeper", deeper(2_000) + end),
                Arguments.of("a long line", "x".repeat(1 << 20) + end));
    }

    private static String deeper(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(" ".repeat(i)).append("a::\n\n");
        }
        return text.toString();
    }

    /** Comparing each line with all before it takes minutes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void takesNoLongerThanItsTextIsLong(String name, String text) {
        SourceFile file = new SourceFile("a.rst", text);
        List<Fence> found = new ArrayList<>();
        Duration took = CpuTime.of(() -> {
            found.addAll(Fences.of(file));
            Hosts.read(file, HostKind.RESTRUCTURED_TEXT);
        });
        assertThat(took).as(name).isLessThan(Duration.ofSeconds(5));
        assertThat(found).isNotEmpty();
    }
}

package dev.plimsoll.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.testkit.CpuTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines of AsciiDoc are code; what is expected here is what Asciidoctor makes of the same text. */
class AsciiDocFencesTest {
    /** Kind and lines of each block, holes in parentheses. */
    static List<String> code(String name, String text) {
        List<String> blocks = new ArrayList<>();
        for (Fence fence : Fences.of(new SourceFile(name, text))) {
            StringBuilder code = new StringBuilder(fence.kind() + ":");
            for (Span line : fence.lines()) {
                for (int i = line.start(); i < line.end(); i++) {
                    for (Span hole : fence.holes()) {
                        code.append(hole.end() == i ? ")" : "").append(hole.start() == i ? "(" : "");
                    }
                    code.append(text.charAt(i));
                }
                for (Span hole : fence.holes()) {
                    code.append(hole.end() == line.end() && !hole.isEmpty() ? ")" : "");
                }
                code.append('|');
            }
            blocks.add(code.toString());
        }
        return blocks;
    }

    private static List<String> code(String text) {
        return code("a.adoc", text);
    }

    @Test
    void labels() {
        assertThat(code("[source,yaml]\n----\na\n----\n")).containsExactly("YAML:a|");
        assertThat(code("[source, yaml, linenums]\n-----\n----\n-----\n")).containsExactly("YAML:----|");
        assertThat(code("[,yaml]\n----\na\n----\n")).containsExactly("YAML:a|");
        assertThat(code("[source%linenums,yaml]\n----\na\n----\n")).containsExactly("YAML:a|");
        assertThat(code("[\"source\",\"sh\",subs=\"attributes,callouts\"]\n----\na\n----\n"))
                .containsExactly("SCRIPT:a|");
        assertThat(code("[#id.role]\n.A title\n[source,language=console]\n....\na\n....\n"))
                .containsExactly("TERMINAL:a|");
        assertThat(code(":source-language: bash\n\n[source]\n----\na\n----\n\n----\nb\n----\n"))
                .containsExactly("SCRIPT:a|", "UNTOLD:b|");
        assertThat(code("```yaml,linenums\na\n```\n````\nb\n````\n")).containsExactly("YAML:a|");
        assertThat(code("[source,java]\n----\na\n----\n")).containsExactly("OTHER:a|");
    }

    @Test
    void titlesThatNameAFile() {
        assertThat(code(".docker-compose.yml\n----\na\n----\n")).containsExactly("YAML:a|");
        assertThat(code(".Excerpt of _compose.yaml_:\n----\na\n----\n")).containsExactly("YAML:a|");
        assertThat(code("[title=\"in `compose.yml`\"]\n----\na\n----\n")).containsExactly("YAML:a|");
        assertThat(code(".compose.yaml\n[source,java]\n----\na\n----\n")).containsExactly("OTHER:a|");
        assertThat(code(".compose.yaml\n\ntext\n\n----\na\n----\n")).containsExactly("UNTOLD:a|");
    }

    @Test
    void paragraphs() {
        assertThat(code("[source,sh]\na\n  b\n\nc\n")).containsExactly("SCRIPT:a|  b|");
        assertThat(code("[source,sh]\na\n----\nb\n----\n")).containsExactly("SCRIPT:a|", "UNTOLD:b|");
        assertThat(code("[,sh]\na\n")).isEmpty();
        assertThat(code("a:\n\n $ docker run b\n output\n\nc\n")).containsExactly("UNTOLD: $ docker run b| output|");
        assertThat(code("a\n docker run b\n")).isEmpty();
        assertThat(code("a\n\n b\n")).isEmpty();
    }

    @Test
    void whatIsAroundThem() {
        assertThat(code("====\n----\na\n----\n====\n\n****\n[source,sh]\n--\nb\n--\n****\n"))
                .containsExactly("UNTOLD:a|", "SCRIPT:b|");
        assertThat(code("--\ntext\n\n----\na\n----\n--\n")).containsExactly("UNTOLD:a|");
        assertThat(code("* a\n+\n----\nb\n----\n+\n----\nc\n----\n")).containsExactly("UNTOLD:b|", "UNTOLD:c|");
        assertThat(code("text\n----\na\n")).as("a title is as long as its line").isEmpty();
        assertThat(code("some text\n----\na\n----\n")).containsExactly("UNTOLD:a|");
        assertThat(code("a\n=\n\nTitle\n~~~~~\n\n----\nb\n----\n")).containsExactly("UNTOLD:b|");
    }

    @Test
    void whatIsNone() {
        assertThat(code("////\n----\na\n----\n////\n\n++++\n----\nb\n----\n++++\n"))
                .isEmpty();
        assertThat(code("// ----\n// a\n// ----\n")).isEmpty();
        assertThat(code(" ----\na\n ----\n")).isEmpty();
        assertThat(code("---\na\n---\n")).isEmpty();
        assertThat(code("-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n"))
                .isEmpty();
    }

    @Test
    void callouts() {
        assertThat(
                        code(
                                "[,yaml]\n----\na # <1>\nb <2> <.>\nc // <3>\nd<4>\ne \\<5>\nf <g>\n<10>\nh <!--1-->\ni ;; <1>  \n----\n"))
                .containsExactly("YAML:a|b|c|d|e \\<5>|f <g>||h|i|");
        assertThat(code("[,sh]\n----\ndocker run \\ <1>\n  a\n----\n")).containsExactly("SCRIPT:docker run \\|  a|");
    }

    @Test
    void substitutions() {
        assertThat(code("[,sh,subs=attributes+]\n----\na{b-c}d ${E} {f g} {}\n----\n"))
                .containsExactly("SCRIPT:a({b-c})d ${E} {f g} {}|");
        assertThat(code("[,sh]\n----\n{a}\n----\n")).containsExactly("SCRIPT:{a}|");
        assertThat(code("[,sh,subs=\"attributes,-attributes\"]\n----\n{a}\n----\n"))
                .containsExactly("SCRIPT:{a}|");
        assertThat(code("[,sh,subs=+quotes]\n----\n*a* b_c_d **e**f `g\n----\n"))
                .containsExactly("SCRIPT:(*a*) b_c_d (**e**)f `g|");
        assertThat(code("[,sh,subs=normal]\n----\nxref:a.adoc[b] {c} [\"80:80\"] x:y\n----\n"))
                .containsExactly("SCRIPT:(xref:a.adoc[b]) ({c}) [\"80:80\"] x:y|");
    }

    @Test
    void linesFromElsewhere() {
        assertThat(code("[,sh]\n----\ninclude::a.sh[]\n----\n")).containsExactly("OTHER:include::a.sh[]|");
        assertThat(code("[,sh]\n----\nifdef::x[]\na\nendif::[]\n----\n"))
                .containsExactly("OTHER:ifdef::x[]|a|endif::[]|");
        assertThat(code("ifdef::x[]\n[,sh]\n----\na\n----\nendif::[]\n")).containsExactly("SCRIPT:a|");
    }

    static Stream<Arguments> hostile() {
        String end = "\n\n[source,sh]\n----\nx\n----\n";
        int n = 100_000;
        return Stream.of(
                Arguments.of("blocks", "----\nx\n----\n".repeat(n) + end),
                Arguments.of("blocks that stay open", "====\n****\n".repeat(n) + end),
                Arguments.of("attributes", "[source,sh]\n".repeat(n) + end),
                Arguments.of("commas", "[" + "a,".repeat(n) + "]\n" + end),
                Arguments.of("titles", "a\n-\n\n".repeat(n) + end),
                Arguments.of("callouts", "----\n" + "<1>".repeat(n) + "\n----\n" + end),
                Arguments.of("signs", "----\n" + "# <1>".repeat(n) + "\n----\n" + end),
                Arguments.of("braces", "[,sh,subs=normal]\n----\n" + "{".repeat(n) + "\n----\n" + end),
                Arguments.of("stars", "[,sh,subs=normal]\n----\n" + "*a ".repeat(n) + "\n----\n" + end),
                Arguments.of("colons", "[,sh,subs=normal]\n----\n" + "a:[".repeat(n) + "\n----\n" + end),
                Arguments.of(
                        "holes behind prompts",
                        "[,console,subs=normal]\n----\n" + "$ docker run {a}\n".repeat(n / 4) + "----\n" + end),
                Arguments.of(
                        "documents",
                        "[,yaml,subs=normal]\n----\n" + "services: {a: {image: x}}\nx: {b}\n".repeat(n / 20) + "----\n"
                                + end),
                Arguments.of("comments", "//\n".repeat(n) + end),
                Arguments.of("a long line", "x".repeat(1 << 20) + end));
    }

    /** Comparing each line with all before it takes minutes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void takesNoLongerThanItsTextIsLong(String name, String text) {
        SourceFile file = new SourceFile("a.adoc", text);
        List<Fence> found = new ArrayList<>();
        Duration took = CpuTime.of(() -> {
            found.addAll(Fences.of(file));
            Hosts.read(file, HostKind.ASCIIDOC);
        });
        assertThat(took).as(name).isLessThan(Duration.ofSeconds(5));
        assertThat(found).isNotEmpty();
    }
}

package dev.plimsoll.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which lines a comment is about, in each syntax: those whose first letter is the comment's id are marked with it. */
class DirectivesTest {
    /** The numbers of the lines on which something may start that the only directive of a text is about. */
    private static Set<Integer> lines(String name, String text) {
        SourceFile file = new SourceFile(name, text);
        List<Directive> directives = DirectiveReader.read(file);
        assertThat(directives).hasSize(1);
        assertThat(directives.get(0).mistake()).isEmpty();
        Set<Integer> lines = new TreeSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ' && directives.get(0).covers(i)) {
                lines.add(file.lines().position(i).line());
            }
        }
        return lines;
    }

    private static Set<Integer> yaml(String text) {
        Set<Integer> lines = lines("compose.yaml", text);
        assertThat(lines("compose.yaml", text.replace("\n", "\r\n"))).isEqualTo(lines);
        return lines;
    }

    @Test
    void atTheEndOfALineItIsAboutThatLine() {
        assertThat(yaml("a:\n  b: 1 # plimsoll: ignore[x]\n  c: 2\n")).containsExactly(2);
        // a block below is not of the line
        assertThat(yaml("a: # plimsoll: ignore[x]\n  b: 1\n  c: 2\n")).containsExactly(1);
        assertThat(yaml("a:\n- 1\n- 2 # plimsoll: ignore[x]\n- 3\n")).containsExactly(3);
    }

    @Test
    void atTheEndOfALineItIsAboutAllOfWhatBeginsOrEndsThere() {
        assertThat(yaml("a: [ # plimsoll: ignore[x]\n  1,\n  2]\nb: 1\n")).containsExactly(1, 2, 3);
        assertThat(yaml("a: [\n  1,\n  2] # plimsoll: ignore[x]\nb: 1\n")).containsExactly(1, 2, 3);
        assertThat(yaml("a: [\n  1, # plimsoll: ignore[x]\n  2]\nb: 1\n")).containsExactly(2);
        assertThat(yaml("a: | # plimsoll: ignore[x]\n  text\n  text\nb: 1\n")).containsExactly(1, 2, 3);
        assertThat(yaml("a: 'text\n  text' # plimsoll: ignore[x]\nb: 1\n")).containsExactly(1, 2);
    }

    @Test
    void onALineOfItsOwnItIsAboutTheNextNodeAndAllBelow() {
        assertThat(yaml("a: 1\n# plimsoll: ignore[x]\nb:\n  c: 1\n  d: [\n    1]\ne: 1\n"))
                .containsExactly(2, 3, 4, 5, 6);
        assertThat(yaml("a:\n  # plimsoll: ignore[x]\n\n  # other\n  - b: 1\n    c: 1\n  - d\n"))
                .containsExactly(2, 4, 5, 6);
        assertThat(yaml("a:\n  # plimsoll: ignore[x]\n  text\nb: 1\n")).containsExactly(2, 3);
        assertThat(yaml("a: [\n  # plimsoll: ignore[x]\n  1,\n  2]\n")).containsExactly(2, 3);
        assertThat(yaml("a: 1\n# plimsoll: ignore[x]\n---\nb: 1\nc: 1\n")).containsExactly(2, 3, 4);
        assertThat(yaml("a: 1\n# plimsoll: ignore[x]\n")).containsExactly(2);
        assertThat(yaml("a:\n  b:\n    c: 1\n    # plimsoll: ignore[x]\n  d: 1\ne: 1\n"))
                .containsExactly(4, 5);
    }

    @Test
    void forAFileItIsAboutAll() {
        assertThat(yaml("a: 1\nb: 1 # plimsoll: ignore-file[x]\nc: 1\n")).containsExactly(1, 2, 3);
    }

    @Test
    void textIsNoComment() {
        for (String text : List.of(
                "a: 'b # plimsoll: ignore[x]'\n",
                "a: |\n  b\n  # plimsoll: ignore[x]\n",
                "a: >-\n\n    # plimsoll: ignore[x]\n",
                "a: \"b\n  # plimsoll: ignore[x]\"\n",
                "a: b# plimsoll: ignore[x]\n",
                "a: [\n # see plimsoll: ignore[x]\n 1]\n")) {
            assertThat(DirectiveReader.read(new SourceFile("compose.yaml", text)))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void readsIdsAndReason() {
        String text = "a: 1 # other # plimsoll: ignore[ a-b , c,] : because # third\n";
        Directive directive =
                DirectiveReader.read(new SourceFile("compose.yaml", text)).get(0);
        assertThat(directive.ids()).extracting(Directive.Id::name).containsExactly("a-b", "c");
        assertThat(directive.reason()).contains("because");
        assertThat(text.substring(directive.at().start(), directive.at().end()))
                .isEqualTo("# plimsoll: ignore[ a-b , c,] : because");
        assertThat(DirectiveReader.read(new SourceFile("c.yaml", "a: 1 #plimsoll:ignore[a]\n"))
                        .get(0)
                        .reason())
                .isEqualTo(Optional.empty());
    }

    @Test
    void inShellItIsAboutACommand() {
        assertThat(lines("x.sh", "a\ndocker run \\\n  b \\\n  c # plimsoll: ignore[x]\nd\n"))
                .containsExactly(2, 3, 4);
        assertThat(lines("x.sh", "a\n# plimsoll: ignore[x]\n# more\n\ndocker run \\\n  b\nd\n"))
                .containsExactly(2, 5, 6);
        assertThat(lines("Makefile", "a:\n\tdocker run b # plimsoll: ignore[x]\n\tc\n"))
                .containsExactly(2);
        assertThat(lines("x.sh", "echo 'a\n# plimsoll: no' \"\\\"#\" # plimsoll: ignore[x]\nd\n"))
                .containsExactly(1, 2);
        assertThat(lines("x.sh", "cat <<'E'\n# plimsoll: no\nE\nit's # plimsoll: ignore[x]\n"))
                .containsExactly(4);
        assertThat(lines("x.sh", "a\r\nb # plimsoll: ignore[x]\r\nc\r\n")).containsExactly(2);
        assertThat(lines("tool", "#!/bin/sh\na${x#b} # plimsoll: ignore[x]\n")).containsExactly(2);
    }

    @Test
    void inMarkdownItIsAboutABlockOrWithinOne() {
        String above = "<!-- plimsoll: ignore[x] as an example -->\n";
        assertThat(lines("x.md", "text\n" + above + "\n```bash\ndocker run a\nb\n```\ntext\n"))
                .containsExactly(2, 4, 5, 6);
        assertThat(lines("x.md", above + "\n    docker run a\n\n    b\n\ntext\n"))
                .containsExactly(1, 3, 5);
        assertThat(lines("x.md", "    docker run a\n    docker run b # plimsoll: ignore[x]\n"))
                .containsExactly(2);
        assertThat(DirectiveReader.read(new SourceFile("x.md", above)).get(0).reason())
                .contains("as an example");
        assertThat(lines("x.md", "```sh\na\ndocker run b # plimsoll: ignore[x]\n```\n"))
                .containsExactly(3);
        assertThat(lines("x.md", "~~~yaml\nservices:\n  # plimsoll: ignore[x]\n  a:\n    b: 1\n  c: 1\n~~~\n"))
                .containsExactly(3, 4, 5);
        assertThat(DirectiveReader.read(new SourceFile("x.md", "# plimsoll: ignore[x]\n")))
                .isEmpty();
    }

    @Test
    void inAsciiDocAndReStructuredTextItIsAboutABlockOrWithinOne() {
        assertThat(lines("x.adoc", "// plimsoll: ignore[x] why\n\n.A\n[source,bash]\n----\ndocker run a\n----\n"))
                .containsExactly(1, 5, 6);
        assertThat(lines("x.adoc", "[source,bash]\n// plimsoll: ignore[x]\n----\ndocker run a\n----\n"))
                .containsExactly(2, 3, 4);
        assertThat(lines("x.adoc", "[,sh]\n----\na\ndocker run b # plimsoll: ignore[x]\n----\n"))
                .containsExactly(4);
        assertThat(lines("x.rst", ".. plimsoll: ignore[x]\n\n.. code:: sh\n\n   docker run a\n"))
                .containsExactly(1, 3, 5);
        assertThat(lines("x.rst", ".. plimsoll: ignore[x]\n\nA::\n\n   docker run a\n\nB\n"))
                .containsExactly(1, 5);
        assertThat(DirectiveReader.read(new SourceFile("x.rst", ".. plimsoll: ignore[x] as an example \n"))
                        .get(0)
                        .reason())
                .contains("as an example");
        for (String none :
                List.of("See // plimsoll: ignore[x]\n", "http://plimsoll: ignore[x]\n", "plimsoll: ignore[x]\n")) {
            assertThat(DirectiveReader.read(new SourceFile("x.adoc", none)))
                    .as(none)
                    .isEmpty();
            assertThat(DirectiveReader.read(new SourceFile("x.rst", none)))
                    .as(none)
                    .isEmpty();
        }
    }

    @Property(tries = 500, seed = "7")
    void anyTextIsRead(@ForAll String text) {
        for (String name : List.of("a.yaml", "a.sh", "a.md", "a.adoc", "a.rst")) {
            DirectiveReader.read(new SourceFile(name, text + "# plimsoll: ignore[" + text + "\n'\"<<x\n" + text));
        }
    }
}

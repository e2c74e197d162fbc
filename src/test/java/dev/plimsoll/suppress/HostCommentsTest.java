package dev.plimsoll.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.dockerfile.BuildTmpfsReader;
import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.host.DockerfileText;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A comment is read wherever a command is found, whatever kind of file it is in and however deep. */
class HostCommentsTest {
    private static final String RULE = "tmpfs-unbounded";
    private static final String COMMENT = " # plimsoll: ignore[" + RULE + "] known";
    private static final String BUILD = "RUN --mount=type=tmpfs,target=/x <<EOF\nmake # --mount=type=tmpfs\nEOF\n";
    private static final String RUN = "docker run --tmpfs /x example/app:1";

    /** Files in which a comment may follow a command, by their names. */
    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String ending : List.of("sh", "bash", "zsh", "ksh", "dash", "ash", "command", "ps1", "psm1")) {
            files.put("run." + ending, RUN + "\n" + RUN + " x\n");
        }
        files.put("a.bats", "@test \"a: b\" {\n  " + RUN + "\n}\n");
        files.put("deploy", RUN + "\n" + RUN + " x\n");
        files.put("bin/deploy", "#!/usr/bin/env bash\n" + RUN + "\n");
        files.put("bin/windows", "#!/usr/bin/env pwsh\n$x = @{ a = \"b: c\" }\n" + RUN + "\n");
        files.put("justfile", "run:\n\t" + RUN + "\n");
        files.put("notes.txt", "To start it: \n\n$ " + RUN + "\n");
        for (String name : List.of(
                "Makefile", "GNUmakefile", "BSDmakefile", "makefile.inc", "Makefile.am", "rules.mk", "rules.mak")) {
            files.put(name, "up:\n\t" + RUN + "\n\nit's: up\n\t@" + RUN + " x\n");
        }
        files.put(
                ".github/workflows/a.yml",
                "jobs:\n  a:\n    steps:\n    - run: |\n        " + RUN + "\n    - run: " + RUN + "\n");
        files.put("action.yml", "runs:\n  steps:\n  - run: " + RUN + "\n");
        files.put("Dockerfile", "# syntax=docker/dockerfile:1\nFROM a\n" + BUILD + "RUN x && \\\n  y\n" + BUILD);
        files.put(
                "app.Dockerfile",
                "# escape=`\nFROM a\nRUN --network=none `\n  --mount=type=tmpfs,target=/x `\n  make\n");
        files.put("build.sh", "docker build - <<'EOT'\nFROM a\n" + BUILD + "EOT\n" + RUN + "\n");
        files.put(".gitlab-ci.yml", "a:\n  script:\n  - " + RUN + "\n  - |\n    " + RUN + "\n");
        return files;
    }

    /** What stands before the first line of a block, and before each other one. */
    private static Map<String, String> nestings() {
        Map<String, String> outer = new LinkedHashMap<>();
        outer.put("", "");
        outer.put("> ", "> ");
        outer.put("- ", "  ");
        outer.put("1. ", "   ");
        outer.put("10)  ", "     ");
        Map<String, String> inner = new LinkedHashMap<>(outer);
        // the blank behind it would be part of the mark, and a tab is as wide as its place has it
        inner.put(">", ">");
        inner.put(" ", " ");
        outer.put("-\t", "\t");
        Map<String, String> all = new LinkedHashMap<>();
        outer.forEach(
                (first, next) -> inner.forEach((within, nextWithin) -> all.put(first + within, next + nextWithin)));
        all.put("   ", "   ");
        all.put("> 1. > - ", ">    >   ");
        return all;
    }

    private static Map<String, String> markdown() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : List.of("a.md", "a.markdown", "a.mdown", "a.mkd", "a.mdx", "README")) {
            files.put(name, "# A\n\n" + block("", "", "```sh", RUN, "```") + "\ntext\n");
        }
        nestings().forEach((first, next) -> {
            files.put("`" + first + "`.md", block(first, next, "```sh", RUN, "```"));
            files.put(
                    "`" + first + "` behind.md",
                    "- x\n" + block(first, next, "~~~~ console", "$ " + RUN, "~~~~") + "\nx\n");
            files.put("`" + first + "`.mdx", block(first, next, "```", RUN, "```"));
        });
        files.put("open.md", "- a\n- ```sh\n  " + RUN);
        files.put("windows.md", "> ```cmd\n> " + RUN + "\n> ```\n\n1. ```powershell\n   " + RUN + "\n   ```\n");
        files.put(
                "build.md",
                "> - ```dockerfile\n>   FROM a\n>   RUN x\n>   RUN --mount=type=tmpfs,target=/x make\n>   ```\n");
        files.put("make.md", "```make\nup:\n\t" + RUN + "\n```\n");
        files.put("mkdocs.md", "!!! note\n\n    ```sh\n    " + RUN + "\n    ```\n");
        files.put("compose.md", "> - ```yaml\n>   services:\n>     a:\n>       image: x\n>       tmpfs: /x\n>   ```\n");
        return files;
    }

    /** AsciiDoc and reStructuredText. */
    private static Map<String, String> prose() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : List.of("a.adoc", "a.asciidoc", "a.asc")) {
            files.put(name, "= A\n\nText.\n[source,bash]\n----\n" + RUN + "\n----\n\n....\n$ " + RUN + "\n....\n");
        }
        files.put("list.adoc", "* A\n+\n.Title\n[source,console]\n----\n$ " + RUN + "\n----\n* B\n");
        files.put("paragraph.adoc", "[source,bash]\n" + RUN + "\n\nText.\n\n " + RUN + "\n\nText.\n");
        files.put("open.adoc", "[source,bash]\n--\n" + RUN + "\n--\n\n[,sh]\n----\n" + RUN);
        files.put("a.rst", "A\n=\n\n.. code-block:: bash\n\n   " + RUN + "\n\nText::\n\n   $ " + RUN + "\n");
        files.put("list.rst", "* .. code:: bash\n     :name: x\n\n     " + RUN + "\n\n* Text::\n\n    " + RUN + "\n");
        files.put(
                "nested.rst",
                ".. note::\n\n   1. Two\n      lines::\n\n         " + RUN + "\n\n   .. prompt:: bash\n\n\t" + RUN
                        + "\n");
        files.put("compose.rst", "A::\n\n  services:\n    a:\n      image: x\n      tmpfs: /x\n");
        files.put("compose.adoc", "[,yaml]\n----\nservices:\n  a:\n    image: x\n    tmpfs: /x # <1>\n----\n<1> B\n");
        return files;
    }

    private static String block(String first, String next, String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(text.isEmpty() ? first : next).append(line).append('\n');
        }
        return text.toString();
    }

    private static Embedded read(SourceFile file) {
        return Hosts.read(file, HostKind.of(file));
    }

    /** Where a finding may be: the image of a command, a key of a document. */
    private static List<Integer> places(SourceFile file) {
        Embedded embedded = read(file);
        List<Integer> places = new ArrayList<>();
        for (ShellCommand command : embedded.commands()) {
            places.add(command.words().get(2).at().span().start());
        }
        for (DockerfileText dockerfile : embedded.dockerfiles()) {
            for (BuildTmpfs mount :
                    BuildTmpfsReader.alone(dockerfile.content(), false).tmpfs()) {
                places.add(mount.at().span().start());
            }
        }
        for (ComposeDocument document : embedded.composeDocuments()) {
            places.add(file.text().indexOf("tmpfs", document.at().span().start()));
        }
        return places;
    }

    private static List<String> words(SourceFile file) {
        List<String> words = new ArrayList<>();
        for (ShellCommand command : read(file).commands()) {
            words.add(command.words().stream().map(Word::value).toList().toString());
        }
        for (ComposeDocument document : read(file).composeDocuments()) {
            words.add(document.content());
        }
        return words;
    }

    private static boolean isIgnored(SourceFile file, int offset) {
        return DirectiveReader.read(file).stream()
                .anyMatch(directive -> directive.names(RULE) && directive.covers(offset));
    }

    private static Stream<DynamicTest> each(Map<String, String> files, Consumer<SourceFile> test) {
        return files.entrySet().stream().flatMap(entry -> Stream.of("\n", "\r\n")
                .map(end -> dynamicTest(
                        entry.getKey() + (end.equals("\n") ? "" : " CRLF"),
                        () -> test.accept(
                                new SourceFile(entry.getKey(), entry.getValue().replace("\n", end))))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsHonored() {
        Map<String, String> all = files();
        all.putAll(markdown());
        all.putAll(prose());
        return each(all, HostCommentsTest::checkWritten);
    }

    private static void checkWritten(SourceFile file) {
        List<Integer> places = places(file);
        assertThat(places).isNotEmpty();
        List<IgnoreWriter.Target> targets = new ArrayList<>();
        for (int place : places) {
            assertThat(isIgnored(file, place)).isFalse();
            targets.add(new IgnoreWriter.Target(RULE, place));
        }
        SourceFile after = new SourceFile(
                file.path(), IgnoreWriter.write(file, targets, "known").orElseThrow());
        assertThat(words(after)).isEqualTo(words(file));
        for (int place : places(after)) {
            assertThat(isIgnored(after, place)).as(after.text()).isTrue();
        }
        assertThat(IgnoreWriter.write(
                        after,
                        List.of(new IgnoreWriter.Target(RULE, places(after).get(0))),
                        "known"))
                .as("what is ignored needs no second comment")
                .contains(after.text());
    }

    /** What renderers show is what they showed: the comment is in no list, quotation or code that was not there. */
    @TestFactory
    Stream<DynamicTest> theDocumentStaysWhatItWas() {
        Map<String, String> rendered = markdown();
        rendered.keySet().removeIf(name -> name.endsWith(".mdx") || name.equals("mkdocs.md"));
        return each(rendered, file -> {
            List<IgnoreWriter.Target> targets = new ArrayList<>();
            for (int place : places(file)) {
                targets.add(new IgnoreWriter.Target(RULE, place));
            }
            String after = IgnoreWriter.write(file, targets, "known").orElseThrow();
            String comment = "<!-- plimsoll: ignore[" + RULE + "] known -->\n";
            assertThat(html(after)).contains(comment);
            // the blanks before it are shown nowhere
            assertThat(html(after).replaceAll(" *" + Pattern.quote(comment), ""))
                    .isEqualTo(html(file.text()));
        });
    }

    private static String html(String text) {
        return HtmlRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(text))
                .replace("\r", "");
    }

    @TestFactory
    Stream<DynamicTest> aCommentBehindACommandIsRead() {
        Map<String, String> all = files();
        all.putAll(markdown());
        all.putAll(prose());
        all.remove("compose.rst");
        all.remove("compose.adoc");
        // there a number sign begins no comment, or one of another language
        all.remove("windows.md");
        all.remove("compose.md");
        all.remove(".gitlab-ci.yml");
        all.remove(".github/workflows/a.yml");
        all.keySet().removeAll(List.of("Dockerfile", "app.Dockerfile", "build.sh", "build.md"));
        all.replaceAll((name, text) -> text.replaceFirst(RUN, RUN + COMMENT));
        return each(all, file -> {
            List<Integer> places = places(file);
            assertThat(isIgnored(file, places.get(0))).isTrue();
            for (int place : places.subList(1, places.size())) {
                assertThat(isIgnored(file, place)).isFalse();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aCommentAboveACommandInABlockIsRead() {
        Map<String, String> all = new LinkedHashMap<>();
        nestings()
                .forEach((first, next) ->
                        all.put("`" + first + "`.md", block(first, next, "```sh", COMMENT.strip(), RUN, RUN, "```")));
        return each(all, file -> {
            assertThat(places(file)).hasSize(2);
            assertThat(isIgnored(file, places(file).get(0))).isTrue();
            assertThat(isIgnored(file, places(file).get(1))).isFalse();
        });
    }

    /** A wrong form and a right one, one below the other, are two documents, which YAML would not take for one. */
    @Test
    void eachDocumentOfABlockHasItsComments() {
        String first = "> services:\n>   a:\n>     image: x\n>     tmpfs: /x";
        String second = first.replace("/x", "/y") + "\n";
        SourceFile behind = new SourceFile("a.md", "> ```yaml\n" + first + COMMENT + "\n>\n" + second + "> ```\n");
        assertThat(places(behind)).hasSize(2);
        assertThat(isIgnored(behind, places(behind).get(0))).isTrue();
        assertThat(isIgnored(behind, places(behind).get(1))).isFalse();
        SourceFile above =
                new SourceFile("a.md", "> ```yaml\n" + first + "\n>\n>" + COMMENT + "\n" + second + "> ```\n");
        assertThat(isIgnored(above, places(above).get(0))).isFalse();
        assertThat(isIgnored(above, places(above).get(1))).isTrue();
    }

    /** What a script writes into a file has the comments of that file, in Markdown too. */
    @Test
    void aDocumentThatAScriptWritesHasItsComments() {
        String services = "services:\n  a:\n    image: x\n    tmpfs: /x" + COMMENT + "\n  b:\n    tmpfs: /y\n";
        String script = "# one\ncat > compose.yaml <<'EOF'\n" + services + "EOF\n" + RUN + COMMENT + "\n";
        for (SourceFile file : List.of(
                new SourceFile("a.sh", script),
                new SourceFile("a.md", "> ```sh\n> " + script.replace("\n", "\n> ") + "\n> ```\n"))) {
            assertThat(isIgnored(file, file.text().indexOf("tmpfs: /x"))).isTrue();
            assertThat(isIgnored(file, file.text().indexOf("tmpfs: /y"))).isFalse();
            assertThat(isIgnored(file, file.text().indexOf("--tmpfs"))).isTrue();
        }
        SourceFile markdown = new SourceFile("b.md", "```sh\n" + script.replace(COMMENT, "") + "```\n");
        int inMarkdown = markdown.text().indexOf("tmpfs: /x");
        assertThat(IgnoreWriter.write(markdown, List.of(new IgnoreWriter.Target(RULE, inMarkdown)), "known")
                        .orElseThrow())
                .startsWith("<!-- plimsoll: ignore[");
        SourceFile plain = new SourceFile("b.sh", script.replace(COMMENT, ""));
        int inScript = plain.text().indexOf("tmpfs: /x");
        SourceFile written = new SourceFile(
                "b.sh",
                IgnoreWriter.write(plain, List.of(new IgnoreWriter.Target(RULE, inScript)), "known")
                        .orElseThrow());
        assertThat(isIgnored(written, written.text().indexOf("tmpfs: /x"))).isTrue();
        assertThat(isIgnored(written, written.text().indexOf("tmpfs: /y"))).isFalse();
    }

    @Test
    void inMdxItIsWrittenAsMdxHasIt() {
        SourceFile file = new SourceFile("a.mdx", "> ```sh\n> " + RUN + "\n> ```\n");
        IgnoreWriter.Target target = new IgnoreWriter.Target(RULE, places(file).get(0));
        assertThat(IgnoreWriter.write(file, List.of(target), "known"))
                .contains("> {/* plimsoll: ignore[" + RULE + "] known */}\n> ```sh\n> " + RUN + "\n> ```\n");
        assertThat(IgnoreWriter.write(file, List.of(target), "a */ b")).isPresent();
        assertThat(IgnoreWriter.write(file, List.of(target), "a */} b")).isEmpty();
        SourceFile html = new SourceFile("a.mdx", "<!-- plimsoll: ignore[" + RULE + "] -->\n" + file.text());
        assertThat(isIgnored(html, places(html).get(0))).isTrue();
    }

    @Test
    void aReasonDoesNotEndTheComment() {
        SourceFile file = new SourceFile("a.md", "```sh\n" + RUN + "\n```\n");
        IgnoreWriter.Target target = new IgnoreWriter.Target(RULE, places(file).get(0));
        assertThat(IgnoreWriter.write(file, List.of(target), "see --> below")).isEmpty();
        assertThat(IgnoreWriter.write(file, List.of(target), "see -> below")).isPresent();
    }
}

package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.dockerfile.BuildTmpfsReader;
import dev.plimsoll.dockerfile.DockerfileLayout;
import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.host.DockerfileText;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the text: commands whose words stand where they say, in time that grows with the text. */
class ShellPropertyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration LARGE_DEADLINE = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1 << 20;

    @Provide
    Arbitrary<String> shellTexts() {
        return ShellTexts.all();
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void anyTextInAnyDialectHasItsWordsInPlace(@ForAll("shellTexts") String content) {
        SourceFile file = new SourceFile("x.sh", content);
        assertTimeoutPreemptively(DEADLINE, () -> {
            for (ShellDialect dialect : ShellDialect.values()) {
                Text whole = whole(file);
                for (ShellCommand command : ShellReader.read(whole, dialect)) {
                    check(command);
                    checkSameAgain(command, dialect);
                }
                ShellReader.readDocumentation(whole, dialect).forEach(ShellPropertyTest::check);
            }
        });
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void anyTextInAnyFileHasItsWordsInPlace(@ForAll("shellTexts") String content) {
        for (String name :
                List.of("x.md", "Makefile", "ci.gitlab-ci.yml", "x.txt", "x.bat", "x.ps1", "x.yaml", "Dockerfile")) {
            SourceFile file = new SourceFile(name, content);
            assertTimeoutPreemptively(DEADLINE, () -> checkHost(file));
        }
    }

    private static void checkDockerfile(SourceFile file, DockerfileText dockerfile) {
        DockerfileLayout layout = DockerfileLayout.of(dockerfile.content());
        for (Span comment : layout.comments()) {
            assertThat(file.text().charAt(comment.start())).isEqualTo('#');
            assertThat(layout.subject(comment).end())
                    .isLessThanOrEqualTo(file.text().length());
        }
        for (BuildTmpfs mount : BuildTmpfsReader.alone(dockerfile.content(), dockerfile.podman())
                .tmpfs()) {
            assertThat(mount.at().text()).contains("mount");
        }
    }

    private static void checkHost(SourceFile file) throws YamlSyntaxException {
        HostKind own = HostKind.of(file);
        assertThat(own).isNotNull();
        for (HostKind kind : HostKind.values()) {
            Embedded embedded = Hosts.read(file, kind);
            embedded.commands().forEach(ShellPropertyTest::check);
            embedded.dockerfiles().forEach(dockerfile -> checkDockerfile(file, dockerfile));
            for (ComposeDocument document : embedded.composeDocuments()) {
                String content = document.content();
                assertThat(content).hasSameSizeAs(document.at().text());
                YamlParser.parse(document.at(), content)
                        .forEach(root -> assertThat(document.at().span().covers(root.span()))
                                .isTrue());
            }
        }
    }

    private static Text whole(SourceFile file) {
        return Text.verbatim(new Location(file, new Span(0, file.text().length())));
    }

    private static void check(ShellCommand command) {
        assertThat(command.words()).isNotEmpty();
        assertInside(command.at());
        for (Word word : command.words()) {
            assertInside(word.at());
            for (int i = 0; i < word.text().length(); i++) {
                assertInside(word.text().part(i, i + 1).location());
            }
            if (word.text().isLiteral() && !word.text().isEmpty()) {
                Span at = word.at().span();
                assertThat(at.covers(word.text().location().span()))
                        .as("%s covers %s", at, word.text().location())
                        .isTrue();
            }
        }
    }

    private static void assertInside(Location at) {
        assertThat(at.span().end()).isLessThanOrEqualTo(at.file().text().length());
    }

    /** A word that stands alone is the same word. */
    private static void checkSameAgain(ShellCommand command, ShellDialect dialect) {
        for (Word word : command.words()) {
            if (!word.text().isLiteral() || word.value().indexOf(Text.UNKNOWN) >= 0) {
                continue;
            }
            SourceFile alone = new SourceFile("again", "docker " + word.at().text());
            List<ShellCommand> again = ShellReader.read(whole(alone), dialect);
            assertThat(again).as(alone.text()).hasSize(1);
            List<Word> words = again.get(0).words();
            assertThat(words).as(alone.text()).hasSize(2);
            assertThat(words.get(1).value()).isEqualTo(word.value());
            assertThat(words.get(1).quote()).isEqualTo(word.quote());
        }
    }

    @TestFactory
    Stream<DynamicTest> largeTextsTakeTimeInProportion() {
        int many = 100_000;
        return Stream.of(
                        "\"".repeat(MEGABYTE),
                        "'".repeat(MEGABYTE + 1),
                        "`".repeat(MEGABYTE + 1),
                        "$(".repeat(many),
                        "docker run $(\n".repeat(many),
                        "docker run $((".repeat(many),
                        "((".repeat(many),
                        "docker run \"$(".repeat(many),
                        "docker run \"$(\n".repeat(many),
                        "docker run '\n$(`\n\"\n".repeat(many),
                        "${X:-".repeat(many),
                        "\"${X:-".repeat(many),
                        "(".repeat(many),
                        "<(".repeat(many),
                        "cat <<E\n".repeat(many),
                        "cat <<E ".repeat(many) + "\n",
                        "case x in\n".repeat(many),
                        "[[ ".repeat(many),
                        "docker run <a ".repeat(many),
                        "docker run {{a ".repeat(many),
                        "X=(".repeat(many),
                        "X=(\"\n)d".repeat(many),
                        "X=(g)\n" + "docker run x\"${X[@]}\"\n".repeat(many / 4),
                        "X+=(a)\n".repeat(many) + "docker run \"${X[@]}\" ".repeat(1000),
                        "X=aaaaaaaaaa\n" + "docker run $X$X$X\n".repeat(many / 4),
                        "docker run a \\\n".repeat(many / 4),
                        "docker run ".repeat(many),
                        "docker run a`b`c\n".repeat(many / 4),
                        "X=$(X)$(X)\n".repeat(many),
                        "%".repeat(MEGABYTE),
                        "docker run %a".repeat(many),
                        "all:\n" + "\tdocker run $(\n".repeat(many),
                        "X0=a\n" + doubling() + "all:\n\tdocker run $(X60)\n",
                        "```\n".repeat(many),
                        "```bash\ndocker run a\n```\n".repeat(many / 4),
                        "```yaml\nservices:\n  a: {image: x}\n```\n".repeat(many / 20),
                        "> ".repeat(many) + "```bash\ndocker run x",
                        "tee Dockerfile <<E\n$(`\\\n<\nE\n".repeat(many / 20),
                        "tee Dockerfile <<-E\n" + "\t$(<${".repeat(many),
                        "```dockerfile\nRUN <a> ...\n```\n".repeat(many / 20),
                        "- ".repeat(many) + "```\n",
                        "PS \n".repeat(many),
                        "$ docker run 'a\n".repeat(many),
                        "a: &a [docker]\n".repeat(100) + "script: " + "[".repeat(200),
                        "@'\n".repeat(many),
                        "<#".repeat(many))
                .map(text -> DynamicTest.dynamicTest(
                        text.substring(0, 12).replace("\n", "\\n") + " " + text.length(),
                        () -> assertTimeoutPreemptively(LARGE_DEADLINE, () -> {
                            for (ShellDialect dialect : ShellDialect.values()) {
                                assertThat(ShellReader.read(whole(new SourceFile("x", text)), dialect))
                                        .isNotNull();
                            }
                            for (HostKind kind : HostKind.values()) {
                                assertThat(Hosts.read(new SourceFile("x", text), kind))
                                        .isNotNull();
                            }
                        })));
    }

    private static String doubling() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            text.append("X")
                    .append(i)
                    .append("=$(X")
                    .append(i - 1)
                    .append(")$(X")
                    .append(i - 1)
                    .append(")\n");
        }
        return text.toString();
    }
}

package dev.plimsoll.dockerfile;

import static dev.plimsoll.dockerfile.Dockerfiles.built;
import static dev.plimsoll.dockerfile.Dockerfiles.environment;
import static dev.plimsoll.dockerfile.Dockerfiles.read;
import static dev.plimsoll.dockerfile.Dockerfiles.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines make up an instruction. */
class LinesTest {
    private static Instruction.Run run(Dockerfile file) {
        return (Instruction.Run) built(file).get(0);
    }

    @Test
    void mayBeContinued() {
        Dockerfile file = read("FROM x\nRUN a \\\n  # a comment \\\n\n  && b \\  \n&& c\nUSER u\n");

        assertThat(run(file).command().value()).isEqualTo("a   && b && c");
        assertThat(run(file).at().text()).startsWith("RUN a").endsWith("&& c");
        assertThat(file.user().known()).contains("u");
    }

    @Test
    void mayBeContinuedWithinAWord() {
        assertThat(shown(read("FROM x\nVOLUME /da\\\nta\n").volumes())).containsExactly("/data");
        assertThat(read("FROM x\nVOLUME /da\\\nta\n").volumes().get(0).at().text())
                .isEqualTo("/da\\\nta");
    }

    @Test
    void areNotContinuedByTwoEscapes() {
        assertThat(read("FROM x\nRUN a \\\\\nUSER u\n").user().known()).contains("u");
    }

    @Test
    void mayEndInTheMiddle() {
        assertThat(run(read("FROM x\nRUN a \\")).command().value()).isEqualTo("a");
        assertThat(run(read("FROM x\nRUN a \\\n# comment")).command().value()).isEqualTo("a");
    }

    @Test
    void mayHaveAnyLineBreakAndAMark() {
        String text = "FROM x AS a\nENV A=1 \\\n  # c\n  B=2\nUSER u\nCOPY <<E /e\nb\nE\nWORKDIR /w";
        Dockerfile unix = read(text);
        Dockerfile windows = read("\uFEFF" + text.replace("\n", "\r\n"));

        assertThat(environment(windows)).isEqualTo(environment(unix)).containsEntry("B", "2");
        assertThat(windows.user().known()).contains("u");
        assertThat(windows.workdir().known()).isEqualTo(unix.workdir().known()).isPresent();
        assertThat(windows.complete()).isTrue();
    }

    @Test
    void followTheEscapeDirective() {
        Dockerfile file = read("# syntax=docker/dockerfile:1\n#  Escape = ` \nFROM x\nENV A=C:\\dir\\ `\n  B=a` b\n");

        assertThat(environment(file)).containsExactly(Map.entry("A", "C:\\dir\\"), Map.entry("B", "a b"));
        assertThat(file.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# comment\n# escape=`\n", "\n# escape=`\n", "#other=1\n# escape=`\n", "FROM y\n# escape=`\n"})
    void knowNoDirectiveFurtherDown(String top) {
        assertThat(environment(read(top + "FROM x\nENV A=a\\\nb\n"))).containsEntry("A", "ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# escape=x\n", "# escape=`\n# escape=`\n", "# syntax=a\n# syntax=b\n"})
    void areRefusedForSomeDirectives(String top) {
        assertThat(read(top + "FROM x\n").built()).isEmpty();
    }

    @Test
    void mayBeOfAnotherGrammar() {
        assertThat(read("# syntax=example.org/mirror/dockerfile:1.7\nFROM x\n").complete())
                .isTrue();
        assertThat(read("# syntax=example.org/buildpack:1\nFROM x\n").complete())
                .isFalse();
    }

    @Test
    void passOverHereDocuments() {
        Dockerfile file = read("""
                FROM x
                RUN <<EOF cat > /a 2<<-"E 2"
                USER wrong
                EOF
                USER wrong
                \tE 2
                COPY <<one <<'two' other /dir/
                FROM wrong
                one
                FROM wrong
                two
                USER right
                """);

        assertThat(run(file).scripts()).extracting(Text::value).containsExactly("USER wrong\n", "USER wrong\n");
        assertThat(run(file).at().text()).doesNotContain("\n");
        assertThat(((Instruction.Copy) built(file).get(1)).sources())
                .extracting(Text::value)
                .containsExactly("other");
        assertThat(file.user().known()).contains("right");
        assertThat(file.stages()).hasSize(1);
        assertThat(file.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN cat <<<word",
                "RUN echo $((1<<2))",
                "RUN cat<<EOF",
                "RUN a << EOF",
                "RUN [\"sh\", \"<<EOF\"]",
                "RUN echo \"<<EOF ",
                "LABEL a=<<EOF",
                "CMD <<EOF"
            })
    void knowWhatIsNoHereDocument(String line) {
        assertThat(read("FROM x\n" + line + "\nUSER u\n").user().known()).contains("u");
    }

    @Test
    void areRefusedWithoutTheEndOfAHereDocument() {
        Dockerfile file = read("FROM x\nRUN <<EOF\nFROM y\n");

        assertThat(file.built()).isEmpty();
        assertThat(file.complete()).isFalse();
    }

    @Test
    void passOverHereDocumentsOfTriggers() {
        assertThat(read("FROM x\nONBUILD RUN <<E\nUSER wrong\nE\n").user().isAbsent())
                .isTrue();
    }

    @Test
    void areLimited() {
        assertThat(read("FROM x\n" + "#".repeat(1024 * 1024)).built()).isEmpty();
        assertThat(read("FROM x\n" + "USER u\n".repeat(10_000)).built()).isEmpty();
        assertThat(read("FROM x\n" + "USER u\n".repeat(9_000)).built()).isPresent();
        assertThat(read("FROM x\n".repeat(251)).built()).isEmpty();
        assertThat(read("FROM x\n".repeat(250)).built()).isPresent();
    }
}

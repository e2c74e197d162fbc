package dev.plimsoll.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.testkit.CpuTime;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DockerfileReaderFuzzTest {
    private static final Map<String, String> ARGS = Map.of("A", "1", "B", "x" + Text.UNKNOWN);

    @Property(seed = "20261121")
    void anyTextIsRead(@ForAll String text) {
        check(text, Optional.empty());
    }

    @Property(seed = "20261121")
    void anyMixOfPiecesIsRead(@ForAll("pieces") String text, @ForAll("targets") String target) {
        check(text, Optional.of(target));
    }

    @Property(seed = "20261121")
    void lineBreaksMakeNoDifference(@ForAll("pieces") String text) {
        String unix = text.replace("\r", "");
        Dockerfile one = read(unix, Optional.empty());
        Dockerfile other = read(unix.replace("\n", "\r\n"), Optional.empty());

        assertThat(other.complete()).isEqualTo(one.complete());
        assertThat(other.base().known()).isEqualTo(one.base().known());
        assertThat(other.user().known()).isEqualTo(one.user().known());
        assertThat(other.workdir().known()).isEqualTo(one.workdir().known());
        assertThat(Dockerfiles.shown(other.volumes())).isEqualTo(Dockerfiles.shown(one.volumes()));
        assertThat(Dockerfiles.environment(other)).isEqualTo(Dockerfiles.environment(one));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "FROM ",
                        "FROM x AS a\n",
                        "FROM a\n",
                        "FROM scratch\n",
                        "ARG ",
                        "ENV ",
                        "VOLUME ",
                        "USER ",
                        "WORKDIR ",
                        "HEALTHCHECK ",
                        "CMD ",
                        "ENTRYPOINT ",
                        "RUN ",
                        "COPY ",
                        "ONBUILD ",
                        "NONE",
                        "\n",
                        "\n",
                        "\r\n",
                        " ",
                        "\t",
                        "\\",
                        "\\\n",
                        "`",
                        "# escape=`\n",
                        "#",
                        "<<EOF",
                        "<<-'E'",
                        "\nEOF\n",
                        "E\n",
                        "--mount=type=tmpfs",
                        ",target=",
                        ",size=",
                        "1m",
                        "--from=a",
                        "--from=0",
                        "--",
                        "A",
                        "A=",
                        "B",
                        "=",
                        "/x",
                        "y",
                        "..",
                        "$",
                        "${",
                        "}",
                        "$A",
                        "${A:-",
                        "${B:+",
                        "${C-",
                        ":",
                        "\"",
                        "'",
                        "[",
                        "]",
                        "[\"",
                        "\", \"",
                        "\"]",
                        "\\u0041",
                        "\\ud83d",
                        "`x`",
                        "$(",
                        ")",
                        "\uFEFF",
                        "\uFFFF",
                        "\u0000",
                        "é",
                        "\uD83D\uDE00",
                        "\uD83D")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.of("", "a", "0", "1", "b");
    }

    @Example
    void hostileTextTakesNoLonger() {
        String[] hostile = {
            "FROM x\n" + "ENV A=$A$A\n".repeat(9_000),
            "FROM x\nENV A=" + "a".repeat(500_000) + "\n" + "ENV B=$A$A$A\n".repeat(9_000),
            "FROM x\nENV A=" + "$A".repeat(500_000),
            "FROM x\nENV " + "A=1 ".repeat(250_000),
            "FROM x\nUSER " + "${".repeat(500_000),
            "FROM x\nUSER " + "${A:-b}".repeat(140_000),
            "FROM x\nUSER " + "${A:-".repeat(200_000),
            "FROM x\nUSER " + "'\"".repeat(500_000),
            "FROM x\nCMD " + "$(".repeat(500_000),
            "FROM x\nCMD " + "`".repeat(1_000_000),
            "FROM x\nCMD [" + "\"a\",".repeat(250_000),
            "FROM x\nRUN " + "--mount=type=tmpfs,target=/a ".repeat(35_000) + "x",
            "FROM x\nRUN --mount=type=tmpfs" + ",\"".repeat(500_000),
            "FROM x\nRUN " + "<<A ".repeat(250_000),
            "FROM x\nRUN " + "<<A ".repeat(120_000) + "\nA".repeat(250_000),
            "FROM x\nRUN a" + "\\\n".repeat(500_000),
            "FROM x\nWORKDIR " + "a/".repeat(500_000) + "\n",
            "FROM x\n" + "WORKDIR a\n".repeat(9_990),
            "FROM scratch\n" + "WORKDIR a\n".repeat(9_990),
            "FROM scratch\n" + ("WORKDIR " + "a/".repeat(40) + "\n").repeat(9_990),
            "FROM x AS a\n" + "FROM a AS a\n".repeat(240) + "USER " + "$B".repeat(500_000),
            "FROM x AS a\nENV " + "A=1 ".repeat(200_000) + "\n" + "FROM a AS a\n".repeat(240),
            "FROM x\n" + "# c\n".repeat(260_000),
        };
        for (String text : hostile) {
            Duration took = CpuTime.of(() -> check(text, Optional.empty()));
            assertThat(took).as(text.substring(0, 40).replace("\n", " / ")).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Dockerfile read(String text, Optional<String> target) {
        return DockerfileReader.read(new SourceFile("Dockerfile", text), ARGS, target);
    }

    private static void check(String text, Optional<String> target) {
        assertThatCode(() -> places(read(text, target), new SourceFile("Dockerfile", text).text()))
                .as("%s", text.length() > 2000 ? "long" : text)
                .doesNotThrowAnyException();
    }

    /** Walks all records below a value and asks every place for its text, which throws outside of the file. */
    private static void places(Object value, String text) throws ReflectiveOperationException {
        if (value instanceof Location at) {
            inside(at, text);
        } else if (value instanceof Text words) {
            inside(words.location(), text);
            for (int i = 0; i < Math.min(words.length(), 50); i++) {
                inside(words.part(i, i + 1).location(), text);
            }
        } else if (value instanceof Iterable<?> all) {
            for (Object each : all) {
                places(each, text);
            }
        } else if (value instanceof Map<?, ?> map) {
            places(map.values(), text);
        } else if (value instanceof Optional<?> optional && optional.isPresent()) {
            places(optional.get(), text);
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                places(component.getAccessor().invoke(value), text);
            }
        }
    }

    private static void inside(Location at, String text) {
        Span span = at.span();
        if (span.end() > text.length()) {
            throw new AssertionError(span + " of a text of " + text.length());
        }
        at.text();
    }
}

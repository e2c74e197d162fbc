package dev.plimsoll.dockerfile;

import static dev.plimsoll.dockerfile.Dockerfiles.built;
import static dev.plimsoll.dockerfile.Dockerfiles.environment;
import static dev.plimsoll.dockerfile.Dockerfiles.read;
import static dev.plimsoll.dockerfile.Dockerfiles.shown;
import static dev.plimsoll.dockerfile.Dockerfiles.target;
import static dev.plimsoll.dockerfile.Dockerfiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileReaderTest {
    private static Optional<String> workdir(String text) {
        return read(text).workdir().known().map(ContainerPath::value);
    }

    @Nested
    class Base {
        @Test
        void isWhatFromNames() {
            Dockerfile file = read("from  --platform=$BUILDPLATFORM  postgres:16-alpine  as  Db\n");

            assertThat(file.base().known()).contains("postgres:16-alpine");
            assertThat(file.base().place().text()).isEqualTo("postgres:16-alpine");
            assertThat(file.built().orElseThrow().name().map(Text::value)).contains("Db");
            assertThat(file.complete()).isTrue();
        }

        @Test
        void isFoundThroughEarlierStages() {
            Dockerfile file = read("FROM node:20 AS base\nFROM base AS deps\nFROM DEPS\n");

            assertThat(file.base().known()).contains("node:20");
            assertThat(file.stages()).hasSize(3);
        }

        @Test
        void mayHaveTheNameOfItsOwnStage() {
            assertThat(read("FROM alpine AS alpine\n").base().known()).contains("alpine");
            assertThat(read("FROM a AS x\nFROM b AS x\nFROM x\n").base().known())
                    .contains("b");
        }

        @Test
        void takesArguments() {
            String text = "ARG V=16\nARG TAG=$V-alpine\nFROM postgres:${TAG}\n";

            assertThat(read(text).base().known()).contains("postgres:16-alpine");
            assertThat(read(text, Map.of("V", "17")).base().known()).contains("postgres:17-alpine");
            assertThat(read(text, Map.of("TAG", "15")).base().known()).contains("postgres:15");
            assertThat(read(text, Map.of("V", "" + Text.UNKNOWN)).base().known())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ARG V\nFROM postgres:$V",
                    "FROM postgres:$V",
                    "FROM image-${TARGETARCH:-amd64}",
                    "FROM ${",
                    "FROM a b",
                    "FROM",
                    "FROM a # comment",
                    "ARG E=\nFROM $E",
                })
        void isUnknown(String text) {
            assertThat(read(text).base().known()).isEmpty();
        }

        @Test
        void isAnyStageWhenUnknown() {
            Dockerfile file = read("FROM a AS run-amd64\nVOLUME /x\nFROM b AS run-arm64\nFROM run-$TARGETARCH\n");

            assertThat(file.complete()).isFalse();
            assertThat(file.user()).isInstanceOf(Field.Unknown.class);
        }
    }

    @Nested
    class Target {
        private static final String TEXT = "FROM a AS One\nUSER u\nFROM b\nFROM c AS three\n";

        @Test
        void isANameOrANumberOrTheLast() {
            assertThat(read(TEXT).base().known()).contains("c");
            assertThat(target(TEXT, "one").user().known()).contains("u");
            assertThat(target(TEXT, "1").base().known()).contains("b");
            assertThat(target(TEXT, "").base().known()).contains("c");
        }

        @ParameterizedTest
        @ValueSource(strings = {"3", "-1", "99999", "four", "b"})
        void mayNotBeThere(String target) {
            Dockerfile file = target(TEXT, target);

            assertThat(file.built()).isEmpty();
            assertThat(file.base()).isInstanceOf(Field.Unknown.class);
            assertThat(file.complete()).isFalse();
        }

        @Test
        void leavesOutStagesThatItDoesNotNeed() {
            Dockerfile file = read("""
                    FROM a AS unused
                    FROM b AS tools
                    FROM tools AS built
                    FROM c AS assets
                    FROM d
                    COPY --from=built /x /x
                    RUN --mount=type=bind,from=assets,target=/assets cp /assets/a /a
                    """);

            assertThat(file.stages()).extracting(BuildStage::number).containsExactly(1, 2, 3, 4);
            assertThat(file.base().known()).contains("d");
        }
    }

    @Nested
    class Volumes {
        @Test
        void areReadInBothForms() {
            Dockerfile file = read("FROM x\nVOLUME /a \"/b\" /a\nVOLUME [\"/c d\", \"/\\u0065\"]\nVOLUME ['/f']\n");

            assertThat(shown(file.volumes())).containsExactly("/a", "/b", "/c d", "/e", "[/f]");
            assertThat(file.volumes().get(3).at().text()).isEqualTo("/\\u0065");
        }

        @Test
        void areInherited() {
            Dockerfile file = read("FROM x AS a\nENV D=/data\nVOLUME $D\nFROM a\nVOLUME ${D}/more [\"/y\"\n");

            assertThat(shown(file.volumes())).containsExactly("/data", "/data/more", "[/y");
        }

        @Test
        void mayBeUnknown() {
            assertThat(shown(read("FROM x\nARG D\nVOLUME $D ${D:-/d} $PGDATA ${PGDATA:-/e}\n")
                            .volumes()))
                    .containsExactly("?", "/d", "?", "?");
            assertThat(shown(read("FROM scratch\nVOLUME ${PGDATA:-/e}\n").volumes()))
                    .containsExactly("/e");
        }
    }

    @Nested
    class User {
        @Test
        void isTheLastOne() {
            Dockerfile file = read("FROM x AS a\nUSER root\nUSER \"app\":app\nFROM a\n");

            assertThat(file.user().known()).contains("app:app");
            assertThat(file.user().place().text()).isEqualTo("\"app\":app");
        }

        @Test
        void isTheBaseImagesIfAbsent() {
            Dockerfile file = read("FROM x\n");

            assertThat(file.user().isAbsent()).isTrue();
            assertThat(file.user().place().text()).isEqualTo("FROM x");
        }

        @Test
        void mayHideInWhatCouldNotBeRead() {
            Dockerfile file = read("FROM x\nUSR app\n");

            assertThat(file.user()).isInstanceOf(Field.Unknown.class);
            assertThat(file.complete()).isFalse();
        }
    }

    @Nested
    class Workdir {
        @Test
        void isJoined() {
            assertThat(workdir("FROM x\nWORKDIR /a/\nWORKDIR b\nWORKDIR ../c\n"))
                    .contains("/a/c");
            assertThat(workdir("FROM x AS y\nWORKDIR /a\nFROM y\nWORKDIR b c\n"))
                    .contains("/a/b c");
            assertThat(workdir("FROM x\nENV H=/h\nWORKDIR $H/app\n")).contains("/h/app");
        }

        @Test
        void hangsOnTheBaseImageIfRelative() {
            assertThat(workdir("FROM x\nWORKDIR app\n")).isEmpty();
            assertThat(workdir("FROM scratch\nWORKDIR app\n")).contains("/app");
            assertThat(read("FROM x\nWORKDIR app\n").workdir().isPresent()).isTrue();
        }

        @Test
        void ofWindowsIsNotTold() {
            assertThat(workdir("# escape=`\nFROM x\nWORKDIR C:\\app\n")).isEmpty();
            assertThat(workdir("FROM scratch\nWORKDIR C:/app\n")).isEmpty();
        }
    }

    @Nested
    class Commands {
        @Test
        void areCutIntoWords() {
            assertThat(words(read("FROM x\nCMD [\"redis-server\", \"--save\", \"\"]\n")
                            .command()))
                    .containsExactly("redis-server", "--save", "");
            assertThat(words(read("FROM x\nCMD redis-server --save \"\" '$A' \"$B\"c $(d e) ${F:-g} `h` $ $1\n")
                            .command()))
                    .containsExactly("redis-server", "--save", "", "$A", "?c", "?", "?", "?", "$", "?");
            assertThat(words(read("FROM x\nCMD [\"/bin/sh\", \"-ec\", \"exec a $B\"]\n")
                            .command()))
                    .containsExactly("/bin/sh", "-ec", "exec a $B", "exec", "a", "?");
            assertThat(read("FROM x\nCMD a\n").command().orElseThrow().shell()).isTrue();
        }

        @Test
        void ofAnEarlierStageAreDroppedByAnEntrypoint() {
            String parent = "FROM x AS p\nENTRYPOINT [\"e\"]\nCMD [\"c\"]\nFROM p\n";

            assertThat(words(read(parent).command())).containsExactly("c");
            assertThat(read(parent + "ENTRYPOINT [\"f\"]\n").command()).isEmpty();
            assertThat(words(read(parent + "CMD [\"d\"]\nENTRYPOINT [\"f\"]\n").command()))
                    .containsExactly("d");
            assertThat(words(read(parent + "ENTRYPOINT []\n").entrypoint())).isEmpty();
        }
    }

    @Nested
    class Healthchecks {
        @Test
        void areThereOrSwitchedOff() {
            Dockerfile file =
                    read("FROM x AS a\nHEALTHCHECK --interval=5s --timeout=3s \\\n  CMD curl -f localhost\nFROM a\n");

            assertThat(words(file.healthcheck().flatMap(Healthcheck::test))).containsExactly("curl", "-f", "localhost");
            assertThat(read("FROM x\nhealthcheck none\n")
                            .healthcheck()
                            .orElseThrow()
                            .isNone())
                    .isTrue();
            assertThat(read("FROM x\n").healthcheck()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"HEALTHCHECK", "HEALTHCHECK CMD", "HEALTHCHECK NONE x", "HEALTHCHECK curl x"})
        void areLeftOutIfRefused(String line) {
            Dockerfile file = read("FROM x\n" + line + "\n");

            assertThat(file.healthcheck()).isEmpty();
            assertThat(file.complete()).isFalse();
        }
    }

    @Nested
    class Environment {
        @Test
        void hasAllForms() {
            Dockerfile file = read("FROM x\nENV A=1 B=\"two words\" C='$A' D=a\\ b E=\nENV F  all \"of it\"\n");

            assertThat(environment(file))
                    .containsExactly(
                            Map.entry("A", "1"),
                            Map.entry("B", "two words"),
                            Map.entry("C", "$A"),
                            Map.entry("D", "a b"),
                            Map.entry("E", ""),
                            Map.entry("F", "all of it"));
            assertThat(file.environment().get("B").at().text()).isEqualTo("\"two words\"");
        }

        @Test
        void isNotSeenWithinItsOwnInstruction() {
            assertThat(environment(read("FROM x\nENV A=old\nENV A=new B=$A\nENV C=$A\n")))
                    .containsEntry("B", "old")
                    .containsEntry("C", "new");
        }

        @Test
        void isInheritedWithArguments() {
            Dockerfile file = read("FROM x AS a\nARG V=1\nENV A=a\nFROM a\nENV B=$A$V\n");

            assertThat(environment(file)).containsExactly(Map.entry("A", "a"), Map.entry("B", "a1"));
        }

        @Test
        void ofTheBaseImageIsUnknown() {
            assertThat(environment(read("FROM x\nENV PATH=/opt/bin:$PATH\n"))).containsEntry("PATH", "?");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ENV", "ENV A", "ENV A=1 B", "ENV =1", "ENV $A=1"})
        void isLeftOutIfRefused(String line) {
            Dockerfile file = read("FROM x\n" + line + "\n");

            assertThat(file.environment()).isEmpty();
            assertThat(file.complete()).isFalse();
        }
    }

    @Nested
    class Arguments {
        @Test
        void ofTheFileCountInAStageOnceDeclaredThere() {
            String text = "ARG V=1\nFROM x\nENV A=$V\nARG V\nENV B=$V\nARG V=2\nENV C=$V\n";

            assertThat(environment(read(text)))
                    .containsEntry("A", "?")
                    .containsEntry("B", "1")
                    .containsEntry("C", "2");
            assertThat(environment(read(text, Map.of("V", "9"))))
                    .containsEntry("A", "?")
                    .containsEntry("B", "9")
                    .containsEntry("C", "9");
        }

        @Test
        void doNotReachTheNextStage() {
            assertThat(environment(read("FROM x\nARG V=1\nFROM y\nENV A=$V\n"))).containsEntry("A", "?");
        }

        @Test
        void andEnvironmentOfOneName() {
            assertThat(environment(read("FROM x\nARG V=1\nENV V=2\nENV A=$V\n", Map.of("V", "3"))))
                    .containsEntry("A", "2");
            // the reference and BuildKit do not agree
            assertThat(environment(read("FROM x\nENV V=1\nARG V=2\nENV A=$V\n")))
                    .containsEntry("V", "1")
                    .containsEntry("A", "?");
            assertThat(environment(read("FROM x\nENV V=1\nARG V\nENV A=$V\n"))).containsEntry("A", "1");
        }

        @Test
        void mayBeSeveralInALine() {
            assertThat(environment(read("FROM x\nARG A=1 B=\"$A 2\" C\nENV D=$B$A E=${C:-c}\n")))
                    .containsEntry("D", "1 21")
                    .containsEntry("E", "c");
        }

        @Test
        void ofThePlatformAreUnknown() {
            assertThat(environment(read("FROM x\nARG TARGETARCH\nENV A=$TARGETARCH B=${TARGETARCH:-amd64}\n")))
                    .containsEntry("A", "?")
                    .containsEntry("B", "?");
        }
    }

    @Nested
    class Instructions {
        @Test
        void areListedInOrder() {
            Dockerfile file = read("""
                    FROM node:18 AS builder
                    WORKDIR /app
                    FROM node:18-alpine
                    WORKDIR /srv
                    COPY --from=builder --chown=node:node /app/a "/app/b" ./
                    COPY --from=nginx:1 /etc/nginx /etc/nginx
                    COPY --from=0 ["/x y", "/z"]
                    ADD --link https://example.org/f .
                    EXPOSE 80
                    ONBUILD RUN x
                    """);

            assertThat(built(file)).hasSize(6);
            Instruction.Copy first = (Instruction.Copy) built(file).get(1);
            assertThat(first.from().map(Text::value)).contains("builder");
            assertThat(first.stage()).hasValue(0);
            assertThat(first.sources()).extracting(Text::value).containsExactly("/app/a", "/app/b");
            assertThat(first.path()).contains(new ContainerPath("/srv"));
            assertThat(first.at().text()).startsWith("COPY --from=builder").endsWith("./");
            Instruction.Copy second = (Instruction.Copy) built(file).get(2);
            assertThat(second.stage()).isEmpty();
            Instruction.Copy third = (Instruction.Copy) built(file).get(3);
            assertThat(third.stage()).hasValue(0);
            assertThat(third.sources()).extracting(Text::value).containsExactly("/x y");
            assertThat(((Instruction.Copy) built(file).get(4)).from()).isEmpty();
            assertThat(((Instruction.Other) built(file).get(5)).keyword()).isEqualTo("EXPOSE");
            assertThat(file.complete()).isTrue();
        }

        @Test
        void mayNotTakeFromALaterStage() {
            Dockerfile file = read("FROM a\nCOPY --from=later /x /x\nCOPY --from=1 /x /x\nFROM b AS later\n");

            assertThat(file.stages()).hasSize(1);
        }

        @Test
        void ofTriggersRunInTheNextStage() {
            assertThat(read("FROM x AS a\nONBUILD USER app\nFROM a\n").user()).isInstanceOf(Field.Unknown.class);
            assertThat(read("FROM x AS a\nONBUILD USER app\n").user()).isInstanceOf(Field.Absent.class);
        }
    }

    @Test
    void readsADockerfileWithinAnotherFile() {
        SourceFile outer = new SourceFile("compose.yaml", "inline: FROM x # rest");
        Text inner = Text.verbatim(new Location(outer, new Span(8, 14)));

        Dockerfile file = DockerfileReader.read(inner, Map.of(), Optional.empty());

        assertThat(file.base().known()).contains("x");
        assertThat(file.base().place().span()).isEqualTo(new Span(13, 14));
    }

    @Test
    void hasNothingToSayOfAnEmptyFile() {
        for (String text : new String[] {"", "\n", "# comment\n", "ARG A=1\n", "RUN x\n"}) {
            Dockerfile file = read(text);

            assertThat(file.built()).isEmpty();
            assertThat(file.complete()).isFalse();
        }
    }
}

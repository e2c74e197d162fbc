package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.ProjectFixture;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an image is built, and what its Dockerfile makes of it. */
class BuildReaderTest {
    private static Build build(String... lines) {
        return service(lines).build().orNull();
    }

    private static ProjectFixture project(String build, String path, String dockerfile) {
        return ProjectFixture.of("services: {a: {build: " + build + "}}").with(path, dockerfile);
    }

    private static BuiltImage built(String dockerfile) {
        return project(".", "Dockerfile", dockerfile)
                .container()
                .built()
                .image()
                .orElseThrow();
    }

    @Test
    void aContextAlone() {
        Build build = build("build: ./app");
        assertThat(build.context().value().known()).contains("./app");
        assertThat(build.context().at().text()).isEqualTo("./app");
        assertThat(build.dockerfile()).isEmpty();
        assertThat(build.target()).isEmpty();
        assertThat(build.inline()).isFalse();
        assertThat(build.otherContexts()).isFalse();
        assertThat(build.platforms()).isEmpty();
        assertThat(build.platform()).isEmpty();
        assertThat(build.pullPolicy()).isFalse();
        assertThat(build.args()).isEmpty();
    }

    @Test
    void allThatABuildMaySay() {
        Build build = build(
                "build:",
                "  context: app",
                "  dockerfile: Dockerfile.dev",
                "  dockerfile_inline: FROM x",
                "  target: prod",
                "  additional_contexts: [base=x]",
                "  platforms: [linux/amd64, [a], linux/arm64]",
                "  args: {A: 1, B: '${X:-2}', C: '${X}', D: , E: [1]}",
                "platform: linux/arm64",
                "pull_policy: build");
        assertThat(build.context().value().known()).contains("app");
        assertThat(build.dockerfile().orElseThrow().value().known()).contains("Dockerfile.dev");
        assertThat(build.inline()).isTrue();
        assertThat(build.target()).contains("prod");
        assertThat(build.otherContexts()).isTrue();
        assertThat(build.platforms())
                .extracting(platform -> platform.at().text())
                .containsExactly("linux/amd64", "linux/arm64");
        assertThat(build.platform().orElseThrow().value().known()).contains("linux/arm64");
        assertThat(build.pullPolicy()).isTrue();
        assertThat(build.knownArgs()).isEqualTo(Map.of("A", "1", "B", "2"));
    }

    @Test
    void theContextIsTheDirectoryUnlessOneIsWritten() {
        Build build = build("build: {target: '${T}'}");
        assertThat(build.context().value().known()).contains(".");
        assertThat(build.context().at().text()).isEqualTo("{target: '${T}'}");
        assertThat(build.target()).isEmpty();
        assertThat(build("build: {args: [A=1, B]}").knownArgs()).isEqualTo(Map.of("A", "1"));
    }

    @Test
    void aServiceMayNotBeBuilt() {
        assertThat(service().build().isAbsent()).isTrue();
        assertThat(service().built()).isSameAs(BuiltImage.Source.NONE);
        assertThat(service("build:").build().isAbsent()).isTrue();
        assertThat(service("build: !reset null").build()).isInstanceOf(Field.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    .                                              | Dockerfile
                    ./app                                          | app/Dockerfile
                    {context: app}                                 | app/Dockerfile
                    {context: app, dockerfile: dev.Dockerfile}     | app/dev.Dockerfile
                    {context: app, dockerfile: ../dev/Dockerfile}  | dev/Dockerfile
                    {dockerfile: '${D:-Dockerfile.x}'}             | Dockerfile.x
                    """)
    void findsTheDockerfile(String build, String path) {
        BuiltImage.Source built =
                project(build, path, "FROM redis:7\n").container().built();
        assertThat(built.image().orElseThrow().base().known().orElseThrow()).isEqualTo(ImageReference.parse("redis:7"));
        assertThat(built.image().orElseThrow()).isSameAs(built.image().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    app                                                  | Dockerfile
                    ..                                                   | ../Dockerfile
                    '${C}'                                               | Dockerfile
                    https://x/Dockerfile                                 | https:/x/Dockerfile/Dockerfile
                    git@x                                                | git@x/Dockerfile
                    {dockerfile: '${D}'}                                 | Dockerfile
                    {dockerfile_inline: FROM x}                          | Dockerfile
                    {context: ., additional_contexts: [redis=x]}         | Dockerfile
                    """)
    void aDockerfileThatIsNotHereOrNotShownTellsNothing(String build, String path) {
        BuiltImage.Source built = project(build, path, "FROM redis:7\nRUN --mount=type=tmpfs,target=/t x\n")
                .container()
                .built();
        assertThat(built.image()).isEmpty();
        assertThat(built.tmpfs()).isEmpty();
    }

    /** It is larger than any file that is read. */
    @Test
    void aDockerfileThatCannotBeReadTellsNothing() {
        BuiltImage.Source built = project(".", "Dockerfile", "FROM x\n" + "# tmpfs\n".repeat(2_200_000))
                .container()
                .built();
        assertThat(built.tmpfs()).isEmpty();
        assertThat(built.image()).isEmpty();
    }

    @Test
    void whatADockerfileMakes() {
        BuiltImage image = built("""
                        FROM postgres:17
                        USER app
                        WORKDIR /srv
                        VOLUME /data
                        ENV A=1
                        COPY x /opt/
                        HEALTHCHECK CMD true
                        ENTRYPOINT ["run"]
                        CMD ["a", "b"]
                        """);
        assertThat(image.base().known().orElseThrow().tag()).contains("17");
        assertThat(image.base().place().text()).isEqualTo("postgres:17");
        assertThat(image.user().known()).contains("app");
        assertThat(image.workdir().known().orElseThrow().value()).isEqualTo("/srv");
        assertThat(image.volumes()).extracting(volume -> volume.at().text()).containsExactly("/data");
        assertThat(image.environment()).containsOnlyKeys("A");
        assertThat(image.copied()).extracting(ContainerPath::value).containsExactly("/opt");
        assertThat(image.healthCheck().known().orElseThrow().disabled()).isFalse();
        assertThat(image.healthCheck().place().text()).isEqualTo("HEALTHCHECK CMD true");
        assertThat(words(image.entrypoint())).containsExactly("run");
        assertThat(words(image.command())).containsExactly("a", "b");
        assertThat(image.command().place().text()).isEqualTo("CMD [\"a\", \"b\"]");
        assertThat(image.tmpfs()).isEmpty();
        assertThat(built("FROM x\nHEALTHCHECK NONE\n")
                        .healthCheck()
                        .known()
                        .orElseThrow()
                        .disabled())
                .isTrue();
    }

    private static List<String> words(Field<CommandLine> command) {
        return ComposeFixture.words(command.known().orElseThrow().words());
    }

    @Test
    void whatADockerfileDoesNotSayItsBaseDecides() {
        BuiltImage image = built("FROM postgres:17\n");
        assertThat(image.healthCheck().isAbsent()).isTrue();
        assertThat(image.command().isAbsent()).isTrue();
        assertThat(image.entrypoint().isAbsent()).isTrue();
        assertThat(image.command().place().text()).isEqualTo("postgres:17");
        assertThat(image.healthCheck().place().text()).isEqualTo("postgres:17");
    }

    @Test
    void whatIsNotKnownOfADockerfileIsNotAbsent() {
        BuiltImage image = built("FROM postgres:$V\n");
        assertThat(image.base().isPresent()).isTrue();
        assertThat(image.base().known()).isEmpty();
        assertThat(image.base().raw()).isEqualTo("postgres:$V");
        BuiltImage broken = built("RUN x\n");
        assertThat(broken.base()).isInstanceOf(Field.Unknown.class);
        assertThat(broken.command()).isInstanceOf(Field.Unknown.class);
        assertThat(broken.entrypoint()).isInstanceOf(Field.Unknown.class);
        assertThat(broken.healthCheck()).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void argumentsAndTargetDecideWhatIsBuilt() {
        String dockerfile = "ARG V=1\nFROM redis:$V AS a\nFROM nginx AS b\n";
        Container first =
                project("{target: a, args: {V: 7}}", "Dockerfile", dockerfile).container();
        assertThat(first.contents()).contains(ImageReference.parse("redis:7"));
        Container last = project("{args: {V: 7}}", "Dockerfile", dockerfile).container();
        assertThat(last.contents()).contains(ImageReference.parse("nginx"));
    }

    @Test
    void mountsOfTheBuild() {
        String dockerfile = "FROM x\nRUN --mount=type=tmpfs,target=/t make\n";
        BuiltImage.Source built =
                project(".", "Dockerfile", dockerfile).container().built();
        assertThat(built.tmpfs()).extracting(BuildTmpfs::path).containsExactly(Optional.of(new ContainerPath("/t")));
        assertThat(built.image()).isPresent();
        assertThat(built.tmpfs()).as("once it is read").hasSize(1);
    }

    @Test
    void servicesThatBuildTheSameShareWhatIsRead() {
        Loaded loaded =
                ProjectFixture.of("""
                        services:
                          a: {build: .}
                          b: {build: {context: .}}
                          c: {build: {context: ., args: {A: 1}}}
                          d: {build: {context: ., target: x}}
                        """).with("Dockerfile", "FROM redis AS x\n").load();
        List<BuiltImage> images = loaded.project().containers().stream()
                .map(container -> container.built().image().orElseThrow())
                .toList();
        assertThat(images.get(1)).isSameAs(images.get(0));
        assertThat(images.get(2)).isNotSameAs(images.get(0));
        assertThat(images.get(3)).isNotSameAs(images.get(0)).isNotSameAs(images.get(2));
    }

    /** As many units as one file may have are read: of what is beyond no rule speaks. */
    @Test
    void dockerfilesAreNotReadWithoutEnd() {
        String filling = "#" + "x".repeat(4 * 1024 * 1024 - 9);
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 5; i++) {
            text.append("  s")
                    .append(i)
                    .append(": {build: {context: ., args: {A: ")
                    .append(i)
                    .append("}}}\n");
        }
        Loaded loaded = ProjectFixture.of(text.toString())
                .with("Dockerfile", "FROM x\n" + filling + "\n")
                .load();
        assertThat(loaded.project().containers())
                .extracting(container -> container.built().image().isPresent())
                .containsExactly(true, true, true, true, false);
    }
}

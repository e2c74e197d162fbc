package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerTest {
    private static Container container(String text) {
        return ComposeReader.read(new SourceFile("a/compose.yaml", text), List.of())
                .project()
                .containers()
                .get(0);
    }

    private static String holder(Container container, String path) {
        return container
                .mountOf(new ContainerPath(path))
                .map(mount -> mount.getClass().getSimpleName() + " "
                        + mount.target().value().raw())
                .orElse("none");
    }

    @Test
    void aPathIsHeldByTheLongestTarget() {
        Container container = container("""
                services:
                  a:
                    image: x
                    tmpfs: [/data, /data/cache, "/run/"]
                    volumes: ["./x:/data/db", "vol:/database"]
                """);
        assertThat(holder(container, "/data/db/x")).isEqualTo("BindMount /data/db");
        assertThat(holder(container, "/data/db")).isEqualTo("BindMount /data/db");
        assertThat(holder(container, "/data/dbx")).isEqualTo("TmpfsMount /data");
        assertThat(holder(container, "/database")).isEqualTo("VolumeMount /database");
        assertThat(holder(container, "/run/x")).isEqualTo("TmpfsMount /run/");
        assertThat(holder(container, "/etc")).isEqualTo("none");
    }

    @Test
    void ofTwoMountsWithOneTargetTheLaterCounts() {
        Container container = container("services: {a: {image: x, tmpfs: /x, volumes: ['./y:/x/']}}");
        assertThat(holder(container, "/x")).isEqualTo("BindMount /x/");
    }

    @Test
    void totalCountsEachTargetOnceAndSharedMemoryWithItsSize() {
        TmpfsTotal total = TmpfsTotal.of(container("""
                services:
                  a:
                    image: x
                    shm_size: 1g
                    tmpfs:
                      - /a:size=1m
                      - /b:size=2m,ro
                      - /c
                      - /d:size=${X}
                      - /a/:size=4m
                      - /e:size=50%
                """));
        assertThat(total.bytes()).isEqualTo(new ByteSize(ByteSize.GIB + 4 * ByteSize.MIB));
        assertThat(total.withShm()).isTrue();
        assertThat(total.mounts()).hasSize(1);
        assertThat(total.largest().orElseThrow().target().value().raw()).isEqualTo("/a/");
    }

    @Test
    void aTmpfsOverSharedMemoryCountsInstead() {
        TmpfsTotal total =
                TmpfsTotal.of(container("services: {a: {image: x, shm_size: 1g, tmpfs: ['/dev/shm/:size=2m']}}"));
        assertThat(total.bytes()).isEqualTo(ByteSize.mebibytes(2));
        assertThat(total.withShm()).isFalse();
    }

    @Test
    void aVolumesTmpfsIsNotCountedAsItsMountersOwn() {
        TmpfsTotal total = TmpfsTotal.of(container("""
                services: {a: {image: x, volumes: ["vol:/x"]}}
                volumes: {vol: {driver_opts: {type: tmpfs, device: tmpfs, o: "size=1m"}}}
                """));
        assertThat(total.mounts()).isEmpty();
        assertThat(total.largest()).isEmpty();
    }

    @Test
    void totalWithoutSharedMemory() {
        TmpfsTotal total = TmpfsTotal.of(container(
                "services: {a: {image: x, shm_size: 1g, tmpfs: ['/a:size=1m', '/b:size=4m', '/c:size=2m']}}"));
        assertThat(total.withoutShm().bytes()).isEqualTo(ByteSize.mebibytes(7));
        assertThat(total.withoutShm().withShm()).isFalse();
        assertThat(total.withoutShm().mounts()).isEqualTo(total.mounts());
        assertThat(total.largest().orElseThrow().target().value().raw()).isEqualTo("/b");
    }

    @Test
    void mountsAreComparedUpToFiveHundred() {
        for (int count : List.of(1, 500, 501)) {
            StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n    tmpfs:\n");
            for (int i = 0; i < count; i++) {
                text.append("      - /t").append(i).append('\n');
            }
            assertThat(container(text.toString()).hasComparableMounts())
                    .as("%d mounts", count)
                    .isEqualTo(count <= 500);
        }
    }

    @Test
    void projectsKnowTheirPartsByName() {
        Project project = ComposeReader.read(new SourceFile("compose.yaml", """
                        services: {a: {image: x}, b: {image: y}}
                        volumes: {b: {labels: [l]}, c: {driver: local, driver_opts: {type: none}}}
                        networks: {c: {external: true}}
                        """), List.of())
                .project();
        assertThat(project.container("b").orElseThrow().name().value()).isEqualTo("b");
        assertThat(project.container("c")).isEmpty();
        Resource volume = project.resource(ResourceKind.VOLUME, "c").orElseThrow();
        assertThat(volume.kind()).isEqualTo(ResourceKind.VOLUME);
        assertThat(volume.has("driver")).isTrue();
        assertThat(volume.has("external")).isFalse();
        assertThat(volume.isExternal()).isFalse();
        assertThat(volume.driverOption("type").orElseThrow().value().known()).contains("none");
        assertThat(volume.driverOption("o")).isEmpty();
        assertThat(project.resource(ResourceKind.NETWORK, "c").orElseThrow().isExternal())
                .isTrue();
        assertThat(project.resource(ResourceKind.NETWORK, "b")).isEmpty();
        assertThat(project.resources(ResourceKind.VOLUME))
                .extracting(Resource::name)
                .containsExactly("b", "c");
    }

    @Test
    void aVariableThatIsPassedThroughIsNotKnown() {
        Container container = container("services: {a: {image: x, environment: [A, B=, 'C=c', 'D=${D}']}}");
        assertThat(container.variable("A").orElseThrow().isInherited()).isTrue();
        for (String name : List.of("B", "C", "D")) {
            assertThat(container.variable(name).orElseThrow().isInherited())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void nameAndFile() {
        Container container = container("services: {a: {image: x}}");
        assertThat(container.name().value()).isEqualTo("a");
        assertThat(container.fileName()).isEqualTo("compose.yaml");
        assertThat(container.variable("X")).isEmpty();
        assertThat(container.limit()).isEmpty();
    }
}

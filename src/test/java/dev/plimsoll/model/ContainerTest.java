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
    void nameAndFile() {
        Container container = container("services: {a: {image: x}}");
        assertThat(container.name().value()).isEqualTo("a");
        assertThat(container.fileName()).isEqualTo("compose.yaml");
        assertThat(container.variable("X")).isEmpty();
        assertThat(container.limit()).isEmpty();
    }
}

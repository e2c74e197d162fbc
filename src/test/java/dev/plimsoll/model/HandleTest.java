package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.dockerrun.Commands;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mounts lead back to what they were read from, and are the same mounts whatever that is. */
class HandleTest {
    private static final SourceFile COMPOSE = new SourceFile("a/compose.yaml", """
            services:
              a:
                image: x
                tmpfs: ["/a:size=1m"]
                volumes:
                  - data:/b
                  - ./c:/c
                  - ./c:/h
                  - {type: tmpfs, target: /d}
                  - {type: npipe, source: e, target: /e}
                  - {type: npipe, source: e, target: /i}
                  - fast:/f
                  - {type: volume, source: fast, target: /g}
            volumes:
              data:
              fast:
                driver_opts: {type: tmpfs, device: tmpfs}
            """);

    private static List<Mount> mounts() {
        return ComposeReader.read(COMPOSE, List.of())
                .project()
                .containers()
                .get(0)
                .mounts();
    }

    @Test
    void aMountOfAServiceLeadsToItsNode() {
        List<Mount> mounts = mounts();
        assertThat(mounts).hasSize(9);
        for (Mount mount : mounts) {
            assertThat(mount.handle()).isInstanceOf(Node.class);
            assertThat(((Node) mount.handle())
                            .at()
                            .span()
                            .covers(mount.target().at().span()))
                    .as(mount.toString())
                    .isTrue();
        }
        for (TmpfsMount mount : List.of((TmpfsMount) mounts.get(7), (TmpfsMount) mounts.get(8))) {
            assertThat(mount.volume().orElseThrow().handle()).isInstanceOf(Node.MapNode.class);
        }
    }

    @Test
    void aHandleTakesNoPartInWhatMakesMountsEqual() {
        List<Mount> once = mounts();
        List<Mount> again = mounts();
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).handle()).isNotSameAs(once.get(i).handle());
            assertThat(again.get(i)).isEqualTo(once.get(i)).hasSameHashCodeAs(once.get(i));
        }
    }

    @Test
    void mountsOfOtherPlacesAreOthers() {
        List<Mount> mounts = mounts();
        for (Mount mount : mounts) {
            for (Mount other : mounts) {
                assertThat(mount.equals(other)).isEqualTo(mount == other);
            }
        }
    }

    @Test
    void aMountOfACommandLeadsToItsFlag() {
        List<Mount> mounts = Commands.script("""
                        docker volume create --opt type=tmpfs --opt o=size=1m fast
                        docker run --tmpfs /a -v b:/b -v ./c:/c --mount type=tmpfs,target=/d -v fast:/e --volumes-from f x
                        """).project().containers().get(0).mounts();
        assertThat(mounts).hasSize(6);
        for (Mount mount : mounts) {
            assertThat(mount.handle()).isInstanceOf(Option.class);
            assertThat(((Option) mount.handle()).text().location())
                    .isEqualTo(mount.declared().at());
        }
        assertThat(((TmpfsMount) mounts.get(4)).volume().orElseThrow().handle()).isInstanceOf(DockerCommand.class);
    }
}

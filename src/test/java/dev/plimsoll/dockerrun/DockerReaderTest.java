package dev.plimsoll.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HostDevice;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands to the model that Compose services become, too. */
class DockerReaderTest {
    @Test
    void readsWhatAContainerMayDoToItsHost() {
        Container container = Commands.container("""
                docker run --privileged=false --cap-add cap_net_admin --cap-add=SYS_TIME --cap-drop all \\
                  --device=/dev//sda:/dev/x:r --security-opt no-new-privileges --security-opt=seccomp:unconfined \\
                  --pid host --userns=host --cgroup-parent p x
                """);
        Privileges privileges = container.host().privileges().orNull();
        assertThat(container.host().isPrivileged()).isFalse();
        assertThat(privileges.capAdd().orNull())
                .extracting(item -> item.value().known().get())
                .containsExactly("NET_ADMIN", "SYS_TIME");
        assertThat(container.host().capDrop().orNull())
                .extracting(item -> item.value().known().get())
                .containsExactly("ALL");
        assertThat(privileges.devices())
                .extracting(item -> item.value().known().get())
                .containsExactly(HostDevice.of("/dev/sda"));
        assertThat(container.host().securityOptions().orNull())
                .extracting(item -> item.value().known().get())
                .containsExactly(SecurityOption.parse("no-new-privileges"), SecurityOption.parse("seccomp:unconfined"));
        assertThat(privileges.pid().known()).contains("host");
        assertThat(privileges.userns().known()).contains("host");
        assertThat(privileges.cgroupParent().known()).contains("p");
        assertThat(Commands.container("docker run x").host().privileges().isAbsent())
                .isTrue();
        assertThat(Commands.container("docker run $X --cap-drop A x").host().capDrop())
                .isInstanceOf(Field.Unknown.class);
    }

    @Test
    void readsWhatAContainerIsAskedFor() {
        Container container = Commands.container("""
                docker run -dit --name web -m 2g --memory-swap 4g --memory-reservation=1g --shm-size 64m \\
                  -u 1000:1000 --ipc shareable --read-only --restart on-failure:3 --cpus 1.5 --pids-limit 100 \\
                  --memory-swappiness 10 --oom-kill-disable --oom-score-adj -500 --kernel-memory 50m \\
                  --log-driver local --log-opt max-size=10m -e A=1 -e B -e C= --entrypoint /run \\
                  --health-cmd 'curl -f x' --network host -p 127.0.0.1:8080:80/udp -p target=81,published=82 \\
                  library/nginx:1.27 nginx -g 'daemon off;'
                """);
        assertThat(container.name().value()).isEqualTo("web");
        assertThat(container.dialect()).isEqualTo(Container.Dialect.DOCKER);
        assertThat(container.image().orNull().repository()).isEqualTo("nginx");
        assertThat(container.limit()).contains(new ByteSize(2 * ByteSize.GIB));
        assertThat(container.memory().swap().orNull().total()).isEqualTo(new ByteSize(4 * ByteSize.GIB));
        assertThat(container.memory().reservation().known()).contains(new ByteSize(ByteSize.GIB));
        assertThat(container.memory().shm().known()).contains(ByteSize.mebibytes(64));
        assertThat(container.memory().tuning().swappiness().known()).contains(10);
        assertThat(container.memory().tuning().oomKillDisable().known()).contains(true);
        assertThat(container.memory().tuning().oomScoreAdjust().known()).contains(-500);
        assertThat(container.memory().tuning().kernelMemory().known()).contains("50m");
        assertThat(container.host().user().known()).contains("1000:1000");
        assertThat(container.host().ipc().known()).contains("shareable");
        assertThat(container.host().readOnlyRoot().known()).contains(true);
        assertThat(container.host().restart().known()).contains("on-failure:3");
        assertThat(container.host().cpus().known()).contains("1.5");
        assertThat(container.host().pids().known()).contains("100");
        assertThat(container.host().removedOnExit()).isFalse();
        assertThat(container.host().background()).isFalse();
        assertThat(container.host().deployedRestart().isAbsent()).isTrue();
        assertThat(container.host().logging().orNull().options()).containsOnlyKeys("max-size");
        assertThat(container.variable("A").flatMap(Value::known)).contains("1");
        assertThat(container.variable("B")).isPresent();
        assertThat(container.variable("B").flatMap(Value::known)).isEmpty();
        assertThat(container.variable("C").flatMap(Value::known)).contains("");
        assertThat(container.entrypoint().orNull().contains(List.of("/run"))).isTrue();
        assertThat(container.command().orNull().words()).hasSize(3);
        assertThat(container.healthCheck().orNull().test().get(1).value().known())
                .contains("curl -f x");
        assertThat(container.relations().networkMode().known()).contains("host");
        assertThat(container.ports().get(0).value().known().get().hostIp()).contains("127.0.0.1");
        assertThat(container.ports().get(1).value().known().get().published()).contains("82");
    }

    @Test
    void readsMounts() {
        Container container = Commands.container("""
                docker run --mount type=bind,source=/a/../b,target=/bind,readonly -v data:/vol:ro,z -v /anonymous \\
                  --mount 'type=tmpfs,destination=/long,"tmpfs-size=64m",tmpfs-mode=1770,noexec' \\
                  --tmpfs=/short:size=1m,mode=700,ro -v './src:/src' -v 'C:\\x:/win' --mount target=/x,tmpfs-size=1m myapp
                """);
        List<Mount> mounts = container.mounts();
        assertThat(mounts).hasSize(8);
        TmpfsMount shortForm = (TmpfsMount) mounts.get(0);
        assertThat(shortForm.declaration()).isEqualTo(TmpfsMount.Declaration.SHORT);
        assertThat(shortForm.bytes()).contains(ByteSize.mebibytes(1));
        assertThat(shortForm.mode().orNull().bits()).isEqualTo(0700);
        assertThat(shortForm.readOnly()).isTrue();
        BindMount bind = (BindMount) mounts.get(1);
        assertThat(bind.hostPath()).contains("/b");
        assertThat(bind.readOnly()).isTrue();
        VolumeMount volume = (VolumeMount) mounts.get(2);
        assertThat(volume.source().get().value().known()).contains("data");
        assertThat(volume.options()).extracting(option -> option.value()).containsExactly("ro", "z");
        assertThat(((VolumeMount) mounts.get(3)).source()).isEmpty();
        TmpfsMount longForm = (TmpfsMount) mounts.get(4);
        assertThat(longForm.declaration()).isEqualTo(TmpfsMount.Declaration.LONG);
        assertThat(longForm.bytes()).contains(ByteSize.mebibytes(64));
        assertThat(longForm.mode().orNull().bits()).isEqualTo(01770);
        assertThat(longForm.foreign()).extracting(field -> field.value()).containsExactly("noexec");
        assertThat(((BindMount) mounts.get(5)).hostPath()).contains("./src");
        assertThat(((BindMount) mounts.get(6)).source().value().known()).contains("C:\\x");
        assertThat(mounts.get(7).foreign()).extracting(field -> field.value()).containsExactly("tmpfs-size");
    }

    @Test
    void volumesThatATmpfsBacksAreTmpfs() {
        Project project = Commands.script("""
                        docker volume create --driver local --opt type=tmpfs --opt device=tmpfs --opt o=size=100m,uid=1000 tv
                        docker volume create plain
                        docker run -v tv:/x -v plain:/y --mount source=tv,target=/z myapp
                        """).project();
        List<TmpfsMount> tmpfs = project.containers().get(0).tmpfsMounts();
        assertThat(tmpfs).hasSize(2);
        assertThat(tmpfs.get(0).declaration()).isEqualTo(TmpfsMount.Declaration.VOLUME);
        assertThat(tmpfs.get(0).bytes()).contains(ByteSize.mebibytes(100));
        assertThat(tmpfs.get(0).size().place().start().line()).isEqualTo(1);
        Resource volume = project.resources().get(0);
        assertThat(volume.name()).isEqualTo("tv");
        assertThat(volume.driver().get().value().known()).contains("local");
        assertThat(volume.driverOption("o").get().value().known()).contains("size=100m,uid=1000");
        assertThat(project.partial()).isTrue();
    }

    @Test
    void theLastOfSeveralCounts() {
        Container container = Commands.container("docker run -m 1g --memory=2g -m3g --rm --rm=false i");
        assertThat(container.limit()).contains(new ByteSize(3 * ByteSize.GIB));
        assertThat(container.host().removedOnExit()).isFalse();
    }

    @Test
    void zeroIsNoLimit() {
        Container container =
                Commands.container("docker run -m 0 --memory-swap 0 --mount type=tmpfs,target=/x,tmpfs-size=0 i");
        assertThat(container.memory().limit().isAbsent()).isTrue();
        assertThat(container.memory().swap().isAbsent()).isTrue();
        assertThat(container.tmpfsMounts().get(0).isUnbounded()).isTrue();
    }

    @Test
    void whatIsNotSeenIsNotAbsent() {
        Container container = Commands.container("docker run -d $OPTIONS --tmpfs /tmp redis:7");
        assertThat(container.image().orNull().repository()).isEqualTo("redis");
        assertThat(container.memory().limit()).isInstanceOf(Field.Unknown.class);
        assertThat(container.mounts().get(1)).isInstanceOf(OtherMount.class);
        assertThat(container.mounts().get(1).path()).isEmpty();
        assertThat(Commands.container("docker run --name x").image()).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void anUnknownWordThatNamesAnImageIsTheImage() {
        Container container = Commands.container("docker run --rm $IMAGE redis-server --port 1");
        assertThat(container.image().known()).isEmpty();
        assertThat(container.command().orNull().words()).hasSize(3);
        assertThat(container.memory().limit().isAbsent()).isTrue();
        assertThat(Commands.container("docker run --rm \"$X\" sh").command().isPresent())
                .isTrue();
    }

    @Test
    void valuesWithVariablesAreKnownAsFarAsTheyGo() {
        Container container = Commands.container("docker run -m ${M:-64m} -v $DATA:/data -p $P:80 --name \"$N\" i");
        assertThat(container.limit()).contains(ByteSize.mebibytes(64));
        assertThat(container.mounts().get(0).target().value().known()).isEqualTo(Optional.of("/data"));
        assertThat(container.ports().get(0).value().known()).isEmpty();
        assertThat(container.name().value()).isEqualTo("$N");
    }

    @Test
    void sharedMemoryOfAnotherIsNotOurs() {
        assertThat(Commands.container("docker run --ipc host --shm-size 1g i")
                        .memory()
                        .shm()
                        .known())
                .isEmpty();
    }

    @Test
    void podmanIsADialectOfItsOwn() {
        Container container = Commands.container("podman run --replace --userns=keep-id -m 1g i");
        assertThat(container.dialect()).isEqualTo(Container.Dialect.PODMAN);
        assertThat(container.limit()).contains(new ByteSize(ByteSize.GIB));
    }

    @Test
    void whatIsNotWrittenIsAbsent() {
        Container container = Commands.container("docker run i");
        for (Field<?> field : List.of(
                container.command(),
                container.entrypoint(),
                container.healthCheck(),
                container.memory().limit(),
                container.memory().swap(),
                container.memory().tuning().swappiness(),
                container.memory().tuning().oomKillDisable(),
                container.host().user(),
                container.host().logging(),
                container.host().readOnlyRoot(),
                container.relations().networkMode())) {
            assertThat(field.isAbsent()).as(field.toString()).isTrue();
        }
        assertThat(container.moreEnvironment()).isFalse();
        assertThat(container.name().value()).isEqualTo("i");
        assertThat(container.name().at().text()).isEqualTo("i");
        assertThat(Commands.container("docker run --env-file x i").moreEnvironment())
                .isTrue();
        assertThat(Commands.container("docker run $X --rm i").moreEnvironment()).isTrue();
    }

    @Test
    void aCommandWithoutAnImageIsCalledByItsWords() {
        Container container = Commands.container("docker run --rm");
        assertThat(container.name().value()).isEqualTo("docker run");
        assertThat(container.name().at().text()).isEqualTo("run");
        assertThat(container.command()).isInstanceOf(Field.Unknown.class);
        assertThat(Commands.container("podman create --pod x").name().value()).isEqualTo("podman create");
        assertThat(Commands.container("docker run --name a").name().value()).isEqualTo("a");
    }

    @Test
    void readsWhatSwitchesThingsOff() {
        Container container = Commands.container("docker run --memory-swap -1 --memory-swappiness -1 --no-healthcheck "
                + "--read-only=false --oom-kill-disable=x --entrypoint '' --log-opt max-size=1m --log-opt x i");
        assertThat(container.memory().swap().orNull().unlimited()).isTrue();
        assertThat(container.memory().tuning().swappiness().isAbsent()).isTrue();
        assertThat(container.memory().tuning().oomKillDisable().isPresent()).isTrue();
        assertThat(container.memory().tuning().oomKillDisable().known()).isEmpty();
        assertThat(container.healthCheck().orNull().disabled()).isTrue();
        assertThat(container.host().readOnlyRoot().known()).contains(false);
        assertThat(container.entrypoint().orNull().words()).isEmpty();
        assertThat(container.host().logging().orNull().driver()).isEmpty();
        assertThat(container
                        .host()
                        .logging()
                        .orNull()
                        .options()
                        .get("max-size")
                        .value()
                        .known())
                .contains("1m");
        assertThat(container.host().logging().orNull().options()).hasSize(1);
        assertThat(Commands.container("docker run --no-healthcheck=false --health-cmd x i")
                        .healthCheck()
                        .orNull()
                        .disabled())
                .isFalse();
        assertThat(Commands.container("docker run --memory-swap x i")
                        .memory()
                        .swap()
                        .known())
                .isEmpty();
    }

    @Test
    void theWordsBehindTheImageArePlacedTogether() {
        Container container = Commands.container("docker run i sh -c 'echo x' # y");
        assertThat(((Field.Present<?>) container.command()).value().at().text()).isEqualTo("sh -c 'echo x'");
        assertThat(container.command().raw()).isEqualTo("sh -c 'echo x'");
    }

    @Test
    void aVariableMayHoldOtherFieldsOfAMount() {
        TmpfsMount mount = Commands.container("docker run --mount type=tmpfs,target=/x,$O i")
                .tmpfsMounts()
                .get(0);
        assertThat(mount.size()).isInstanceOf(Field.Unknown.class);
        assertThat(mount.mode()).isInstanceOf(Field.Unknown.class);
        TmpfsMount plain = Commands.container("docker run --mount type=tmpfs,target=/x,tmpfs-mode=0 i")
                .tmpfsMounts()
                .get(0);
        assertThat(plain.size().isAbsent()).isTrue();
        assertThat(plain.mode().isAbsent()).isTrue();
        TmpfsMount known = Commands.container("docker run --mount type=tmpfs,target=/x,tmpfs-size=${S:-1m} i")
                .tmpfsMounts()
                .get(0);
        assertThat(known.bytes()).contains(ByteSize.mebibytes(1));
        assertThat(Commands.container("docker run --mount type=tmpfs,$O i")
                        .mounts()
                        .get(0))
                .isInstanceOf(OtherMount.class);
        assertThat(Commands.container("docker run --mount type=tmpfs i").mounts())
                .isEmpty();
        assertThat(Commands.container("docker run --tmpfs $T i")
                        .tmpfsMounts()
                        .get(0)
                        .size())
                .isInstanceOf(Field.Unknown.class);
    }

    @Test
    void relativePathsOfTheHostStayRelative() {
        for (String path : List.of("./a", "../a", ".")) {
            BindMount bind = (BindMount) Commands.container("docker run -v " + path + ":/x i")
                    .mounts()
                    .get(0);
            assertThat(bind.hostPath()).contains(path.equals(".") ? "./" : path);
        }
        BindMount home = (BindMount)
                Commands.container("docker run -v '~/a:/x' i").mounts().get(0);
        assertThat(home.hostPath()).isEmpty();
    }
}

package dev.plimsoll.dockerrun.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.dockerrun.Commands;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.source.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerWriterTest {
    private static final ByteSize SIZE = ByteSize.mebibytes(64);

    /** The text after a change of its last container, or the reason why it is refused, in brackets. */
    private static String changed(String text, Function<Container, Change.OfContainer> change) {
        List<Container> containers = Commands.script(text).project().containers();
        Container container = containers.get(containers.size() - 1);
        List<Edit> edits = new ArrayList<>();
        Optional<String> refusal = container.writer().write(change.apply(container), List.of(), edits);
        return refusal.map(reason -> "[" + reason + "]")
                .orElseGet(() -> new Fix("x", dev.plimsoll.diagnostic.Safety.SAFE, edits).applyTo(container.file()));
    }

    private static TmpfsMount tmpfs(Container container) {
        return container.tmpfsMounts().get(0);
    }

    private static Mount mount(Container container) {
        return container.mounts().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    docker run -m 2g i;              docker run -m 2g --memory-swap 2g i
                    docker run --memory=2g i;        docker run --memory=2g --memory-swap=2g i
                    docker run -m2g i;               docker run -m2g --memory-swap 2g i
                    docker run -dm 2048m i;          docker run -dm 2048m --memory-swap 2048m i
                    docker run -m "2g" --rm i;       docker run -m "2g" --memory-swap 2g --rm i
                    docker run -m 2g --memory-swap 9g i; docker run -m 2g --memory-swap 2g i
                    docker run -m 2g --memory-swap="9g" i; docker run -m 2g --memory-swap="2g" i
                    docker run -m 2g --memory-swap $S i; [a variable decides it]
                    """)
    void setsTheSwapLimitInTheStyleOfTheLimit(String text, String expected) {
        assertThat(changed(text, container -> new Change.SetSwapLimit(new ByteSize(2 * ByteSize.GIB))))
                .isEqualTo(expected);
    }

    @Test
    void writesOnALineOfItsOwnBesideOneThatStandsAlone() {
        String text = "docker run -d \\\r\n  -m 2g \\\r\n  i\r\n";
        assertThat(changed(text, container -> new Change.SetSwapLimit(new ByteSize(2 * ByteSize.GIB))))
                .isEqualTo("docker run -d \\\r\n  -m 2g \\\r\n  --memory-swap 2g \\\r\n  i\r\n");
    }

    @Test
    void leavesAloneWhatAnArrayHolds() {
        String text = "args=(-m 2g)\ndocker run \"${args[@]}\" i\n";
        assertThat(changed(text, container -> new Change.SetSwapLimit(SIZE)))
                .isEqualTo("[it stands outside of the command]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    docker run --tmpfs /t i;                     docker run --tmpfs /t:size=64m i
                    docker run --tmpfs '/t' i;                   docker run --tmpfs '/t:size=64m' i
                    docker run --tmpfs=/t:mode=700 i;            docker run --tmpfs=/t:size=64m,mode=700 i
                    docker run --tmpfs /t: i;                    docker run --tmpfs /t:size=64m i
                    docker run --tmpfs /t:ro,size=0 i;           docker run --tmpfs /t:ro,size=64m i
                    docker run --tmpfs /t:size=${S:-0} i;        [a variable decides it]
                    docker run --tmpfs ${T:-/t} i;               [a variable decides it]
                    docker run --mount type=tmpfs,target=/t i;   docker run --mount type=tmpfs,target=/t,tmpfs-size=64m i
                    docker run --mount "type=tmpfs,target=/t" i; docker run --mount "type=tmpfs,target=/t,tmpfs-size=64m" i
                    docker run --mount type=tmpfs,tmpfs-size=0,target=/t i; docker run --mount type=tmpfs,tmpfs-size=64m,target=/t i
                    """)
    void setsTheSizeOfATmpfs(String text, String expected) {
        assertThat(changed(text, container -> new Change.SetTmpfsSize(tmpfs(container), SIZE)))
                .isEqualTo(expected);
    }

    @Test
    void setsTheSizeOfAVolumeWhereItIsCreated() {
        String created = "docker volume create -o type=tmpfs -o device=tmpfs %stv\ndocker run -v tv:/x i\n";
        assertThat(changed(created.formatted(""), container -> new Change.SetTmpfsSize(tmpfs(container), SIZE)))
                .isEqualTo(created.formatted("-o o=size=64m "));
        assertThat(changed(
                        created.formatted("-o o=uid=1 "), container -> new Change.SetTmpfsSize(tmpfs(container), SIZE)))
                .isEqualTo(created.formatted("-o o=size=64m,uid=1 "));
    }

    @Test
    void editsOptionsOfATmpfs() {
        String text = "docker run --tmpfs /t:size=1m,noswap,mode=777 i";
        assertThat(changed(
                        text,
                        c -> new Change.RemoveTmpfsOption(
                                tmpfs(c), tmpfs(c).options().get(1))))
                .isEqualTo("docker run --tmpfs /t:size=1m,mode=777 i");
        assertThat(changed(
                        text,
                        c -> new Change.RemoveTmpfsOption(
                                tmpfs(c), tmpfs(c).options().get(0))))
                .isEqualTo("docker run --tmpfs /t:noswap,mode=777 i");
        assertThat(changed(
                        text,
                        c -> new Change.RenameTmpfsOption(
                                tmpfs(c), tmpfs(c).options().get(1), "exec")))
                .isEqualTo("docker run --tmpfs /t:size=1m,exec,mode=777 i");
        assertThat(changed(text, c -> new Change.SetTmpfsMode(tmpfs(c), 01777)))
                .isEqualTo("docker run --tmpfs /t:size=1m,noswap,mode=1777 i");
        assertThat(changed(text, c -> new Change.SetTmpfsOption(tmpfs(c), "uid", Optional.of("1000"))))
                .isEqualTo("docker run --tmpfs /t:size=1m,noswap,mode=777,uid=1000 i");
        assertThat(changed(
                        "docker run --tmpfs /t:x i",
                        c -> new Change.RemoveTmpfsOption(
                                tmpfs(c), tmpfs(c).options().get(0))))
                .isEqualTo("docker run --tmpfs /t i");
        String longForm = "docker run --mount type=tmpfs,target=/t i";
        assertThat(changed(longForm, c -> new Change.SetTmpfsMode(tmpfs(c), 0700)))
                .isEqualTo("docker run --mount type=tmpfs,target=/t,tmpfs-mode=700 i");
        assertThat(changed(longForm, c -> new Change.SetTmpfsOption(tmpfs(c), "exec", Optional.empty())))
                .isEqualTo("[--mount has no field for exec]");
    }

    @Test
    void replacesATmpfsByAVolume() {
        assertThat(changed(
                        "docker run --tmpfs /d:size=1m i",
                        c -> new Change.ReplaceByVolume(tmpfs(c), "reg/app:1-data", "/d")))
                .isEqualTo("docker run -v app-1-data:/d i");
        assertThat(changed(
                        "docker run --mount=type=tmpfs,target=/d i",
                        c -> new Change.ReplaceByVolume(tmpfs(c), "x-data", "/d")))
                .isEqualTo("docker run --mount=type=volume,source=x-data,target=/d i");
    }

    @Test
    void removesAndMergesMounts() {
        String two = "docker run --tmpfs /t:size=1m -d --tmpfs /t:mode=700,size=1m i";
        assertThat(changed(
                        two,
                        c -> new Change.MergeTmpfs(tmpfs(c), c.tmpfsMounts().get(1))))
                .isEqualTo("docker run --tmpfs /t:size=1m,mode=700 -d i");
        assertThat(changed("docker run \\\n  --tmpfs /t \\\n  i", c -> new Change.RemoveMount(mount(c))))
                .isEqualTo("docker run \\\n  i");
        assertThat(changed("docker run -dv /a i", c -> new Change.RemoveMount(mount(c))))
                .isEqualTo("[it stands in one word with other flags]");
    }

    @Test
    void editsVolumesAndBinds() {
        String text = "docker run -v d:/x:ro,bogus i";
        assertThat(changed(
                        "docker run -v 'data:/x:ro,bogus' i",
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((VolumeMount) mount(c)).options().get(1), "")))
                .isEqualTo("docker run -v 'data:/x:ro' i");
        assertThat(changed(
                        "docker run -v data:/x:bogus i",
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((VolumeMount) mount(c)).options().get(0), "")))
                .isEqualTo("docker run -v data:/x i");
        assertThat(changed(
                        "docker run -v data:/x:bogus,ro i",
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((VolumeMount) mount(c)).options().get(0), "")))
                .isEqualTo("docker run -v data:/x:ro i");
        assertThat(changed(
                        "docker run --mount type=bind,source=/d,target=/x,bind-propagation=bogus i",
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((BindMount) mount(c)).options().get(0), "")))
                .isEqualTo("[it is written in the long form]");
        assertThat(changed(
                        "docker run -v data:/x:z,readonly i",
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((VolumeMount) mount(c)).options().get(1), "ro")))
                .isEqualTo("docker run -v data:/x:z,ro i");
        assertThat(changed("docker run -v data/sub:/x i", c -> new Change.SetMountSource(mount(c), "./data/sub")))
                .isEqualTo("docker run -v ./data/sub:/x i");
        assertThat(changed("docker run -v $D:/x i", c -> new Change.SetMountTarget(mount(c), "/y")))
                .isEqualTo("docker run -v $D:/y i");
        assertThat(changed("docker run -v /x i", c -> new Change.NameVolume((VolumeMount) mount(c), "data")))
                .isEqualTo("docker run -v data:/x i");
        assertThat(changed(
                        "docker run --mount type=volume,target=/x i",
                        c -> new Change.NameVolume((VolumeMount) mount(c), "data")))
                .isEqualTo("docker run --mount type=volume,source=data,target=/x i");
        assertThat(changed(text, c -> new Change.AddVolume("v-data", "/data")))
                .isEqualTo("docker run -v d:/x:ro,bogus -v v-data:/data i");
        assertThat(changed("docker run i", c -> new Change.AddTmpfs(List.of("/t"), List.of("size=1m", "exec"))))
                .isEqualTo("docker run --tmpfs /t:size=1m,exec i");
        assertThat(changed("docker run -v /a:/b i", c -> new Change.SetMountSource(mount(c), "/with blank")))
                .isEqualTo("[it would have to be quoted]");
        assertThat(changed("docker run -v /a:/b i", c -> new Change.SetMountSource((BindMount) mount(c), "/c")))
                .isEqualTo("docker run -v /c:/b i");
    }

    /** A path in place of a volume's name: {@code --mount} needs the type of a bind then. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    type=volume,source=a/b,target=/x;      type=bind,source=./a/b,target=/x
                    source=a/b,target=/x;                  type=bind,source=./a/b,target=/x
                    source=a/b,target=/x,volume-nocopy;    [a bind mount does not take volume-nocopy]
                    type=volume,src=a/b,dst=/x,ro;         type=bind,src=./a/b,dst=/x,ro
                    """)
    void aPathMakesABindOfAVolume(String mount, String expected) {
        String command = "docker run --mount %s i";
        assertThat(changed(command.formatted(mount), c -> new Change.SetMountSource(mount(c), "./a/b")))
                .isEqualTo(expected.startsWith("[") ? expected : command.formatted(expected));
    }

    @Test
    void aNameInPlaceOfANameKeepsTheType() {
        assertThat(changed(
                        "docker run --mount type=volume,source=a,target=/x i",
                        c -> new Change.SetMountSource(mount(c), "b")))
                .isEqualTo("docker run --mount type=volume,source=b,target=/x i");
        assertThat(changed("docker run -v /x i", c -> new Change.SetMountSource(mount(c), "b")))
                .isEqualTo("[it has no source]");
    }

    @Test
    void renamesAVolumeOfOneLetter() {
        assertThat(changed(
                        "docker run -v d:/x i", c -> new Change.RenameOneLetterVolume((VolumeMount) mount(c), "data")))
                .isEqualTo("docker run -v data:/x i");
    }

    @Test
    void limitsTheLog() {
        assertThat(changed("docker run --rm i", c -> new Change.LimitLog("10m", 3)))
                .isEqualTo("docker run --rm --log-opt max-size=10m --log-opt max-file=3 i");
        assertThat(changed("docker run --log-opt=mode=blocking -d i", c -> new Change.LimitLog("10m", 3)))
                .isEqualTo("docker run --log-opt=mode=blocking --log-opt=max-size=10m --log-opt=max-file=3 -d i");
    }

    @ParameterizedTest
    @CsvSource({
        "reg/app:1-data, app-1-data",
        "a_b.c-d, a_b.c-d",
        "AZaz09, AZaz09",
        "_a1, ''",
        "-ab, ''",
        "a, ''",
        "ab, ab",
        "a@b, a-b",
        "a b, ''",
        "'a[b', ''",
        "a{b, ''",
        "a`b, ''",
        "a;b, ''",
    })
    void volumesAreNamedAsTheEngineTakesThem(String wanted, String name) {
        assertThat(changed("docker run i", c -> new Change.AddVolume(wanted, "/d")))
                .isEqualTo(
                        name.isEmpty()
                                ? "[its name would have to be written in another way]"
                                : "docker run -v " + name + ":/d i");
    }

    @Test
    void whatAnArrayHoldsIsNotEdited() {
        String text = "mounts=(--tmpfs /t --kernel-memory 1g)\ndocker run \"${mounts[@]}\" i\n";
        String refused = "[it stands outside of the command]";
        assertThat(changed(text, c -> new Change.SetTmpfsSize(tmpfs(c), SIZE))).isEqualTo("[a variable decides it]");
        assertThat(changed(text, c -> new Change.SetMountTarget(tmpfs(c), "/u")))
                .isEqualTo("[a variable decides it]");
        assertThat(changed(text, c -> new Change.RemoveMount(tmpfs(c)))).isEqualTo(refused);
        assertThat(changed(text, c -> new Change.ReplaceByVolume(tmpfs(c), "ab", "/t")))
                .isEqualTo("[a variable decides it]");
        assertThat(changed(text, c -> new Change.AddTmpfs(List.of("/u"), List.of())))
                .isEqualTo(refused);
        assertThat(changed(text, c -> new Change.SetSetting(Setting.PIDS, "9")))
                .isEqualTo("mounts=(--tmpfs /t --kernel-memory 1g)\ndocker run --pids-limit 9 \"${mounts[@]}\" i\n");
    }

    @Test
    void anOptionAtTheBeginningOfALineLeavesNoBlank() {
        assertThat(changed("docker run \\\n--tmpfs /t -d i", c -> new Change.RemoveMount(mount(c))))
                .isEqualTo("docker run \\\n-d i");
        assertThat(changed("docker run   --tmpfs /t   -d i", c -> new Change.RemoveMount(mount(c))))
                .isEqualTo("docker run   -d i");
    }

    @Test
    void whatStandsBehindTheImageIsNoNeighbor() {
        assertThat(changed("docker run --rm i --tmpfs /x", c -> new Change.SetSetting(Setting.PIDS, "9")))
                .isEqualTo("docker run --rm --pids-limit 9 i --tmpfs /x");
        assertThat(changed("docker run --rm -d --name a", c -> new Change.SetSetting(Setting.PIDS, "9")))
                .isEqualTo("docker run --rm -d --name a --pids-limit 9");
    }

    @ParameterizedTest
    @CsvSource({
        "-p 8080:80, -p 127.0.0.1:8080:80",
        "-p8080:80, -p127.0.0.1:8080:80",
        "--publish=80/udp, --publish=127.0.0.1::80/udp",
        "--publish 0.0.0.0::80, --publish 127.0.0.1::80",
        "-p '[::]:8080:80', -p '127.0.0.1:8080:80'",
        "-p :8080:80, -p 127.0.0.1:8080:80",
        "-dp \"8080:80\", -dp \"127.0.0.1:8080:80\"",
    })
    void portsAreBoundToAnAddress(String flag, String bound) {
        assertThat(changed("docker run " + flag + " i", c -> new Change.BindPorts(c.ports(), "127.0.0.1")))
                .isEqualTo("docker run " + bound + " i");
    }

    @Test
    void aPortInFieldsTakesNoAddress() {
        assertThat(changed(
                        "docker run -p target=80,published=8080 i", c -> new Change.BindPorts(c.ports(), "127.0.0.1")))
                .isEqualTo("[an address needs the short form]");
    }

    @Test
    void switchesOnAreWrittenWithoutAValue() {
        assertThat(changed("docker run i", c -> new Change.SetSetting(Setting.OOM_KILL_DISABLE, "true")))
                .isEqualTo("docker run --oom-kill-disable i");
        assertThat(changed(
                        "docker run --oom-kill-disable i",
                        c -> new Change.SetSetting(Setting.OOM_KILL_DISABLE, "false")))
                .isEqualTo("[--oom-kill-disable is written without a value]");
        assertThat(changed("docker run i", c -> new Change.RemoveSetting(Setting.KERNEL_MEMORY)))
                .isEqualTo("[it is not written here]");
    }

    @Test
    void theOnlyOptionOfAVolumeGoesWithItsFlag() {
        String created = "docker volume create %s-o type=tmpfs -o device=tmpfs tv\ndocker run -v tv:/x i\n";
        assertThat(changed(
                        created.formatted("-o o=noswap "),
                        c -> new Change.RemoveTmpfsOption(
                                tmpfs(c), tmpfs(c).options().get(0))))
                .isEqualTo(created.formatted(""));
    }

    @Test
    void editsFieldsOfAMount() {
        String text = "docker run --mount type=tmpfs,size=1m,target=/t,noexec i";
        assertThat(changed(
                        text,
                        c -> new Change.RenameMountSetting(
                                mount(c), mount(c).foreign().get(0), "tmpfs-size")))
                .isEqualTo("docker run --mount type=tmpfs,tmpfs-size=1m,target=/t,noexec i");
        assertThat(changed(
                        text,
                        c -> new Change.RemoveMountSetting(
                                mount(c), mount(c).foreign().get(1))))
                .isEqualTo("docker run --mount type=tmpfs,size=1m,target=/t i");
        assertThat(changed(
                        "docker run --mount source=x,type=tmpfs,target=/t i",
                        c -> new Change.RemoveMountSetting(
                                mount(c), mount(c).foreign().get(0))))
                .isEqualTo("docker run --mount type=tmpfs,target=/t i");
    }

    @Test
    void writesAndRemovesSettings() {
        assertThat(changed("docker run --rm i", c -> new Change.SetSetting(Setting.PIDS, "100")))
                .isEqualTo("docker run --rm --pids-limit 100 i");
        assertThat(changed("docker run --shm-size=1g i", c -> new Change.SetSetting(Setting.SHM, "2g")))
                .isEqualTo("docker run --shm-size=2g i");
        assertThat(changed("docker run --kernel-memory 1g -d i", c -> new Change.RemoveSetting(Setting.KERNEL_MEMORY)))
                .isEqualTo("docker run -d i");
        assertThat(changed("docker run i", c -> new Change.LimitMemoryWithoutSwap(SIZE)))
                .isEqualTo("docker run --memory 64m --memory-swap 64m i");
        assertThat(changed("docker run -m 512 i", c -> new Change.SetMemoryLimit(SIZE)))
                .isEqualTo("docker run -m 64m i");
        assertThat(changed("docker run --memory-reservation 64 i", c -> new Change.SetMemoryReservation(SIZE)))
                .isEqualTo("docker run --memory-reservation 64m i");
    }

    @Test
    void movesWordsBeforeTheImage() {
        assertThat(changed("docker run -d i -m '1g' sh", c -> new Change.MoveBeforeImage(List.of(0, 1))))
                .isEqualTo("docker run -d -m '1g' i sh");
        assertThat(changed(
                        "docker run i --x -v  a:/b -d y -p 1:2 z",
                        c -> new Change.MoveBeforeImage(List.of(1, 2, 5, 6))))
                .isEqualTo("docker run -v  a:/b -p 1:2 i --x -d y z");
        assertThat(changed("docker run -d i sh --rm  x", c -> new Change.MoveBeforeImage(List.of(1))))
                .isEqualTo("docker run -d --rm i sh  x");
        assertThat(changed("docker run -d i --rm", c -> new Change.MoveBeforeImage(List.of(0, 1))))
                .isEqualTo("[it is not known which word is the image]");
    }

    @Test
    void refusesWhatACommandCannotSay() {
        assertThat(changed("docker run i", c -> new Change.DeclareVolume("x")))
                .isEqualTo("[a command declares no volumes]");
    }
}

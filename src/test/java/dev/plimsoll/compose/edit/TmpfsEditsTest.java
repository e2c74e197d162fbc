package dev.plimsoll.compose.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of tmpfs mounts, of settings of mounts and services, and of volumes' driver options, as edits of the text. */
class TmpfsEditsTest {
    private static final String REFUSED = "refused: ";

    /** The text after a change, or why it was refused. */
    private static String write(String text, Function<Project, Change> change) {
        SourceFile file = new SourceFile("compose.yaml", text);
        Project project = ComposeReader.read(file, List.of()).project();
        List<Edit> edits = new ArrayList<>();
        Change wish = change.apply(project);
        Optional<String> refusal = wish instanceof Change.OfResource ofResource
                ? volume(project).writer().write(ofResource, List.of(), edits)
                : container(project).writer().write((Change.OfContainer) wish, List.of(), edits);
        if (refusal.isPresent()) {
            assertThat(edits).isEmpty();
            return REFUSED + refusal.get();
        }
        String changed = Fix.apply(file, edits);
        assertThat(ComposeReader.read(new SourceFile("compose.yaml", changed), List.of())
                        .errors())
                .as(changed)
                .isEmpty();
        return changed;
    }

    private static Resource volume(Project project) {
        return project.resources(ResourceKind.VOLUME).get(0);
    }

    private static Container container(Project project) {
        return project.containers().get(0);
    }

    private static TmpfsMount first(Project project) {
        return container(project).tmpfsMounts().get(0);
    }

    private static String service(String lines) {
        return "services:\n  a:\n    image: x\n    " + lines.replace(" / ", "\n    ") + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tmpfs: /a | tmpfs: /a:uid=5",
                "tmpfs: '/a:' | tmpfs: '/a:uid=5'",
                "tmpfs: /a:size=1m # why | tmpfs: /a:size=1m,uid=5 # why",
                "tmpfs: /a:uid=0,size=1m | tmpfs: /a:uid=5,size=1m",
                "tmpfs: [\"/a:size=1m\"] | tmpfs: [\"/a:size=1m,uid=5\"]",
            })
    void setsAnOption(String lines, String expected) {
        assertThat(write(service(lines), p -> new Change.SetTmpfsOption(first(p), "uid", Optional.of("5"))))
                .isEqualTo(service(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tmpfs: /a:noexec,size=1m | tmpfs: /a:exec,size=1m",
                "tmpfs: /a:size=1m | tmpfs: /a:size=1m,exec",
            })
    void setsAFlagInPlaceOfItsOpposite(String lines, String expected) {
        assertThat(write(service(lines), p -> new Change.SetTmpfsOption(first(p), "exec", Optional.empty())))
                .isEqualTo(service(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tmpfs: /a:size=${SIZE:-1m}",
                "tmpfs: [/a:size=1m]",
                "volumes: [{type: tmpfs, target: /a}]",
                "tmpfs: ''",
            })
    void refusesAnOptionWhereItCannotBeWritten(String lines) {
        assertThat(write(service(lines), p -> new Change.SetTmpfsOption(first(p), "uid", Optional.of("5"))))
                .startsWith(REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tmpfs: /a | tmpfs: /a:mode=0700",
                "tmpfs: /a:mode=1777,size=1m | tmpfs: /a:mode=0700,size=1m",
                "volumes: [{type: tmpfs, target: /a, tmpfs: {size: 1m}}]"
                        + " | volumes: [{type: tmpfs, target: /a, tmpfs: {size: 1m, mode: 0o700}}]",
                "volumes: [{type: tmpfs, target: /a, tmpfs: {mode: \"700\"}}]"
                        + " | volumes: [{type: tmpfs, target: /a, tmpfs: {mode: 0o700}}]",
            })
    void setsAMode(String lines, String expected) {
        assertThat(write(service(lines), p -> new Change.SetTmpfsMode(first(p), 0700)))
                .isEqualTo(service(expected));
    }

    @Test
    void mergesOptionsAndRemovesTheOther() {
        String text = service(
                "tmpfs: /   - /a:mode=1777 # first /   - /b /   - /a:size=1m,mode=1777".replace(" /   -", "\n      -"));
        assertThat(write(text, p -> {
                    List<TmpfsMount> mounts = container(p).tmpfsMounts();
                    return new Change.MergeTmpfs(mounts.get(0), mounts.get(2));
                }))
                .isEqualTo(service("tmpfs:\n      - /a:mode=1777,size=1m # first\n      - /b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volumes: ['a:/a', 'b:/b', 'c:/c'] | 0 | volumes: ['b:/b', 'c:/c']",
                "volumes: ['a:/a', 'b:/b', 'c:/c'] | 1 | volumes: ['a:/a', 'c:/c']",
                "volumes: ['a:/a', 'b:/b', 'c:/c'] | 2 | volumes: ['a:/a', 'b:/b']",
                "volumes: ['a:/a'] | 0 | refused: it is the only one of its list",
            })
    void removesAMount(String lines, int index, String expected) {
        String written = write(
                service(lines),
                p -> new Change.RemoveMount(container(p).mounts().get(index)));
        assertThat(written).isEqualTo(expected.startsWith(REFUSED) ? expected : service(expected));
    }

    private static Change withoutSetting(Project project, String setting) {
        Mount mount = container(project).mounts().get(0);
        return new Change.RemoveMountSetting(mount, mount.declared().with(setting));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source | volumes: [{type: tmpfs, target: /a, bind: {propagation: private, selinux: z}}]",
                "bind.selinux | volumes: [{type: tmpfs, source: x, target: /a, bind: {propagation: private}}]",
                "type | volumes: [{source: x, target: /a, bind: {propagation: private, selinux: z}}]",
            })
    void removesASettingOfAMount(String setting, String expected) {
        String text =
                service("volumes: [{type: tmpfs, source: x, target: /a, bind: {propagation: private, selinux: z}}]");
        assertThat(write(text, p -> withoutSetting(p, setting))).isEqualTo(service(expected));
    }

    @Test
    void removesTheFirstSettingBehindADashAndWholeBlocks() {
        String item = """
                volumes:
                      - source: x
                        type: tmpfs # memory
                        target: /a
                        bind:
                          propagation: private
                """;
        assertThat(write(service(item), p -> withoutSetting(p, "source")))
                .isEqualTo(service(item.replace("source: x\n        ", "")));
        assertThat(write(service(item), p -> withoutSetting(p, "bind.propagation")))
                .isEqualTo(service(item.replace("        bind:\n          propagation: private\n", "")));
        String commented = item.replace("source: x", "source: x # why");
        assertThat(write(service(commented), p -> withoutSetting(p, "source"))).startsWith(REFUSED);
    }

    @Test
    void renamesASettingOfAMount() {
        assertThat(write(service("volumes: [{type: tmpfs, target: /a, source: x}]"), p -> {
                    Mount mount = container(p).mounts().get(0);
                    return new Change.RenameMountSetting(mount, mount.declared().with("source"), "consistency");
                }))
                .isEqualTo(service("volumes: [{type: tmpfs, target: /a, consistency: x}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restart: always | restart: always / shm_size: 2g",
                "shm_size: 64m # small | shm_size: 2g # small",
                "shm_size: '64m' | shm_size: '2g'",
                "shm_size: ${SHM:-64m} | refused: a variable decides it",
            })
    void setsASetting(String lines, String expected) {
        String written = write(service(lines), p -> new Change.SetSetting(Setting.SHM, "2g"));
        assertThat(written).isEqualTo(expected.startsWith(REFUSED) ? expected : service(expected));
    }

    @Test
    void removesASettingWithItsLineUnlessOthersShareIt() {
        assertThat(write(service("shm_size: 1g # why / ipc: host"), p -> new Change.RemoveSetting(Setting.SHM)))
                .isEqualTo(service("ipc: host"));
        assertThat(write(service("<<: {tty: true} / shm_size: 1g"), p -> new Change.RemoveSetting(Setting.SHM)))
                .isEqualTo(REFUSED + "without it the merged mapping's own would count");
        String shared = "x-a: &a\n  shm_size: 1g\n  tty: true\nservices:\n  a:\n    <<: *a\n    image: x\n";
        assertThat(write(shared, p -> new Change.RemoveSetting(Setting.SHM))).startsWith(REFUSED);
        assertThat(write(service("ipc: host"), p -> new Change.RemoveSetting(Setting.SHM)))
                .startsWith(REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remove | {type: tmpfs, device: tmpfs}",
                "rename | {type: tmpfs, o: uid=5, device: tmpfs}",
                "set | {type: tmpfs, size: 2m, device: tmpfs}",
            })
    void changesDriverOptions(String kind, String expected) {
        String text = "services: {a: {image: x}}\nvolumes:\n  v:\n    driver_opts: ";
        String written = write(text + "{type: tmpfs, size: 1m, device: tmpfs}\n", p -> switch (kind) {
            case "remove" -> new Change.RemoveDriverOption(volume(p), "size");
            case "rename" -> new Change.RenameDriverOption(volume(p), "size", "o", "uid=5");
            default -> new Change.SetDriverOption(volume(p), "size", "2m");
        });
        assertThat(written).isEqualTo(text + expected + "\n");
    }
}

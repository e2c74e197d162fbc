package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.container;
import static dev.plimsoll.compose.ComposeFixture.mounts;
import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.ProjectFixture;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a service is there, what is not, and what nobody can tell. */
class ServiceStateTest {
    private static String state(Field<?> field) {
        return field.isAbsent() ? "absent" : field.isPresent() ? "present" : "unknown";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {image: x}                                            | present absent
                    {image: ''}                                           | absent absent
                    {image: }                                             | absent absent
                    {image: [x]}                                          | absent absent
                    {build: .}                                            | absent present
                    {build: ., image: }                                   | absent present
                    {build: ., image: !reset null}                        | unknown present
                    {image: x, build: !reset null}                        | present unknown
                    {provider: {type: x}}                                 | unknown absent
                    {extends: {file: '${F}', service: a}}                 | unknown unknown
                    {image: x, extends: {file: '${F}', service: a}}       | present unknown
                    {build: ., extends: {file: '${F}', service: a}}       | unknown present
                    """)
    void imageAndBuild(String service, String states) {
        Container container = ComposeFixture.load("services: {a: " + service + "}")
                .project()
                .containers()
                .get(0);
        assertThat(state(container.image()) + " " + state(container.build())).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {image: x}                                       | absent
                    {image: x, container_name: c}                    | present
                    {image: x, container_name: }                     | unknown
                    {image: x, container_name: [c]}                  | unknown
                    {image: x, extends: {file: '${F}', service: a}}  | unknown
                    {labels: [a]}                                    | unknown
                    """)
    void names(String service, String state) {
        Container container = ComposeFixture.load("services: {a: " + service + "}")
                .project()
                .containers()
                .get(0);
        assertThat(state(container.relations().containerName())).isEqualTo(state);
    }

    @Test
    void textsAreRead() {
        Container container = service("container_name: c", "network_mode: host");
        assertThat(container.relations().containerName().known()).contains("c");
        assertThat(container.relations().networkMode().known()).contains("host");
        assertThat(service("profiles: [a, '${P:-b}', '${Q}', [c]]").profiles()).containsExactly("a", "b");
        assertThat(service("profiles: a").profiles()).isEmpty();
        assertThat(service().profiles()).isEmpty();
        assertThat(service().swarm()).isFalse();
        assertThat(service("deploy: {mode: '${M}'}").swarm()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, negative",
        "-x, negative",
        "many, not a number",
        "99999999999, not a number",
        "1.5, not a number",
    })
    void numbersOfReplicasThatAreNone(String written, String reason) {
        Field.Present<Integer> replicas =
                (Field.Present<Integer>) service("scale: " + written).replicas();
        assertThat(replicas.value().value()).isEqualTo(new Value.Invalid<>(written, reason));
    }

    @Test
    void replicasAreThoseOfEitherPlace() {
        assertThat(service().replicas().isAbsent()).isTrue();
        assertThat(service("scale:").replicas().isAbsent()).isTrue();
        assertThat(service("scale: 2147483647").replicas().known()).contains(Integer.MAX_VALUE);
        assertThat(service("scale: 2147483648").replicas().known()).isEmpty();
        Container both = service("scale: 2", "deploy: {replicas: 3}");
        assertThat(both.replicas().known()).contains(3);
        assertThat(both.relations().scale().known()).contains(2);
        assertThat(both.relations().deployReplicas().known()).contains(3);
    }

    /** A float is dropped, and the other place counts. */
    @Test
    void aLimitThatIsDroppedLeavesTheOther() {
        Container container = service("mem_limit: 1.5", "deploy: {resources: {limits: {memory: 64m}}}");
        assertThat(container.limit()).contains(ByteSize.mebibytes(64));
        assertThat(service("mem_limit: 1.5", "deploy: {resources: {limits: {cpus: '1'}}}")
                        .memory()
                        .limit()
                        .isPresent())
                .isTrue();
        assertThat(service("mem_limit: '${M}'", "deploy: {resources: {limits: {memory: 64m}}}")
                        .memory()
                        .limit())
                .isInstanceOf(Field.Unknown.class);
    }

    @Test
    void swapMayBeUnlimitedAsANumberOrAsAText() {
        assertThat(service("memswap_limit: -1").memory().swap().known()).contains(SwapLimit.UNLIMITED);
        assertThat(service("memswap_limit: '-1'").memory().swap().known()).contains(SwapLimit.QUOTED_UNLIMITED);
        assertThat(service("memswap_limit:").memory().swap()).isInstanceOf(Field.Unknown.class);
        assertThat(service("memswap_limit: abc").memory().swap().known()).isEmpty();
    }

    @Test
    void anEntryMayTakeThePlaceOfAnother() {
        Container container = service("tmpfs: ['/a:size=1m', '/b', '/a:size=2m']", "volumes: ['vol:/c', 'other:/c']");
        assertThat(told(container.mounts())).containsExactly("/a:size=2m", "/b", "'other:/c'");
        assertThat(told(container.replaced())).containsExactly("/a:size=1m", "'vol:/c'");
    }

    private static List<String> told(List<Mount> mounts) {
        List<String> told = new ArrayList<>();
        for (Mount mount : mounts) {
            told.add(mount.declared().value());
        }
        return told;
    }

    @Test
    void aBindKnowsThePathOfTheHost() {
        BindMount bind = (BindMount) ProjectFixture.of("services: {a: {image: x, volumes: ['./d/../e:/x']}}")
                .container()
                .mounts()
                .get(0);
        assertThat(bind.hostPath()).contains("./e");
        BindMount open = (BindMount) service("volumes: [{type: bind, source: '${S}', target: /x}]")
                .mounts()
                .get(0);
        assertThat(open.hostPath()).isEmpty();
    }

    private static Mount mountOf(String entry, String volume) {
        return container("services: {a: {image: x, volumes: [" + entry + "]}}\nvolumes: {vol: " + volume + "}\n")
                .mounts()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {driver_opts: {type: none, o: bind, device: /srv}}                  | /srv
                    {driver_opts: {type: none, o: 'rw,rbind', device: /srv}}            | /srv
                    {driver: local, driver_opts: {o: 'bind,ro', device: /srv}}          | /srv
                    {driver: other, driver_opts: {o: bind, device: /srv}}               |
                    {driver: '${D}', driver_opts: {o: bind, device: /srv}}              |
                    {driver_opts: {o: 'nobind', device: /srv}}                          |
                    {driver_opts: {o: '${O}', device: /srv}}                            |
                    {driver_opts: {device: /srv}}                                       |
                    {driver_opts: {o: bind}}                                            |
                    {driver_opts: {o: bind, device: '${D}'}}                            |
                    {driver: local}                                                     |
                    """)
    void aVolumeMayBeAPathOfTheHost(String volume, String device) {
        VolumeMount mount = (VolumeMount) mountOf("vol:/x", volume);
        assertThat(mount.device().flatMap(Value::known)).isEqualTo(Optional.ofNullable(device));
        assertThat(((VolumeMount) mountOf("other:/x", volume)).device()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'vol:/x'", "{type: volume, source: vol, target: /x}"})
    void aTmpfsOfAVolumeStandsWhereItIsMounted(String entry) {
        TmpfsMount mount = (TmpfsMount) mountOf(entry, "{driver_opts: {type: tmpfs, device: tmpfs, o: size=1m}}");
        assertThat(mount.declared().at().text()).isEqualTo(entry.startsWith("{") ? "/x" : entry);
        assertThat(mount.declared().value()).isEqualTo(mount.declared().at().text());
        assertThat(mount.target().at().text()).isEqualTo("/x");
    }

    @Test
    void aSizeOfTheDriversOwnIsMeantForTheTmpfs() {
        TmpfsMount mount = (TmpfsMount) mountOf("'vol:/x'", "{driver_opts: {type: tmpfs, device: tmpfs, size: 1m}}");
        assertThat(mount.size()).isInstanceOf(Field.Unknown.class);
        TmpfsMount open = (TmpfsMount) mountOf("'vol:/x'", "{driver_opts: {type: tmpfs, device: tmpfs, o: [a]}}");
        assertThat(open.size()).isInstanceOf(Field.Unknown.class);
        TmpfsMount none = (TmpfsMount) mountOf("'vol:/x'", "{driver_opts: {type: tmpfs, device: tmpfs}}");
        assertThat(none.size().place().text()).isEqualTo("driver_opts");
    }
}

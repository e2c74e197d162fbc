package dev.plimsoll.compose.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.ProjectFixture;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.LimitPair;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ties a service to others and to what its project declares. */
class RelationsReaderTest {
    private static Container service(String line) {
        return ComposeFixture.load(
                        "services:\n  a:\n    image: x\n    " + line + "\n  b: {image: x}\n  c: {image: x}\n")
                .project()
                .containers()
                .get(0);
    }

    private static List<String> dependencies(String line) {
        List<String> told = new ArrayList<>();
        for (Dependency dependency : service(line).relations().dependencies()) {
            told.add(dependency.reason().key() + " " + dependency.service().value()
                    + dependency.condition().map(condition -> " " + condition).orElse("")
                    + (dependency.required() ? "" : " if it is there"));
        }
        return told;
    }

    private static List<String> uses(String line) {
        List<String> told = new ArrayList<>();
        for (ResourceUse use : service(line).relations().uses()) {
            told.add(use.kind().label() + " " + use.name().value().raw());
        }
        return told;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    depends_on: [b, c];                                     depends_on b, depends_on c
                    depends_on: {b: {condition: service_healthy}};          depends_on b service_healthy
                    depends_on: {b: {condition: service_started, required: false}, c: {condition: service_started}}; depends_on b service_started if it is there, depends_on c service_started
                    depends_on: {b: !reset null, c: {condition: service_started}}; depends_on c service_started
                    links: ['b:alias', c];                                  links b, links c
                    volumes_from: ['b:ro', 'container:x', c];               volumes_from b, volumes_from c
                    network_mode: 'service:b';                              network_mode b
                    network_mode: host;                                     ''
                    ipc: 'service:b';                                       ipc b
                    pid: 'service:c';                                       pid c
                    pid: 'container:c';                                     ''
                    uts: host;                                              ''
                    depends_on: ['${X}'];                                   ''
                    """)
    void dependsOnOthers(String line, String told) {
        assertThat(String.join(", ", dependencies(line))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    networks: [n, m];                                        network n, network m
                    networks: {n: {aliases: [x]}, m: !reset null};           network n
                    volumes: ['vol:/x', './y:/y', '/z'];                       volume vol
                    volumes: [{type: volume, source: v, target: /x}];        volume v
                    secrets: [s, {source: t, target: x}];                    secret s, secret t
                    configs: [c];                                            config c
                    models: [m];                                             model m
                    models: {m: {endpoint_var: X}};                          model m
                    build: {context: ., secrets: [s]};                       secret s
                    networks: ['${N}'];                                      network ${N}
                    """)
    void usesWhatIsDeclared(String line, String told) {
        assertThat(String.join(", ", uses(line))).isEqualTo(told);
    }

    @Test
    void readsDeclarations() {
        List<Resource> resources = ComposeFixture.load("""
                        services: {a: {image: x}}
                        volumes:
                          v: {driver: local, driver_opts: {type: none, o: }, x-y: 1, labels: !reset null}
                          w:
                          u: !reset null
                        networks: {n: {external: true, driver: }}
                        """).project().resources();
        assertThat(resources).extracting(Resource::name).containsExactly("n", "v", "w");
        Resource volume = resources.get(1);
        assertThat(volume.kind()).isEqualTo(ResourceKind.VOLUME);
        assertThat(volume.settings()).extracting(setting -> setting.value()).containsExactly("driver", "driver_opts");
        assertThat(volume.driver().orElseThrow().value().known()).contains("local");
        assertThat(volume.driverOption("type").orElseThrow().value().known()).contains("none");
        assertThat(resources.get(0).isExternal()).isTrue();
        assertThat(resources.get(0).driver()).isEmpty();
        assertThat(resources.get(2).settings()).isEmpty();
        assertThat(resources.get(2).mayBeExternal()).isFalse();
    }

    private static LimitPair pair(String own, String block) {
        List<LimitPair> pairs = ComposeFixture.load(
                        "services:\n  a:\n    image: x\n    " + own + "\n    deploy: {resources: {" + block + "}}\n")
                .project()
                .containers()
                .get(0)
                .relations()
                .limitPairs();
        return pairs.isEmpty() ? null : pairs.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    mem_limit: 1g;        limits: {memory: 1024m};       true
                    mem_limit: 1g;        limits: {memory: 2g};          false
                    mem_limit: 1g;        limits: {cpus: '1'};           false
                    mem_limit: 1g;        limits: {memory: '${M}'};      true
                    mem_reservation: 1g;  reservations: {memory: 2g};    false
                    mem_reservation: 1g;  reservations: {memory: 1g};    true
                    cpus: 1.5;            limits: {cpus: '1.50'};        true
                    cpus: 1.5;            limits: {cpus: '2'};           false
                    pids_limit: 5;        limits: {pids: 5};             true
                    pids_limit: 5;        limits: {pids: 6};             false
                    """)
    void limitsInTwoPlacesAgreeOrNot(String own, String block, boolean agree) {
        assertThat(pair(own, block).agree()).isEqualTo(agree);
        assertThat(pair(own, block).key()).isEqualTo(own.substring(0, own.indexOf(':')));
    }

    @Test
    void aLimitInOnePlaceIsNoPair() {
        assertThat(pair("restart: no", "limits: {memory: 1g}")).isNull();
        assertThat(pair("mem_limit: 1g", "reservations: {memory: 1g}")).isNull();
    }

    @Test
    void aServiceMayShareTheHostNameOfAnother() {
        assertThat(dependencies("uts: 'service:b'")).containsExactly("uts b");
    }

    @ParameterizedTest
    @CsvSource({"true, ''", "false, ' if it is there'", "FALSE, ' if it is there'"})
    void aDependencyMayBeRequired(String required, String told) {
        assertThat(dependencies("depends_on: {b: {condition: service_started, required: " + required + "}}"))
                .containsExactly("depends_on b service_started" + told);
    }

    /** It may hold anything, anywhere in the container. */
    @Test
    void volumesOfAContainerThatIsNoServiceAreNotSeen() {
        Container container = service("volumes_from: ['container:x', b, '${V}']");
        assertThat(container.mounts())
                .hasSize(2)
                .allMatch(mount -> mount instanceof OtherMount other && other.isUnseen())
                .extracting(mount -> mount.target().at().text())
                .containsExactly("'container:x'", "'${V}'");
        assertThat(dependencies("links: [':b', 'b:']")).containsExactly("links ", "links b");
    }

    @Test
    void volumesOfSeveralFilesAreThoseOfEach() {
        ProjectFixture project = ProjectFixture.of(
                        "services: {a: {image: x, volumes: ['vol:/x', './b:/b']}, b: !reset null}")
                .with("o.yaml", "services: {a: {volumes: ['other:/x', '${N}:/y', '/z']}}")
                .with("n.yaml", "networks: {n: }");
        assertThat(project.load("compose.yaml", "o.yaml").project().mountedInFiles())
                .containsExactlyInAnyOrder("vol", "other", "");
        assertThat(project.load("compose.yaml", "n.yaml").project().mountedInFiles())
                .containsExactly("vol");
        assertThat(project.load().project().mountedInFiles()).isEmpty();
    }

    @Test
    void aLimitThatIsNoNumberMayAgree() {
        assertThat(pair("cpus: many", "limits: {cpus: '2'}").agree()).isTrue();
        assertThat(pair("cpus: '2'", "limits: {cpus: many}").agree()).isTrue();
        assertThat(pair("cpus: 0", "limits: {cpus: '2'}").agree()).isTrue();
        assertThat(pair("cpus: '2'", "limits: {cpus: }").agree()).isFalse();
    }
}

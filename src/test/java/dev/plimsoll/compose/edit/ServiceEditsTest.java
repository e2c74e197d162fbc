package dev.plimsoll.compose.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of what a service says of its volumes, log and limits, and of declarations. */
class ServiceEditsTest {
    private static Loaded loaded(String text) {
        Loaded loaded = ComposeReader.read(new SourceFile("compose.yaml", text), List.of());
        assertThat(loaded.errors()).as(text).isEmpty();
        return loaded;
    }

    /** The text after a change of its last service, or the reason why it is refused, in brackets. */
    private static String changed(String text, Function<Container, Change.OfContainer> change) {
        List<Container> containers = loaded(text).project().containers();
        Container container = containers.get(containers.size() - 1);
        List<Edit> edits = new ArrayList<>();
        return outcome(container.file(), container.writer().write(change.apply(container), List.of(), edits), edits);
    }

    private static String outcome(SourceFile file, Optional<String> refusal, List<Edit> edits) {
        if (refusal.isPresent()) {
            assertThat(edits).isEmpty();
            return "[" + refusal.get() + "]";
        }
        String changed = Fix.apply(file, edits);
        loaded(changed);
        return changed;
    }

    /** A service {@code a} with an image and these lines, indented by four. */
    private static String service(String... lines) {
        StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n");
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return text.toString();
    }

    private static Mount mount(Container container) {
        return container.mounts().get(0);
    }

    private static Change.OfContainer log(Container container) {
        return new Change.LimitLog("10m", 3);
    }

    private static Change.OfContainer pids(Container container) {
        return new Change.SetSetting(Setting.PIDS, "100");
    }

    private static Change.OfContainer bind(Container container) {
        return new Change.BindPorts(container.ports(), "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [80] | ports: [127.0.0.1::80]",
                "ports: ['8080:80', \"53/udp\"] | ports: ['127.0.0.1:8080:80', \"127.0.0.1::53/udp\"]",
                "ports: [0.0.0.0:8080:80] # for all | ports: [127.0.0.1:8080:80] # for all",
                "ports: ['[::]:8080:80', ':8081:80'] | ports: ['127.0.0.1:8080:80', '127.0.0.1:8081:80']",
                "ports: ['${PORT:-8080}:80'] | ports: ['127.0.0.1:${PORT:-8080}:80']",
                "ports: ['${BIND:-0.0.0.0}:8080:80'] | [a variable decides it]",
                "ports: [{target: 80, published: 8080}] | ports: [{target: 80, published: 8080, host_ip: 127.0.0.1}]",
                "ports: [{target: 80}] | ports: [{target: 80, host_ip: 127.0.0.1}]",
                "ports: [{host_ip: '::', target: 80}] | ports: [{host_ip: '127.0.0.1', target: 80}]",
            })
    void portsAreBoundToAnAddress(String ports, String bound) {
        assertThat(changed(service(ports), ServiceEditsTest::bind))
                .isEqualTo(bound.startsWith("[") ? bound : service(bound));
    }

    @Test
    void portsThatOthersShareAreNotBound() {
        String shared = "x-ports: &ports ['8080:80']\nservices:\n  a:\n    image: x\n    ports: *ports\n";
        assertThat(changed(shared, ServiceEditsTest::bind)).startsWith("[it comes from *ports");
        assertThat(changed(
                        service("ports: ['8080:80']", "deploy: {placement: {constraints: [node.role == manager]}}"),
                        ServiceEditsTest::bind))
                .isEqualTo("[a swarm publishes on all addresses, whatever is written]");
    }

    @Test
    void theLogIsLimited() {
        assertThat(changed(service("restart: no"), ServiceEditsTest::log))
                .isEqualTo(service(
                        "restart: no",
                        "logging:",
                        "  driver: json-file",
                        "  options:",
                        "    max-size: 10m",
                        "    max-file: \"3\""));
        assertThat(changed("services: {a: {image: x}}", ServiceEditsTest::log))
                .isEqualTo("services: {a: {image: x, logging: {driver: json-file, options: {max-size: 10m, max-file:"
                        + " \"3\"}}}}");
        assertThat(changed(service("logging:", "  driver: local"), ServiceEditsTest::log))
                .isEqualTo(service("logging:", "  driver: local", "  options:", "    max-size: 10m"));
        assertThat(changed(service("logging:", "  options:", "    tag: t"), ServiceEditsTest::log))
                .isEqualTo(service("logging:", "  options:", "    tag: t", "    max-size: 10m", "    max-file: \"3\""));
        assertThat(changed(service("logging:", "  options:", "    max-file: 5"), ServiceEditsTest::log))
                .isEqualTo(service("logging:", "  options:", "    max-file: 5", "    max-size: 10m"));
        assertThat(changed(service("logging:", "  options:"), ServiceEditsTest::log))
                .isEqualTo("[it is written in a way that cannot be edited]");
    }

    @Test
    void aVolumeOfOneLetterIsRenamedWithItsDeclaration() {
        Function<Container, Change.OfContainer> rename =
                c -> new Change.RenameOneLetterVolume((VolumeMount) mount(c), "data");
        assertThat(changed(service("volumes: [\"d:/x\"]") + "volumes:\n  d:\n", rename))
                .isEqualTo(service("volumes: [\"data:/x\"]") + "volumes:\n  data:\n");
        assertThat(changed(service("volumes: [\"d:/x\"]") + "volumes:\n  data:\n", rename))
                .isEqualTo(service("volumes: [\"data:/x\"]") + "volumes:\n  data:\n");
        assertThat(changed(service("volumes: [\"d:/x\"]"), rename))
                .isEqualTo(service("volumes: [\"data:/x\"]") + "\nvolumes:\n  data:\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
                    "a/b:/x"; "./a/b:/x"
                    {type: volume, source: a/b, target: /x}; {type: bind, source: ./a/b, target: /x}
                    {type: volume, source: ./a/b, target: /x}; {type: bind, source: ./a/b, target: /x}
                    {type: volume, source: a/b, target: /x, volume: {nocopy: true}}; [it is written in a way that cannot be edited]
                    "a/b:${T:-/x}"; [a variable decides it]
                    """)
    void aPathTakesThePlaceOfAName(String before, String after) {
        String text = service("volumes:", "  - " + before);
        List<Container> containers = ComposeReader.read(new SourceFile("compose.yaml", text), List.of())
                .project()
                .containers();
        List<Edit> edits = new ArrayList<>();
        Container container = containers.get(0);
        Optional<String> refusal =
                container.writer().write(new Change.SetMountSource(mount(container), "./a/b"), List.of(), edits);
        assertThat(refusal.map(reason -> "[" + reason + "]").orElseGet(() -> Fix.apply(container.file(), edits)))
                .isEqualTo(after.startsWith("[") ? after : service("volumes:", "  - " + after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
                    "./a:/x:ro"; "./a:/y:ro"
                    ./a:/x; ./a:/y
                    {type: bind, source: ./a, target: /x}; {type: bind, source: ./a, target: /y}
                    """)
    void aMountGetsAnotherTarget(String before, String after) {
        assertThat(changed(service("volumes:", "  - " + before), c -> new Change.SetMountTarget(mount(c), "/y")))
                .isEqualTo(service("volumes:", "  - " + after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
                    ./a:/x:bogus; 0; ./a:/x
                    ./a:/x:bogus,ro; 0; ./a:/x:ro
                    ./a:/x:ro,bogus; 1; ./a:/x:ro
                    ./a:/x:ro,bogus,z; 1; ./a:/x:ro,z
                    """)
    void anOptionGoesWithItsSeparator(String before, int index, String after) {
        assertThat(changed(
                        service("volumes:", "  - " + before),
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((BindMount) mount(c)).options().get(index), "")))
                .isEqualTo(service("volumes:", "  - " + after));
        assertThat(changed(
                        service("volumes:", "  - " + before),
                        c -> new Change.ReplaceMountOption(
                                mount(c), ((BindMount) mount(c)).options().get(index), "rw")))
                .isEqualTo(service("volumes:", "  - " + before.replace("bogus", "rw")));
    }

    @Test
    void aLimitGoesWhereThereAreLimits() {
        assertThat(changed(service("restart: no"), ServiceEditsTest::pids))
                .isEqualTo(service("restart: no", "pids_limit: 100"));
        assertThat(changed(
                        service("deploy:", "  resources:", "    limits:", "      memory: 1g"), ServiceEditsTest::pids))
                .isEqualTo(service("deploy:", "  resources:", "    limits:", "      memory: 1g", "      pids: 100"));
        assertThat(changed(
                        service("deploy:", "  resources:", "    limits:", "      memory: 1g"),
                        c -> new Change.SetSetting(Setting.CPUS, "1.5")))
                .isEqualTo(
                        service("deploy:", "  resources:", "    limits:", "      memory: 1g", "      cpus: \"1.5\""));
        assertThat(changed(
                        service("pids_limit: 5", "deploy:", "  resources:", "    limits:", "      memory: 1g"),
                        ServiceEditsTest::pids))
                .isEqualTo(service("pids_limit: 100", "deploy:", "  resources:", "    limits:", "      memory: 1g"));
        assertThat(changed(service("deploy:", "  resources:", "    limits:", "      pids: 5"), ServiceEditsTest::pids))
                .isEqualTo("[it is written in a way that cannot be edited]");
    }

    /** What only a swarm honors tells that the service is deployed. */
    @Test
    void aSwarmsServiceIsLimitedBelowDeploy() {
        assertThat(changed(service("deploy:", "  placement:", "    constraints: [a]"), ServiceEditsTest::pids))
                .isEqualTo(service(
                        "deploy:",
                        "  placement:",
                        "    constraints: [a]",
                        "  resources:",
                        "    limits:",
                        "      pids: 100"));
        assertThat(changed(
                        service(
                                "deploy:",
                                "  placement:",
                                "    constraints: [a]",
                                "  resources:",
                                "    reservations:",
                                "      memory: 1g"),
                        ServiceEditsTest::pids))
                .isEqualTo(service(
                        "deploy:",
                        "  placement:",
                        "    constraints: [a]",
                        "  resources:",
                        "    reservations:",
                        "      memory: 1g",
                        "    limits:",
                        "      pids: 100"));
        for (String version : List.of("3.9", "3.10", "3.13")) {
            assertThat(changed(
                            "version: '" + version + "'\n" + service("deploy:", "  placement:", "    constraints: [a]"),
                            ServiceEditsTest::pids))
                    .contains("pids: 100");
        }
        for (String version : List.of("3.8", "3.1", "3", "2.4")) {
            assertThat(changed(
                            "version: '" + version + "'\n" + service("deploy:", "  placement:", "    constraints: [a]"),
                            ServiceEditsTest::pids))
                    .startsWith("[docker stack deploy takes it from version 3.9 ");
        }
        assertThat(changed(
                        service("deploy:", "  placement:", "    constraints: [a]"),
                        c -> new Change.AddTmpfs(List.of("/t"), List.of())))
                .isEqualTo("[docker stack deploy leaves out tmpfs:]");
    }

    @Test
    void tmpfsAndVolumesAreAddedToTheirLists() {
        Function<Container, Change.OfContainer> tmpfs =
                c -> new Change.AddTmpfs(List.of("/t", "/u"), List.of("size=1m"));
        assertThat(changed(service("restart: no"), tmpfs))
                .isEqualTo(service("restart: no", "tmpfs:", "  - /t:size=1m", "  - /u:size=1m"));
        assertThat(changed(service("tmpfs:", "- /s # s", "restart: no"), tmpfs))
                .isEqualTo(service("tmpfs:", "- /s # s", "- /t:size=1m", "- /u:size=1m", "restart: no"));
        assertThat(changed(service("tmpfs: [/s]"), tmpfs))
                .isEqualTo("[its tmpfs: are written in a way that cannot be edited]");
        assertThat(changed("services: {a: {image: x}}", tmpfs)).isEqualTo("[\"a\" is written in braces]");
        assertThat(changed("x: &l\n  - /s\n" + service("tmpfs: *l"), tmpfs)).startsWith("[");
        assertThat(changed(service("restart: no"), c -> new Change.AddVolume("data", "/d")))
                .isEqualTo(service("restart: no", "volumes:", "  - data:/d") + "\nvolumes:\n  data:\n");
    }

    /** What is added to a service that another extends would come to that one too. */
    @Test
    void aServiceThatIsExtendedStays() {
        String base = "services:\n  b:\n    extends: {service: a}\n  a:\n    image: x # last\n";
        assertThat(changed(base, ServiceEditsTest::pids))
                .isEqualTo("[line 3 of compose.yaml extends the service that it belongs to]");
        String flow = "services:\n  b: {extends: {service: a}}\n  a: {image: x}\n";
        assertThat(changed(flow, ServiceEditsTest::pids))
                .isEqualTo("[line 2 of compose.yaml extends the service that it belongs to]");
        String other = "services:\n  b:\n    image: x\n  c:\n    extends: {service: b}\n  a:\n    image: x\n";
        assertThat(changed(other, ServiceEditsTest::pids)).isEqualTo(other + "    pids_limit: 100\n");
    }

    private static String removed(String text, ResourceKind kind, String name) {
        Loaded loaded = loaded(text);
        Resource resource = loaded.project().resource(kind, name).orElseThrow();
        List<Edit> edits = new ArrayList<>();
        Optional<String> refusal = resource.writer().write(new Change.RemoveResource(resource), List.of(), edits);
        return outcome(resource.key().at().file(), refusal, edits);
    }

    @Test
    void aDeclarationIsRemovedAndItsSectionWithTheLastOne() {
        assertThat(removed(service() + "volumes:\n  a:\n  b: {name: c}\n", ResourceKind.VOLUME, "b"))
                .isEqualTo(service() + "volumes:\n  a:\n");
        assertThat(removed(service() + "volumes:\n  b: {name: c}\n", ResourceKind.VOLUME, "b"))
                .isEqualTo(service());
        assertThat(removed(service() + "volumes: {}\nnetworks:\n  n:\n  m:\n", ResourceKind.NETWORK, "n"))
                .isEqualTo(service() + "volumes: {}\nnetworks:\n  m:\n");
    }
}

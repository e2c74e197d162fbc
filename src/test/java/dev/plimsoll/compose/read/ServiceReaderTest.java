package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.command;
import static dev.plimsoll.compose.ComposeFixture.container;
import static dev.plimsoll.compose.ComposeFixture.environment;
import static dev.plimsoll.compose.ComposeFixture.load;
import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceReaderTest {
    @ParameterizedTest
    @CsvSource({
        "512, 512",
        "010000000, 2097152",
        "0o100000000, 16777216",
        "0x4000000, 67108864",
        "1_000_000_000, 1000000000",
        "'\"512\"', 512",
        "'\"1.5\"', 1",
        "'\"1.5g\"', 1610612736",
        "64m, 67108864",
        "64MiB, 67108864",
        "'\"64 m\"', 67108864",
        "'!!str 512', 512",
        "'${M:-64m}', 67108864",
    })
    void memoryLimit(String written, long bytes) {
        assertThat(service("mem_limit: " + written).limit()).contains(new ByteSize(bytes));
    }

    /** A number that YAML takes for a float is dropped by Compose without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1.5", "1e9", "9223372036854775808", "0899999999", "-1", "'-1'", "50%", "abc", "true", "''"})
    void otherValuesAreNoMemoryLimit(String written) {
        Container container = service("mem_limit: " + written);
        assertThat(container.limit()).isEmpty();
        assertThat(container.memory().limit().isAbsent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "'0'", "0m", "'0.0001k'"})
    void zeroIsNoMemoryLimit(String written) {
        assertThat(service("mem_limit: " + written).memory().limit().isAbsent()).isTrue();
    }

    @Test
    void anAbsentLimitStandsAtTheName() {
        Container container = service("restart: always");
        assertThat(container.memory().limit().isAbsent()).isTrue();
        assertThat(container.memory().limit().place().text()).isEqualTo("a");
        assertThat(container.memory().swap().isAbsent()).isTrue();
    }

    @Test
    void aVariableIsNotKnown() {
        Field<ByteSize> limit = service("mem_limit: ${M}").memory().limit();
        assertThat(limit.isPresent()).isTrue();
        assertThat(limit.known()).isEmpty();
        assertThat(limit.raw()).isEqualTo("${M}");
    }

    @Test
    void deployLimitsCount() {
        Container container =
                service("deploy: {replicas: 3, resources: {limits: {memory: 1g}, reservations: {memory: 64m}}}");
        assertThat(container.limit()).contains(ByteSize.mebibytes(1024));
        assertThat(container.memory().reservation().known()).contains(ByteSize.mebibytes(64));
        assertThat(container.memory().limit().place().text()).isEqualTo("1g");
        assertThat(container.replicas().known()).contains(3);
        assertThat(container.swarm()).isFalse();
    }

    @Test
    void twoLimitsMustAgree() {
        assertThat(service("mem_limit: 1g", "deploy: {resources: {limits: {memory: 1024m}}}")
                        .limit())
                .contains(ByteSize.mebibytes(1024));
        Container differ = service("mem_limit: 1g", "deploy: {resources: {limits: {memory: 512m}}}");
        assertThat(differ.limit()).isEmpty();
        assertThat(differ.memory().limit().isAbsent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2g, 2147483648", "100, 100", "'\"2g\"', 2147483648", "'${S:-2g}', 2147483648"})
    void swapLimit(String written, long bytes) {
        assertThat(service("memswap_limit: " + written).memory().swap().known())
                .contains(SwapLimit.of(new ByteSize(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "'-1'", "${S:--1}"})
    void swapWithoutBound(String written) {
        assertThat(service("memswap_limit: " + written).memory().swap().known())
                .hasValueSatisfying(limit -> assertThat(limit.unlimited()).isTrue());
    }

    @Test
    void swapOfZeroIsNotSet() {
        assertThat(service("memswap_limit: 0").memory().swap().isAbsent()).isTrue();
    }

    @Test
    void resetLimitsAreNotKnown() {
        Container container = service("mem_limit: !reset null", "memswap_limit: !reset null");
        assertThat(container.memory().limit()).isInstanceOf(Field.Unknown.class);
        assertThat(container.memory().swap()).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void sharedMemoryIsTheContainersOwnUnlessIpcTakesAnother() {
        assertThat(service("shm_size: 1g").ownShm()).contains(ByteSize.mebibytes(1024));
        assertThat(service("shm_size: 1g", "ipc: shareable").ownShm()).isPresent();
        for (String ipc : List.of("host", "none", "service:b", "${IPC}")) {
            Container other = service("shm_size: 1g", "ipc: " + ipc);
            assertThat(other.memory().shm().isPresent()).as(ipc).isTrue();
            assertThat(other.ownShm()).as(ipc).isEmpty();
        }
    }

    @Test
    void extendsBringsWhatTheOtherServiceHas() {
        Container container =
                container("services: {b: {image: x, extends: {service: a}}, a: {image: y, mem_limit: 64m}}");
        assertThat(container.limit()).contains(ByteSize.mebibytes(64));
        assertThat(container.image().known().orElseThrow().path()).isEqualTo("x");
        assertThat(container.memory().swap().isAbsent()).isTrue();
    }

    @Test
    void whatExtendsDoesNotFindMayBringMore() {
        Container container = load("services: {b: {image: x, extends: {file: no-such-file.yaml, service: a}}}")
                .project()
                .containers()
                .get(0);
        assertThat(container.memory().limit()).isInstanceOf(Field.Unknown.class);
        assertThat(container.memory().swap()).isInstanceOf(Field.Unknown.class);
        assertThat(container.command()).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void aServiceWithoutImageBelongsToAnotherFile() {
        assertThat(container("services: {a: {mem_limit: 1g}}").memory().swap()).isInstanceOf(Field.Unknown.class);
        assertThat(container("services: {a: {build: .}}").memory().swap().isAbsent())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.override.yaml", "docker-compose.override.yml", "docker-compose-override.yml"})
    void anOverrideFileBelongsToAnotherFile(String name) {
        Loaded loaded = ComposeReader.read(new SourceFile("x/" + name, "services: {a: {init: true}}"), List.of());
        assertThat(loaded.project().containers().get(0).memory().limit()).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void environmentAsListAndMapping() {
        assertThat(environment(service("environment: ['A=b=c', 'D=', 'E= f', G, 'I=${J}', 'K=${L:-m}']")))
                .isEqualTo(Map.of("A", "b=c", "D", "", "E", " f", "G", "?", "I", "?${J}", "K", "m"));
        assertThat(environment(service("environment: {B: true, E: yes, F: \"010\", G: , H: 1.50x}")))
                .isEqualTo(Map.of("B", "true", "E", "yes", "F", "010", "G", "?", "H", "1.50x"));
    }

    /** Compose hands a number of YAML on as that number, not as it was written. */
    @Test
    void environmentNumbersAreThoseOfYaml() {
        assertThat(environment(service("environment: {A: 010, D: 0x10}"))).isEqualTo(Map.of("A", "8", "D", "16"));
    }

    /** What docker compose 2.26.1 makes of each. */
    @Test
    void commandsAreCutAtBlanksOutsideOfQuotes() {
        assertThat(command(service("command: sh -x \"a  b\" 'c d' e\\ f \"g\\\"h\" ''")))
                .containsExactly("sh", "-x", "a  b", "c d", "e f", "g\"h", "");
        assertThat(command(service("command: \"a\\tb  c=\\\"d e\\\"f 'g'\\\"h\\\" \\\\\\\"i\"")))
                .containsExactly("a", "b", "c=d ef", "gh", "\"i");
        assertThat(command(service("command: >", "  a", "  b", "", "  c"))).containsExactly("a", "b", "c");
        assertThat(command(service("command: ['a b', '', 5]"))).containsExactly("a b", "", "5");
    }

    @Test
    void wordsOfAShellsScriptAreToldApart() {
        CommandLine line = service("command: [\"/bin/sh\", \"-ec\", \"exec redis-server --save ''\"]")
                .command()
                .known()
                .orElseThrow();
        assertThat(ComposeFixture.words(line.words())).containsExactly("/bin/sh", "-ec", "exec redis-server --save ''");
        assertThat(ComposeFixture.words(line.script())).containsExactly("exec", "redis-server", "--save", "");
        assertThat(service("command: [\"run\", \"-c\", \"a b\"]")
                        .command()
                        .known()
                        .orElseThrow()
                        .script())
                .isEmpty();
    }

    @Test
    void wordsKnowTheirPlaces() {
        Container container = service("command: redis-server --save \"\" --port ${PORT:-1}");
        assertThat(container
                        .command()
                        .known()
                        .orElseThrow()
                        .words()
                        .get(1)
                        .location()
                        .text())
                .isEqualTo("--save");
    }

    @ParameterizedTest
    @CsvSource({
        "'deploy: {replicas: 2}', 2",
        "'scale: 3', 3",
        "'deploy: {replicas: \"${N:-4}\"}', 4",
        "'deploy: {replicas: 0}', 0",
    })
    void replicas(String line, int count) {
        assertThat(service(line).replicas().known()).contains(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale: -1", "scale: many", "scale: 99999999999", "scale: ${N}"})
    void replicasThatAreNotKnown(String line) {
        assertThat(service(line).replicas().known()).isEmpty();
        assertThat(service(line).replicas().isPresent()).isTrue();
    }

    @Test
    void swarmIsToldByWhatOnlySwarmHonours() {
        assertThat(service("deploy: {placement: {constraints: [x]}}").swarm()).isTrue();
        assertThat(service("deploy: {mode: global}").swarm()).isTrue();
        assertThat(service("deploy: {mode: replicated}").swarm()).isFalse();
        assertThat(service("deploy: {update_config: }").swarm()).isFalse();
    }

    @Test
    void imagesMayHaveVariables() {
        assertThat(service().image().known().orElseThrow().path()).isEqualTo("x");
        Container container = container("services: {a: {image: \"redis:${TAG:-7}\"}}");
        assertThat(container.image().known().orElseThrow().tag()).contains("7");
        assertThat(container("services: {a: {image: \"redis:${TAG}\"}}").image().known())
                .isEmpty();
    }

    @Test
    void whatIsNoMappingIsTold() {
        assertThat(load("services: [a]").errors().get(0).message()).isEqualTo("services must be a mapping, not a list");
        assertThat(load("services: {a: 1}").errors().get(0).message())
                .isEqualTo("services.a must be a mapping, not a number");
        assertThat(load("- a").errors().get(0).message()).isEqualTo("a Compose file is a mapping, this is a list");
        assertThat(load("# nothing\n").errors().get(0).message()).isEqualTo("the file is empty");
        assertThat(load("x: &a [*a]").errors().get(0).message()).contains("inside its own anchor");
    }

    @Test
    void aFileWithoutServicesHasNoContainers() {
        assertThat(load("volumes: {a: }").errors()).isEmpty();
        assertThat(load("volumes: {a: }").project().containers()).isEmpty();
        assertThat(load("volumes: {a: , b: {external: true}, c: {external: false}}")
                        .project()
                        .resources(ResourceKind.VOLUME))
                .extracting(volume -> volume.name() + " " + volume.isExternal())
                .containsExactly("a false", "b true", "c false");
    }

    /** Rules that refuse what is not external have to know that it is not. */
    @Test
    void aVariableMayMakeAResourceExternal() {
        assertThat(load("volumes: {a: , b: {external: maybe}, c: {external: 'no'}, d: {external: '${D:-off}'},"
                                + " e: {external: '${E}'}, f: {external: {name: x}}, g: {external: '${G:-Yes}'}}")
                        .project()
                        .resources(ResourceKind.VOLUME))
                .extracting(volume -> volume.name() + " " + volume.isExternal() + " " + volume.mayBeExternal())
                .containsExactly(
                        "a false false",
                        "b false true",
                        "c false false",
                        "d false false",
                        "e false true",
                        "f true true",
                        "g true true");
    }

    @Test
    void invalidValuesTellTheirText() {
        Field.Present<ByteSize> limit =
                (Field.Present<ByteSize>) service("mem_limit: 1.5").memory().limit();
        assertThat(limit.value().value()).isEqualTo(new Value.Invalid<>("1.5", "not a size but a number"));
    }
}

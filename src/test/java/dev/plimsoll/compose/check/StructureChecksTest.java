package dev.plimsoll.compose.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a file whose structure Compose refuses or passes over, and what is written instead. */
class StructureChecksTest {
    private static List<Finding> found(String rule, String text) {
        List<Finding> found = new ArrayList<>();
        for (RuleFinding finding : ComposeFixture.load(text).findings()) {
            if (finding.rule().equals(rule)) {
                found.add(finding.finding());
            }
        }
        return found;
    }

    private static Finding only(String rule, String text) {
        List<Finding> found = found(rule, text);
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    private static String service(String lines) {
        return "services:\n  a:\n    image: x\n    " + lines.replace("|", "\n    ") + "\n";
    }

    private static String fixed(Finding finding) {
        return finding.fixes().get(0).applyTo(finding.at().file());
    }

    @Test
    void aMisspelledKeyIsReplaced() {
        Finding finding = only("schema", service("restrat: always"));
        assertThat(finding.at().text()).isEqualTo("restrat");
        assertThat(fixed(finding)).isEqualTo(service("restart: always"));
        assertThat(only("schema", service("zzzzzz: 1")).fixes()).isEmpty();
        assertThat(only("schema", service("\"restrat\": always")).fixes()).isEmpty();
        assertThat(fixed(only("schema", service("mem_limit_: 1g")))).isEqualTo(service("mem_limit: 1g"));
    }

    @Test
    void theLongFormOfATmpfsBelongsBelowVolumes() {
        assertThat(only("schema", service("tmpfs: [{type: tmpfs, target: /x}]")).message())
                .endsWith(": the long form of a tmpfs belongs below volumes");
        assertThat(only("schema", service("tmpfs: [{a: b}]")).message()).doesNotContain("long form");
        assertThat(only("schema", service("dns: [{type: tmpfs, target: /x}]")).message())
                .doesNotContain("long form");
    }

    @Test
    void anObsoleteVersionGoesWithItsLine() {
        assertThat(fixed(only("version-obsolete", "version: '3'\n\n" + service("restart: no"))))
                .isEqualTo(service("restart: no"));
        assertThat(only("version-obsolete", "{version: '3', services: {a: {image: x}}}")
                        .fixes())
                .isEmpty();
        assertThat(found("version-obsolete", service("restart: no"))).isEmpty();
    }

    private static final String TWICE = "two volumes of \"a\" have the target ";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ['./a:/x', './b:/x'];                                    /x: Compose silently mounts only the last
                    ['./a:/x', './b:/x/'];                                   /x/: Compose silently mounts only the last
                    [{type: bind, source: ./a, target: /x}, './b:/x'];       /x: Compose silently mounts only the last
                    [{type: bind, source: ./a, target: /x/}, './b:/x'];      /x in two spellings: Compose 2.40 refuses to load the project, older versions mount only the last
                    ['./b:/x', {type: bind, source: ./a, target: /x/}];      /x/ in two spellings: Compose 2.40 refuses to load the project, older versions mount only the last
                    """)
    void ofTwoVolumesWithOneTargetOneIsLost(String volumes, String said) {
        Finding finding = only("volume-repeated-target", service("volumes: " + volumes));
        assertThat(finding.message()).isEqualTo(TWICE + said);
        assertThat(finding.container()).contains("a");
        assertThat(finding.related()).hasSize(1);
    }

    /** The third takes the place of the first, which is spelled alike, and then gives way to the second. */
    @Test
    void ofThreeVolumesWithOneTargetTheSecondMayStay() {
        List<Finding> found = found("volume-repeated-target", service("volumes: ['./a:/x', './b:/x/', './c:/x']"));
        assertThat(found)
                .extracting(Finding::message)
                .containsExactly(
                        TWICE + "/x/: Compose silently mounts only that of line 4",
                        TWICE + "/x: Compose silently mounts only that of line 4");
        assertThat(found)
                .flatExtracting(Finding::related)
                .extracting("message")
                .containsExactly("this one is lost", "this one stays");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ['./a:/x', './a:/x']
                    ['./a:/x', './a:/y']
                    ['./a:/x']
                    ['./a:/x', {type: tmpfs, target: /x}]
                    """)
    void volumesThatAreEqualOrApartLoseNothing(String volumes) {
        assertThat(found("volume-repeated-target", service("volumes: " + volumes)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    mem_limit: 12x;                 mem_limit must be a size such as 512m, not "12x"
                    memswap_limit: '-2';            memswap_limit must be a size such as 512m, not "-2"
                    shm_size: 64q;                  shm_size must be a size such as 512m, not "64q"
                    mem_limit: '-1';                mem_limit must be a size such as 512m, not "-1"
                    deploy: {resources: {limits: {memory: 1x}}}; deploy.resources.limits.memory must be a size such as 512m, not "1x"
                    ports: ['x:80'];                "x:80" is not a port mapping: "x" is not a host port
                    ports: ['8080:0'];              "8080:0" is not a port mapping: 0 is not a container port
                    ports: [{target: 80, host_ip: localhost}]; host_ip must be an IP address, not "localhost"
                    container_name: '-';            container_name must be a name of at least two letters or digits such as my-app_1, not "-"
                    environment: ['A =b'];          "A =b" has a blank at the end of the variable's name
                    environment: ['A '];            "A " has a blank at the end of the variable's name
                    build: {context: ., args: ['A =b']}; "A =b" has a blank at the end of the variable's name
                    """)
    void valuesThatComposeRefuses(String line, String message) {
        List<String> messages = new ArrayList<>();
        for (RuleFinding finding : ComposeFixture.load(service(line)).findings()) {
            messages.add(finding.finding().message());
        }
        assertThat(messages).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    memswap_limit: '-1'
                    mem_limit: 1Gi
                    ports: ['80', '8080:80/udp']
                    ports: [{target: 80, host_ip: ::1}]
                    environment: ['A= b', '=b', 'A=b ']
                    build: {context: ., args: ['A ']}
                    container_name: ab
                    """)
    void valuesThatComposeTakes(String line) {
        for (RuleFinding finding : ComposeFixture.load(service(line)).findings()) {
            assertThat(finding.finding().message())
                    .doesNotContain("must be")
                    .doesNotContain("is no port")
                    .doesNotContain("has a blank");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    gpus: [{count: 1, device_ids: ['0']}];                   a device is chosen by count or by device_ids, not by both
                    develop: {watch: [{path: ., action: sync}]};             a watch with the action sync must have a target
                    develop: {watch: [{path: ., action: sync, target: ''}]}; a watch with the action sync must have a target
                    build: {context: ., additional_contexts: {b: 'service:nope'}}; there is no service "nope" to build from
                    networks: [x-net];                                       no service can use the network "x-net": Compose takes a name that begins with x- for an extension
                    """)
    void whatContradictsItself(String line, String message) {
        assertThat(ComposeFixture.load(service(line)).findings())
                .extracting(finding -> finding.finding().message())
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    gpus: [{count: 1}, {device_ids: ['0']}]
                    develop: {watch: [{path: ., action: rebuild}]}
                    develop: {watch: [{path: ., action: sync, target: /x}]}
                    build: {context: ., additional_contexts: {b: 'service:a'}}
                    """)
    void whatOnlyLooksAlike(String line) {
        assertThat(ComposeFixture.load(service(line)).findings())
                .extracting(finding -> finding.finding().message())
                .noneMatch(said -> said.contains("not by both")
                        || said.contains("must have a target")
                        || said.contains("to build from"));
    }

    @Test
    void aNameIsSaidOnce() {
        String text = "services: {a: {image: x}}\nvolumes: {v: {name: a, external: {name: %s}}}\n";
        assertThat(ComposeReader.read(new SourceFile("compose.yaml", text.formatted("b")), List.of())
                        .findings())
                .extracting(finding -> finding.finding().message())
                .contains("name and external.name say different things");
        assertThat(ComposeReader.read(new SourceFile("compose.yaml", text.formatted("a")), List.of())
                        .findings())
                .extracting(finding -> finding.finding().message())
                .doesNotContain("name and external.name say different things");
    }

    @Test
    void aBooleanOfYaml11IsReplaced() {
        Finding finding = only("yaml-boolean", service("read_only: yes"));
        assertThat(finding.message())
                .isEqualTo("read_only: yes is a string in YAML 1.2; Compose reads it as true and warns");
        assertThat(fixed(finding)).isEqualTo(service("read_only: true"));
        assertThat(found("yaml-boolean", service("read_only: 'yes'"))).isEmpty();
        assertThat(found("yaml-boolean", service("read_only: true"))).isEmpty();
    }
}

package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeSchemaTest {
    static List<SchemaDocument> documents() {
        return SchemaDocument.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documents(SchemaDocument document) {
        List<Violation> violations = ComposeSchema.check(YamlTree.of(document.text()));
        assertThat(violations.isEmpty()).as("verdict; found: %s", violations).isEqualTo(document.taken());
        assertThat(shown(violations)).isEqualTo(document.announced());
    }

    @Test
    void documentsAreWorthTheirName() {
        Set<String> titles = new HashSet<>();
        int announced = 0;
        int taken = 0;
        for (SchemaDocument document : SchemaDocument.all()) {
            assertThat(titles.add(document.title()))
                    .as(document.title() + " is there once")
                    .isTrue();
            announced += document.announced().size();
            taken += document.taken() ? 1 : 0;
        }
        assertThat(titles.size()).isGreaterThan(120);
        assertThat(announced).isGreaterThan(40);
        assertThat(taken).isBetween(50, titles.size() - 50);
    }

    private static List<String> shown(List<Violation> violations) {
        List<String> shown = new ArrayList<>();
        for (Violation violation : violations) {
            Location at = violation.at();
            shown.add(at.start().line() + ":" + at.start().column() + " " + violation.message());
        }
        return shown;
    }

    private static Violation only(String text) {
        List<Violation> violations = ComposeSchema.check(YamlTree.of(text));
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }

    private static String service(String body) {
        return "services: {web: {image: nginx, " + body + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "memlimit: 1                              | services.web.memlimit              | memlimit   | mem_limit",
                "mem_limit: [1]                           | services.web.mem_limit             | [1]        |",
                "ports: [80, {target: x}]                 | services.web.ports[1].target       | x          |",
                "depends_on: {db: {}}                     | services.web.depends_on.db         | db         |",
                "ports: [{published: 80}]                 | services.web.ports[0]              | published  |",
                "ports: [{}]                              | services.web.ports[0]              | {}         |",
                "deploy: {resources: {limits: {memry: 1g}}}| services.web.deploy.resources.limits.memry | memry | memory",
                "security_opt: [a, 'b', b]                | services.web.security_opt          | b          |",
                "replicas: 2                              | services.web.replicas              | replicas   |",
                "environment: {'a/b~c': [x]}              | services.web.environment.a/b~c     | [x]        |",
            })
    void placesAndPaths(String body, String path, String at, String suggestion) {
        Violation violation = only(service(body));
        assertThat(violation.path()).isEqualTo(path);
        assertThat(violation.at().text()).isEqualTo(at);
        assertThat(violation.suggestion().orElse(null)).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "image2: x          | image",
                "Image2: x          | image",
                "networkmode: host  | network_mode",
                "network: [a]       | networks",
                "config: [a]        | configs",
                "enviroment: {}     | environment",
                "health-check: {}   | healthcheck",
                "evn_file: a        | env_file",
                "volums: []         | volumes",
                "depend_on: [a]     | depends_on",
                "cap-add: []        | cap_add",
                "shm: 1g            | shm_size",
                "workingDir: /      | working_dir",
                "stop_graceperiod: 1s| stop_grace_period",
            })
    void suggestions(String body, String meant) {
        assertThat(only(service(body).replace("image: nginx, ", "")).suggestion())
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"x: 1", "mem: 1g", "env: {}", "a: 1", "kubernetes: {}", "'': 1", "driver: x"})
    void noSuggestionWhereNothingIsPlain(String body) {
        assertThat(only(service(body)).suggestion()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "imag: y              | did you mean \"image\"?",
                "volume: /a           | did you mean \"volumes\"?",
                "mem-limit: {}        | did you mean \"mem_limit\"?",
            })
    void noSuggestionThatWouldBeAnotherMistake(String body, String words) {
        Violation violation = only(service(body));
        assertThat(violation.message()).endsWith(words);
        assertThat(violation.suggestion()).isEmpty();
    }

    @Test
    void allViolationsInOneRunSortedByPlace() {
        List<Violation> violations = ComposeSchema.check(YamlTree.of("""
                volumes: []
                services:
                  b: {image: 1, cap_add: x, tty: 5}
                  a: {imag: x}
                networks: 5
                """));
        assertThat(shown(violations))
                .containsExactly(
                        "1:10 volumes must be a mapping, not a list",
                        "3:14 image must be a string, not a number",
                        "3:26 cap_add must be a list, not a string",
                        "3:34 tty must be true or false, not a number",
                        "4:7 \"imag\" is not a key of a service, did you mean \"image\"?",
                        "5:11 networks must be a mapping, not a number");
    }

    @Test
    void anUnknownValueIsRightAndSoIsAllBelowIt() {
        String text = """
                services:
                  web:
                    image: ${IMAGE}
                    mem_limit: ${M}
                    ports: ${P}
                    deploy: !reset {bogus: 1}
                    depends_on: {db: "${D}"}
                    volumes: [{type: "${T}", target: "${U}", tmpfs: {size: "${S}"}}]
                    security_opt: ["${A}", "${A}"]
                  db: ${DB}
                volumes: ${V}
                """;
        assertThat(ComposeSchema.check(YamlTree.of(text))).isEmpty();
    }

    @Test
    void anUnknownValueMakesItsKeyNoBetter() {
        assertThat(only(service("memlimit: '${M}'")).suggestion()).contains("mem_limit");
    }

    @Test
    void unknownValuesBesideWrongOnesAreNotReported() {
        String body = "volumes: [{type: '${T}', target: '${U}', read_only: 5}, '${V}', [x]]";
        assertThat(shown(ComposeSchema.check(YamlTree.of(service(body)))))
                .containsExactly(
                        "1:84 volumes[0].read_only must be true or false, not a number",
                        "1:96 volumes[2] must be a string or a mapping, not a list");
    }

    @Test
    void aPartialFileMayLackKeys() {
        String text = service("depends_on: {db: {restart: true}}, ports: [{published: 1}], ulimits: {core: {soft: 1}}");
        assertThat(ComposeSchema.check(YamlTree.of(text))).hasSize(3);
        assertThat(ComposeSchema.check(YamlTree.of(text), true)).isEmpty();
        assertThat(ComposeSchema.check(YamlTree.of(service("ports: [{publish: 1}]")), true))
                .hasSize(1);
    }

    @Test
    @Timeout(20)
    void tenThousandMistakesMakeAHundredViolations() {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 2_500; i++) {
            text.append("  s").append(i).append(": {image: 1, memlimit: 5, cap_add: x, depends_on: {a: {}}}\n");
        }
        List<Violation> violations = ComposeSchema.check(YamlTree.of(text.toString()));
        assertThat(violations).hasSize(ComposeSchema.MAX_VIOLATIONS);
        assertThat(violations.get(0).at().start().line()).isEqualTo(2);
        assertThat(violations.get(99).at().start().line()).isLessThan(40);
    }

    @Test
    @Timeout(20)
    void tenThousandMistakesOfOneMapping() {
        Map<String, Object> service = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            service.put("key" + i, 1L);
        }
        List<Violation> violations = ComposeSchema.check(new PlainTree(Map.of("services", Map.of("web", service))));
        assertThat(violations).hasSize(ComposeSchema.MAX_VIOLATIONS);
    }

    @Test
    @Timeout(20)
    void oneMistakeAmongAHundredThousandElements() {
        List<Object> options = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            options.add("label:" + i);
        }
        Map<String, Object> service = new HashMap<>(Map.of("image", "x", "security_opt", options));
        Object root = Map.of("services", Map.of("web", service));
        assertThat(ComposeSchema.check(new PlainTree(root))).isEmpty();
        options.add("label:99999");
        assertThat(ComposeSchema.check(new PlainTree(root)))
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo("security_opt has \"label:99999\" twice");
        options.set(100_000, 5L);
        assertThat(ComposeSchema.check(new PlainTree(root)))
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo("security_opt[100000] must be a string, not a number");
    }

    @Test
    void deepNesting() {
        String deep = "[".repeat(250) + "]".repeat(250);
        assertThat(ComposeSchema.check(YamlTree.of("x-deep: " + deep + "\n"))).isEmpty();
        assertThat(only("x: " + deep).path()).isEqualTo("x");
        assertThat(only("services: {web: {image: " + deep + "}}").message())
                .isEqualTo("image must be a string, not a list");
        String mappings = "{a: ".repeat(250) + "1" + "}".repeat(250);
        assertThat(only("services: " + mappings).message()).isEqualTo("\"a\" is not a key of a service");
    }

    @Test
    @Timeout(20)
    void hugeKeysAndTextsAreShortened() {
        String huge = "k".repeat(1_000_000);
        Violation key = ComposeSchema.check(new PlainTree(Map.of("services", Map.of("web", Map.of(huge, "x")))))
                .get(0);
        assertThat(key.message()).hasSizeLessThan(200).contains("kkk\u2026\"");
        assertThat(key.path()).hasSizeLessThan(200);
        Violation text = ComposeSchema.check(
                        new PlainTree(Map.of("services", Map.of("web", Map.of("image", "x", "cpus", huge)))))
                .get(0);
        assertThat(text.message()).isEqualTo("cpus must be a number, not \"" + "k".repeat(59) + "\u2026\"");
    }

    @Test
    void textsOnSeveralLinesAreShownOnOne() {
        assertThat(only("services:\n  web:\n    image: x\n    restart: |\n      a\n      b\n")
                        .message())
                .endsWith("not \"a b \"");
    }

    /** Docker takes a number beyond its range for a text, which it then cannot cast. */
    @ParameterizedTest
    @CsvSource({
        "1e400, false",
        "-1e400, false",
        "1e999999999, false",
        "1e99999999999999999999, false",
        ".inf, true",
        ".nan, true",
        "123456789012345678901234567890, true",
        "-123456789012345678901234567890, false"
    })
    void numbersBeyondDouble(String number, boolean right) {
        assertThat(ComposeSchema.check(YamlTree.of(service("mem_limit: " + number))))
                .isEmpty();
        assertThat(ComposeSchema.check(YamlTree.of(service("healthcheck: {retries: " + number + "}")))
                        .isEmpty())
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "2, true",
        "2.0, true",
        "1e3, true",
        "1_000, true",
        "0o17, true",
        "2.5, false",
        "1e-1, false",
        ".inf, false",
        "1e400, false",
        "1e999999999, false"
    })
    void wholeNumbers(String number, boolean right) {
        assertThat(ComposeSchema.check(YamlTree.of(service("scale: " + number))).isEmpty())
                .isEqualTo(right);
    }

    @Test
    void surrogatesAreNotCutInHalf() {
        String smileys = "\uD83D\uDE00".repeat(100);
        Violation violation = ComposeSchema.check(
                        new PlainTree(Map.of("services", Map.of("web", Map.of("image", "x", "cpus", smileys)))))
                .get(0);
        assertThat(violation
                        .message()
                        .chars()
                        .filter(c -> Character.isHighSurrogate((char) c))
                        .count())
                .isEqualTo(violation
                        .message()
                        .chars()
                        .filter(c -> Character.isLowSurrogate((char) c))
                        .count());
    }

    @Test
    void nullsInLists() {
        Map<String, Object> service = new HashMap<>(Map.of("image", "x"));
        service.put("cap_add", Arrays.asList("a", null));
        assertThat(ComposeSchema.check(new PlainTree(Map.of("services", Map.of("web", service)))))
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo("cap_add[1] has no value, it must be a string");
    }
}

package dev.plimsoll.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of other linters, and what becomes of them. */
class ConfigImportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** The configuration, which must be one that a run takes, and what was said. */
    private Run.Result imported(String name, String text) {
        Run run = Run.in(directory).file(name, text).file("compose.yaml", "services: {a: {image: 'x:1'}}\n");
        Run.Result result = run.plimsoll("config", "import", name);
        assertThat(result.code()).as(result.err()).isZero();
        run.file(".plimsoll.yaml", result.out());
        assertThat(run.plimsoll("--fail-on", "never").err()).doesNotContain("error");
        return result;
    }

    @Test
    void dclintsLevelsAreSeverities() {
        Run.Result result = imported(".dclintrc", """
                {
                \t"rules": {
                \t\t"no-version-field": 0,
                \t\t"no-build-and-image": [1, {"checkPullPolicy": false}],
                \t\t"no-duplicate-exported-ports": 2,
                \t\t"invented": 1
                \t},
                \t"exclude": ["tests", "./a/b/"],
                \t"quiet": true,
                \t"debug": true
                }
                """);
        assertThat(result.out()).contains("""
                fail-on: error
                exclude:
                  - "*tests*"
                  - "**/*a/b*"
                rules:
                  version-obsolete: {enabled: false}
                  build-and-image: {enabled: true, severity: warning}
                  port-conflict: {enabled: true, severity: error}
                """).contains("  #project-name-missing: {enabled: true}\n");
        assertThat(result.err().lines())
                .startsWith(
                        ".dclintrc:3:3: no-version-field: version-obsolete is off",
                        ".dclintrc:4:3: no-build-and-image: build-and-image is on, severity warning",
                        ".dclintrc:4:30: no-build-and-image.checkPullPolicy: not translated, nothing here is like it",
                        ".dclintrc:5:3: no-duplicate-exported-ports: port-conflict is on, severity error",
                        ".dclintrc:6:3: invented: dclint has no such rule; dropped")
                .hasSize(9);
    }

    @Test
    void dclintsOptionsAreOurs() {
        Run.Result result = imported(".dclintrc.yaml", """
                rules:
                  require-quotes-in-ports: [2, {quoteType: double}]
                  service-image-require-explicit-tag: [1, {prohibitedTags: [latest, main]}]
                  service-keys-order:
                    - 1
                    - groupOrder: ["Networking", "Core Definitions", "Mine"]
                      groups: {"Mine": [x, image]}
                  top-level-properties-order: [1, {customOrder: [name, x-properties, services]}]
                """);
        assertThat(result.out())
                .contains(
                        "port-unquoted: {enabled: true, severity: error, quotes: \"double\"}",
                        "image-untagged: {enabled: true, severity: warning, tags: \"latest main\"}",
                        "order: \"ports networks network_mode extra_hosts image build container_name x\"}",
                        "order: \"name x- services\"}");
    }

    @Test
    void packageJsonHasAKeyForDclint() {
        assertThat(imported("package.json", "{\"name\": \"a\", \"dclint\": {\"rules\": {\"no-version-field\": 1}}}")
                        .out())
                .contains("version-obsolete: {enabled: true, severity: warning}");
        Run run = Run.in(directory).file("package.json", "{\"name\": \"a\"}");
        assertThat(run.plimsoll("config", "import", "package.json").err())
                .contains("package.json:1:1: error: no key \"dclint\" in it");
    }

    @Test
    void composeLintsExceptionsAreIgnores() {
        Run.Result result = imported(".compose-lint.yml", """
                rules:
                  CL-0010:
                    exclude_services: {agent: "it watches: all", b: ""}
                    severity: LOW
                  CL-0002: {enabled: no, reason: dind}
                  CL-0003: {enabled: 'false'}
                  CL-0023: {enabled: false}
                other: 1
                """);
        assertThat(result.out()).contains("""
                rules:
                  host-pid: {severity: info}
                  host-ipc: {severity: info}
                """).contains("""
                ignore:
                  - {rule: host-pid, container: "agent", reason: "it watches: all"}
                  - {rule: host-ipc, container: "agent", reason: "it watches: all"}
                  - {rule: host-pid, container: "b"}
                  - {rule: host-ipc, container: "b"}
                  - {rule: privileged, reason: "dind"}
                """);
        assertThat(result.err())
                .contains(
                        "6:13: CL-0003.enabled: not a boolean of YAML 1.1; dropped",
                        "CL-0023: nothing here",
                        "8:1: other: compose-lint has no such setting; dropped");
    }

    /** Five of their rules are one of ours: to ignore that for one of them would hide the other four. */
    @Test
    void aPartOfARuleIsTakenOutByItsOption() {
        Run.Result result = imported(".compose-lint.yml", """
                rules:
                  CL-0011: {enabled: false}
                  CL-0030: {enabled: false}
                  CL-0028: {exclude_services: [ntp]}
                """);
        assertThat(result.out()).contains("""
                  capability-powerful: {allow: "NET_ADMIN BPF SYS_BOOT SYSLOG"}
                """).contains("""
                overrides:
                  - containers: ["ntp"]
                    rules:
                      capability-powerful: {allow: "NET_ADMIN BPF SYS_BOOT SYSLOG SYS_TIME PERFMON"}
                """).doesNotContain("ignore:");
    }

    @ParameterizedTest
    @CsvSource({
        "'fail-on: high', fail-on: error",
        "'fail-on: [critical, high, medium]', fail-on: warning",
        "'fail-on: \"high,low\"', fail-on: info",
        "'ignore-on-exit: results', fail-on: never",
        "'exclude-queries: ae5b6871-7f45-42e0-bb4c-ab300c4d2026', privileged: {enabled: false}",
        "'{\"exclude-queries\": [\"AE5B6871-7F45-42E0-BB4C-AB300C4D2026\"]}', privileged: {enabled: false}",
        "'exclude-severities: info', volume-shared-by-databases: {enabled: false}",
        "'exclude-paths: [./old/, \"**/x.yaml\"]', '- \"old/\"'",
        "'type: [Dockerfile, DockerCompose]', '#  privilege-escalation-allowed: {enabled: true}'",
    })
    void kicsSettings(String written, String becomes) {
        Run.Result result = imported("kics.config", written + "\n");
        assertThat(result.out()).contains(becomes);
        assertThat(result.err()).isNotEmpty();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Run run = Run.in(directory)
                .file("kics.config", "# mine\nfail-on = \"high\"\n")
                .file("dclint.config.cjs", "module.exports = {}")
                .file(".dclintrc", "[1]\n")
                .file(".compose-lint.yml", "a: [\n")
                .file("other.yaml", "a: 1\n");
        for (List<String> expected : List.of(
                List.of("kics.config", "TOML and HCL are not read"),
                List.of("dclint.config.cjs", "a program is not run to read it"),
                List.of(".dclintrc", "not a mapping of settings"),
                List.of(".compose-lint.yml", "neither JSON nor YAML"),
                List.of("other.yaml", "not a configuration that is known"),
                List.of("missing.yaml", "missing.yaml"))) {
            Run.Result result = run.plimsoll("config", "import", expected.get(0));
            assertThat(result.code()).as(expected.get(0)).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains(expected.get(1));
        }
        assertThat(run.plimsoll("config", "import").err()).contains("config import needs a file");
    }

    @Test
    void anEmptyConfigurationSelectsNothing() {
        Run.Result result = imported(".compose-lint.yml", "");
        assertThat(result.out()).contains("#rules:\n").doesNotContain("\nrules:");
        assertThat(result.err()).isEmpty();
    }
}

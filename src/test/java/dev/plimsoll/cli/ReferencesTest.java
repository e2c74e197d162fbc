package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page says of other catalogues reaches {@code explain} and code scanning, and policies wait to be selected. */
class ReferencesTest {
    private static final String PRIVILEGED = "services:\n  a:\n    image: x@sha256:" + "0".repeat(64)
            + "\n    network_mode: none\n    privileged: true\n    cgroup_parent: b\n    tmpfs: /t\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Run run() {
        return Run.in(directory).file("compose.yaml", PRIVILEGED);
    }

    private static JSONObject rule(Run.Result result, int index) {
        return new JSONObject(result.out())
                .getJSONArray("runs")
                .getJSONObject(0)
                .getJSONObject("tool")
                .getJSONObject("driver")
                .getJSONArray("rules")
                .getJSONObject(index);
    }

    @Test
    void explainEndsWithThem() {
        assertThat(run().plimsoll("explain", "privileged").out()).endsWith("""

                        ## References
                        - CIS Docker Benchmark 1.6, 5.5
                        - OWASP Docker Security Cheat Sheet, rule 3
                        - NIST SP 800-190, 4.4.3
                        - CWE-250
                        - https://docs.docker.com/reference/cli/docker/container/run/#privileged
                        - https://docs.docker.com/reference/compose-file/services/#privileged
                        """);
    }

    @Test
    void codeScanningGetsTagsAndASecuritySeverity() {
        JSONObject rule = rule(run().plimsoll("check", "--select", "privileged", "--output", "sarif"), 0);
        assertThat(rule.getString("helpUri")).endsWith("/rules/privileged.md");
        JSONObject properties = rule.getJSONObject("properties");
        assertThat(properties.getJSONArray("tags").toList())
                .containsExactly(
                        "security",
                        "CIS Docker Benchmark 1.6, 5.5",
                        "OWASP Docker Security Cheat Sheet, rule 3",
                        "NIST SP 800-190, 4.4.3",
                        "external/cwe/cwe-250");
        assertThat(properties.getString("security-severity")).isEqualTo("9.3");
        assertThat(properties.has("problem.severity")).isFalse();
    }

    /** A rule of another category whose page has a severity for security is about attackers, too. */
    @Test
    void aPolicyMayBeAboutSecurity() {
        JSONObject properties = rule(run().plimsoll("check", "--select", "policy", "--output", "sarif"), 0)
                .getJSONObject("properties");
        assertThat(properties.getJSONArray("tags").toList()).startsWith("policy", "security");
        assertThat(properties.getString("security-severity")).isEqualTo("3.0");
    }

    @Test
    void whatAConfigurationSetsWins() {
        Run run = run().file(".plimsoll.yaml", "rules: {privileged: {severity: info}}\n");
        JSONObject properties = rule(run.plimsoll("check", "--select", "privileged", "--output", "sarif"), 0)
                .getJSONObject("properties");
        assertThat(properties.getString("security-severity")).isEqualTo("2.0");
    }

    @Test
    void otherRulesAreNoSecurityAlerts() {
        JSONObject properties = rule(run().plimsoll("check", "--select", "tmpfs-unbounded", "--output", "sarif"), 0)
                .getJSONObject("properties");
        assertThat(properties.has("security-severity")).isFalse();
        assertThat(properties.getString("problem.severity")).isEqualTo("warning");
        assertThat(properties.getJSONArray("tags").toList()).containsExactly("tmpfs");
    }

    @Test
    void policiesRunWhenTheyAreSelected() {
        String policy = "compose.yaml cgroup-parent\n";
        assertThat(run().check().findings()).doesNotContain(policy);
        assertThat(run().check("--profile", "strict").findings()).doesNotContain(policy);
        assertThat(run().check("--select", "policy").findings()).isEqualTo(policy);
        assertThat(run().check("--select", "cgroup-parent").findings()).isEqualTo(policy);
        assertThat(run().plimsoll("explain", "cgroup-parent").out())
                .startsWith("cgroup-parent (info, category policy, profile selected,");
    }

    @Test
    void aListOfNamesIsAnOption() {
        Run run = Run.in(directory)
                .file("compose.yaml", "services: {a: {image: x, cap_add: [NET_ADMIN, SYS_TIME, SYSLOG]}}\n")
                .file(".plimsoll.yaml", "rules: {capability-powerful: {allow: [net_admin, CAP_SYSLOG]}}\n");
        assertThat(run.check("--select", "capability-powerful").out())
                .contains("SYS_TIME")
                .doesNotContain("NET_ADMIN,")
                .doesNotContain("SYSLOG,");
        run.file(".plimsoll.yaml", "rules: {capability-powerful: {allow: NET_ADMIN SYS_TIME SYSLOG}}\n");
        assertThat(run.check("--select", "capability-powerful").findings()).isEmpty();
    }
}

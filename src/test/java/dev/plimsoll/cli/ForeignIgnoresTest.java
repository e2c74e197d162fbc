package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments of other linters, and what they cover of ours. */
class ForeignIgnoresTest {
    private static final String FLAG = "--foreign-ignores";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Run run(String text) {
        return Run.in(directory).file("compose.yaml", text);
    }

    /** What is found of the rules in question: version-obsolete, privileged, host-pid, port-conflict. */
    private String left(String text, String... flags) {
        Run.Result result = run(text)
                .check(concat(
                        flags, "--select", "version-obsolete,privileged,host-pid,port-conflict,memory-value-dropped"));
        return result.findings().replace("compose.yaml ", "").replace("\n", " ").strip();
    }

    private static String[] concat(String[] first, String... second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** A file with a comment at one of six places. */
    private static String at(int place, String comment) {
        List<String> lines = List.of(
                "version: \"3\"",
                "\nservices:",
                "\n  a:",
                "\n    privileged: true",
                "\n    image: x:1\n    pid: host",
                "\n    ports:");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i)).append(i == place ? comment : "");
        }
        return text + "\n      - \"80:80\"\n      - \"80:81\"\n    mem_limit: 1.5\n";
    }

    @Test
    void withoutTheFlagTheyAreComments() {
        String all = "version-obsolete privileged host-pid port-conflict memory-value-dropped";
        String text = "# kics-scan ignore\n" + at(3, " # nosemgrep");
        assertThat(left(text)).isEqualTo(all);
        assertThat(left(text, FLAG)).isEqualTo("version-obsolete port-conflict memory-value-dropped");
    }

    @ParameterizedTest
    @CsvSource({
        // dclint: the file
        "'# dclint disable-file', privileged host-pid memory-value-dropped",
        "'# dclint disable-file because', privileged host-pid memory-value-dropped",
        "'# dclint disable', privileged host-pid memory-value-dropped",
        "'#dclint disable no-version-field', privileged host-pid port-conflict memory-value-dropped",
        "'# dclint disable no-version-field,no-duplicate-exported-ports', *",
        "'# mine\n# dclint disable-file', *",
        "'#  dclint disable-file', *",
        "'# DCLINT disable-file', *",
        "'\n---\n# dclint disable-file', privileged host-pid memory-value-dropped",
        // the next line, and by a quirk of dclint the whole file for what is named
        "'# dclint disable-line', privileged host-pid port-conflict memory-value-dropped",
        "'# dclint disable-line no-duplicate-exported-ports', version-obsolete privileged host-pid memory-value-dropped",
        "'# dclint disable-line because', *",
        // KICS: the file
        "'# kics-scan ignore', version-obsolete port-conflict memory-value-dropped",
        "'# mine\n# KICS-SCAN IGNORE', version-obsolete port-conflict memory-value-dropped",
        "'# kics-scan disable=ae5b6871-7f45-42e0-bb4c-ab300c4d2026', version-obsolete host-pid port-conflict memory-value-dropped",
        "'# kics-scan enable=ae5b6871-7f45-42e0-bb4c-ab300c4d2026', version-obsolete privileged port-conflict memory-value-dropped",
        "'# kics-scan disable', *",
        "'# plain', *",
    })
    void atTheTop(String comment, String left) {
        String all = "version-obsolete privileged host-pid port-conflict memory-value-dropped";
        assertThat(left(comment.replace("\\n", "\n") + "\n" + at(0, ""), FLAG))
                .isEqualTo(left.equals("*") ? all : left);
    }

    @ParameterizedTest
    @CsvSource({
        "5, ' # dclint disable-line', version-obsolete privileged host-pid memory-value-dropped",
        "5, ' # dclint disable-line no-duplicate-exported-ports', version-obsolete privileged host-pid memory-value-dropped",
        "5, ' # dclint disable-line no-version-field', *",
        "4, '\n    # dclint disable-line', version-obsolete privileged host-pid memory-value-dropped",
        "4, ' # dclint disable-line', *",
        "0, ' # dclint disable-line', privileged host-pid port-conflict memory-value-dropped",
        "2, '\n    # kics-scan ignore-line', version-obsolete host-pid port-conflict memory-value-dropped",
        "2, '\n    # kics-scan ignore-line=ae5b6871-7f45-42e0-bb4c-ab300c4d2026', version-obsolete host-pid port-conflict memory-value-dropped",
        "2, '\n    # kics-scan ignore-line=4f31dd9f-2cc3-4751-9b53-67e4af83dac0', *",
        "3, ' # kics-scan ignore-line', *",
        "1, '\n  # kics-scan ignore-block', version-obsolete port-conflict memory-value-dropped",
        "1, '\n  # kics-scan ignore-block=ae5b6871-7f45-42e0-bb4c-ab300c4d2026', version-obsolete host-pid port-conflict memory-value-dropped",
        "1, '\n  # kics-scan ignore', *",
        "3, ' # nosemgrep', version-obsolete host-pid port-conflict memory-value-dropped",
        "3, ' # NOSEM', version-obsolete host-pid port-conflict memory-value-dropped",
        "3, ' # nosemgrep: privileged-service', version-obsolete host-pid port-conflict memory-value-dropped",
        "3, ' # nosemgrep: a, yaml.docker-compose.security.privileged-service.privileged-service', version-obsolete host-pid port-conflict memory-value-dropped",
        "3, ' # nosem=container-user-root', *",
        "3, ' #nosemgrep', *",
        "3, ' # nosemgrep-not', *",
        "2, '\n    # nosemgrep', version-obsolete host-pid port-conflict memory-value-dropped",
        "2, '\n    # because: nosemgrep', *",
    })
    void inTheFile(int place, String comment, String left) {
        String all = "version-obsolete privileged host-pid port-conflict memory-value-dropped";
        assertThat(left(at(place, comment.replace("\\n", "\n")), FLAG)).isEqualTo(left.equals("*") ? all : left);
    }

    @Test
    void semgrepsCommentsCoverCommandsToo() {
        Run run = Run.in(directory).file("run.sh", "docker run --privileged x:1 # nosemgrep\n");
        assertThat(run.check("run.sh", FLAG, "--select", "privileged").findings())
                .isEmpty();
        assertThat(run.check("run.sh", "--select", "privileged").findings()).isEqualTo("run.sh privileged\n");
    }

    @Test
    void aConfigurationMayAskForIt() {
        Run run = run(at(3, " # nosemgrep")).file(".plimsoll.yaml", "foreign-ignores: true\n");
        assertThat(run.check("--select", "privileged").findings()).isEmpty();
        assertThat(run.file(".plimsoll.yaml", "foreign-ignores: maybe\n")
                        .check()
                        .err())
                .contains("foreign-ignores must be true or false");
        assertThat(run.check(FLAG, "--no-ignores").err()).contains("do not go together");
    }

    @Test
    void reportsShowWhichCommentItWas() {
        Run run = run(at(3, " # nosemgrep"));
        JSONObject suppressed = new JSONObject(run.plimsoll("check", FLAG, "--select", "privileged", "--output", "json")
                        .out())
                .getJSONArray("suppressed")
                .getJSONObject(0);
        assertThat(suppressed.getString("by")).isEqualTo("comment");
        assertThat(suppressed.getString("reason")).isEqualTo("semgrep comment, line 4");
        // as what our own comments cover: code scanning would show it as an open alert
        assertThat(run.plimsoll("check", FLAG, "--select", "privileged", "--output", "sarif")
                        .out())
                .contains("\"results\":[]");
    }

    @Test
    void namesThatStandForNothingAreSaidOnce() {
        Run.Result result = run(at(3, " # nosemgrep: other")
                        + "    # dclint disable-line unknown-error\n# nosem: other\n")
                .check(FLAG, "--select", "privileged");
        assertThat(result.findings()).isEqualTo("compose.yaml privileged\n");
        assertThat(result.err())
                .contains("plimsoll: note: comments name rules that stand for none here, and cover nothing:"
                        + " dclint \"unknown-error\", semgrep \"other\"\n");
    }

    @Test
    void fixesLeaveWhatIsCovered() {
        Run run = run("# dclint disable-file\n" + at(0, ""));
        assertThat(run.plimsoll("fix", "--select", "version-obsolete", FLAG).out())
                .isEmpty();
        assertThat(run.plimsoll("fix", "--select", "version-obsolete").out()).contains("-version:");
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plimsoll inspect}, with scripts in place of docker and podman. */
class InspectCommandTest {
    private static final String ID = "c0ffee";

    @TempDir
    Path directory;

    @TempDir
    Path programs;

    /** A container as an engine tells it, with these parts of {@code Config} and {@code HostConfig}. */
    private static String container(String name, String config, String host) {
        return """
                {"Id":"%s-%s","Name":"/%s","Image":"sha256:abc",
                 "Config":{"Image":"redis:7","AttachStdout":false%s},
                 "HostConfig":{"ShmSize":67108864,"NetworkMode":"bridge","IpcMode":"private",
                  "RestartPolicy":{"Name":"no","MaximumRetryCount":0},"LogConfig":{"Type":"json-file","Config":{}}%s}}
                """.formatted(ID, name, name, config, host);
    }

    private static final String CACHE = "["
            + container("cache", "", ",\"Tmpfs\":{\"/data\":\"\"},\"Memory\":67108864,\"MemorySwap\":134217728") + "]";

    private static final String IMAGES = """
            [{"Id":"sha256:abc","RepoTags":["redis:7"],"RootFS":{},"Config":{"Env":["PATH=/bin"],"Cmd":["redis-server"]}}]
            """;

    private Run run() {
        return Run.in(directory);
    }

    /** Puts a script in place of a program, which notes the words that it is called with. */
    private void program(String name, String body) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\nprintf '%s\\n' \"$*\" >>'" + programs.resolve("asked") + "'\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void engine(String name, String ids, String containers) throws IOException {
        Files.writeString(programs.resolve("containers"), containers);
        Files.writeString(programs.resolve("images"), IMAGES);
        program(name, """
                case "$1 $3" in
                ps*) printf '%s' ;;
                *container) while read -r line || [ -n "$line" ]; do printf '%%s\\n' "$line"; done <'%s' ;;
                stats*) printf 'cache 10.5MiB / 64MiB\\nstopped -- / --\\n' ;;
                info*) printf '8589934592\\n' ;;
                exec*) printf 'Filesystem 1024-blocks Used Available Capacity Mounted on\\ntmpfs 1 8192 1 9%%%% /data\\n' ;;
                *image) while read -r line || [ -n "$line" ]; do printf '%%s\\n' "$line"; done <'%s' ;;
                esac
                """.formatted(ids, programs.resolve("containers"), programs.resolve("images")));
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(programs.resolve("asked"));
    }

    private Run.Result inspect(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "inspect";
        System.arraycopy(args, 0, all, 1, args.length);
        return run().env("PATH", programs.toString()).plimsoll(all);
    }

    private Run.Result read(String json, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "inspect";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "-";
        return run().input(json).plimsoll(all);
    }

    @Test
    void readsWhatDockerInspectPrints() {
        Run.Result result = read(CACHE);
        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out())
                .startsWith(
                        "inspect:cache:5:11: error[tmpfs-on-data-path] tmpfs /data of \"cache\" holds the data of Redis")
                .contains("5 |   --tmpfs /data \\\n")
                .contains("start it with --tmpfs /data:size=12m in place of --tmpfs /data")
                .endsWith(" in 1 container\n")
                .doesNotContain("--fix");
        assertThat(result.err()).isEmpty();
    }

    /** What an engine can change of a running container is told as the command that does. */
    @Test
    void tellsWhatChangesItWhileItRuns() {
        assertThat(read(CACHE, "--select", "swap-limit-missing").out())
                .contains("start it with --memory-swap 64m, or while it runs: docker update --memory-swap 64m cache");
        String unlimited = "[" + container("app", "", "") + "]";
        assertThat(read(unlimited, "--select", "restart-missing,pids-limit-missing")
                        .out())
                .contains("docker update --pids-limit 200 app");
        String removed = "[" + container("app", "", ",\"AutoRemove\":true") + "]";
        assertThat(read(removed, "--profile", "strict").out()).doesNotContain("update --restart");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asksDockerForAllThatRunAndNothingElse() throws IOException {
        engine("docker", ID + "\\n", CACHE);
        Run.Result result = inspect("--output", "concise");
        assertThat(result.out()).contains("tmpfs-on-data-path");
        assertThat(asked())
                .containsExactly(
                        "ps --quiet --no-trunc", "inspect --type container -- " + ID, "inspect --type image -- abc");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noNameIsAnOption() throws IOException {
        engine("docker", "", CACHE);
        inspect("--", "--format={{.Config.Env}}", "cache");
        assertThat(asked().get(0)).isEqualTo("inspect --type container -- --format={{.Config.Env}} cache");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asksPodmanWhereThereIsNoDocker() throws IOException {
        engine("podman", ID + "\\n", CACHE);
        assertThat(inspect().code()).isEqualTo(ExitCode.FINDINGS);
        program("docker", "exit 7\n");
        assertThat(inspect("--podman").code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(inspect().code()).isEqualTo(ExitCode.USAGE);
    }

    /** What lies in the directory that is looked at may be a stranger's. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void startsNothingOfTheWorkingDirectory() throws IOException {
        engine("docker", "", CACHE);
        Files.move(programs.resolve("docker"), directory.resolve("docker"));
        for (String path : List.of("", ".", ":", "./")) {
            Run.Result result = run().env("PATH", path).plimsoll("inspect");
            assertThat(result.code()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("neither docker nor podman on the PATH");
        }
        assertThat(programs.resolve("asked")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tellsInALineWhyTheEngineDoesNotAnswer() throws IOException {
        program("docker", """
                printf '[]\\n'
                printf 'WARNING: old\\nError response from daemon: No such container: web\\033[31m\\n\\n' >&2
                exit 1
                """);
        Run.Result result = inspect("web");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("plimsoll: docker inspect: No such container: web")
                .hasLineCount(1);
        assertThat(result.err()).doesNotContain("\033");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingThatRunsIsNothingToLint() throws IOException {
        engine("docker", "", "[]");
        Run.Result result = inspect();
        assertThat(result.code()).isEqualTo(ExitCode.NOTHING);
        assertThat(result.err()).isEqualTo("plimsoll: no container is running\n");
        assertThat(read("[]").code()).isEqualTo(ExitCode.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "[",
                "[{\"HostConfig\":{},\"Config\":{\"Env\":[\"A=1\"",
                "null",
                "3",
                "\"x\"",
                "{}",
                "[{}]",
                "[[]]",
                "services:\n  web:\n    image: nginx\n",
                "Error: No such object: web\n",
                "[] []",
                "{\"a\":1,\"a\":2}",
                "[*a]",
                "\0",
            })
    void whatIsNotOfInspectIsAnErrorInOneLine(String text) {
        Run.Result result = read(text);
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("plimsoll: standard input").hasLineCount(1);
    }

    /** An image that is piped in, too, tells what of its containers is its own. */
    @Test
    void imagesOfStandardInputCount() {
        String json = "[" + container("db", ",\"Entrypoint\":[\"docker-entrypoint.sh\"]", ",\"Memory\":67108864") + ","
                + IMAGES.strip().substring(1).replace("\"Cmd\"", "\"Entrypoint\":[\"docker-entrypoint.sh\"],\"Cmd\"");
        assertThat(read(json, "--output", "concise").out()).contains("inspect:db:4:12");
        assertThat(read("[" + IMAGES.strip().substring(1)).code()).isEqualTo(ExitCode.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noReportShowsTheValueOfAVariable(Format format) {
        String secret = "w3Tn8kQz6Vr1Yc5x";
        String config =
                ",\"Env\":[\"DB_PASSWORD=%1$s\",\"A B=%1$s\",\"JAVA_OPTS=-Xmx2g -Dkey=%1$s\",\"=%1$s\",\"X=%1$s\\n\\u001b\"]"
                        .formatted(secret);
        String host = ",\"Memory\":67108864,\"Privileged\":true,\"Tmpfs\":{\"/run/secrets\":\"\"}";
        Run.Result result =
                read("[" + container("app", config, host) + "]", "--profile", "strict", "--output", format.label());
        assertThat(result.out()).contains("privileged", "heap-exceeds-memory");
        assertThat(result.said()).doesNotContain(secret);
    }

    @Test
    void whereComposeHasItFromIsShown() throws IOException {
        run().file("app/compose.yaml", "services:\n  cache:\n    image: redis:7\n    tmpfs: /data\n");
        Path file = directory.resolve("app/compose.yaml").toAbsolutePath();
        assertThat(read(ofCompose(file)).out())
                .contains("::: app/compose.yaml:2:3\n")
                .contains("service \"cache\" is written here");
    }

    /** A label is anybody's: it does not make this program read what lies elsewhere. */
    @Test
    void filesElsewhereAreNotRead(@TempDir Path elsewhere) throws IOException {
        Path file = elsewhere.resolve("compose.yaml").toAbsolutePath();
        Files.writeString(file, "services:\n  cache:\n    image: redis:7\n");
        Files.createDirectory(directory.resolve(".git"));
        for (String path : List.of(file.toString(), "compose.yaml", "/proc/self/environ", "\\u0000", "/nowhere", "-")) {
            Run.Result result = read(ofCompose(path));
            assertThat(result.code()).as(path).isEqualTo(ExitCode.FINDINGS);
            assertThat(result.out()).as(path).doesNotContain("is written here");
            assertThat(result.err()).as(path).isEmpty();
        }
    }

    private static String ofCompose(Object file) {
        String labels = ",\"Labels\":{\"com.docker.compose.service\":\"cache\","
                + "\"com.docker.compose.project.config_files\":\"" + file + "\"}";
        return "[" + container("p-cache-1", labels, ",\"Tmpfs\":{\"/data\":\"\"}") + "]";
    }

    @Test
    void noNameReachesATerminalAsItIs() {
        String json = CACHE.replace("\"/cache\"", "\"/a/../b\\u001b[31m\\nc:1:1: error\"");
        Run.Result result = read(json, "--output", "concise");
        assertThat(result.out()).startsWith("inspect:a_.._b__31m_c_1_1__error:").doesNotContain("\033");
    }

    @Test
    void whatManyContainersLackIsToldOnce() {
        String json = "[" + container("a", "", "") + "," + container("b", "", "") + "," + container("c", "", "") + "]";
        assertThat(read(json, "--output", "concise", "--select", "memory-limit-missing")
                        .out())
                .hasLineCount(1)
                .contains("the same goes for all 2 other containers");
        assertThat(read(json, "--output", "concise", "--select", "memory-limit-missing", "--no-grouping")
                        .out())
                .hasLineCount(3);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void statsAreDrawnIntoTheLoadLine() throws IOException {
        engine("docker", ID + "\\n", CACHE);
        Run.Result result = inspect("--stats");
        assertThat(result.out())
                .contains("in 1 container\n\ninspect:cache\n\ncache  limit 64m, 64m swap\n")
                .contains("┃ no size: may fill all 64m; 10.5m in use\n  ≈≈≈≈≈≈≈≈")
                .contains("/data no size\n")
                .contains("64m of 8g host memory: 1%");
        assertThat(asked())
                .endsWith("info --format {{.MemTotal}}", "stats --no-stream --format {{.Name}} {{.MemUsage}} -- cache");
        assertThat(inspect("--stats", "--output", "html").out())
                .contains("class=\"water\"", "10.5m in use", "The dark strip is what is used now");
        assertThat(asked()).noneMatch(line -> line.startsWith("exec"));
        assertThat(inspect("--stats", "--exec").out()).contains("/data no size, 8m used: size=16m would do");
        assertThat(asked()).endsWith("exec -- cache df -k -P /dev/shm /data");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void budgetDrawsWhatAProjectUses() throws IOException {
        run().file(
                        "compose.yaml",
                        "services:\n  cache:\n    image: redis:7\n    tmpfs: /data:size=1g\n    mem_limit: 2g\n");
        engine(
                "docker",
                ID + "\\n",
                ofCompose(directory.resolve("compose.yaml").toAbsolutePath()).replace("p-cache-1", "cache"));
        Run asks = run().env("PATH", programs.toString());
        assertThat(asks.plimsoll("budget", "--stats", "--exec", "--output", "text")
                        .out())
                .contains("1g left; 10.5m in use", "/data 1g, 8m used: size=16m would do", "8g host memory");
        assertThat(asks.plimsoll("budget", "--stats", "--exec", "--output", "json")
                        .out())
                .contains("\"inUse\":11010048", "\"inUse\":8388608", "\"suggested\":16777216");
        assertThat(asks.plimsoll("budget", "--stats", "--output", "svg").out()).contains("class=\"water\"");
        assertThat(asks.plimsoll("budget", "--stats", "--output", "markdown").out())
                .contains("10.5m in use");
        assertThat(asks.plimsoll("budget", "--output", "json").out()).doesNotContain("inUse");
        // a project of the same names elsewhere does not run
        run().file("other/compose.yaml", "services:\n  cache:\n    image: redis:7\n    mem_limit: 2g\n");
        assertThat(asks.plimsoll("budget", "--stats", "other").out()).doesNotContain("in use");
        program("docker", "exit 1\n");
        assertThat(asks.plimsoll("budget", "--stats").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void statsNeedAnEngine() {
        assertThat(read(CACHE, "--stats").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run().plimsoll("inspect", "--exec").err()).contains("--exec goes with --stats");
        assertThat(run().plimsoll("budget", "--exec").err()).contains("--exec goes with --stats");
    }

    @Test
    void optionsOfCheckHold() throws IOException {
        assertThat(read(CACHE, "--fail-on", "never").code()).isEqualTo(ExitCode.OK);
        assertThat(read(CACHE, "--select", "privileged").out()).isEqualTo("no findings in 1 container\n");
        run().file(".plimsoll.yaml", "rules:\n  tmpfs-on-data-path: {enabled: false}\n");
        assertThat(read(CACHE, "--output", "concise").out()).doesNotContain("tmpfs-on-data-path");
        assertThat(read(CACHE, "--output", "concise", "--isolated").out()).contains("tmpfs-on-data-path");
        assertThat(run().plimsoll("inspect", "-", "web").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run().plimsoll("inspect", "--fix").code()).isEqualTo(ExitCode.USAGE);
    }
}

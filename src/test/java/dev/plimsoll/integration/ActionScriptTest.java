package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.CurrentJar;
import dev.plimsoll.testkit.Program;
import dev.plimsoll.testkit.ReleasePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** src/action/run.sh as action.yml starts it, with the files and variables of a runner, and files of a stranger. */
@Tag("integration")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "file names that Windows does not have")
class ActionScriptTest {
    private static final String WARNING = "services: {app: {image: example/app, tmpfs: /work}}\n";
    private static final String ERROR = "services: {app: {image: example/app, memswap_limit: 1g}}\n";
    private static final String CLEAN = "services: {app: {image: example/app}}\n";
    private static final String SCRIPT = "src/action/run.sh";

    @TempDir
    static Path shared;

    private static Path jar;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path workspace = Path.of("workspace");
    private Path script = Path.of(SCRIPT).toAbsolutePath();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void look() throws IOException {
        assumeTrue(Program.exists("bash"), "no bash here");
        jar = CurrentJar.in(shared);
    }

    @BeforeEach
    void runner() throws IOException {
        workspace = Files.createDirectory(temporary.resolve("work space"));
        environment.put("GITHUB_WORKSPACE", workspace.toString());
        environment.put("GITHUB_ACTION_PATH", Path.of("").toAbsolutePath().toString());
        environment.put(
                "GITHUB_OUTPUT", Files.createFile(temporary.resolve("output")).toString());
        environment.put(
                "GITHUB_STEP_SUMMARY",
                Files.writeString(temporary.resolve("summary"), "before\n").toString());
        environment.put(
                "RUNNER_TEMP", Files.createDirectory(temporary.resolve("temp")).toString());
        environment.put("PLIMSOLL_JAR", jar.toString());
        environment.put("PLIMSOLL_NO_CACHE", "1");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        for (Map.Entry<String, String> input : ActionFile.read().defaults().entrySet()) {
            environment.put(ActionFile.variable(input.getKey()), input.getValue());
        }
    }

    private ActionScriptTest file(String name, String text) throws IOException {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private ActionScriptTest input(String name, String value) {
        environment.put(ActionFile.variable(name), value);
        return this;
    }

    private Program.Outcome run() throws Exception {
        Program program = Program.in(workspace);
        environment.forEach(program::env);
        return program.run("bash", script.toString());
    }

    /** What later steps see. */
    private Map<String, String> outputs() throws IOException {
        List<String> lines = Files.readAllLines(temporary.resolve("output"));
        Map<String, String> outputs = new HashMap<>();
        for (int i = 0; i < lines.size(); i += 3) {
            String[] head = lines.get(i).split("<<", 2);
            assertThat(head[1]).as("a mark that nobody can know").matches("[0-9a-f]{32}");
            assertThat(lines.get(i + 2)).isEqualTo(head[1]);
            outputs.put(head[0], lines.get(i + 1));
        }
        return outputs;
    }

    /** The lines that a runner takes for commands, from the first mark to the last. */
    private static List<String> commands(String log) {
        List<String> commands = new ArrayList<>();
        String mark = "";
        for (String line : log.split("\n", -1)) {
            String command = line.stripLeading();
            if (!mark.isEmpty()) {
                mark = command.equals("::" + mark + "::") ? "" : mark;
            } else if (command.startsWith("::stop-commands::")) {
                mark = command.substring("::stop-commands::".length());
                assertThat(mark).matches("[0-9a-f]{32}");
            } else if (command.startsWith("::") || command.startsWith("##[")) {
                commands.add(command);
            }
        }
        assertThat(mark).as("commands are on again").isEmpty();
        return commands;
    }

    @Test
    void writesAllReportsInOneRun() throws Exception {
        file("compose.yaml", WARNING).file("b/compose.yaml", ERROR).input("sarif-file", "out/plimsoll.sarif");

        Program.Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output()).contains("\u001B[", "1 error, 1 warning");
        assertThat(commands(outcome.output()))
                .hasSize(2)
                .anyMatch(command -> command.startsWith("::error file=b/compose.yaml,line=1,"))
                .anyMatch(command -> command.startsWith("::warning file=compose.yaml,line=1,"));
        assertThat(Files.readString(temporary.resolve("summary")))
                .startsWith("before\n")
                .contains("tmpfs-unbounded", "swap-without-memory");
        JSONObject sarif = new JSONObject(Files.readString(workspace.resolve("out/plimsoll.sarif")));
        assertThat(sarif.getJSONArray("runs").getJSONObject(0).getJSONArray("results"))
                .hasSize(2);
        Map<String, String> outputs = outputs();
        assertThat(outputs)
                .containsEntry("exit-code", "1")
                .containsEntry("findings", "2")
                .containsEntry("errors", "1")
                .containsEntry("warnings", "1")
                .containsEntry("sarif-file", "out/plimsoll.sarif");
        JSONObject json = new JSONObject(Files.readString(Path.of(outputs.get("json-file"))));
        assertThat(json.getJSONArray("findings")).hasSize(2);
        assertThat(outputs.keySet())
                .containsExactlyInAnyOrderElementsOf(ActionFile.read().outputs());
    }

    @Test
    void succeedsWithoutFindings() throws Exception {
        file("compose.yaml", CLEAN).input("sarif-file", "plimsoll.sarif");

        Program.Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(commands(outcome.output())).isEmpty();
        assertThat(outputs()).containsEntry("findings", "0").containsEntry("exit-code", "0");
        assertThat(workspace.resolve("plimsoll.sarif")).content().contains("\"results\":[]");
    }

    @Test
    void writesOnlyWhatIsWanted() throws Exception {
        file("compose.yaml", WARNING)
                .input("annotations", "false")
                .input("step-summary", "false")
                .input("fail-on", "error");

        Program.Outcome outcome = run();

        assertThat(outcome.code()).isZero();
        assertThat(commands(outcome.output())).isEmpty();
        assertThat(temporary.resolve("summary")).hasContent("before\n");
        assertThat(outputs()).containsEntry("warnings", "1").doesNotContainKey("sarif-file");
    }

    @Test
    void namesOfFilesStayNames() throws Exception {
        List<String> names = List.of(
                "a b",
                "--config=x",
                "-x",
                "two\nlines",
                "$(touch evil)",
                "`touch evil`",
                "::error::a",
                "::stop-commands::x\n::error::b",
                "a%0A::error::c",
                "x\n::set-env name=PATH::d",
                "##[error]e",
                "*",
                "-");
        for (String name : names) {
            file(name + "/compose.yaml", WARNING);
        }

        Program.Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
        assertThat(workspace.resolve("evil")).doesNotExist();
        assertThat(outputs()).containsEntry("warnings", "" + names.size());
        List<String> commands = commands(outcome.output());
        assertThat(commands.subList(0, 10)).allMatch(command -> command.startsWith("::warning file="));
        assertThat(commands).hasSize(11);
        assertThat(commands.get(10)).startsWith("::notice title=plimsoll::3 more findings");
        // a runner that would not know stop-commands
        assertThat(outcome.output().split("\n", -1))
                .noneMatch(line -> line.stripLeading().matches("::(error|set-env|stop-commands::x).*"));
    }

    @Test
    void takesSeveralPaths() throws Exception {
        for (String name : List.of("a b", "--config=x", "-x", "$(touch evil)", "-", "left", "*")) {
            file(name + "/compose.yaml", WARNING);
        }
        input("paths", "a b\n\n--config=x/compose.yaml\r\n-x\n$(touch evil)\n-\n \n*\n");

        Program.Outcome outcome = run();

        assertThat(outputs()).as(outcome.output()).containsEntry("warnings", "6");
        assertThat(outcome.output()).doesNotContain("left/compose.yaml");
        assertThat(workspace.resolve("evil")).doesNotExist();
    }

    @Test
    void startsFromTheWorkingDirectory() throws Exception {
        file("sub dir/compose.yaml", WARNING)
                .file("compose.yaml", ERROR)
                .input("working-directory", "sub dir")
                .input("sarif-file", "plimsoll.sarif");

        Program.Outcome outcome = run();

        assertThat(commands(outcome.output()))
                .hasSize(1)
                .allMatch(command -> command.startsWith("::warning file=sub dir/compose.yaml,"));
        assertThat(workspace.resolve("plimsoll.sarif")).content().contains("sub%20dir/compose.yaml");
    }

    @Test
    void appliesFixes() throws Exception {
        file("compose.yaml", "version: '3'\n" + CLEAN).input("fix", "true");

        assertThat(run().code()).isZero();
        assertThat(workspace.resolve("compose.yaml")).hasContent(CLEAN);
    }

    @Test
    void nothingToLintFailsUnlessItIsAllowed() throws Exception {
        input("sarif-file", "plimsoll.sarif");
        Program.Outcome refused = run();
        assertThat(refused.code()).isEqualTo(3);
        assertThat(commands(refused.output())).hasSize(1).allMatch(command -> command.contains("nothing to lint"));
        assertThat(outputs()).containsEntry("exit-code", "3").doesNotContainKey("sarif-file");

        Files.writeString(temporary.resolve("output"), "");
        Program.Outcome allowed = input("allow-no-files", "true").run();
        assertThat(allowed.code()).isZero();
        assertThat(outputs()).containsEntry("findings", "0").containsEntry("sarif-file", "plimsoll.sarif");
        assertThat(workspace.resolve("plimsoll.sarif")).content().contains("\"results\":[]");
    }

    @Test
    void unreadableInputIsNotAFinding() throws Exception {
        file("compose.yaml", "services: [\n");

        Program.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(commands(outcome.output())).anyMatch(command -> command.startsWith("::error file=compose.yaml,"));
        assertThat(outputs()).containsEntry("exit-code", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.sarif",
                "a/../../out.sarif",
                "a/..",
                "..",
                "/tmp/out.sarif",
                "C:\\out.sarif",
                "\\\\host\\out.sarif",
                "a\\..\\..\\out.sarif",
                "link/out.sarif",
                "link/new/out.sarif",
                "link",
                "directory/",
                "a\n::error::b",
            })
    void sarifStaysInTheWorkspace(String path) throws Exception {
        file("compose.yaml", CLEAN).input("sarif-file", path);
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createSymbolicLink(workspace.resolve("link"), outside);

        Program.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(commands(outcome.output()))
                .hasSize(1)
                .allMatch(command -> command.startsWith("::error title=plimsoll::sarif-file "));
        assertThat(outputs()).containsOnly(Map.entry("exit-code", "2"));
        assertThat(outside).isEmptyDirectory();
        assertThat(temporary.resolve("out.sarif")).doesNotExist();
        Files.delete(workspace.resolve("link"));
    }

    @Test
    void anAbsolutePathInTheWorkspaceIsFine() throws Exception {
        file("compose.yaml", CLEAN).input("sarif-file", workspace + "/out/a b.sarif");

        assertThat(run().code()).isZero();
        assertThat(outputs()).containsEntry("sarif-file", "out/a b.sarif");
        assertThat(workspace.resolve("out/a b.sarif")).isRegularFile();
    }

    @Test
    void aReportOfAStrangerIsNotTakenForOurs() throws Exception {
        file("plimsoll.sarif", "theirs")
                .file("compose.yaml", CLEAN)
                .input("sarif-file", "plimsoll.sarif")
                .input("args", "--no-such-option");

        Program.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).contains("unknown option --no-such-option");
        assertThat(commands(outcome.output())).hasSize(1);
        assertThat(outputs()).doesNotContainKey("sarif-file");
        assertThat(workspace.resolve("plimsoll.sarif")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "step-summary", "fix", "allow-no-files"})
    void aSwitchIsTrueOrFalse(String name) throws Exception {
        Program.Outcome outcome = input(name, "yes\n::error::%").run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(commands(outcome.output()))
                .containsExactly("::error title=plimsoll::" + name + " is true or false, not \"yes%0A::error::%25\"");
    }

    @Test
    void aWorkingDirectoryThatIsNotThereIsTold() throws Exception {
        Program.Outcome outcome = input("working-directory", "none").run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(commands(outcome.output()))
                .containsExactly("::error title=plimsoll::working-directory does not exist: none");
    }

    @Test
    void aJavaOfTheRunnersImageWillDo() throws Exception {
        file("compose.yaml", CLEAN);
        Path old = Files.createDirectories(temporary.resolve("jdk 11"));
        Files.createDirectory(old.resolve("bin"));
        Files.copy(Path.of("/bin/sh"), old.resolve("bin/java"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        environment.put("JAVA_HOME", old.toString());
        environment.put("JAVA_HOME_11_X64", old.toString());
        environment.put("JAVA_HOME_25_X64", "/nowhere");
        environment.put("JAVA_HOME_21_X64", "");
        environment.put("JAVA_HOME_17_ARM64", System.getProperty("java.home"));
        environment.put("PATH", withoutJava());

        Program.Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @Test
    void theChosenJavaIsTheOneOrNone() throws Exception {
        file("compose.yaml", CLEAN).input("java-home", "/nowhere");

        Program.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).contains("Java 17 or newer is needed, but PLIMSOLL_JAVA_HOME (/nowhere)");
        assertThat(commands(outcome.output()))
                .containsExactly("::error title=plimsoll::exit code 2, see the log of this step");
    }

    @Test
    void aReleaseBringsItsJava() throws Exception {
        assumeTrue(Program.exists("curl") && Program.exists("tar"), "no curl or tar here");
        String image = "plimsoll-0.1.0-" + ReleasePage.platform() + ".tar.gz";
        byte[] archive = ReleasePage.archive(List.of(new ReleasePage.Entry(
                "plimsoll-0.1.0/runtime/bin/java", "#!/bin/sh\necho \"released: $*\"\nexit 101\n")));
        Path action = temporary.resolve("an action");
        for (String name : List.of(SCRIPT, "bin/plimsoll", "src/dist/provide.sh")) {
            Path copy = action.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(name), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(action.resolve("bin/checksums.txt"), ReleasePage.sha256(archive) + "  " + image + "\n");
        script = action.resolve(SCRIPT);
        environment.remove("PLIMSOLL_JAR");
        environment.put("CI", "true");
        environment.put("PLIMSOLL_CACHE_DIR", temporary.resolve("cache").toString());
        file("compose.yaml", CLEAN);

        try (ReleasePage page = new ReleasePage()) {
            page.put("/v0.1.0/" + image, archive);
            environment.put("PLIMSOLL_RELEASES_URL", page.url());

            Program.Outcome outcome = run();

            assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
            assertThat(outcome.output()).contains("plimsoll: downloading " + image, "released: ");
            assertThat(commands(outcome.output())).isEmpty();
        }
    }

    /** A PATH with what a shell script needs and no java. */
    private String withoutJava() throws IOException {
        Path bin = Files.createDirectory(temporary.resolve("bin"));
        for (String name :
                List.of("bash", "cat", "dirname", "mkdir", "mktemp", "od", "rm", "sed", "sh", "tr", "readlink")) {
            Path link = bin.resolve(name);
            Files.writeString(link, "#!/bin/sh\nexec " + located(name) + " \"$@\"\n", StandardCharsets.UTF_8);
            assertThat(link.toFile().setExecutable(true)).isTrue();
        }
        return bin.toString();
    }

    private static Path located(String name) {
        Path usual = Path.of("/bin", name);
        return Files.exists(usual) ? usual : Path.of("/usr/bin", name);
    }

    /** What bin/plimsoll is called with, told by one that only repeats it. */
    @Test
    void handsAllInputsOver() throws Exception {
        Path action = Files.createDirectory(temporary.resolve("an action"));
        script = Files.createDirectories(action.resolve("src/action")).resolve("run.sh");
        Files.copy(Path.of(SCRIPT), script);
        Path stub = Files.createDirectory(action.resolve("bin")).resolve("plimsoll");
        Files.writeString(stub, "#!/bin/sh\nfor word; do printf '<%s>\\n' \"$word\"; done\npwd\n");
        assertThat(stub.toFile().setExecutable(true)).isTrue();
        file("s/x", "")
                .input("working-directory", "s")
                .input("config", "--odd $(id).yaml")
                .input("fail-on", "never")
                .input("fix", "true")
                .input("allow-no-files", "true")
                .input("sarif-file", "r.sarif")
                .input("args", "--select=tmpfs\n--env-file\na b.env\n")
                .input("paths", "x y\n-z");

        String log = run().output();

        Path temp = temporary.resolve("temp");
        String shown =
                log.substring(log.indexOf('<'), log.lastIndexOf("work space/s")).replaceAll("plimsoll\\.\\w{6}", "T");
        assertThat(shown)
                .isEqualTo(String.join(
                        "\n",
                        "<check>",
                        "<--output>",
                        "<text>",
                        "<--output>",
                        "<json=" + temp + "/T/plimsoll.json>",
                        "<--output>",
                        "<github=" + temp + "/T/annotations.txt>",
                        "<--output>",
                        "<markdown=" + temporary.resolve("summary") + ">",
                        "<--output>",
                        "<sarif=" + workspace + "/r.sarif>",
                        "<--fail-on>",
                        "<never>",
                        "<--config>",
                        "<--odd $(id).yaml>",
                        "<--fix>",
                        "<--allow-no-files>",
                        "<--select=tmpfs>",
                        "<--env-file>",
                        "<a b.env>",
                        "<-->",
                        "<x y>",
                        "<-z>",
                        temporary + "/"));
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        assumeTrue(Program.exists("shellcheck"), "no shellcheck here");
        Program.in(Path.of("").toAbsolutePath())
                .succeed(
                        "shellcheck",
                        "-x",
                        SCRIPT,
                        "bin/plimsoll",
                        ".ci/run",
                        "src/dist/provide.sh",
                        "src/dist/packages.sh",
                        "src/dist/pin.sh",
                        "src/dist/smoke.sh",
                        "src/dist/smoke-release.sh",
                        "src/editor/vscode/release.sh",
                        "src/bench/lsp.sh");
    }
}

package dev.plimsoll.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.Overlay;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an editor holds and nobody saved yet counts in place of what is on disk, in every file that a run reads. */
class UnsavedTextsTest {
    private static final String UNBOUNDED = "services: {app: {image: example/app, tmpfs: /scratch}}\n";
    private static final String CLEAN = "services: {app: {image: example/app}}\n";

    /** Has a limit that a variable sets, and a tmpfs that may be larger. */
    private static final String LIMITED = """
            services:
              app: {image: example/app, mem_limit: "${LIMIT}", memswap_limit: "${LIMIT}", tmpfs: "/scratch:size=2g"}
            """;

    @TempDir
    Path directory;

    private Path project;
    private final Map<File, String> texts = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectories(directory.resolve("project"));
    }

    private UnsavedTextsTest saved(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private UnsavedTextsTest unsaved(String path, String text) {
        texts.put(new File(project.toFile(), path), text);
        return this;
    }

    private static Options options(String... paths) {
        Flags rules = new Flags(Optional.empty(), List.of(), List.of(), Optional.empty(), true, false);
        return new Options(
                List.of(paths),
                List.of(),
                List.of(),
                false,
                false,
                "compose.yaml",
                false,
                rules,
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    private LintResult lint(FileView view, String... paths) throws InputException, IOException {
        InputFiles inputs = new InputFiles(project.toFile(), view, Map.of(), InputStream.nullInputStream());
        Projects projects = new Projects(inputs, options(paths));
        return LintRun.of(projects, null).lint(projects.find());
    }

    /** The result of these paths as the editor sees them; the disk stays as it was. */
    private LintResult lint(String... paths) throws InputException, IOException {
        Map<String, String> before = onDisk();
        LintResult result = lint(new Overlay(FileView.DISK, texts), paths);
        assertThat(onDisk()).isEqualTo(before);
        assertThat(result.defects()).isEmpty();
        return result;
    }

    private Map<String, String> onDisk() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(path.toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static List<String> findings(LintResult result) {
        List<String> findings = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            findings.add(diagnostic.finding().at().file().path() + " " + diagnostic.rule());
        }
        return findings;
    }

    private void assertChanges(String path, String... expected) throws InputException, IOException {
        assertThat(findings(lint(FileView.DISK, path))).doesNotContain(expected);
        LintResult result = lint(path);
        assertThat(result.errors()).isEmpty();
        assertThat(findings(result)).containsExactly(expected);
    }

    @Test
    void ofTheFileItself() throws InputException, IOException {
        saved("compose.yaml", CLEAN).unsaved("compose.yaml", UNBOUNDED);
        assertChanges("compose.yaml", "compose.yaml tmpfs-unbounded");
    }

    @Test
    void ofAFileThatIsNotThereYet() throws InputException, IOException {
        unsaved("new/compose.yaml", UNBOUNDED);
        assertChanges("new/compose.yaml", "new/compose.yaml tmpfs-unbounded");
        assertThat(lint(FileView.DISK, "new/compose.yaml").errors()).hasSize(1);
    }

    @Test
    void aFindingThatIsGoneInTheEditorIsGone() throws InputException, IOException {
        saved("compose.yaml", UNBOUNDED).unsaved("compose.yaml", CLEAN);
        assertThat(findings(lint(FileView.DISK, "compose.yaml"))).containsExactly("compose.yaml tmpfs-unbounded");
        assertThat(findings(lint("compose.yaml"))).isEmpty();
    }

    @Test
    void ofTheOverride() throws InputException, IOException {
        saved("compose.yaml", CLEAN).unsaved("compose.override.yaml", "services: {app: {tmpfs: /scratch}}\n");
        assertChanges("compose.yaml", "compose.override.yaml tmpfs-unbounded");
    }

    @Test
    void ofTheBaseOfAnOverride() throws InputException, IOException {
        saved("compose.override.yaml", "services: {app: {mem_limit: 1g}}\n").unsaved("compose.yaml", UNBOUNDED);
        assertThat(findings(lint("compose.override.yaml"))).contains("compose.yaml tmpfs-unbounded");
    }

    @Test
    void ofTheVariables() throws InputException, IOException {
        saved("compose.yaml", LIMITED).saved(".env", "LIMIT=4g\n").unsaved(".env", "LIMIT=1g\n");
        assertChanges("compose.yaml", "compose.yaml tmpfs-exceeds-memory");
    }

    @Test
    void ofVariablesThatAreNotThereYet() throws InputException, IOException {
        saved("compose.yaml", LIMITED).unsaved(".env", "LIMIT=1g\n");
        assertChanges("compose.yaml", "compose.yaml tmpfs-exceeds-memory");
    }

    @Test
    void ofTheVariableThatNamesTheFiles() throws InputException, IOException {
        saved("compose.yaml", CLEAN)
                .saved("more.yaml", "services: {app: {tmpfs: /scratch}}\n")
                .unsaved(".env", "COMPOSE_FILE=compose.yaml:more.yaml\nCOMPOSE_PATH_SEPARATOR=:\n");
        assertChanges("compose.yaml", "more.yaml tmpfs-unbounded");
    }

    @Test
    void ofAnExtendedFile() throws InputException, IOException {
        saved("compose.yaml", "services: {app: {extends: {file: common/base.yaml, service: app}}}\n")
                .saved("common/base.yaml", CLEAN)
                .unsaved("common/base.yaml", UNBOUNDED);
        assertChanges("compose.yaml", "common/base.yaml tmpfs-unbounded");
    }

    @Test
    void ofAnIncludedFileThatIsNotThereYet() throws InputException, IOException {
        saved("compose.yaml", "include: [part.yaml]\n").unsaved("part.yaml", UNBOUNDED);
        assertThat(lint(FileView.DISK, "compose.yaml").errors()).isNotEmpty();
        assertChanges("compose.yaml", "part.yaml tmpfs-unbounded");
    }

    @Test
    void ofADockerfile() throws InputException, IOException {
        saved("compose.yaml", "services: {db: {build: ., tmpfs: '/var/lib/postgresql/data:size=64m'}}\n")
                .saved("Dockerfile", "FROM example/app\n")
                .unsaved("Dockerfile", "FROM postgres:16\n");
        assertChanges("compose.yaml", "compose.yaml tmpfs-on-data-path");
    }

    @Test
    void ofTheEnvironmentOfAService() throws InputException, IOException {
        saved("compose.yaml", """
                        services:
                          db: {image: "postgres:16", env_file: db.env, tmpfs: "/fast:size=64m", volumes: ["data:/var/lib/postgresql/data"]}
                        volumes: {data: {}}
                        """)
                .saved("db.env", "POSTGRES_PASSWORD=x\n")
                .unsaved("db.env", "POSTGRES_PASSWORD=x\nPGDATA=/fast/data\n");
        assertThat(findings(lint(FileView.DISK, "compose.yaml"))).doesNotContain("compose.yaml tmpfs-on-data-path");
        assertThat(findings(lint("compose.yaml"))).contains("compose.yaml tmpfs-on-data-path");
    }

    @Test
    void ofAFileWithCommands() throws InputException, IOException {
        saved("run.sh", "docker run --rm example/app\n")
                .unsaved("run.sh", "docker run --rm --tmpfs /scratch example/app\n");
        assertChanges("run.sh", "run.sh tmpfs-unbounded");
    }

    @Test
    void ofTheConfiguration() throws InputException, IOException {
        saved("compose.yaml", UNBOUNDED).unsaved(".plimsoll.yaml", "rules: {tmpfs-unbounded: {enabled: false}}\n");
        assertThat(findings(lint(FileView.DISK, "compose.yaml"))).containsExactly("compose.yaml tmpfs-unbounded");
        assertThat(findings(lint("compose.yaml"))).isEmpty();
        unsaved(".plimsoll.yaml", "extends: [base.yaml]\n").unsaved("base.yaml", "ignore: [{rule: tmpfs-unbounded}]\n");
        assertThat(findings(lint("compose.yaml"))).isEmpty();
    }

    @Test
    void ofAllOfThemTogether() throws InputException, IOException {
        saved("compose.yaml", CLEAN)
                .unsaved("compose.yaml", LIMITED)
                .unsaved("compose.override.yaml", "services: {app: {extends: {file: base.yaml, service: app}}}\n")
                .unsaved("base.yaml", "services: {app: {tmpfs: /more}}\n")
                .unsaved(".env", "LIMIT=1g\n")
                .unsaved("run.sh", "docker run --tmpfs /scratch example/app\n")
                .unsaved(".plimsoll.yaml", "rules: {tmpfs-unbounded: {severity: error}}\n");
        LintResult result = lint("compose.yaml", "run.sh");
        assertThat(result.errors()).isEmpty();
        assertThat(findings(result))
                .contains("base.yaml tmpfs-unbounded", "compose.yaml tmpfs-exceeds-memory", "run.sh tmpfs-unbounded");
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.rule().equals("tmpfs-unbounded")) {
                assertThat(diagnostic.severity().label()).isEqualTo("error");
            }
        }
    }

    /** A file outside of the work tree is withheld, whoever holds its text. */
    @Test
    void whatLiesOutsideIsNotQuoted() throws InputException, IOException {
        saved("compose.yaml", "services: {app: {extends: {file: ../outside/base.yaml, service: app}}}\n")
                .unsaved("../outside/base.yaml", UNBOUNDED);
        LintResult result = lint("compose.yaml");
        assertThat(findings(result)).containsExactly("../outside/base.yaml tmpfs-unbounded");
        SourceFile file = result.diagnostics().get(0).finding().at().file();
        assertThat(file.isBlank()).isTrue();
        assertThat(file.text()).isBlank();
    }

    /** Values of variables from outside are unknown, unsaved or not. */
    @Test
    void variablesFromOutsideAreUnknown() throws InputException, IOException {
        saved("part.yaml", LIMITED)
                .saved("compose.yaml", "include: [{path: part.yaml, env_file: ../outside/.env}]\n")
                .unsaved("../outside/.env", "LIMIT=1g\n");
        assertThat(findings(lint("compose.yaml"))).doesNotContain("part.yaml tmpfs-exceeds-memory");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its system has no files of this kind")
    void whatIsTheSystemsIsNotRead() throws InputException, IOException {
        saved("compose.yaml", "include: [/proc/self/plimsoll.yaml]\n");
        texts.put(new File("/proc/self/plimsoll.yaml"), UNBOUNDED);
        LintResult result = lint("compose.yaml");
        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().get(0).message()).contains("is not read");
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * bin/plimsoll with a java that is a shell script: it tells its arguments, exits as told and makes the archive it is asked
 * for. Which Java is taken, what it is given, and when an archive is made.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has plimsoll.cmd")
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            printf 'java: %s\\n' "$*"
            dump=
            for word; do
                case $word in
                -XX:AOTCacheOutput=*) printf archive >"${word#*=}"; exit 101 ;;
                -XX:DumpLoadedClassList=*) printf classes >"${word#*=}"; exit 101 ;;
                -Xshare:dump) dump=yes ;;
                -XX:SharedArchiveFile=*) [ -z "$dump" ] || { printf archive >"${word#*=}"; exit; } ;;
                esac
            done
            printf 'locale: %s\\n' "${LC_ALL:-}"
            case $* in
            *-XX:SharedArchiveFile=*) exit "${JAVA_EXIT_ARCHIVED:-${JAVA_EXIT:-0}}" ;;
            esac
            exit "${JAVA_EXIT:-0}"
            """;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final long PATIENCE_MILLIS = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path launcher = Path.of("bin/plimsoll");
    private Path cache = Path.of("cache");

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        // a blank in every path
        Path root = Files.createDirectories(temporary.resolve("an installation"));
        cache = temporary.resolve("a cache");
        launcher = Files.createDirectories(root.resolve("bin")).resolve("plimsoll");
        Files.copy(Path.of("bin/plimsoll"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(root.resolve("lib"));
        Files.writeString(root.resolve("lib/plimsoll.jar"), "jar");
        Files.writeString(root.resolve("lib/plimsoll.jar.sha256"), "0123456789abcdef0123  plimsoll.jar\n");
    }

    /** An archive that is being made behind a run is made in the directory that is deleted next. */
    @AfterEach
    void waitForWhatIsStillMade() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (ProcessHandle.allProcesses().anyMatch(this::isOfThisTest) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private boolean isOfThisTest(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(temporary.toString());
    }

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(temporary.resolve("jdk " + version));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                home.resolve("release"),
                "JAVA_RUNTIME_VERSION=\"" + version + "+1\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Outcome run(Map<String, String> environment) throws IOException, InterruptedException {
        return run(environment, "a file.yaml");
    }

    private Outcome run(Map<String, String> environment, String path) throws IOException, InterruptedException {
        return start(environment, "check", path);
    }

    private Outcome start(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path out = temporary.resolve("out.txt");
        Path err = temporary.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("PLIMSOLL_CACHE_DIR", cache.toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Outcome(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private List<Path> cached(String suffix) throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                // whoever makes an archive takes away what it made it in
                return cached(suffix);
            }
            throw e;
        }
    }

    private Path archive(Map<String, String> environment) throws IOException, InterruptedException {
        return archives(environment, 1).get(0);
    }

    /** Runs, and waits until there are so many archives and nobody makes another. */
    private List<Path> archives(Map<String, String> environment, int count) throws IOException, InterruptedException {
        assertThat(run(environment).code()).isZero();
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (cached(".archive").size() < count || !cached(".lock").isEmpty()) {
            assertThat(System.nanoTime()).as("no archive came").isLessThan(end);
            Thread.sleep(20);
        }
        return cached(".archive");
    }

    @Test
    void takesTheJavaThatItIsTold() throws Exception {
        Outcome outcome = run(Map.of(
                "PLIMSOLL_JAVA_HOME",
                jdk("21.0.2").toString(),
                "JAVA_HOME",
                jdk("17.0.1").toString(),
                "PLIMSOLL_NO_CACHE",
                "1"));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("java: ").contains("plimsoll.jar check a file.yaml\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aJavaThatIsTooOldIsOneLine() throws Exception {
        Outcome outcome = run(Map.of("PLIMSOLL_JAVA_HOME", jdk("11.0.9").toString()));

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("Java 17 or newer is needed")
                .contains("is Java 11.0.9")
                .hasLineCount(1);
    }

    @Test
    void tellsFindingsFromAJvmThatCannotRun() throws Exception {
        String home = jdk("17.0.1").toString();

        assertThat(run(Map.of("JAVA_HOME", home, "JAVA_EXIT", "101", "PLIMSOLL_NO_CACHE", "1"))
                        .code())
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(run(Map.of("JAVA_HOME", home, "JAVA_EXIT", "1")).code()).isEqualTo(ExitCode.USAGE);
        assertThat(run(Map.of("JAVA_HOME", home, "JAVA_EXIT", "3")).code()).isEqualTo(ExitCode.NOTHING);
    }

    @Test
    void startsFromTheArchiveThatTheFirstRunLeft() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("17.0.1").toString());
        Path archive = archive(environment);

        assertThat(run(environment).out()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void javaTwentyFiveHasAnAotCache() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        Path archive = archive(environment);

        assertThat(run(environment).out()).contains("-XX:AOTCache=" + archive).doesNotContain("SharedArchiveFile");
    }

    @Test
    void aServerHasABoundOfMemoryAndAnotherRunHasNone() throws Exception {
        // nobody makes an archive behind the test's back
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("17.0.1").toString(), "PLIMSOLL_NO_CACHE", "1");
        assertThat(run(environment).out()).doesNotContain("-Xmx");
        assertThat(start(environment, "lsp").out()).contains("-Xmx200m");
    }

    @Test
    void anotherJarHasAnotherArchive() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        archive(environment);
        Path checksum = launcher.resolveSibling("../lib/plimsoll.jar.sha256");
        Files.writeString(checksum, "fedcba9876543210fedc  plimsoll.jar\n");

        assertThat(archives(environment, 2)).hasSize(2);
        assertThat(Files.readString(temporary.resolve("out.txt"), StandardCharsets.UTF_8))
                .doesNotContain("AOTCache");
    }

    @Test
    void aCrashRemovesTheArchive() throws Exception {
        String home = jdk("17.0.1").toString();
        Path archive = archive(Map.of("JAVA_HOME", home));

        Outcome outcome = run(Map.of("JAVA_HOME", home, "JAVA_EXIT", "134"));

        assertThat(outcome.code()).isEqualTo(ExitCode.DEFECT);
        assertThat(outcome.err()).contains("crashed").hasLineCount(1);
        assertThat(archive).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "134", "139"})
    void runsAgainWithoutAnArchiveThatTheJvmCannotStartFrom(String exit) throws Exception {
        String home = jdk("17.0.1").toString();
        Path archive = archive(Map.of("JAVA_HOME", home));

        Outcome outcome = run(Map.of("JAVA_HOME", home, "JAVA_EXIT_ARCHIVED", exit, "JAVA_EXIT", "3"));

        assertThat(outcome.code()).isEqualTo(ExitCode.NOTHING);
        assertThat(outcome.err()).isEqualTo("plimsoll: removed a damaged class archive, " + archive + "\n");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("java: ")))
                .hasSize(2)
                .last()
                .asString()
                .doesNotContain("SharedArchiveFile");
        assertThat(archive).doesNotExist();
    }

    @Test
    void doesNotRunAgainWhenTheInputMayBeReadAlready() throws Exception {
        String home = jdk("17.0.1").toString();
        Path archive = archive(Map.of("JAVA_HOME", home));

        Outcome outcome = run(Map.of("JAVA_HOME", home, "JAVA_EXIT_ARCHIVED", "139"), "-");

        assertThat(outcome.code()).isEqualTo(ExitCode.DEFECT);
        assertThat(outcome.out()).containsOnlyOnce("java: ");
        assertThat(archive).doesNotExist();
    }

    @Test
    void keepsTheArchiveOfAJvmThatCannotStartEitherWay() throws Exception {
        String home = jdk("17.0.1").toString();
        Path archive = archive(Map.of("JAVA_HOME", home));

        assertThat(run(Map.of("JAVA_HOME", home, "JAVA_EXIT", "1")).code()).isEqualTo(ExitCode.USAGE);
        assertThat(archive).exists();
    }

    @ParameterizedTest
    @CsvSource({"110, 0", "111, 1", "112, 2", "113, 3"})
    void removesAnArchiveThatTheJvmDidWithout(String exit, int code) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", jdk("17.0.1").toString());
        environment.put("PLIMSOLL_CACHE_DIR", "");
        environment.put("XDG_CACHE_HOME", cache.toString());
        Path archive = archive(environment);

        // so that none comes back
        environment.put("CI", "true");
        environment.put("JAVA_EXIT_ARCHIVED", exit);
        Outcome outcome = run(environment);

        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).containsOnlyOnce("java: ");
        assertThat(archive).doesNotExist();
    }

    @Test
    void doesNotAskWhetherTheArchiveServesWhereTheUserHasOptions() throws Exception {
        String home = jdk("17.0.1").toString();
        archive(Map.of("JAVA_HOME", home));

        assertThat(run(Map.of("JAVA_HOME", home)).out()).contains("-Dplimsoll.launcher=archive");
        assertThat(run(Map.of("JAVA_HOME", home, "PLIMSOLL_JAVA_OPTS", "-Xshare:off"))
                        .out())
                .contains("SharedArchiveFile")
                .doesNotContain("-Dplimsoll.launcher=archive");
    }

    @Test
    void removesNothingThatItDidNotName() throws Exception {
        List<String> others = List.of(
                "photos/holiday.raw",
                "photos/old.archive",
                "0123456789abcdef/jvm/app.archive",
                "archives/notes.archive",
                "archives/0123456789abcdef/jvm/notes.txt",
                "archives/my favorite music/jvm/song.archive");
        archive(Map.of("JAVA_HOME", jdk("17.0.1").toString()));
        for (String name : others) {
            old(name);
        }
        Path gone = old("archives/fedcba9876543210/jvm/app.archive");
        Path outside = Files.createDirectories(temporary.resolve("outside/jvm"));
        Files.writeString(outside.resolve("app.archive"), "precious");
        forgotten(outside.resolve("app.archive"));
        Files.createSymbolicLink(cache.resolve("archives/aaaaaaaaaaaaaaaa"), outside.getParent());

        archives(Map.of("JAVA_HOME", jdk("25.0.1").toString()), others.size());
        awaitGone(gone);

        for (String name : others) {
            assertThat(cache.resolve(name)).exists();
        }
        assertThat(outside.resolve("app.archive")).exists();
    }

    private Path old(String name) throws IOException {
        Path file = cache.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "precious");
        forgotten(file);
        return file;
    }

    private static void forgotten(Path file) throws IOException {
        FileTime then = FileTime.from(Instant.now().minus(60, ChronoUnit.DAYS));
        Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(then, then, null);
    }

    private static void awaitGone(Path file) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (Files.exists(file)) {
            assertThat(System.nanoTime()).as("%s is still there", file).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx-wx---"})
    void leavesNothingWhereOthersCouldExchangeIt(String permissions) throws Exception {
        Path shared = Files.createDirectories(temporary.resolve("shared"));
        Path below = Files.createDirectories(shared.resolve("below"));
        // a closed directory above would make all this safe
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString(permissions));

        for (Path directory : List.of(shared, below, below.resolve("new"))) {
            run(Map.of("JAVA_HOME", jdk("17.0.1").toString(), "PLIMSOLL_CACHE_DIR", directory.toString()));
        }
        // longer than the start of the training takes
        Thread.sleep(500);

        assertThat(shared.resolve("archives")).doesNotExist();
        assertThat(below.resolve("archives")).doesNotExist();
        assertThat(below.resolve("new")).doesNotExist();
    }

    @Test
    void whatOthersMayReadButNotWriteIsSafe() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));

        archive(Map.of("JAVA_HOME", jdk("17.0.1").toString()));

        assertThat(Files.getPosixFilePermissions(cache.resolve("archives"))).isEqualTo(OWNER_ONLY);
    }

    @Test
    void usesNoArchiveThatADirectoryOfTheWorldHolds() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("17.0.1").toString());
        archive(environment);
        Path real = cache.resolveSibling("real");
        Files.move(cache.resolve("archives"), real);

        // as somebody would who may write to the cache: a link, or a directory that a checkout made
        Files.createSymbolicLink(cache.resolve("archives"), real);
        assertThat(run(environment).out()).doesNotContain("SharedArchiveFile");

        Files.delete(cache.resolve("archives"));
        Files.move(real, cache.resolve("archives"));
        Files.setPosixFilePermissions(cache.resolve("archives"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(run(environment).out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void takesOverADirectoryThatACacheOfCiBroughtBack() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("17.0.1").toString());
        Path archive = archive(environment);
        // this takes away the mark, as a tar does
        Files.setPosixFilePermissions(cache.resolve("archives"), OWNER_ONLY);

        assertThat(run(environment).out()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, C.UTF-8",
                "C, none, C.UTF-8",
                "none, POSIX, C.UTF-8",
                "none, de_DE.ISO-8859-1, ''",
                "de_DE.ISO-8859-1, C, de_DE.ISO-8859-1"
            })
    void aLocaleThatKnowsNoEncodingBecomesUtf8(@Nullable String all, @Nullable String lang, String seen)
            throws Exception {
        assumeFalse(Files.exists(Path.of("/usr/libexec/java_home")), "macOS does it otherwise");
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", jdk("17.0.1").toString());
        environment.put("PLIMSOLL_NO_CACHE", "1");
        if (all != null) {
            environment.put("LC_ALL", all);
        }
        if (lang != null) {
            environment.put("LANG", lang);
        }

        assertThat(run(environment).out()).endsWith("locale: " + seen + "\n");
    }

    @Test
    void makesNoArchiveWhereNobodyWantsOne() throws Exception {
        String home = jdk("17.0.1").toString();
        run(Map.of("JAVA_HOME", home, "PLIMSOLL_NO_CACHE", "1"));
        run(Map.of("JAVA_HOME", home, "PLIMSOLL_CACHE_DIR", "", "CI", "true", "HOME", temporary.toString()));
        run(Map.of("JAVA_HOME", home, "JAVA_EXIT", "2"));
        // longer than the start of the training takes
        Thread.sleep(300);

        assertThat(cache).doesNotExist();
        assertThat(temporary.resolve(".cache")).doesNotExist();
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoHindrance() throws Exception {
        Files.writeString(cache, "a file, not a directory");
        Outcome outcome = run(Map.of("JAVA_HOME", jdk("17.0.1").toString()));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theImageBringsItsJava() throws Exception {
        Path root = launcher.resolveSibling("..").normalize();
        Files.createDirectories(root.resolve("runtime"));
        Files.move(jdk("25.0.1").resolve("bin"), root.resolve("runtime/bin"));
        Files.writeString(root.resolve("lib/plimsoll.aot"), "cache");

        assertThat(run(Map.of()).out())
                .contains("-XX:AOTCache=" + root.toRealPath().resolve("lib/plimsoll.aot"))
                .contains("-m dev.plimsoll/dev.plimsoll.cli.Main check a file.yaml\n");
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * bin/plimsoll with a java that is a shell script: it tells its arguments, exits as told and makes the archive it is asked
 * for. Which Java is taken, what it is given, and when an archive is made.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has plimsoll.cmd")
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            printf 'java: %s\\n' "$*"
            for word; do
                case $word in
                -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) printf archive >"${word#*=}"; exit 101 ;;
                esac
            done
            exit "${JAVA_EXIT:-0}"
            """;
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
        Path out = temporary.resolve("out.txt");
        Path err = temporary.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "check", "a file.yaml"));
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
        assertThat(outcome.out()).startsWith("java: ").endsWith("plimsoll.jar check a file.yaml\n");
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
                .endsWith("-m dev.plimsoll/dev.plimsoll.cli.Main check a file.yaml\n");
    }
}

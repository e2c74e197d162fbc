package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.Program;
import dev.plimsoll.testkit.ReleasePage;
import dev.plimsoll.testkit.ReleasePage.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
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
 * bin/plimsoll in a checkout of a release, with a server that plays the release's page: what it downloads, where it puts it,
 * and what it does when that goes wrong. The release's Java is a shell script that tells its arguments.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has plimsoll.cmd")
class ReleaseDownloadTest {
    private static final String JAVA = "#!/bin/sh\nprintf 'java: %s\\n' \"$*\"\n";
    private static final String ASKED = "/v0.1.0/";
    /** What a release may be downloaded and unpacked with, and what the launcher itself uses. */
    private static final List<String> PROGRAMS = List.of(
            "sh",
            "curl",
            "tar",
            "gzip",
            "sha256sum",
            "shasum",
            "mkdir",
            "rm",
            "mv",
            "cp",
            "ls",
            "id",
            "chmod",
            "cat",
            "sleep",
            "find",
            "uname",
            "readlink",
            "touch");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private ReleasePage page;
    private Path checkout = Path.of("checkout");
    private Path cache = Path.of("cache");
    private Path tools = Path.of("tools");
    private Path project = Path.of("project");
    private String image = "";
    private final Map<String, String> environment = new HashMap<>();

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void publish() throws IOException {
        for (String needed : List.of("curl", "tar", "gzip")) {
            assumeTrue(Program.exists(needed), "no " + needed + " here");
        }
        page = new ReleasePage();
        checkout = Files.createDirectory(temporary.resolve("a checkout"));
        cache = temporary.resolve("a cache");
        project = Files.createDirectory(temporary.resolve("a project"));
        tools = Files.createDirectory(temporary.resolve("tools"));
        for (String name : PROGRAMS) {
            tool(name);
        }
        for (String file : List.of("bin/plimsoll", "src/dist/provide.sh")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.copy(Path.of(file), checkout.resolve(file));
        }
        assertThat(checkout.resolve("bin/plimsoll").toFile().setExecutable(true))
                .isTrue();
        Files.writeString(checkout.resolve("pom.xml"), "<project/>\n");
        environment.put("PATH", tools.toString());
        environment.put("PLIMSOLL_CACHE_DIR", cache.toString());
        environment.put("PLIMSOLL_RELEASES_URL", page.url());
        image = "plimsoll-0.1.0-" + ReleasePage.platform() + ".tar.gz";
        release(List.of(new Entry("plimsoll-0.1.0/runtime/bin/java", JAVA)));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void tool(String name) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin")) {
            if (Files.isExecutable(Path.of(folder, name))) {
                script(tools.resolve(name), "exec " + Path.of(folder, name) + " \"$@\"\n");
                return;
            }
        }
    }

    private void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Publishes an image with these entries beside a jar, and says so in the checkout. */
    private void release(List<Entry> entries) throws IOException {
        byte[] archive = ReleasePage.archive(entries);
        byte[] jar = "a jar".getBytes(StandardCharsets.UTF_8);
        page.put(ASKED + image, archive);
        page.put(ASKED + "plimsoll-0.1.0.jar", jar);
        checksums(line(archive, "plimsoll-0.1.0-other-x64.tar.gz")
                + line(archive, image)
                + line(archive, "plimsoll-0.1.0.cdx.json")
                + line(jar, "plimsoll-0.1.0.jar"));
    }

    private static String line(byte[] content, String name) {
        return ReleasePage.sha256(content) + "  " + name + "\n";
    }

    private void checksums(String text) throws IOException {
        Files.writeString(checkout.resolve("bin/checksums.txt"), text);
    }

    /** A Java of the machine, with a compiler. */
    private Path jdk() throws IOException {
        Path home = temporary.resolve("jdk");
        script(home.resolve("bin/java"), "printf 'own java: %s\\n' \"$*\"\n");
        script(home.resolve("bin/javac"), "");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        return home;
    }

    private Process start(String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        checkout.resolve("bin/plimsoll").toString(), "check", "a file.yaml")
                .directory(project.toFile())
                .redirectOutput(temporary.resolve(name + ".out").toFile())
                .redirectError(temporary.resolve(name + ".err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Outcome outcome(String name, Process process) throws IOException, InterruptedException {
        int code = process.waitFor();
        return new Outcome(
                code,
                Files.readString(temporary.resolve(name + ".out")),
                Files.readString(temporary.resolve(name + ".err")));
    }

    private Outcome run() throws IOException, InterruptedException {
        return outcome("run", start("run"));
    }

    private Outcome refused(String... why) throws IOException, InterruptedException {
        Outcome outcome = run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(why);
        assertThat(outcome.err().lines())
                .allMatch(line -> line.startsWith("plimsoll: "))
                .hasSizeLessThanOrEqualTo(2);
        return outcome;
    }

    private void runsTheRelease() throws IOException, InterruptedException {
        Outcome outcome = run();
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("java: ")
                .endsWith("-m dev.plimsoll/dev.plimsoll.cli.Main check a file.yaml\n");
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> kept() throws IOException {
        return names(cache.resolve("releases"));
    }

    @Test
    void downloadsOnceAndSaysSoInALine() throws Exception {
        Outcome first = run();
        assertThat(first.err())
                .isEqualTo("plimsoll: downloading " + image + " from "
                        + page.url().substring("http://".length()) + " into " + cache + "/releases (once)\n");
        assertThat(first.out()).contains("java: ");

        // from now on without any program but Java
        environment.put("PATH", temporary.resolve("nothing").toString());
        runsTheRelease();

        assertThat(Files.readString(temporary.resolve("run.err"))).isEmpty();
        assertThat(page.requests).containsExactly(ASKED + image);
        assertThat(kept()).singleElement().asString().matches("plimsoll-0\\.1\\.0-[a-z]+-[a-z0-9]+-[0-9a-f]{16}");
        assertThat(Files.getPosixFilePermissions(cache.resolve("releases")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(names(checkout)).doesNotContain("target");
    }

    @Test
    void whatIsBuiltComesFirst() throws Exception {
        environment.put("JAVA_HOME", jdk().toString());
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/plimsoll.jar"), "jar");
        assertThat(run().out()).contains(checkout.toRealPath() + "/target/plimsoll.jar check a file.yaml");

        Files.delete(checkout.resolve("target/plimsoll.jar"));
        environment.put(
                "PLIMSOLL_JAR",
                Files.writeString(temporary.resolve("x.jar"), "jar").toString());
        assertThat(run().out()).contains("/x.jar check a file.yaml");
        assertThat(page.requests).isEmpty();
    }

    @Test
    void aCheckoutThatIsNoReleaseAsksNobody() throws Exception {
        Files.delete(checkout.resolve("bin/checksums.txt"));
        environment.put("JAVA_HOME", jdk().toString());

        refused("is not built yet and there is no mvn on PATH");
        assertThat(page.requests).isEmpty();
    }

    @Test
    void anAssetThatIsNotThere() throws Exception {
        page.close();
        page = new ReleasePage();
        environment.put("PLIMSOLL_RELEASES_URL", page.url());

        refused("404");
        assertThat(kept()).isEmpty();
    }

    @Test
    void anotherContentEndsTheRunEvenWhereItCouldBeBuilt() throws Exception {
        environment.put("JAVA_HOME", jdk().toString());
        script(tools.resolve("mvn"), "echo built\n");
        page.put(ASKED + image, ReleasePage.archive(List.of(new Entry("plimsoll-0.1.0/runtime/bin/java", "evil"))));

        refused("is not what this checkout asks for", "nothing of it was kept");
        assertThat(kept()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOff() throws Exception {
        page.cutsOff = true;
        refused("could not be downloaded");
        assertThat(kept()).isEmpty();

        page.cutsOff = false;
        runsTheRelease();
    }

    @Test
    void noNetwork() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        environment.put("PLIMSOLL_RELEASES_URL", "http://127.0.0.1:" + closed);
        refused("could not be downloaded from 127.0.0.1:" + closed);
    }

    @Test
    void asksTheProxy() throws Exception {
        environment.put("http_proxy", page.url());
        environment.put("PLIMSOLL_RELEASES_URL", "http://localhost:9/mirror");
        page.put(
                "/mirror" + ASKED + image,
                ReleasePage.archive(List.of(new Entry("plimsoll-0.1.0/runtime/bin/java", JAVA))));

        runsTheRelease();
        assertThat(page.requests).containsExactly("http://localhost:9/mirror" + ASKED + image);
    }

    @Test
    void offline() throws Exception {
        environment.put("PLIMSOLL_OFFLINE", "1");
        refused("PLIMSOLL_OFFLINE forbids to download it", cache.toString());
        assertThat(page.requests).isEmpty();

        environment.remove("PLIMSOLL_OFFLINE");
        runsTheRelease();
        environment.put("PLIMSOLL_OFFLINE", "1");
        runsTheRelease();
        assertThat(page.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "http://localhost.example.org",
                "http://localhost:x@example.org",
                "http://localhost:1@example.org/",
                "http://127.0.0.1@example.org",
                "ftp://example.org",
                "file:///tmp",
                "example.org",
                "--proxy=x"
            })
    void asksOnlyWhereNobodyListensIn(String url) throws Exception {
        environment.put("PLIMSOLL_RELEASES_URL", url);
        refused("PLIMSOLL_RELEASES_URL has to begin with https://");
    }

    @Test
    void doesNotShowThePasswordOfAMirror() throws Exception {
        environment.put("PLIMSOLL_RELEASES_URL", "https://me:secret@127.0.0.1:9/x");
        assertThat(refused("from 127.0.0.1:9").err()).doesNotContain("secret");
    }

    @Test
    void aCacheThatCannotBeWrittenGivesWayToTheCheckout() throws Exception {
        Files.writeString(cache, "a file, not a directory");

        runsTheRelease();
        runsTheRelease();
        assertThat(page.requests).hasSize(1);
        assertThat(names(checkout.resolve("target/releases"))).hasSize(1);
    }

    @Test
    void aCacheThatOthersMayChangeGivesWayToTheCheckout() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        runsTheRelease();
        assertThat(names(cache)).isEmpty();
        assertThat(names(checkout.resolve("target/releases"))).hasSize(1);
    }

    @Test
    void withoutAHomeItIsKeptInTheCheckout() throws Exception {
        environment.remove("PLIMSOLL_CACHE_DIR");
        runsTheRelease();
        runsTheRelease();
        assertThat(page.requests).hasSize(1);
        assertThat(names(checkout.resolve("target/releases"))).hasSize(1);
    }

    @Test
    void noPlaceAtAll() throws Exception {
        Files.writeString(cache, "a file, not a directory");
        Files.writeString(checkout.resolve("target"), "a file, not a directory");

        refused("set PLIMSOLL_CACHE_DIR");
        assertThat(page.requests).isEmpty();
    }

    @Test
    void takesTheJarWhereThereIsNoImageForThePlatform() throws Exception {
        checksums(line("a jar".getBytes(StandardCharsets.UTF_8), "plimsoll-0.1.0.jar"));
        environment.put("JAVA_HOME", jdk().toString());

        assertThat(run().out())
                .matches("own java: .*/plimsoll-0\\.1\\.0-[0-9a-f]{16}/plimsoll\\.jar check a file\\.yaml\n");
        assertThat(run().err()).isEmpty();
        assertThat(page.requests).containsExactly(ASKED + "plimsoll-0.1.0.jar");
    }

    @Test
    void takesTheJarForTheJavaThatSomebodyChose() throws Exception {
        environment.put("PLIMSOLL_JAVA_HOME", jdk().toString());
        assertThat(run().out()).contains("own java: ", "plimsoll.jar check a file.yaml");
    }

    @ParameterizedTest
    @CsvSource({"''", "not a list", "0123456789abcdef  plimsoll-0.1.0.jar", "'%s  plimsoll-0.1.0/../../x.jar'"})
    void aListThatIsNone(String text) throws Exception {
        checksums(text.replace("%s", "0".repeat(64)) + "\n");
        refused("bin/checksums.txt does not list a release");
        assertThat(page.requests).isEmpty();
    }

    @Test
    void nothingIsUnpackedElsewhere() throws Exception {
        Path outside = temporary.resolve("escaped");
        List<Entry> whole = List.of(new Entry("plimsoll-0.1.0/runtime/bin/java", JAVA));
        for (List<Entry> hostile : List.of(
                List.of(new Entry("../../../../escaped", "x")),
                List.of(new Entry(outside.toString(), "x")),
                List.of(
                        new Entry("plimsoll-0.1.0/out", "", temporary.toString()),
                        new Entry("plimsoll-0.1.0/out/escaped", "x")))) {
            List<Entry> entries = new ArrayList<>(hostile);
            entries.addAll(whole);
            release(entries);
            run();
            assertThat(outside).as("%s", hostile).doesNotExist();
            assertThat(names(temporary)).doesNotContain("escaped");
        }
    }

    @Test
    void anArchiveWithoutARuntimeIsNotKept() throws Exception {
        release(List.of(new Entry("plimsoll-0.1.0/LICENSE", "x")));
        refused("could not be unpacked");
        release(List.of(new Entry("plimsoll-0.1.0", "", temporary.toString())));
        refused("could not be unpacked");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aRuntimeThatDoesNotRunHereIsWrongUsage() throws Exception {
        release(List.of(new Entry("plimsoll-0.1.0/runtime/bin/java", "\u007fELF, but not for this machine")));
        Outcome outcome = run();
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("could not run", "it is downloaded again");
    }

    @Test
    void twoAtOnceDownloadOnce() throws Exception {
        page.patience = new CountDownLatch(1);
        Process first = start("first");
        page.halfway.await();
        Process second = start("second");
        while (!Files.readString(temporary.resolve("second.err")).contains("waiting for another run")) {
            assertThat(second.isAlive()).isTrue();
            Thread.sleep(5);
        }
        page.patience.countDown();

        for (Outcome outcome : List.of(outcome("first", first), outcome("second", second))) {
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("java: ");
        }
        assertThat(page.requests).hasSize(1);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void oneThatWasKilledIsNotInTheWay() throws Exception {
        page.patience = new CountDownLatch(1);
        Process first = start("first");
        page.halfway.await();
        List<ProcessHandle> children = first.descendants().toList();
        first.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        assertThat(kept()).contains("lock", "new");
        page.patience.countDown();

        long start = System.nanoTime();
        runsTheRelease();
        assertThat(System.nanoTime() - start).as("nobody waits for the dead").isLessThan(8_000_000_000L);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatSomebodyTookPartsOfIsDownloadedAgain() throws Exception {
        runsTheRelease();
        Path release = cache.resolve("releases").resolve(kept().get(0));
        Files.delete(release.resolve("runtime/bin/java"));

        runsTheRelease();
        assertThat(page.requests).hasSize(2);
    }

    @Test
    void forgetsWhatNobodyRunsAnyMore() throws Exception {
        runsTheRelease();
        Path releases = cache.resolve("releases");
        Path old = Files.createDirectories(releases.resolve("plimsoll-0.0.9-linux-x64-0123456789abcdef/runtime/lib"));
        FileTime then = FileTime.from(Instant.now().minus(60, ChronoUnit.DAYS));
        Files.getFileAttributeView(Files.writeString(old.resolve("modules"), "x"), BasicFileAttributeView.class)
                .setTimes(then, then, null);
        Path recent = Files.createDirectories(releases.resolve("plimsoll-0.0.8-fedcba9876543210"));
        Files.writeString(recent.resolve("plimsoll.jar"), "x");

        release(List.of(new Entry("plimsoll-0.1.0/runtime/bin/java", JAVA), new Entry("plimsoll-0.1.0/new", "x")));
        runsTheRelease();

        assertThat(kept()).hasSize(3).contains(recent.getFileName().toString());
        assertThat(old).doesNotExist();
    }

    @Test
    void buildsWhereThereIsNoReleaseButMaven() throws Exception {
        page.close();
        environment.put("JAVA_HOME", jdk().toString());
        script(
                tools.resolve("mvn"),
                "echo \"mvn $*\" >>'" + temporary + "/mvn.txt'; mkdir -p '" + checkout + "/target'; echo jar >'"
                        + checkout + "/target/plimsoll.jar'\n");

        Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("own java: ", "/target/plimsoll.jar check a file.yaml");
        assertThat(outcome.err()).contains("could not be downloaded", "; building it instead\n");
        assertThat(run().err()).isEmpty();

        Files.delete(checkout.resolve("target/plimsoll.jar"));
        environment.put("PLIMSOLL_OFFLINE", "1");
        run();
        assertThat(Files.readAllLines(temporary.resolve("mvn.txt")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("mvn -o ");
    }

    @Test
    void withWget() throws Exception {
        assumeTrue(Program.exists("wget"), "no wget here");
        Files.delete(tools.resolve("curl"));
        tool("wget");
        runsTheRelease();

        environment.put("PLIMSOLL_CACHE_DIR", temporary.resolve("another cache").toString());
        page.close();
        refused("could not be downloaded");
    }

    @Test
    void withoutWhatItTakes() throws Exception {
        Files.delete(tools.resolve("curl"));
        refused("there is neither curl nor wget");
        tool("curl");
        Files.deleteIfExists(tools.resolve("sha256sum"));
        Files.deleteIfExists(tools.resolve("shasum"));
        refused("there is no sha256sum, shasum or openssl");
        assertThat(page.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shasum", "openssl"})
    void otherProgramsThatMakeChecksums(String name) throws Exception {
        assumeTrue(Program.exists(name), "no " + name + " here");
        Files.deleteIfExists(tools.resolve("sha256sum"));
        Files.deleteIfExists(tools.resolve("shasum"));
        tool(name);
        if (name.equals("shasum")) {
            // a Perl script
            environment.put("PATH", tools + ":/usr/bin");
        }
        runsTheRelease();
    }

    @Test
    void theProjectHasNoSay() throws Exception {
        for (String name : List.of("curl", "tar", "sha256sum", "mkdir", "uname", "mvn", "sh")) {
            script(project.resolve(name), "touch '" + temporary + "/evil'\n");
        }
        for (String name : List.of(".curlrc", "_curlrc", ".wgetrc", "curl.config")) {
            Files.writeString(project.resolve(name), "proxy = http://127.0.0.1:9\n");
        }
        Files.createDirectories(project.resolve("bin"));
        Files.writeString(project.resolve("bin/checksums.txt"), "0".repeat(64) + "  plimsoll-6.6.6.jar\n");
        Files.createDirectories(project.resolve("target/releases"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");

        runsTheRelease();
        assertThat(page.requests).containsExactly(ASKED + image);
        assertThat(temporary.resolve("evil")).doesNotExist();
    }
}

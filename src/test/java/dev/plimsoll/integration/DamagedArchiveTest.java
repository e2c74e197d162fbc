package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * bin/plimsoll with class archives that are not as they were written, under every kind of Java that is here: the report is
 * the same, and nothing else is said or left.
 */
@Tag("integration")
@Tag("damage")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has plimsoll.cmd")
class DamagedArchiveTest {
    private static final int TRIES = Integer.getInteger("plimsoll.damage.tries", 12);
    private static final int FIRST_WITH_AOT = 25;
    private static final int HEADER_BYTES = 2048;
    private static final String TEXT =
            "services: {app: {image: example/app, mem_limit: 1g, tmpfs: \"/scratch:size=2g\"}}\n";
    private static final Pattern VERSION = Pattern.compile("^JAVA_VERSION=\"(\\d+)", Pattern.MULTILINE);

    @TempDir
    static Path shared;

    private static Path jar;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void pack() throws Exception {
        jar = shared.resolve("plimsoll.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.plimsoll.cli.Main");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            Set<String> names = new HashSet<>(Set.of("META-INF/MANIFEST.MF", "module-info.class"));
            for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
                Path path = Path.of(entry);
                if (path.endsWith("classes")) {
                    packFolder(path, names, out);
                } else if (!Files.isDirectory(path) && entry.endsWith(".jar")) {
                    packJar(path, names, out);
                }
            }
        }
        Files.writeString(shared.resolve("plimsoll.jar.sha256"), "0123456789abcdef  plimsoll.jar\n");
    }

    private static void packFolder(Path folder, Set<String> names, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (names.add(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }

    private static void packJar(Path path, Set<String> names, JarOutputStream out) throws IOException {
        try (JarFile file = new JarFile(path.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/") && names.add(entry.getName())) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = file.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    /** One Java with class data sharing, and one with AOT caches, as far as they are here. */
    static List<Path> homes() throws IOException {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(System.getProperty("java.home")));
        for (String variable : List.of("JAVA_HOME", "JDK25_HOME", "JAVA_HOME_25_X64", "JAVA_HOME_17_X64")) {
            String value = System.getenv(variable);
            if (value != null && !value.isEmpty()) {
                candidates.add(Path.of(value));
            }
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> found = Files.list(installed)) {
                candidates.addAll(found.sorted().toList());
            }
        }
        List<Path> homes = new ArrayList<>();
        candidates.stream()
                .filter(home -> version(home) >= FIRST_WITH_AOT)
                .findFirst()
                .ifPresent(homes::add);
        candidates.stream()
                .filter(home -> version(home) >= 17 && version(home) < FIRST_WITH_AOT)
                .findFirst()
                .ifPresent(homes::add);
        return homes;
    }

    private static int version(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return 0;
        }
        try {
            return VERSION.matcher(Files.readString(release))
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void reportsTheSame(Path home) throws Exception {
        Path work = Files.createDirectory(temporary.resolve("work"));
        Files.writeString(work.resolve("compose.yaml"), TEXT);
        Outcome byName = run(home, "PLIMSOLL_NO_CACHE", "compose.yaml");
        Outcome fromInput = run(home, "PLIMSOLL_NO_CACHE", "-");
        assertThat(byName.code()).isEqualTo(1);
        assertThat(fromInput.code()).isEqualTo(1);
        Path archive = archive(home);
        byte[] good = Files.readAllBytes(archive);

        Random random = new Random(20_261_127L);
        for (int i = 0; i < TRIES; i++) {
            String what = damage(archive, good, i % 3 == 0 ? HEADER_BYTES : good.length, random);
            String path = i % 2 == 0 ? "compose.yaml" : "-";

            Outcome outcome = run(home, "CI", path);

            Outcome expected = i % 2 == 0 ? byName : fromInput;
            assertThat(outcome.out()).as("report with %s", what).isEqualTo(expected.out());
            assertThat(outcome.code()).as("exit code with %s", what).isEqualTo(expected.code());
            assertThat(outcome.err()).as("standard error with %s", what).doesNotContain("SIG", "hs_err", "\tat ");
            try (Stream<Path> files = Files.list(work)) {
                assertThat(files).as("files with %s", what).containsExactly(work.resolve("compose.yaml"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void usesAGoodArchiveAndRemovesABadOne(Path home) throws Exception {
        Path work = Files.createDirectory(temporary.resolve("work"));
        Files.writeString(work.resolve("compose.yaml"), TEXT);
        Path archive = archive(home);
        byte[] good = Files.readAllBytes(archive);

        assertThat(run(home, "CI", "compose.yaml").code()).isEqualTo(1);
        assertThat(archive).exists();

        good[good.length / 2] ^= 1;
        replace(archive, good, good.length);
        Outcome outcome = run(home, "CI", "compose.yaml");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(archive).doesNotExist();
    }

    private static String damage(Path archive, byte[] good, int within, Random random) throws IOException {
        byte[] bytes = good.clone();
        int at = random.nextInt(within);
        int length = bytes.length;
        String what;
        switch (random.nextInt(5)) {
            case 0 -> {
                int bit = random.nextInt(8);
                bytes[at] ^= (byte) (1 << bit);
                what = "bit " + bit + " of byte " + at;
            }
            case 1 -> {
                bytes[at] = (byte) ~bytes[at];
                what = "byte " + at;
            }
            case 2 -> {
                byte[] noise = new byte[Math.min(1 + random.nextInt(4096), length - at)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, noise.length);
                what = noise.length + " bytes of noise at " + at;
            }
            case 3 -> {
                Arrays.fill(bytes, at, Math.min(at + 4096, length), (byte) 0);
                what = "a page of zeros at " + at;
            }
            default -> {
                length = at + 1;
                what = "an end after " + length + " bytes";
            }
        }
        replace(archive, bytes, length);
        return what;
    }

    private static void replace(Path archive, byte[] bytes, int length) throws IOException {
        Files.deleteIfExists(archive);
        Files.deleteIfExists(archive.resolveSibling(archive.getFileName() + ".failed"));
        Files.deleteIfExists(archive.resolveSibling(archive.getFileName() + ".dropped"));
        try (OutputStream out = Files.newOutputStream(archive)) {
            out.write(bytes, 0, length);
        }
    }

    private Path archive(Path home) throws IOException, InterruptedException {
        Path cache = temporary.resolve("cache");
        assertThat(run(home, "LEVEL", "compose.yaml").code()).isEqualTo(1);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (true) {
            if (Files.exists(cache)) {
                try (Stream<Path> files = Files.walk(cache)) {
                    List<Path> all = files.toList();
                    boolean busy = all.stream().anyMatch(file -> file.toString().endsWith(".lock"));
                    List<Path> made = all.stream()
                            .filter(file -> file.toString().endsWith(".archive"))
                            .toList();
                    if (!busy && made.size() == 1) {
                        return made.get(0);
                    }
                    assertThat(all).noneMatch(file -> file.toString().endsWith(".failed"));
                } catch (UncheckedIOException e) {
                    // it vanished while we looked: look again
                }
            }
            assertThat(System.nanoTime()).as("no archive came").isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** Runs it with a variable set; with {@code CI} it makes no archive. */
    private Outcome run(Path home, String variable, String path) throws IOException, InterruptedException {
        Path out = temporary.resolve("out.txt");
        Path err = temporary.resolve("err.txt");
        Path work = temporary.resolve("work");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("bin/plimsoll").toAbsolutePath().toString(), "check", "--isolated", path)
                .directory(work.toFile())
                .redirectInput(work.resolve("compose.yaml").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("PLIMSOLL_JAVA_HOME", home.toString());
        builder.environment().put("PLIMSOLL_JAR", jar.toString());
        builder.environment().put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
        builder.environment().put(variable, "1");
        Process process = builder.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("it spins or hangs").isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}

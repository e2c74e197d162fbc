package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On however many threads projects are examined, a run says and does the same. */
class ThreadsTest {
    /** See dev.plimsoll.session.ExaminedAhead. */
    private static final String THREADS = "plimsoll.threads";

    private static final int PROJECTS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path projects;

    /** Projects that share files, extend each other, are configured, ignored, excluded, and cannot be read. */
    @BeforeAll
    static void projects() throws IOException {
        Run files = Run.in(projects);
        files.file(".plimsoll.yaml", "fail-on: info\nexclude: ['excluded*']\n");
        files.file("shared/base.yaml", "services: {base: {image: 'redis:7', tmpfs: '/scratch'}}\n");
        files.file("shared/more.yaml", "services: {more: {image: nginx, memswap_limit: 1g}}\n");
        for (int i = 0; i < PROJECTS; i++) {
            files.file(name(i), text(i));
        }
        Files.write(projects.resolve(name(40)), new byte[] {'a', ':', (byte) 0xC3, '\n'});
        files.file("p0050/.plimsoll.yaml", "select: [tmpfs, compose]\n");
        files.file("p0060/compose.override.yaml", "services: {app: {tmpfs: '/over'}}\n");
        files.file("p0070/.env", "SIZE=64m\n");
    }

    private static String name(int number) {
        return (number % 29 == 0 ? "excluded%04d/compose.yaml" : "p%04d/compose.yaml").formatted(number);
    }

    private static String text(int number) {
        String service = "services:\n  app:\n    image: example/app:%d\n    tmpfs: '/scratch:size=${SIZE:-1m}'\n"
                .formatted(number);
        return switch (number % 10) {
            case 1 -> "include: [../shared/more.yaml]\n" + service;
            case 2 -> service + "    extends: {file: ../shared/base.yaml, service: base}\n";
            case 3 -> service + "    memswap_limit: 1g # plimsoll: ignore[swap-without-memory] it is known\n";
            case 4 -> service + "    memswap_limit: 1g\n    volumes: ['data/sub:/srv']\n";
            case 5 -> service + "   broken\n";
            case 6 -> service + "    # plimsoll: ignore[tmpfs-bad-mode] nothing comes of it\n    stdin_open: true\n";
            case 7 -> "services: {a: {extends: {file: ../%s, service: app}}}\n".formatted(name(number - 3));
            case 8 -> service + "  db:\n    image: postgres:16\n    ports: ['5432:5432']\nvolumes: {unused: }\n";
            default -> service;
        };
    }

    @AfterEach
    void asManyAsThereAre() {
        System.clearProperty(THREADS);
    }

    private static <T> T sameFor(Supplier<T> run) {
        System.setProperty(THREADS, "1");
        T alone = run.get();
        for (String threads : new String[] {"2", "4"}) {
            System.setProperty(THREADS, threads);
            assertThat(run.get()).as(threads + " threads").isEqualTo(alone);
        }
        return alone;
    }

    /** All that a run says: its text, and the other reports of the same run. */
    private static Map<String, String> reports(Run run, Path directory, List<String> words) {
        List<String> all = new ArrayList<>(List.of("check", "--output", "text"));
        for (String format : List.of("json", "sarif")) {
            all.add("--output");
            all.add(format + "=" + directory.resolve(format));
        }
        all.addAll(words);
        Run.Result result = run.plimsoll(all.toArray(String[]::new));
        Map<String, String> reports = texts(directory);
        reports.put("out", result.out());
        reports.put("err", result.err());
        reports.put("code", Integer.toString(result.code()));
        return reports;
    }

    @Test
    void saysTheSameOfManyProjects(@TempDir Path directory) {
        Map<String, String> reports = sameFor(() -> reports(Run.in(projects), directory, List.of()));
        TreeSet<String> rules = new TreeSet<>();
        for (String part : reports.get("json").split("\"rule\":\"", -1)) {
            rules.add(part.substring(0, part.indexOf('"')));
        }
        assertThat(rules)
                .contains("volume-unused", "swap-without-memory", "suppression-unused", "volume-looks-relative");
        assertThat(reports.get("out")).doesNotContain("excluded");
        assertThat(reports.get("json")).contains("\"suppressed\":29,");
        assertThat(reports.get("err")).contains(name(40) + ":1:3: error: is not UTF-8 from here on");
        assertThat(reports.get("code")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "--statistics", "--no-ignores"})
    void saysTheSameWithOptions(String option) {
        assertThat(sameFor(() -> Run.in(projects).plimsoll("check", option)).said())
                .isNotEmpty();
    }

    @Test
    void saysTheSameOfAllFixtures(@TempDir Path directory) {
        List<String> words = new ArrayList<>();
        for (String file : texts(Path.of("testdata/rules")).keySet()) {
            if (file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".sh")) {
                words.add(file);
            }
        }
        Run run = Run.in(Path.of("testdata/rules"));
        assertThat(sameFor(() -> reports(run, directory, words)).get("out")).hasSizeGreaterThan(100_000);
    }

    @Test
    void fixesTheSame(@TempDir Path directory) {
        int[] copies = {0};
        sameFor(() -> {
            Path copy = directory.resolve("copy" + copies[0]++);
            try {
                copy(projects, copy, 60);
                Run.Result result = Run.in(copy).plimsoll("check", "--fix", "--unsafe-fixes");
                assertThat(result.err()).contains("fixed ");
                Map<String, String> left = texts(copy);
                assertThat(left).isNotEqualTo(texts(projects));
                left.put("said", result.said());
                return left;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Copies the tree with the first projects only: each fix is checked. */
    private static void copy(Path from, Path to, int count) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = from.relativize(file).toString();
                if (!path.startsWith("p") || Integer.parseInt(path.substring(1, 5)) < count) {
                    Files.copy(file, to.resolve(path));
                }
            }
        }
    }

    private static Map<String, String> texts(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(directory.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Fails whoever reads it, as {@code --env} does for each Compose project. */
    private static final class FailingMap extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        private final boolean onlyAhead;
        private final transient Supplier<? extends Throwable> failure;

        FailingMap(boolean onlyAhead, Supplier<? extends Throwable> failure) {
            this.onlyAhead = onlyAhead;
            this.failure = failure;
        }

        private void fail() {
            if (!onlyAhead || Thread.currentThread().getName().equals("examiner")) {
                Throwable thrown = failure.get();
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            fail();
            return super.entrySet();
        }

        @Override
        public boolean isEmpty() {
            fail();
            return super.isEmpty();
        }

        @Override
        public int size() {
            fail();
            return super.size();
        }
    }

    private Run.Result checkWith(Map<String, String> environment, OutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, err, false);
        int code = new Plimsoll(streams, projects.toFile(), environment).run("check", "--env");
        return new Run.Result(code, out.toString(), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aDefectIsToldOnceWithTheNumberOfItsProjects() {
        sameFor(() -> {
            Run.Result result = checkWith(
                    new FailingMap(false, () -> new IllegalStateException("secret")), new ByteArrayOutputStream());
            assertThat(result.code()).isEqualTo(ExitCode.DEFECT);
            assertThat(result.err()).containsOnlyOnce("a defect of plimsoll").containsPattern("and 2\\d\\d more");
            return result;
        });
    }

    @Test
    void whatFailsAheadIsDoneAgain() {
        Run.Result whole = checkWith(Map.of(), new ByteArrayOutputStream());
        assertThat(whole.code()).isEqualTo(ExitCode.USAGE);
        System.setProperty(THREADS, "2");
        assertThat(checkWith(
                        new FailingMap(true, () -> new IllegalStateException("ahead")), new ByteArrayOutputStream()))
                .isEqualTo(whole);
        assertThat(checkWith(new FailingMap(true, () -> new OutOfMemoryError("ahead")), new ByteArrayOutputStream()))
                .isEqualTo(whole);
    }

    @Test
    void memoryThatEndsIsToldAsByOneThread() {
        sameFor(() -> {
            Run.Result result =
                    checkWith(new FailingMap(false, () -> new OutOfMemoryError("all")), new ByteArrayOutputStream());
            assertThat(result.err()).isEqualTo("plimsoll: not enough memory for this input\n");
            assertThat(result.code()).isEqualTo(ExitCode.USAGE);
            return result;
        });
    }

    @Test
    void endsWhereNobodyReadsTheReport() {
        System.setProperty(THREADS, "4");
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(checkWith(Map.of(), closed).code()).isEqualTo(ExitCode.READER_LEFT);
    }

    @Test
    void noThreadIsLeftAndAFewProjectsStartNone() {
        System.setProperty(THREADS, "4");
        Run.in(projects).plimsoll("check");
        Run.in(projects).plimsoll("check", "p0003", "p0004");
        long waited = System.nanoTime();
        while (anyExaminer() && System.nanoTime() - waited < 10_000_000_000L) {
            Thread.onSpinWait();
        }
        assertThat(anyExaminer()).isFalse();
    }

    private static boolean anyExaminer() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.isAlive() && thread.getName().equals("examiner"));
    }
}

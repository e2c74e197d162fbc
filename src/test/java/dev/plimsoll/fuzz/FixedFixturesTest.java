package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The fixes of all fixtures are harmless, and Docker loads what they leave: {@code testdata/fixes/loads.tsv} has Docker's
 * word on each file and project of them before and after, which {@code src/test/record-fixed.py} wrote down.
 */
class FixedFixturesTest {
    private static final Path RECORDED = Path.of("testdata", "fixes", "loads.tsv");
    private static final Path RULES = Path.of("testdata", "rules");
    private static final Path FIXES = Path.of("testdata", "fixes");

    /** Where the recorder finds the projects, if it is to have them. */
    private static final String LEFT_IN = System.getProperty("plimsoll.fixed", "");

    private static final String LOADS = "loads";

    /** What a fixture expects of the rules: its wording tells Docker nothing. */
    private static final Pattern EXPECTED = Pattern.compile("(?m) *#!.*$");

    /** A project by its name. */
    private record Fixture(String name, SortedMap<String, String> files) {}

    private static List<Fixture> fixtures() throws IOException {
        List<Fixture> fixtures = new ArrayList<>();
        for (Path rule : directories(RULES)) {
            SortedMap<String, String> beside = new TreeMap<>();
            SortedMap<String, String> own = new TreeMap<>();
            read(rule).forEach((path, text) -> {
                boolean fixture = path.startsWith("bad") || path.startsWith("good");
                if (fixture && path.endsWith(".yaml") && !path.contains(".fixed.")) {
                    own.put(path, text);
                } else if (!fixture) {
                    beside.put(path, text);
                }
            });
            own.forEach((path, text) -> {
                SortedMap<String, String> files = new TreeMap<>(beside);
                files.put("compose.yaml", text);
                fixtures.add(new Fixture(rule.getFileName() + "/" + path, files));
            });
        }
        for (Path fix : directories(FIXES)) {
            fixtures.add(new Fixture("fixes/" + fix.getFileName(), read(fix.resolve("before"))));
        }
        return fixtures;
    }

    private static List<Path> directories(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static SortedMap<String, String> read(Path directory) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString().replace(File.separatorChar, '/');
                files.put(name, Files.readString(path));
            }
        }
        return files;
    }

    @TestFactory
    Stream<DynamicTest> fixesOfFixturesAreHarmless() throws IOException {
        Map<String, String> recorded = recorded();
        return fixtures().stream().flatMap(fixture -> Stream.of(FixChoice.SAFE, FixChoice.ALL)
                .map(choice -> dynamicTest(
                        fixture.name() + (choice.unsafeToo() ? ", all" : ", safe"),
                        () -> check(fixture, choice, recorded))));
    }

    @Test
    void nothingIsRecordedOfWhatIsNoFixture() throws IOException {
        List<String> names = fixtures().stream().map(Fixture::name).toList();
        assertThat(recorded().keySet()).allSatisfy(key -> assertThat(names).contains(key.split(" ", 2)[0]));
        assertThat(recorded()).hasSizeGreaterThan(400);
    }

    private static void check(Fixture fixture, FixChoice choice, Map<String, String> recorded) throws Exception {
        Input input = new Input("fixture", fixture.files(), List.of(), List.of());
        FixTrial trial = new FixTrial(input, choice);
        FixTrial.Outcome outcome = trial.run();
        if (outcome.after().equals(fixture.files())) {
            return;
        }
        String digest = digest(fixture.files(), outcome.after());
        for (List<String> use : trial.uses()) {
            String files = String.join("+", use);
            String name = fixture.name() + ' ' + (choice.unsafeToo() ? "all" : "safe") + ' ' + files;
            if (!LEFT_IN.isEmpty()) {
                leave(name, digest, files, fixture.files(), outcome.after());
                continue;
            }
            String[] docker = recorded.getOrDefault(name, "").split("\t", -1);
            assertThat(docker[0])
                    .as("%s: record it again, with src/test/record-fixed.py", name)
                    .isEqualTo(digest);
            boolean before = docker[1].equals(LOADS);
            boolean after = docker[2].equals(LOADS);
            assertThat(!before || after)
                    .as("Docker loads %s after the fixes", name)
                    .isTrue();
            // what Docker loads we do; it refuses more: variables without a value, which we do not take for missing
            assertThat(!before || loads(use, fixture.files()))
                    .as("%s before", name)
                    .isTrue();
            assertThat(!after || loads(use, outcome.after()))
                    .as("%s after", name)
                    .isTrue();
        }
    }

    private static boolean loads(List<String> use, Map<String, String> texts) throws Violation {
        return FixTrial.use(use, texts).refusal() == null;
    }

    /** Name to digest and verdicts. */
    private static Map<String, String> recorded() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        for (String line : Files.exists(RECORDED) ? Files.readAllLines(RECORDED) : List.<String>of()) {
            int tab = line.indexOf('\t');
            recorded.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return recorded;
    }

    private static String digest(Map<String, String> before, Map<String, String> after)
            throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (Map<String, String> files : List.of(before, after)) {
            files.forEach((path, text) -> sha.update(
                    (path + '\0' + EXPECTED.matcher(text).replaceAll("") + '\0').getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
    }

    private static void leave(
            String name, String digest, String use, Map<String, String> before, Map<String, String> after)
            throws IOException {
        Path directory = Path.of(LEFT_IN, name.replace(' ', '/'));
        write(directory.resolve("before"), before);
        write(directory.resolve("after"), after);
        Files.writeString(directory.resolve("use.txt"), name + '\n' + digest + '\n' + use + '\n');
    }

    private static void write(Path directory, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.testkit.Goldens;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The projects in {@code testdata/fixes}: {@code before} becomes {@code after}, and {@code said.txt} is what standard error
 * tells of it. Only safe fixes are made in those whose name begins with {@code safe-}.
 */
class FixFixturesTest {
    private static final Path ROOT = Path.of("testdata", "fixes");
    private static final String BOM = "\uFEFF";

    /** Files written for this, without the ones that rules have. */
    private static final int AT_LEAST = 60;

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicNode> fixtures() {
        return cases().stream()
                .map(one -> dynamicContainer(
                        one.getFileName().toString(),
                        Stream.of(
                                dynamicTest("is fixed", () -> isFixed(one)),
                                dynamicTest("a second run changes nothing", () -> secondRun(one)),
                                dynamicTest("the diff can be applied", () -> diffApplies(one)),
                                dynamicTest("LF", () -> variant(one, FixFixturesTest::lf)),
                                dynamicTest("CR LF", () -> variant(one, text -> lf(text).replace("\n", "\r\n"))),
                                dynamicTest("BOM", () -> variant(one, text -> BOM + text.replace(BOM, ""))),
                                dynamicTest("no BOM", () -> variant(one, text -> text.replace(BOM, ""))))));
    }

    private static String lf(String text) {
        return text.replace("\r\n", "\n");
    }

    private static List<Path> cases() {
        try (Stream<Path> entries = Files.list(ROOT)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreEnough() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    private void isFixed(Path one) throws IOException {
        Map<String, String> before = read(one.resolve("before"));
        Outcome outcome = fix(one, before);
        assertThat(outcome.files().keySet()).as("no file comes or goes").isEqualTo(before.keySet());
        outcome.files()
                .forEach((path, text) -> Goldens.check(one.resolve("after").resolve(path), text));
        Goldens.check(one.resolve("said.txt"), outcome.said());
        assertThat(outcome.said().contains("nothing to fix")).isEqualTo(before.equals(outcome.files()));
    }

    private void secondRun(Path one) throws IOException {
        Map<String, String> fixed = fix(one, read(one.resolve("before"))).files();
        Outcome again = fix(one, fixed);
        assertThat(again.files()).isEqualTo(fixed);
        assertThat(again.said()).contains("nothing to fix");
    }

    /** Line ends and byte order marks change nothing but themselves. */
    private void variant(Path one, UnaryOperator<String> written) throws IOException {
        Map<String, String> before = read(one.resolve("before"));
        if (one.endsWith("mixed-line-ends")) {
            // its line ends are what it is about
            return;
        }
        Outcome plain = fix(one, before);
        Outcome other = fix(one, each(before, written));
        assertThat(other.files()).isEqualTo(each(plain.files(), written));
        assertThat(other.said()).isEqualTo(plain.said());
    }

    private static Map<String, String> each(Map<String, String> files, UnaryOperator<String> written) {
        Map<String, String> others = new TreeMap<>();
        files.forEach((path, text) -> others.put(path, path.endsWith(".yaml") ? written.apply(text) : text));
        return others;
    }

    private void diffApplies(Path one) throws IOException {
        Map<String, String> before = read(one.resolve("before"));
        Path directory = directory(before);
        Run.Result shown = Run.in(directory).plimsoll(arguments(one, "fix", "-q"));
        assertThat(read(directory)).as("fix without --write").isEqualTo(before);
        Map<String, String> after = fix(one, before).files();
        assertThat(shown.code()).isEqualTo(before.equals(after) ? ExitCode.OK : ExitCode.FINDINGS);
        assertThat(shown.out().isEmpty()).isEqualTo(before.equals(after));
        assertThat(Diffs.applied(shown.out(), before)).isEqualTo(after);
    }

    /** What Docker resolves before and after safe fixes, recorded by src/test/record-fixes.py. */
    @TestFactory
    Stream<DynamicNode> dockerSeesOnlyWhatWasFixed() {
        List<Path> safe = cases().stream().filter(FixFixturesTest::isSafe).toList();
        assertThat(safe).hasSizeGreaterThan(10);
        return safe.stream().map(one -> dynamicTest(one.getFileName().toString(), () -> onlyTheFixedValue(one)));
    }

    private void onlyTheFixedValue(Path one) throws Exception {
        Map<?, ?> recorded = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(one.resolve("docker.json")));
        assertThat(recorded.get("of"))
                .as("record it again: src/test/record-fixes.py")
                .isEqualTo(digest(one));
        assertThat(recorded.get("after")).as("Docker loads it").isNotNull();
        if (recorded.get("before") == null) {
            return;
        }
        Map<String, Object> before = new TreeMap<>();
        Map<String, Object> after = new TreeMap<>();
        flatten("", recorded.get("before"), before);
        flatten("", recorded.get("after"), after);
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        StringBuilder differs = new StringBuilder();
        for (String key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                differs.append(key)
                        .append(": ")
                        .append(before.get(key))
                        .append(" -> ")
                        .append(after.get(key))
                        .append('\n');
            }
        }
        Goldens.check(one.resolve("differs.txt"), differs.toString());
        String said = Files.readString(one.resolve("said.txt"));
        int fixed = Integer.parseInt(
                said.substring(said.indexOf("fixed ") + "fixed ".length()).split(" ", 2)[0]);
        assertThat(differs.toString().lines().count()).as(differs.toString()).isLessThanOrEqualTo(fixed);
    }

    private static void flatten(String path, Object node, Map<String, Object> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(path + "/" + key, value, into));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "/" + i, list.get(i), into);
            }
        } else {
            into.put(path, node);
        }
    }

    private static String digest(Path one) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String side : List.of("before", "after")) {
            for (Map.Entry<String, String> file : read(one.resolve(side)).entrySet()) {
                sha.update(
                        (side + "/" + file.getKey() + "\0" + file.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static boolean isSafe(Path one) {
        return one.getFileName().toString().startsWith("safe-");
    }

    /** What a run leaves and says. */
    private record Outcome(Map<String, String> files, String said) {}

    private Outcome fix(Path one, Map<String, String> before) throws IOException {
        Path directory = directory(before);
        Run.Result result = Run.in(directory).plimsoll(arguments(one, "fix", "--write"));
        assertThat(result.code()).as(result.said()).isZero();
        assertThat(result.out()).isEmpty();
        return new Outcome(read(directory), result.err());
    }

    private static String[] arguments(Path one, String... first) {
        return Stream.concat(Stream.of(first), isSafe(one) ? Stream.of() : Stream.of("--unsafe-fixes"))
                .toArray(String[]::new);
    }

    private Path directory(Map<String, String> files) throws IOException {
        Path directory = Files.createTempDirectory(temporary, "case");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return directory;
    }

    private static Map<String, String> read(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString().replace(File.separatorChar, '/');
                files.put(name, Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

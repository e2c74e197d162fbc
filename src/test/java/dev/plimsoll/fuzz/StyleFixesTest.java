package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written in a file, fixes of style change nothing that counts: the same project is loaded from it, each comment
 * is still there, and a second run finds nothing. {@code -Dplimsoll.fuzz.tries=20000} tries more files,
 * {@code -Dplimsoll.fuzz.seed=7} others.
 */
class StyleFixesTest {
    private static final long STRIDE = 0xD1342543DE82EF95L;
    private static final long SEED = Long.getLong("plimsoll.fuzz.seed", 1);
    private static final int TRIES = Integer.getInteger("plimsoll.fuzz.tries", 300);

    @Test
    void filesOfAnyLayoutStayTheSame() {
        int made = 0;
        int changed = 0;
        for (int index = 0; index < TRIES; index++) {
            int more = run("layout " + index, Map.of("compose.yaml", RandomLayout.of(SEED * STRIDE + index)));
            made += more;
            changed += more > 0 ? 1 : 0;
        }
        System.out.println("style: " + TRIES + " files, " + changed + " of them fixed in " + made + " places");
        assertThat(changed).as("most have something to fix").isGreaterThan(TRIES * 3 / 4);
    }

    @Test
    void projectsOfSeveralFilesStayTheSame() {
        int made = 0;
        for (int index = 0; index < TRIES / 3; index++) {
            Input input = RandomProject.of(new Chance(SEED * STRIDE + index).seed());
            made += run("project " + index, new TreeMap<>(input.files()), new FixTrial(input, FixChoice.by(1)).uses());
        }
        assertThat(made).isGreaterThan(TRIES / 3);
    }

    @Test
    void allTestFilesStayTheSame() throws Exception {
        int made = 0;
        try (Stream<Path> paths = Files.walk(Path.of("testdata"))) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                if (!path.startsWith("testdata/fuzz") && Files.size(path) < 20_000) {
                    made += run(path.toString(), Map.of("compose.yaml", Files.readString(path)));
                }
            }
        }
        assertThat(made).isGreaterThan(100);
    }

    private static int run(String name, Map<String, String> texts) {
        return run(name, texts, List.of(List.of("compose.yaml")));
    }

    private static int run(String name, Map<String, String> texts, Iterable<List<String>> uses) {
        try {
            return StyleTrial.run(texts, uses);
        } catch (Violation | RuntimeException | AssertionError e) {
            return fail(name + ": " + e + "\n" + texts, e);
        }
    }
}

package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Plimsoll loads projects as Docker Compose does: every project of {@code testdata/loading} against what Docker made of
 * it, which {@code src/test/record-loading.py} wrote down. Where the two are meant to differ,
 * {@code disagreements.tsv} says why; a disagreement that has gone must leave that file.
 */
class LoadingTest {
    private static final Path ROOT = Path.of(System.getProperty("plimsoll.loading", "testdata/loading"));
    private static final Path DISAGREEMENTS = ROOT.resolve("disagreements.tsv");
    private static final Map<String, Map<String, String>> EXPLAINED = disagreements();
    private static final Map<String, Agreement> AGREEMENTS = new TreeMap<>();

    private enum Agreement {
        FULL,
        EXPLAINED,
        NONE
    }

    @TestFactory
    Stream<DynamicTest> projects() {
        return LoadingCase.in(ROOT).stream().map(project -> dynamicTest(project.name(), () -> compare(project)));
    }

    private static void compare(LoadingCase project) throws IOException {
        AGREEMENTS.put(project.name(), Agreement.NONE);
        Map<String, String> differences = project.plimsoll().differencesFrom(project.docker());
        Agreement best = differences.isEmpty() ? Agreement.FULL : Agreement.EXPLAINED;
        Set<String> explained = EXPLAINED.getOrDefault(project.name(), Map.of()).keySet();
        Set<String> healed = new TreeSet<>(explained);
        healed.removeAll(differences.keySet());
        differences.keySet().removeAll(explained);
        if (differences.isEmpty()) {
            AGREEMENTS.put(project.name(), best);
        } else {
            fail(project.name() + ": " + String.join("; ", shown(differences)));
        }
        assertThat(healed)
                .as("no disagreement any more: remove from %s", DISAGREEMENTS)
                .isEmpty();
    }

    private static List<String> shown(Map<String, String> differences) {
        return differences.entrySet().stream()
                .map(difference -> difference.getKey() + ": " + difference.getValue())
                .toList();
    }

    @Test
    void explainsOnlyProjectsThatExist() {
        Set<String> unknown = new TreeSet<>(EXPLAINED.keySet());
        for (LoadingCase project : LoadingCase.in(ROOT)) {
            unknown.remove(project.name());
        }
        assertThat(unknown).isEmpty();
    }

    @AfterAll
    static void tellAgreement() {
        System.out.println("loading: " + count(Agreement.FULL) + " of " + AGREEMENTS.size()
                + " cases agree with Docker, " + count(Agreement.EXPLAINED) + " differ for a reason, "
                + count(Agreement.NONE) + " differ");
    }

    private static int count(Agreement agreement) {
        return Collections.frequency(AGREEMENTS.values(), agreement);
    }

    /** Case to field to reason. */
    private static Map<String, Map<String, String>> disagreements() {
        Map<String, Map<String, String>> byCase = new LinkedHashMap<>();
        if (!Files.exists(DISAGREEMENTS)) {
            return byCase;
        }
        try {
            for (String line : Files.readAllLines(DISAGREEMENTS)) {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                assertThat(cells).as(line).hasSize(3);
                Objects.requireNonNull(byCase.computeIfAbsent(cells[0], name -> new LinkedHashMap<>()))
                        .put(cells[1], cells[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byCase;
    }
}

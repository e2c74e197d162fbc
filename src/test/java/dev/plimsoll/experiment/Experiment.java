package dev.plimsoll.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One thing to try on an engine: {@code testdata/engine/<rule>/<name>.yaml}.
 *
 * @param rule the id of the rule whose page makes the claim
 * @param path the file
 * @param tried what is done, in a sentence or two, for readers of the rule's page
 * @param verdict what becomes of it
 * @param finds whether the rule has a finding in the subject; the counter-experiment looks alike and has none
 * @param shown whether the page shows it
 * @param subject the Compose file or the script that is tried, and linted by the default build
 * @param files further files beside the subject, by name
 * @param images Dockerfile instructions on top of busybox for images that stand in for those of the subject, by name
 * @param needs what an engine must have, of {@code cgroup v1}, {@code cgroup v2}, {@code swap}, or an image to pull
 * @param before what is done with the subject
 * @param after what is done with the subject once the rule's fixes are applied; empty if nothing is tried
 */
record Experiment(
        String rule,
        Path path,
        String tried,
        Verdict verdict,
        boolean finds,
        boolean shown,
        Subject subject,
        Map<String, String> files,
        Map<String, List<String>> images,
        List<String> needs,
        List<Step> before,
        List<Step> after) {
    static final Path ROOT = Path.of("testdata", "engine");
    private static final Set<String> KEYS = Set.of(
            "tried", "verdict", "finds", "shown", "compose", "script", "files", "images", "needs", "steps", "after");

    /** What becomes of what was tried. */
    enum Verdict {
        /** Compose, the client, the engine, or the builder says no. */
        REFUSED,
        /** The kernel kills a process. */
        KILLED,
        /** What was written is gone, or is kept where nothing finds it. */
        LOST,
        /** Something that was asked for has no effect. */
        IGNORED,
        /** It starts, and a program in it fails. */
        FAILS,
        /** It starts with a risk that the record shows. */
        EXPOSED,
        /** It does what was meant. */
        WORKS
    }

    /**
     * What is tried and linted.
     *
     * @param name {@code compose.yaml} or {@code run.sh}
     */
    record Subject(String name, String text) {}

    /**
     * A line for the shell, and what must come of it.
     *
     * @param exit the exit code
     * @param shows fragments of a line of the output, one of which the page quotes
     * @param lacks what must not be in the output
     */
    record Step(String run, int exit, List<String> shows, List<String> lacks) {}

    /** All experiments, sorted. */
    static List<Experiment> all() {
        List<Experiment> experiments = new ArrayList<>();
        for (Path directory : list(ROOT)) {
            for (Path file : list(directory)) {
                if (file.toString().endsWith(".yaml")) {
                    experiments.add(read(directory.getFileName().toString(), file));
                }
            }
        }
        return experiments;
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Experiment read(String rule, Path path) {
        Map<String, Object> keys = mapping(load(path));
        assertThat(KEYS).as("keys of %s", path).containsAll(keys.keySet());
        String compose = text(keys.get("compose"));
        String script = text(keys.get("script"));
        assertThat(compose.isEmpty())
                .as("%s has a Compose file or a script", path)
                .isNotEqualTo(script.isEmpty());
        Map<String, String> files = new LinkedHashMap<>();
        mapping(keys.get("files")).forEach((name, text) -> files.put(name, text(text)));
        Map<String, List<String>> images = new LinkedHashMap<>();
        mapping(keys.get("images")).forEach((name, lines) -> images.put(name, texts(lines)));
        return new Experiment(
                rule,
                path,
                text(keys.get("tried")).strip(),
                Verdict.valueOf(text(keys.get("verdict")).toUpperCase(Locale.ROOT)),
                !Boolean.FALSE.equals(keys.get("finds")),
                !Boolean.FALSE.equals(keys.get("shown")),
                compose.isEmpty() ? new Subject("run.sh", script) : new Subject("compose.yaml", compose),
                files,
                images,
                texts(keys.get("needs")),
                steps(path, keys.get("steps")),
                steps(path, keys.get("after")));
    }

    private static @Nullable Object load(Path path) {
        try {
            return new Load(LoadSettings.builder().setLabel(path.toString()).build())
                    .loadFromString(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Step> steps(Path path, @Nullable Object node) {
        List<Step> steps = new ArrayList<>();
        if (node instanceof List<?> list) {
            for (Object item : list) {
                steps.add(step(path, item));
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(Path path, @Nullable Object node) {
        if (node instanceof String run) {
            return new Step(run.strip(), 0, List.of(), List.of());
        }
        Map<String, Object> keys = mapping(node);
        assertThat(List.of("run", "exit", "shows", "lacks"))
                .as("keys of a step of %s", path)
                .containsAll(keys.keySet());
        int exit = keys.get("exit") instanceof Integer code ? code : 0;
        return new Step(text(keys.get("run")).strip(), exit, texts(keys.get("shows")), texts(keys.get("lacks")));
    }

    private static Map<String, Object> mapping(@Nullable Object node) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> mapping.put(String.valueOf(key), value));
        }
        return mapping;
    }

    private static List<String> texts(@Nullable Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return node == null ? List.of() : List.of(text(node));
    }

    private static String text(@Nullable Object node) {
        return node == null ? "" : String.valueOf(node);
    }

    /** The name without ending, unique among the rule's. */
    String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Where what was seen is written down. */
    Path record() {
        return path.resolveSibling(name() + ".seen.txt");
    }

    @Override
    public String toString() {
        return rule + "/" + name();
    }
}

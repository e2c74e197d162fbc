package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three readings of one schema must agree on every tree: everit's own loader on the JSON, everit with the schemas made of
 * the compiled table, and the acceptance that goes before them.
 */
class SchemaEquivalenceTest {
    private static final int MUTANTS = 6_000;
    private static final Path SCHEMA = Path.of("src/main/schema/compose.schema.json");

    private static final List<Object> VALUES = new ArrayList<>(List.of(
            "",
            "text",
            "5",
            "-1",
            "0.5",
            "yes",
            "30s",
            "all",
            "no",
            "host",
            "tmpfs",
            "service_healthy",
            0L,
            1L,
            -1L,
            5000L,
            true,
            false,
            new PlainTree.Written("1.5"),
            new PlainTree.Written("2.0"),
            Map.of(),
            List.of(),
            List.of("a"),
            List.of("a", "a"),
            List.of(1L),
            Map.of("a", "b"),
            Map.of("a", 1L),
            Map.of("x-a", 1L),
            Map.of("type", "bind", "target", "/a"),
            Map.of("path", "a"),
            Map.of("soft", 1L, "hard", 2L)));
    private static final List<String> KEYS = List.of(
            "x-a",
            "a",
            "image",
            "target",
            "type",
            "size",
            "tmpfs",
            "deploy",
            "external",
            "nofile",
            "NOFILE",
            "my web",
            "interval",
            "condition",
            "mem_limit",
            "driver_opts");

    private static Schema official;
    private static Schema ours;

    @BeforeAll
    static void load() throws IOException {
        JSONObject json = new JSONObject(new JSONTokener(Files.readString(SCHEMA)));
        SchemaLoader.SchemaLoaderBuilder loader =
                SchemaLoader.builder().draftV7Support().schemaJson(json);
        for (TextFormat format : TextFormat.values()) {
            loader.addFormatValidator(new EveritSchemas.Format(format));
        }
        official = loader.build().load().build();
        ours = new EveritSchemas(false).of(ComposeSchema.shapes().root());
        VALUES.add(null);
    }

    private static boolean accepts(Schema schema, Object json) {
        try {
            schema.validate(json);
            return true;
        } catch (ValidationException e) {
            return false;
        }
    }

    /** Holds a tree against all three; returns their verdict. */
    private static boolean agree(SchemaNode tree) {
        Object json = PlainTree.json(tree);
        boolean right = accepts(official, json);
        assertThat(accepts(ours, json)).as("ours on %s", json).isEqualTo(right);
        assertThat(new Acceptance(false).accepts(tree, ComposeSchema.shapes().root()))
                .as("acceptance on %s", json)
                .isEqualTo(right);
        assertThat(ComposeSchema.check(tree).isEmpty()).as("report on %s", json).isEqualTo(right);
        return right;
    }

    private static List<Object> seeds() throws IOException {
        List<Object> seeds = new ArrayList<>();
        for (SchemaDocument document : SchemaDocument.all()) {
            seeds.add(PlainTree.copy(YamlTree.of(document.text())));
        }
        try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
            for (Path path :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                SourceFile file = new SourceFile(path.toString(), Files.readString(path));
                if (!file.text().contains("\n---")
                        && !file.text().contains("<<")
                        && file.text().contains("services:")) {
                    copy(file).ifPresent(seeds::add);
                }
            }
        }
        return seeds;
    }

    /** Empty for a file that is wrong on purpose in a way that is not the schema's. */
    private static Optional<Object> copy(SourceFile file) {
        try {
            return Optional.of(PlainTree.copy(YamlTree.of(file)));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }

    @Test
    void onAllTestData() throws IOException {
        List<Object> seeds = seeds();
        assertThat(seeds.size()).isGreaterThan(150);
        for (Object seed : seeds) {
            agree(new PlainTree(seed));
        }
    }

    @Test
    void onMutants() throws IOException {
        List<Object> seeds = seeds();
        Random random = new Random(20260101);
        int wrong = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Object mutant = seeds.get(random.nextInt(seeds.size()));
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                mutant = mutated(mutant, random);
            }
            wrong += agree(new PlainTree(mutant)) ? 0 : 1;
        }
        assertThat(wrong).isBetween(MUTANTS / 4, MUTANTS - MUTANTS / 10);
    }

    /** A copy with one change somewhere. */
    private static Object mutated(Object tree, Random random) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(6) > 0) {
            Map<String, Object> copy = new LinkedHashMap<>();
            int chosen = random.nextInt(map.size());
            int change = random.nextInt(8);
            int i = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = (String) entry.getKey();
                if (i++ != chosen) {
                    copy.put(key, entry.getValue());
                } else if (change == 1) {
                    copy.put(KEYS.get(random.nextInt(KEYS.size())), entry.getValue());
                } else if (change == 2) {
                    copy.put(key, entry.getValue());
                    copy.put(KEYS.get(random.nextInt(KEYS.size())), VALUES.get(random.nextInt(VALUES.size())));
                } else if (change > 2) {
                    copy.put(key, mutated(entry.getValue(), random));
                }
            }
            return copy;
        }
        if (tree instanceof List<?> list && !list.isEmpty() && random.nextInt(6) > 0) {
            List<Object> copy = new ArrayList<>(list);
            int chosen = random.nextInt(list.size());
            switch (random.nextInt(4)) {
                case 0 -> copy.add(list.get(chosen));
                case 1 -> copy.remove(chosen);
                default -> copy.set(chosen, mutated(list.get(chosen), random));
            }
            return copy;
        }
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}

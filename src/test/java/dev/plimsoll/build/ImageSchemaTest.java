package dev.plimsoll.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.knowledge.MemoryUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use for {@code rules/images.yaml} takes the file, and refuses what the build refuses. */
class ImageSchemaTest {
    private static final Path SCHEMA = Path.of("src/main/schema/images.schema.json");
    private static final String GOOD = """
            images:
              - names: [db]
                name: DB
                kind: database
                data: [{path: /data, versions: "<2"}]
                user: {name: db, id: 7}
                shm: {size: 256m, why: it fails}
                memory: [{unit: redis, set-by: [option --max]}]
                source: its manual
            """;

    private static JSONObject schemaJson() throws IOException {
        return new JSONObject(new JSONTokener(Files.readString(SCHEMA)));
    }

    private static List<String> mistakes(String yaml) throws IOException {
        Schema schema = SchemaLoader.builder()
                .draftV7Support()
                .schemaJson(schemaJson())
                .build()
                .load()
                .build();
        Object loaded =
                new Load(LoadSettings.builder().setMaxAliasesForCollections(200).build()).loadFromString(yaml);
        try {
            schema.validate(new JSONObject((Map<?, ?>) loaded));
            return List.of();
        } catch (ValidationException e) {
            return e.getAllMessages();
        }
    }

    @Test
    void takesTheKnowledge() throws IOException {
        assertThat(mistakes(Files.readString(Path.of("rules/images.yaml")))).isEmpty();
        assertThat(mistakes(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: database | kind: thing",
                "kind: database | sort: database",
                "name: DB       | ephemeral: true",
                "[db]           | [docker.io/db]",
                "[db]           | []",
                "path: /data    | path: data",
                "path: /data    | path: /data/",
                "path: /data,   | ''",
                "<2             | '2'",
                "id: 7          | id: 0",
                "name: db,      | 'name: root,'",
                "size: 256m     | size: much",
                "why: it fails  | why: it fails.",
                "unit: redis    | unit: words",
                "option --max   | --max",
            })
    void refusesWhatTheBuildRefuses(String good, String bad) throws IOException {
        assertThat(GOOD).contains(good);
        assertThat(mistakes(GOOD.replace(good, bad))).isNotEmpty();
    }

    @Test
    void namesTheKindsAndUnitsThatThereAre() throws IOException {
        List<Object> kinds = new ArrayList<>();
        for (ImageKind kind : ImageKind.values()) {
            kinds.add(kind.label());
        }
        JSONObject image = schemaJson().getJSONObject("definitions").getJSONObject("image");
        JSONObject properties = image.getJSONObject("properties");
        assertThat(properties.getJSONObject("kind").getJSONArray("enum").toList())
                .containsExactlyElementsOf(kinds);
        List<Object> units = new ArrayList<>();
        for (MemoryUnit unit : MemoryUnit.values()) {
            units.add(unit.label());
        }
        JSONObject memory =
                properties.getJSONObject("memory").getJSONObject("items").getJSONObject("properties");
        assertThat(memory.getJSONObject("unit").getJSONArray("enum").toList())
                .containsExactlyInAnyOrderElementsOf(units);
    }
}

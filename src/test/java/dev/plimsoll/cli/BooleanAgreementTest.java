package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which spellings of a boolean load at each key, against what Docker Compose said (src/test/record-booleans.py). */
class BooleanAgreementTest {
    private static final Path FOLDER = Path.of("testdata/schema");

    @TempDir
    private Path folder;

    /** The projects by the key that wants a boolean. */
    private static Map<String, String> projects() throws IOException {
        Map<String, String> projects = new LinkedHashMap<>();
        List<String> documents =
                List.of(Files.readString(FOLDER.resolve("booleans.yaml")).split("--- # ", -1));
        for (String document : documents.subList(1, documents.size())) {
            int end = document.indexOf('\n');
            projects.put(document.substring(0, end), document.substring(end + 1));
        }
        return projects;
    }

    private static List<List<String>> recorded() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("booleans.tsv"))) {
            rows.add(List.of(line.split("\t", -1)));
        }
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> loadsWhatDockerLoads() throws IOException {
        Map<String, String> projects = projects();
        List<List<String>> rows = recorded();
        List<String> values = rows.get(0);
        Files.writeString(folder.resolve("e.env"), "A=1\n");
        return rows.stream()
                .skip(1)
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    String project = projects.get(row.get(0));
                    assertThat(project).isNotNull();
                    List<String> said = new ArrayList<>();
                    List<String> expected = new ArrayList<>();
                    for (int i = 1; i < values.size(); i++) {
                        said.add(values.get(i) + " "
                                + (loads(project.replace("VALUE", values.get(i))) ? "loads" : "refused"));
                        expected.add(values.get(i) + " " + row.get(i));
                    }
                    assertThat(said).isEqualTo(expected);
                }));
    }

    private boolean loads(String project) throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), project);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, false);
        int code = new Plimsoll(streams, folder.toFile(), Map.of()).run(new String[] {"model", "--env"});
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isNotEqualTo(ExitCode.DEFECT);
        return code == ExitCode.OK;
    }

    @Test
    void everyBooleanOfTheSchemaHasItsRow() throws IOException {
        Set<String> wanted = new TreeSet<>();
        collect(new JSONObject(Files.readString(Path.of("src/main/schema/compose.schema.json"))), "", wanted);
        Set<String> rows = new TreeSet<>();
        for (List<String> row : recorded().subList(1, recorded().size())) {
            rows.add(row.get(0).substring(row.get(0).lastIndexOf('.') + 1));
        }
        // of a hook before the start, which Compose 2.40.3 does not know
        wanted.remove("per_replica");
        assertThat(wanted).hasSizeGreaterThan(20).isSubsetOf(rows);
        assertThat(projects()).hasSameSizeAs(recorded().subList(1, recorded().size()));
    }

    /** The keys whose values the schema wants to be booleans, or texts that Compose makes booleans of. */
    private static void collect(Object json, String key, Set<String> found) {
        if (json instanceof JSONArray array) {
            array.forEach(element -> collect(element, key, found));
        } else if (json instanceof JSONObject object) {
            String reference = object.optString("$ref");
            String of = reference.substring(reference.lastIndexOf('/') + 1);
            if (of.equals("flag") || of.equals("uncast_flag") || of.startsWith("external")) {
                found.add(key);
            }
            for (String member : object.keySet()) {
                collect(object.get(member), member, found);
            }
        }
    }
}

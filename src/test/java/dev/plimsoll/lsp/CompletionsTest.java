package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.config.ConfigReader;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server offers in a configuration is what the schema has, and what the reader takes. */
class CompletionsTest {
    private static final Path SCHEMA = Path.of("src/main/resources/dev/plimsoll/config/plimsoll.schema.json");
    private static final File DIRECTORY = new File("/project").getAbsoluteFile();

    private final Completions completions = new Completions(new Columns());

    /** The items at the mark {@code |} of a text. */
    private List<CompletionItem> items(String marked) {
        int offset = marked.indexOf('|');
        String text = marked.replace("|", "");
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        Position position = new Position(line, offset - before.lastIndexOf('\n') - 1);
        File file = new File(DIRECTORY, ".plimsoll.yaml");
        return completions.at(position, new Buffer("file:///a", file, "yaml", 1, text));
    }

    private List<String> labels(String marked) {
        return items(marked).stream().map(CompletionItem::getLabel).toList();
    }

    private CompletionItem item(String marked, String label) {
        return items(marked).stream()
                .filter(item -> item.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The text once an item was chosen. */
    private static String chosen(String marked, CompletionItem item) {
        String text = marked.replace("|", "");
        TextEdit edit = item.getTextEdit().getLeft();
        return Editor.applied(text, List.of(edit));
    }

    private static String problems(String text) {
        ConfigReader reader = new ConfigReader(RuleCatalog.builtIn(), File::getPath, new TrustBoundary(DIRECTORY));
        try {
            reader.read(new SourceFile(".plimsoll.yaml", text), new File(DIRECTORY, ".plimsoll.yaml"), DIRECTORY);
            return "";
        } catch (InputException e) {
            return text + ": " + e.getMessage();
        }
    }

    /** The mappings of the schema: where in a text each is, and its keys. */
    private static Map<String, JsonObject> mappings() throws Exception {
        JsonObject schema = json(Files.readString(SCHEMA)).getAsJsonObject();
        JsonObject definitions = schema.getAsJsonObject("definitions");
        Map<String, JsonObject> mappings = new TreeMap<>();
        mappings.put("|", schema);
        mappings.put("ignore:\n  - |", definitions.getAsJsonObject("ignored"));
        mappings.put("overrides:\n- |", definitions.getAsJsonObject("override"));
        for (String rules : List.of("rules:\n  |", "overrides:\n  - paths: a\n    rules:\n      |")) {
            mappings.put(rules, definitions.getAsJsonObject("rules"));
            JsonObject ids = definitions.getAsJsonObject("rules").getAsJsonObject("properties");
            for (String id : ids.keySet()) {
                mappings.put(rules.replace("|", id + ": {|"), ids.getAsJsonObject(id));
                String indent = rules.substring(rules.lastIndexOf('\n') + 1).replace("|", "  ");
                mappings.put(rules.replace("|", id + ":\n" + indent + "|"), ids.getAsJsonObject(id));
            }
        }
        return mappings;
    }

    @Test
    void offersEachKeyOfTheSchemaAndTheReaderTakesIt() throws Exception {
        int keys = 0;
        for (Map.Entry<String, JsonObject> mapping : mappings().entrySet()) {
            String marked = mapping.getKey();
            List<String> offered = new ArrayList<>();
            for (CompletionItem item : items(marked)) {
                if (item.getTextEdit().getLeft().getNewText().contains(":")) {
                    offered.add(item.getLabel());
                    String text = chosen(marked, item) + (marked.contains("{") ? "}" : "\n");
                    assertThat(problems(text)).doesNotContain("unknown");
                    keys++;
                }
                assertThat(item.getDetail()).as(item.getLabel()).isNotEmpty();
            }
            assertThat(new TreeSet<>(offered))
                    .as(marked)
                    .isEqualTo(new TreeSet<>(
                            mapping.getValue().getAsJsonObject("properties").keySet()));
        }
        assertThat(keys).isGreaterThan(1000);
    }

    @Test
    void theReaderTakesEachValueThatIsOffered() throws Exception {
        int values = 0;
        for (String marked : mappings().keySet()) {
            if (marked.contains("{")) {
                continue;
            }
            for (CompletionItem key : items(marked)) {
                String text = chosen(marked, key);
                if (!text.endsWith(": ")) {
                    continue;
                }
                for (CompletionItem value : items(text + "|")) {
                    values++;
                    // an item of overrides has to say where it holds
                    String where = text.startsWith("overrides:\n- ") ? "\n  containers: a" : "";
                    assertThat(problems(chosen(text + "|", value) + where)).isEmpty();
                }
            }
        }
        assertThat(values).isGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "profile: |; default,strict",
                "profile:|; default,strict",
                "'profile: s|tr # why'; default,strict",
                "fail-on: |; error,warning,info,never",
                "foreign-ignores: |; true,false",
                "rules:\\n  schema: {severity: |; error,warning,info",
                "rules: {schema: {severity: |}}; error,warning,info",
                "rules: {schema: {severity: error, |}}; enabled",
                "rules:\\n  schema:\\n    severity: error\\n    |; enabled",
                "rules:\\n  schema:\\n    |\\n    severity: error; enabled",
                "rules:\\n  swap-limit-missing:\\n    severity: error\\n    en|abled: true; enabled,minimum",
                "rules:\\n  swap-limit-missing:\\n    minimum: |; 2g",
                "ignore:\\n  - rule: schema\\n    reason: x\\n    |; path,container,expires",
                "ignore:\\n- rule: schema\\n  |\\n  expires: 2030-01-01\\n- path: x; path,container,reason",
                "overrides:\\n  - paths: a\\n    |; containers,profile,rules",
                "overrides:\\n  - paths: [a]\\n    profile: |; default,strict",
                "mirrors:\\n  - |; ''",
                "profile: strict\\n  |; ''",
                "reason: | # no key of ours; ''",
                "# profile: |; ''",
                "profile: default # or |; ''",
            })
    void knowsWhereItIs(String marked, String expected) {
        assertThat(String.join(",", labels(marked.replace("\\n", "\n")))).isEqualTo(expected);
    }

    @Test
    void doesNotOfferAgainWhatIsThere() {
        assertThat(labels("profile: strict\n|\nignore:\n  - schema\n"))
                .contains("rules", "mirrors", "fail-on")
                .doesNotContain("profile", "ignore");
        assertThat(labels("rules:\n  schema:\n    enabled: true\n  |\n  swap-limit-missing: {}\n"))
                .contains("tmpfs-unbounded")
                .doesNotContain("schema", "swap-limit-missing");
    }

    @Test
    void itemsBringTheirDash() {
        assertThat(chosen("select:\n  |", item("select:\n  |", "tmpfs"))).isEqualTo("select:\n  - tmpfs");
        assertThat(chosen("select:\n  -|", item("select:\n  -|", "tmpfs"))).isEqualTo("select:\n  - tmpfs");
        assertThat(chosen("ignore:\n  |", item("ignore:\n  |", "rule"))).isEqualTo("ignore:\n  - rule: ");
        assertThat(chosen("select: [a, |]", item("select: [a, |]", "tmpfs"))).isEqualTo("select: [a, tmpfs]");
        assertThat(chosen("profile:|", item("profile:|", "strict"))).isEqualTo("profile: strict");
    }

    @Test
    void aWordWithDashesIsReplacedWhole() {
        String marked = "rules:\n  swap-li|mit: {}\n";
        assertThat(chosen(marked, item(marked, "swap-limit-missing"))).isEqualTo("rules:\n  swap-limit-missing: {}\n");
        marked = "ignore:\n  - rule: swap-|\n";
        assertThat(chosen(marked, item(marked, "swap-limit-missing")))
                .isEqualTo("ignore:\n  - rule: swap-limit-missing\n");
    }

    @Test
    void aMarkAtTheBeginningIsCounted() {
        String marked = "\uFEFFpro|";
        assertThat(chosen(marked, item(marked, "profile"))).isEqualTo("\uFEFFprofile: ");
    }

    @Test
    void saysWhatEachIs() {
        CompletionItem option = item("rules:\n  swap-limit-missing: {|", "minimum");
        assertThat(option.getDetail()).contains("size");
        assertThat(option.getDocumentation().getLeft()).contains("from ", "default 2g");
        assertThat(item("|", "mirrors").getDocumentation().getLeft()).contains("Docker Hub");
        assertThat(item("|", "profile").getDetail()).isEqualTo("default, strict");
        assertThat(item("|", "ignore").getDetail()).isEqualTo("list");
        CompletionItem rule = item("rules:\n  |", "tmpfs-unbounded");
        assertThat(rule.getDetail()).isEqualTo("warning, tmpfs");
        assertThat(rule.getDocumentation().getRight().getValue())
                .isEqualTo(RuleCatalog.builtIn()
                        .find("tmpfs-unbounded")
                        .orElseThrow()
                        .summary());
        assertThat(item("select: |", "tmpfs").getDetail()).isEqualTo("all rules of this category");
    }

    private static JsonElement json(String text) {
        return new Gson().fromJson(text, JsonElement.class);
    }
}

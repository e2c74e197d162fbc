package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plimsoll.catalog.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The extension for VS Code offers the settings that the server reads, and no others. */
class VsCodeSettingsTest {
    private static final Path MANIFEST = Path.of("src/editor/vscode/package.json");

    /** Names the program to start: the server never sees it, and a stranger's workspace must not say it. */
    private static final String PATH = "plimsoll.path";

    private static JsonObject manifest;
    private static JsonObject properties;

    @BeforeAll
    static void read() throws Exception {
        manifest = new Gson().fromJson(Files.readString(MANIFEST), JsonObject.class);
        properties = manifest.getAsJsonObject("contributes")
                .getAsJsonObject("configuration")
                .getAsJsonObject("properties");
    }

    @Test
    void eachSettingIsReadByTheServer() throws Exception {
        String source = Files.readString(Path.of("src/main/java/dev/plimsoll/lsp/Settings.java"));
        Set<String> read = Pattern.compile("(?:word|flag|rules)\\(\"(\\w+)\"\\)")
                .matcher(source)
                .results()
                .map(match -> "plimsoll." + match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        read.add(PATH);
        assertThat(new TreeSet<>(properties.keySet())).isEqualTo(read);
    }

    @Test
    void eachOfThemHasTheTypeThatTheServerExpects() {
        for (Map.Entry<String, JsonElement> each : properties.entrySet()) {
            String type = each.getValue().getAsJsonObject().get("type").getAsString();
            JsonElement other = type.equals("string") ? new JsonPrimitive(true) : new JsonPrimitive("no such rule");
            Settings settings = Settings.of(section(each.getKey(), other));
            assertThat(settings.problems().isEmpty())
                    .as(each.getKey())
                    .isEqualTo(each.getKey().equals(PATH));
        }
    }

    @Test
    void defaultsSayNothingSoThatTheConfigurationDecides() {
        JsonObject section = new JsonObject();
        for (String name : properties.keySet()) {
            section.add(
                    name.substring("plimsoll.".length()),
                    properties.getAsJsonObject(name).get("default"));
        }
        assertThat(Settings.of(section)).isEqualTo(Settings.NONE);
    }

    @Test
    void offersTheProfilesThatThereAre() {
        for (JsonElement word : properties.getAsJsonObject("plimsoll.profile").getAsJsonArray("enum")) {
            assertThat(word.getAsString().isEmpty()
                            || Profile.of(word.getAsString()).isPresent())
                    .as(word.getAsString())
                    .isTrue();
        }
        assertThat(properties.getAsJsonObject("plimsoll.profile").getAsJsonArray("enum"))
                .hasSize(Profile.values().length + 1);
    }

    @Test
    void aWorkspaceThatIsNotTrustedNamesNoProgram() {
        JsonObject untrusted = manifest.getAsJsonObject("capabilities").getAsJsonObject("untrustedWorkspaces");
        assertThat(untrusted.get("supported").getAsString()).isEqualTo("limited");
        assertThat(untrusted.getAsJsonArray("restrictedConfigurations")).containsExactly(new JsonPrimitive(PATH));
        assertThat(properties.getAsJsonObject(PATH).get("scope").getAsString()).isEqualTo("machine-overridable");
    }

    @Test
    void aClickOnALoadLineIsACommandOfTheExtension() throws Exception {
        Set<String> commands = new TreeSet<>();
        for (JsonElement each : manifest.getAsJsonObject("contributes").getAsJsonArray("commands")) {
            commands.add(each.getAsJsonObject().get("command").getAsString());
        }
        // the client library registers these: a second command of that name would stop the extension
        assertThat(commands).contains(LoadLines.SHOW).doesNotContain(CodeActions.EXPLAIN, Workspace.BUDGET);
        for (String command : commands) {
            String name = command.substring("plimsoll.".length());
            assertThat(Files.readString(MANIFEST.resolveSibling("src/extension.ts")))
                    .contains("command('" + name + "'");
        }
    }

    @Test
    void hasTheVersionOfTheProject() throws Exception {
        String version = manifest.get("version").getAsString();
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + version + "</version>\n  <packaging>");
    }

    private static JsonObject section(String name, JsonElement value) {
        JsonObject section = new JsonObject();
        section.add(name.substring("plimsoll.".length()), value);
        return section;
    }
}

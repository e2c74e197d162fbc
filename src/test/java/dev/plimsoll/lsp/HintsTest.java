package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows behind values. */
@Timeout(60)
class HintsTest {
    private static final String BASE = """
            services:
              web:
                image: nginx:1.27
                mem_limit: 512m
                memswap_limit: 512m
                command: ["a"]
                environment:
                  LEVEL: info
                tmpfs:
                  - /tmp:size=64m
                ports:
                  - "8080:80"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Editor editor;

    @BeforeEach
    void start() throws Exception {
        folder = folder.toRealPath();
        editor = new Editor(folder);
        ClientCapabilities capabilities = Editor.capabilities();
        capabilities.getWorkspace().setInlayHint(new InlayHintWorkspaceCapabilities(true));
        capabilities.getWorkspace().setCodeLens(new CodeLensWorkspaceCapabilities(true));
        editor.initialize(capabilities);
    }

    @AfterEach
    void leave() throws Exception {
        editor.close();
    }

    private List<InlayHint> all(String name) throws Exception {
        Range all = new Range(new Position(0, 0), new Position(999, 0));
        return Editor.wait(editor.server()
                .getTextDocumentService()
                .inlayHint(new InlayHintParams(new TextDocumentIdentifier(editor.uri(name)), all)));
    }

    private static String label(InlayHint hint) {
        if (hint.getLabel().isLeft()) {
            return hint.getLabel().getLeft();
        }
        StringBuilder label = new StringBuilder();
        for (InlayHintLabelPart part : hint.getLabel().getRight()) {
            label.append(part.getValue());
        }
        return label.toString();
    }

    /** Each hint with its line, from 0. */
    private List<String> hints(String name) throws Exception {
        List<String> hints = new ArrayList<>();
        for (InlayHint hint : all(name)) {
            hints.add(hint.getPosition().getLine() + " " + label(hint));
        }
        return hints;
    }

    private void override(String lines) {
        editor.open("compose.override.yaml", "services:\n  web:\n" + lines.indent(4));
    }

    @Test
    void showWhatAnUnsavedOverrideLaysOverValues() throws Exception {
        editor.open("compose.yaml", BASE);
        assertThat(hints("compose.yaml")).isEmpty();
        override("mem_limit: 2g\nmemswap_limit: 2g\ntmpfs: /tmp:size=128m\nports: ['127.0.0.1:8080:80']\n");
        assertThat(hints("compose.yaml"))
                .containsExactly(
                        "3 \u2192 2g (compose.override.yaml)",
                        "4 \u2192 2g (compose.override.yaml)",
                        "9 \u2192 /tmp:size=128m (compose.override.yaml)");
        assertThat(hints("compose.override.yaml")).isEmpty();
        InlayHint hint = all("compose.yaml").get(0);
        assertThat(hint.getPosition()).isEqualTo(new Position(3, 19));
        assertThat(hint.getLabel().getRight().get(1).getLocation())
                .isEqualTo(new Location(
                        editor.uri("compose.override.yaml"), new Range(new Position(2, 15), new Position(2, 17))));
        assertThat(hint.getTooltip().getLeft())
                .isEqualTo("This value has no effect here: compose.override.yaml, line 3, replaces it.");
    }

    @Test
    void followTheOtherFile() throws Exception {
        editor.open("compose.yaml", BASE);
        override("mem_limit: 2g\n");
        assertThat(hints("compose.yaml")).containsExactly("3 \u2192 2g (compose.override.yaml)");
        int before = editor.refreshes();
        editor.change("compose.override.yaml", "services:\n  web:\n    mem_limit: 3g\n");
        editor.awaitRefresh(before);
        assertThat(hints("compose.yaml")).containsExactly("3 \u2192 3g (compose.override.yaml)");
        editor.change("compose.override.yaml", "services:\n  web:\n    mem_limit: !reset null\n");
        assertThat(hints("compose.yaml")).containsExactly("3 \u2192 nothing (compose.override.yaml)");
        editor.close("compose.override.yaml");
        assertThat(hints("compose.yaml")).isEmpty();
    }

    @Test
    void areNotAskedForAgainWhereTheEditorDoesSo() throws Exception {
        editor.open("compose.yaml", BASE);
        editor.await("compose.yaml", found -> true);
        editor.change("compose.yaml", BASE.replace("64m", "65mb"));
        editor.await("compose.yaml", "tmpfs-invalid-size");
        assertThat(editor.refreshes()).isZero();
    }

    @Test
    void areSilentWhereTheValueIsTheSameOrUnknown() throws Exception {
        editor.open("compose.yaml", BASE);
        override("mem_limit: 512m\nmemswap_limit: ${SWAP}\ncommand: [b]\nenvironment: {LEVEL: debug}\n");
        assertThat(hints("compose.yaml")).isEmpty();
    }

    @Test
    void areSilentWhereAnotherServiceUsesTheValue() throws Exception {
        editor.open("base.yaml", """
                services:
                  base:
                    image: nginx:1.27
                    mem_limit: 512m
                    memswap_limit: 512m
                    shm_size: 64m
                """);
        editor.open("compose.yaml", """
                services:
                  one:
                    extends: {file: base.yaml, service: base}
                    mem_limit: 1g
                    memswap_limit: 1g
                    shm_size: 1m
                  two:
                    extends: {file: base.yaml, service: base}
                    memswap_limit: 1g
                    shm_size: 2m
                """);
        // the limit counts in the one, the swap of both is not the same line, and so is shm_size
        assertThat(hints("base.yaml")).isEmpty();
        editor.change("compose.yaml", """
                services:
                  one:
                    extends: {file: base.yaml, service: base}
                    mem_limit: 1g
                    memswap_limit: 1g
                """);
        assertThat(hints("base.yaml")).containsExactly("3 \u2192 1g (compose.yaml)", "4 \u2192 1g (compose.yaml)");
    }

    @Test
    void nameTheLineInTheSameFile() throws Exception {
        editor.open("compose.yaml", BASE.replace("services:", "services:\n  base: {image: \"nginx:1.26\"}\n"));
        assertThat(hints("compose.yaml")).isEmpty();
        editor.change("compose.yaml", BASE + "---\nservices:\n  web:\n    mem_limit: 1g\n");
        assertThat(hints("compose.yaml")).containsExactly("3 \u2192 1g (line 16)");
    }

    @Test
    void followIncludedFilesAndChains() throws Exception {
        Files.createDirectories(folder.resolve("db"));
        editor.open("db/db.yaml", "services:\n  db:\n    image: postgres:16\n    shm_size: 128m\n");
        editor.open("compose.yaml", "include: [db/db.yaml]\n");
        editor.open("compose.override.yaml", "services:\n  db:\n    shm_size: 256m\n");
        assertThat(hints("db/db.yaml")).containsExactly("3 \u2192 256m (../compose.override.yaml)");
    }

    @Test
    void areOffWhereTheFirstMessageSaysSoAndNothingElseDoes() throws Exception {
        editor.close();
        editor = new Editor(folder);
        editor.initialize(Editor.capabilities(), json("{\"plimsoll\": {\"inlayHints\": false}}"));
        editor.open("compose.yaml", BASE);
        override("mem_limit: 2g\n");
        editor.await("compose.yaml", found -> true);
        assertThat(hints("compose.yaml")).isEmpty();
    }

    @Test
    void areOffWhereTheSettingsSaySo() throws Exception {
        editor.settings(json("{\"inlayHints\": false}"));
        editor.server()
                .getWorkspaceService()
                .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
        editor.open("compose.yaml", BASE);
        override("mem_limit: 2g\n");
        editor.awaitRefresh(0);
        assertThat(hints("compose.yaml")).isEmpty();
    }

    private static JsonElement json(String text) {
        return new Gson().fromJson(text, JsonElement.class);
    }
}

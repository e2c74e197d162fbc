package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as an editor meets it. */
@Timeout(60)
class EditorTest {
    private static final String BARE = """
            services:
              web:
                image: nginx:1.27
                mem_limit: 512m
                tmpfs:
                  - /tmp
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Editor editor;

    @BeforeEach
    void start() throws Exception {
        // the system's own directory may be a link
        folder = folder.toRealPath();
        editor = Editor.begin(folder);
    }

    @AfterEach
    void leave() throws Exception {
        editor.close();
    }

    @Test
    void tellsWhatAnUnsavedTextHolds() throws Exception {
        editor.open("compose.yaml", BARE);
        List<Diagnostic> found = editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        Diagnostic last = found.get(1);
        assertThat(last.getRange()).isEqualTo(new Range(new Position(5, 8), new Position(5, 12)));
        assertThat(last.getSeverity()).isEqualTo(DiagnosticSeverity.Warning);
        assertThat(last.getSource()).isEqualTo("plimsoll");
        assertThat(last.getCodeDescription().getHref()).endsWith("/rules/tmpfs-unbounded.md");
        assertThat(editor.version("compose.yaml")).isEqualTo(1);
    }

    @Test
    void leadsToTheCause() throws Exception {
        editor.open(
                "compose.yaml",
                "services:\n  web:\n    extends: {file: base.yaml, service: web}\n    tmpfs: /tmp:size=1g\n");
        editor.open(
                "base.yaml",
                "services:\n  web:\n    image: nginx:1.27\n    mem_limit: 512m\n    memswap_limit: 512m\n");
        List<Diagnostic> found = editor.await("compose.yaml", "tmpfs-exceeds-memory");
        assertThat(found.get(0).getRelatedInformation())
                .extracting(DiagnosticRelatedInformation::getLocation)
                .containsExactly(
                        new Location(editor.uri("base.yaml"), new Range(new Position(3, 15), new Position(3, 19))));
    }

    @Test
    void followsWhatIsTyped() throws Exception {
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        Range end = new Range(new Position(5, 12), new Position(5, 12));
        editor.change(
                "compose.yaml",
                List.of(
                        new TextDocumentContentChangeEvent(end, ":size=64"),
                        new TextDocumentContentChangeEvent(new Range(new Position(5, 20), new Position(5, 20)), "m")));
        editor.await("compose.yaml", "swap-limit-missing");
        assertThat(editor.version("compose.yaml")).isEqualTo(2);
    }

    @Test
    void anUnsavedOverrideChangesWhatIsSaidOfItsBase() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), BARE);
        editor.open("compose.override.yaml", "services:\n  web:\n    memswap_limit: 512m\n");
        editor.await("compose.yaml", "tmpfs-unbounded");
        editor.change("compose.override.yaml", "services:\n  web: {}\n");
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        editor.close("compose.override.yaml");
        editor.await("compose.yaml");
    }

    @Test
    void variablesCountThatNobodySaved() throws Exception {
        editor.open("compose.yaml", BARE.replace("- /tmp", "- /tmp:size=${SIZE}"));
        editor.await("compose.yaml", found -> Editor.rules(found).contains("variable-unset"));
        editor.open(".env", "dotenv", "SIZE=1g\n");
        editor.await("compose.yaml", found -> Editor.rules(found).contains("tmpfs-exceeds-memory"));
        editor.change(".env", "SIZE=64m\n");
        editor.await("compose.yaml", "swap-limit-missing");
    }

    @Test
    void anExtendedFileThatIsOpenIsToldOf() throws Exception {
        editor.open("compose.yaml", "services:\n  web:\n    extends: {file: parts/base.yaml, service: base}\n");
        // the file is not there until it is open
        editor.await("compose.yaml", "extends-unresolved");
        editor.open("parts/base.yaml", "services:\n  base:\n    image: nginx:1.27\n    tmpfs: /tmp\n");
        editor.await("parts/base.yaml", "tmpfs-unbounded");
        editor.change("parts/base.yaml", "services:\n  base:\n    image: nginx:1.27\n");
        editor.await("parts/base.yaml");
    }

    @Test
    void otherYamlIsNotLinted() throws Exception {
        editor.open("deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\n");
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        editor.await("deployment.yaml");
    }

    @Test
    void readsCommandsInScriptsAndMarkdown() throws Exception {
        editor.open("run.sh", "shellscript", "docker run --tmpfs /cache:size=64mb nginx:1.27\n");
        editor.await("run.sh", "tmpfs-invalid-size");
        editor.open("README.md", "markdown", "# A\n\n```sh\ndocker run --tmpfs /cache:size=64mb nginx:1.27\n```\n");
        editor.await("README.md", "tmpfs-invalid-size");
    }

    @Test
    void aFixIsMadeOfTheTextAsItIs() throws Exception {
        editor.open("compose.yaml", BARE.replace("- /tmp", "- /tmp:size=64mb"));
        editor.await("compose.yaml", found -> Editor.rules(found).contains("tmpfs-invalid-size"));
        CodeAction fix = editor.action("compose.yaml", 5, "Write size=64m");
        assertThat(fix.getIsPreferred()).isTrue();
        assertThat(fix.getDiagnostics().get(0).getCode().getLeft()).isEqualTo("tmpfs-invalid-size");
        assertThat(editor.apply(fix.getEdit()))
                .isEqualTo(Map.of("compose.yaml", BARE.replace("- /tmp", "- /tmp:size=64m")));
        editor.await("compose.yaml", "swap-limit-missing");
    }

    @Test
    void oneFixLeavesTheOthersAlone() throws Exception {
        String two = BARE.replace("- /tmp", "- /tmp:size=64mb\n      - /run:size=1mb");
        editor.open("compose.yaml", two);
        editor.await("compose.yaml", found -> found.size() == 3);
        assertThat(editor.apply(
                        editor.action("compose.yaml", 6, "Write size=1m").getEdit()))
                .isEqualTo(Map.of("compose.yaml", two.replace("size=1mb", "size=1m")));
    }

    @Test
    void anActionOfAnOlderTextIsRefused() throws Exception {
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        CodeAction fix = editor.actions("compose.yaml", 5).get(0);
        editor.change("compose.yaml", "# first\n" + BARE);
        editor.await("compose.yaml", found -> editor.version("compose.yaml") == 2);
        fix = Editor.wait(editor.server().getTextDocumentService().resolveCodeAction(fix));
        assertThat(fix.getEdit()).isNull();
        assertThat(editor.messages).containsExactly("Plimsoll did not make this fix: the text has changed since.");
    }

    @Test
    void savingMakesAllSafeFixesAndNoOther() throws Exception {
        editor.open("compose.yaml", "version: '3'\n" + BARE.replace("- /tmp", "- /tmp:size=64mb"));
        editor.await("compose.yaml", found -> found.size() == 3);
        List<CodeAction> actions = editor.actions("compose.yaml", 0, "source.fixAll");
        assertThat(actions).hasSize(1);
        assertThat(actions.get(0).getKind()).isEqualTo("source.fixAll.plimsoll");
        assertThat(editor.apply(actions.get(0).getEdit()))
                .isEqualTo(Map.of("compose.yaml", BARE.replace("- /tmp", "- /tmp:size=64m")));
    }

    @Test
    void anEditorThatCannotAskAgainGetsTheEditsAtOnce() throws Exception {
        editor.close();
        editor = new Editor(folder);
        editor.initialize(new ClientCapabilities());
        editor.open("compose.yaml", BARE);
        CodeAction fix = editor.actions("compose.yaml", 5).get(0);
        assertThat(fix.getData()).isNull();
        assertThat(editor.apply(fix.getEdit()).get("compose.yaml")).contains("/tmp:size=");
        assertThat(editor.actions("compose.yaml", 5))
                .extracting(CodeAction::getTitle)
                .as("it cannot make files")
                .noneMatch(title -> title.contains(".plimsoll.yaml"));
    }

    @Test
    void ignoresHereWithAReasonToFillIn() throws Exception {
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        CodeAction ignore = editor.action("compose.yaml", 5, "Ignore tmpfs-unbounded here");
        assertThat(editor.apply(ignore.getEdit()))
                .isEqualTo(Map.of(
                        "compose.yaml", BARE.replace("- /tmp", "- /tmp # plimsoll: ignore[tmpfs-unbounded] say why")));
        editor.await("compose.yaml", "swap-limit-missing");
    }

    @Test
    void ignoresInANewConfiguration() throws Exception {
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        CodeAction ignore = editor.action("compose.yaml", 5, "Ignore tmpfs-unbounded in .plimsoll.yaml");
        assertThat(ignore.getEdit().getDocumentChanges().get(0).getRight().getKind())
                .isEqualTo("create");
        String text = editor.apply(ignore.getEdit()).get(".plimsoll.yaml");
        assertThat(text).isEqualTo("""
                ignore:
                  - rule: tmpfs-unbounded
                    path: "/compose.yaml"
                    container: "web"
                    reason: "say why"
                """);
        editor.open(".plimsoll.yaml", text);
        editor.await("compose.yaml", "swap-limit-missing");
    }

    @Test
    void addsToTheConfigurationThatIsThere() throws Exception {
        String before = "# ours\nignore:\n- rule: swap-limit-missing\n  reason: no swap here\n\nprofile: default\n";
        editor.open(".plimsoll.yaml", before);
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "tmpfs-unbounded");
        String after = editor.apply(editor.action("compose.yaml", 5, "Ignore tmpfs-unbounded in")
                        .getEdit())
                .get(".plimsoll.yaml");
        assertThat(after)
                .startsWith("# ours\nignore:\n- rule: swap-limit-missing\n  reason: no swap here\n- rule: tmpfs-");
        assertThat(after).endsWith("\n\nprofile: default\n");
        editor.await("compose.yaml");
    }

    @Test
    void tellsWhatIsWrongWithAConfiguration() throws Exception {
        editor.open(".plimsoll.yaml", "profle: strict\nselect: [tmpfs-unbunded]\n");
        List<Diagnostic> found = editor.await(".plimsoll.yaml", errors -> errors.size() == 2);
        assertThat(found.get(0).getMessage()).contains("profile");
        assertThat(found.get(1).getRange().getStart()).isEqualTo(new Position(1, 9));
        editor.change(".plimsoll.yaml", "profile: strict\n");
        editor.await(".plimsoll.yaml");
    }

    @Test
    void fadesAndStrikesThrough() throws Exception {
        editor.open("compose.yaml", "version: '3'\nservices:\n  web:\n    image: nginx:1.27\n");
        List<Diagnostic> found = editor.await("compose.yaml", "version-obsolete");
        assertThat(found.get(0).getTags()).containsExactly(DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated);
    }

    private String hover(String name, int line, int column) throws Exception {
        Hover hover = Editor.wait(editor.server()
                .getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(editor.uri(name)), new Position(line, column))));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    @Test
    void showsPagesLoadLinesAndDataPaths() throws Exception {
        editor.open("compose.yaml", """
                services:
                  db:
                    image: postgres:16
                    mem_limit: 1g
                    memswap_limit: 1g
                    tmpfs:
                      - /scratch
                    volumes:
                      - data:/var/lib/postgresql/data
                volumes:
                  data:
                """);
        assertThat(hover("compose.yaml", 6, 10))
                .startsWith("**[tmpfs-unbounded](")
                .contains("## Why");
        assertThat(hover("compose.yaml", 3, 17)).startsWith("| container |").contains("| db | 1 | 1g |");
        assertThat(hover("compose.yaml", 1, 3)).contains("| db | 1 | 1g |");
        assertThat(hover("compose.yaml", 2, 12)).contains("`/var/lib/postgresql/data`, which is mounted");
        assertThat(hover("compose.yaml", 0, 2)).isEmpty();
        assertThat(hover("elsewhere.yaml", 0, 2)).isEmpty();
    }

    @Test
    void drawsLoadLinesOverServices() throws Exception {
        editor.open("compose.yaml", """
                services:
                  web:
                    image: nginx:1.27
                    mem_limit: 2g
                    tmpfs: /cache:size=1536m
                  plain:
                    image: nginx:1.27
                """);
        TextDocumentIdentifier document = new TextDocumentIdentifier(editor.uri("compose.yaml"));
        List<String> lenses = new ArrayList<>();
        for (CodeLens lens :
                Editor.wait(editor.server().getTextDocumentService().codeLens(new CodeLensParams(document)))) {
            lenses.add(lens.getRange().getStart().getLine() + " "
                    + lens.getCommand().getTitle());
        }
        assertThat(lenses).containsExactly("1 1.5g of 2g, 512m left");
        Range all = new Range(new Position(0, 0), new Position(99, 0));
        assertThat(Editor.wait(editor.server().getTextDocumentService().inlayHint(new InlayHintParams(document, all))))
                .extracting(hint -> hint.getPosition() + " " + hint.getLabel().getLeft())
                .containsExactly(new Position(3, 17) + " swap: 2g");
        Object svg = Editor.wait(editor.server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams("plimsoll.budget", List.of(document.getUri()))));
        assertThat(svg.toString()).contains("<svg").contains("512m left");
        Object page = Editor.wait(editor.server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams("plimsoll.explain", List.of("tmpfs-unbounded"))));
        assertThat(page.toString()).contains("## Why");
    }

    private List<String> completions(String name, String text, int line, int column) throws Exception {
        editor.open(name, text);
        List<String> labels = new ArrayList<>();
        for (CompletionItem item : Editor.wait(editor.server()
                        .getTextDocumentService()
                        .completion(new CompletionParams(
                                new TextDocumentIdentifier(editor.uri(name)), new Position(line, column))))
                .getLeft()) {
            labels.add(item.getLabel());
        }
        return labels;
    }

    @Test
    void completesWhatMayBeSaid() throws Exception {
        assertThat(completions("compose.yaml", "a: b # plimsoll: ignore[tm", 0, 26))
                .contains("tmpfs-unbounded", "tmpfs", "swap-limit-missing");
        assertThat(completions("compose.yaml", "a: b # ignore[tm", 0, 16)).isEmpty();
        assertThat(completions("compose.yaml", "a: b # plimsoll: ignore[tmpfs] wh", 0, 33))
                .isEmpty();
        assertThat(completions(".plimsoll.yaml", "pro", 0, 3)).contains("profile", "ignore", "mirrors");
        assertThat(completions(".plimsoll.yaml", "profile: ", 0, 9)).containsExactly("default", "strict");
        assertThat(completions(".plimsoll.yaml", "rules:\n  sw", 1, 4))
                .contains("swap-limit-missing")
                .doesNotContain("memory");
        assertThat(completions(".plimsoll.yaml", "rules:\n  swap-limit-missing:\n    ", 2, 4))
                .containsExactly("severity", "enabled", "minimum");
        assertThat(completions(".plimsoll.yaml", "ignore:\n  - ru", 1, 6)).contains("rule", "expires");
        assertThat(completions(".plimsoll.yaml", "ignore:\n  - rule: ", 1, 10)).contains("tmpfs", "tmpfs-unbounded");
        assertThat(completions(".plimsoll.yaml", "select:\n- ", 1, 2)).contains("tmpfs", "tmpfs-unbounded");
    }

    private static JsonElement json(String text) {
        return new Gson().fromJson(text, JsonElement.class);
    }

    @Test
    void obeysSettings() throws Exception {
        editor.settings(json("{\"ignore\": [\"tmpfs-unbounded\"], \"profile\": \"strikt\", \"schema\": false}"));
        editor.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(json("{}")));
        editor.open("compose.yaml", BARE + "    nonsense: 1\n");
        editor.await("compose.yaml", "swap-limit-missing");
        assertThat(editor.messages)
                .containsExactly("Plimsoll: The setting plimsoll.profile must be default or strict.");
    }

    @Test
    void countsColumnsAsAgreed() throws Exception {
        String text = "services:\n  web: {image: \"nginx:1.27\", labels: {a: \"\uD83D\uDEA2\u00E9\"}, tmpfs: /tmp}\n";
        editor.open("compose.yaml", text);
        assertThat(editor.await("compose.yaml", "tmpfs-unbounded")
                        .get(0)
                        .getRange()
                        .getStart()
                        .getCharacter())
                .isEqualTo(text.indexOf("/tmp") - text.indexOf("  web"));
        editor.close();
        editor = new Editor(folder);
        ClientCapabilities bytes = Editor.capabilities();
        bytes.getGeneral().setPositionEncodings(List.of(PositionEncodingKind.UTF8, PositionEncodingKind.UTF16));
        editor.initialize(bytes);
        editor.open("compose.yaml", text);
        assertThat(editor.await("compose.yaml", "tmpfs-unbounded")
                        .get(0)
                        .getRange()
                        .getStart()
                        .getCharacter())
                .isEqualTo(text.substring(text.indexOf("  web"), text.indexOf("/tmp"))
                        .getBytes(StandardCharsets.UTF_8)
                        .length);
    }

    @Test
    void endsInDueForm() throws Exception {
        Editor.wait(editor.server().shutdown());
        editor.server().exit();
        assertThat(editor.exit.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void endsWithoutAGoodbye() throws Exception {
        editor.toServer.close();
        assertThat(editor.exit.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void endsWithTheProcessThatStartedIt() throws Exception {
        editor.close();
        editor = new Editor(folder);
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        // no process has it: Linux and macOS number them from 1, and Windows gives out multiples of 4
        params.setProcessId(Integer.MAX_VALUE);
        CompletableFuture<?> unused = editor.server().initialize(params);
        assertThat(editor.exit.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void survivesMessagesThatAreNone() throws Exception {
        for (String body : List.of(
                "{",
                "[]",
                "nonsense",
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"no/such\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":[1]}")) {
            editor.toServer.write(
                    ("Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
        }
        editor.toServer.flush();
        editor.open("compose.yaml", BARE);
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
    }

    @Test
    void aQuestionThatMakesNoSenseHasAnAnswerOfOneLine() throws Exception {
        CodeAction action = new CodeAction("made up");
        action.setData(json("{\"analysis\": \"none\"}"));
        CompletableFuture<CodeAction> answer =
                editor.server().getTextDocumentService().resolveCodeAction(action);
        assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(ResponseErrorException.class, refused -> {
                    assertThat(refused.getResponseError().getMessage()).startsWith("cannot be answered: ");
                    assertThat(refused.getResponseError().getData()).isNull();
                });
    }

    @Test
    void survivesChangesBeyondTheText() throws Exception {
        editor.open("compose.yaml", BARE);
        Range beyond = new Range(new Position(900, 900), new Position(-1, -1));
        editor.change("compose.yaml", List.of(new TextDocumentContentChangeEvent(beyond, "# end")));
        editor.change("nowhere.yaml", List.of(new TextDocumentContentChangeEvent(beyond, "# end")));
        editor.await("compose.yaml", "swap-limit-missing", "tmpfs-unbounded");
        assertThat(editor.messages).isEmpty();
    }
}

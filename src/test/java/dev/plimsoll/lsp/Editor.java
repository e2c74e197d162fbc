package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** An editor that speaks with a server over pipes, and remembers what it is told. */
final class Editor implements LanguageClient, AutoCloseable {
    private static final long PATIENCE = 20;

    final Path folder;
    final OutputStream toServer;
    final CompletableFuture<Integer> exit;
    final List<String> messages = new ArrayList<>();
    private final Map<String, PublishDiagnosticsParams> told = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final LanguageServer server;
    private @Nullable Object settings;
    private int refreshes;

    /** An editor with a server in this process. */
    Editor(Path folder) throws IOException {
        this.folder = folder;
        PipedOutputStream written = new PipedOutputStream();
        PipedInputStream serverIn = new PipedInputStream(written, 1 << 20);
        PipedInputStream in = new PipedInputStream(1 << 20);
        PipedOutputStream serverOut = new PipedOutputStream(in);
        toServer = written;
        exit = CompletableFuture.supplyAsync(
                () -> Service.serve(serverIn, serverOut, folder.toFile(), Map.of(), "1.2.3", messages::add),
                command -> {
                    Thread thread = new Thread(command);
                    thread.setDaemon(true);
                    thread.start();
                });
        server = listen(in);
    }

    /** An editor with a server of its own. */
    Editor(Path folder, Process process) {
        this.folder = folder;
        toServer = process.getOutputStream();
        exit = process.onExit().thenApply(Process::exitValue);
        server = listen(process.getInputStream());
    }

    private LanguageServer listen(InputStream in) {
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, in, toServer);
        // ends with the stream
        Future<Void> unused = launcher.startListening();
        return launcher.getRemoteProxy();
    }

    /** An editor that can all that the server asks for. */
    static Editor begin(Path folder) throws Exception {
        Editor editor = new Editor(folder);
        editor.initialize(capabilities());
        return editor;
    }

    static ClientCapabilities capabilities() {
        ClientCapabilities capabilities = new ClientCapabilities();
        TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
        PublishDiagnosticsCapabilities published = new PublishDiagnosticsCapabilities();
        published.setVersionSupport(true);
        documents.setPublishDiagnostics(published);
        CodeActionCapabilities actions = new CodeActionCapabilities();
        actions.setDataSupport(true);
        actions.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
        documents.setCodeAction(actions);
        capabilities.setTextDocument(documents);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setConfiguration(true);
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setResourceOperations(List.of("create"));
        workspace.setWorkspaceEdit(edits);
        capabilities.setWorkspace(workspace);
        capabilities.setGeneral(new GeneralClientCapabilities());
        return capabilities;
    }

    void initialize(ClientCapabilities capabilities) throws Exception {
        initialize(capabilities, null);
    }

    void initialize(ClientCapabilities capabilities, @Nullable Object options) throws Exception {
        InitializeParams params = new InitializeParams();
        params.setInitializationOptions(options);
        params.setCapabilities(capabilities);
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "project")));
        wait(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    LanguageServer server() {
        return server;
    }

    void settings(Object section) {
        settings = section;
    }

    static <T> T wait(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE, TimeUnit.SECONDS);
    }

    String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    void open(String name, String language, String text) {
        texts.put(uri(name), text);
        versions.put(uri(name), 1);
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(name), language, 1, text)));
    }

    void open(String name, String text) {
        open(name, "yaml", text);
    }

    /** Puts a text in place of all. */
    void change(String name, String text) {
        texts.put(uri(name), text);
        change(name, List.of(new TextDocumentContentChangeEvent(text)));
    }

    void change(String name, List<TextDocumentContentChangeEvent> changes) {
        int version = versions.merge(uri(name), 1, Integer::sum);
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(name), version), changes));
    }

    void close(String name) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(name))));
    }

    /** The findings of a file as soon as they are as somebody expects them. */
    List<Diagnostic> await(String name, Predicate<List<Diagnostic>> expected) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        synchronized (told) {
            while (true) {
                PublishDiagnosticsParams params = told.get(uri(name));
                if (params != null && expected.test(params.getDiagnostics())) {
                    return params.getDiagnostics();
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException("told " + told + ", said " + messages);
                }
                told.wait(left);
            }
        }
    }

    /** Waits until a file has findings of these rules and no others. */
    List<Diagnostic> await(String name, String... rules) throws Exception {
        return await(name, found -> rules(found).equals(List.of(rules)));
    }

    static List<String> rules(List<Diagnostic> found) {
        List<String> rules = new ArrayList<>();
        for (Diagnostic diagnostic : found) {
            rules.add(diagnostic.getCode() == null ? "" : diagnostic.getCode().getLeft());
        }
        return rules;
    }

    int version(String name) {
        synchronized (told) {
            return told.get(uri(name)).getVersion();
        }
    }

    /** The actions on a line, from 0. */
    List<CodeAction> actions(String name, int line, String... only) throws Exception {
        CodeActionContext context = new CodeActionContext(List.of());
        if (only.length > 0) {
            context.setOnly(List.of(only));
        }
        Range range = new Range(new Position(line, 0), new Position(line, 1000));
        List<CodeAction> actions = new ArrayList<>();
        for (Either<?, CodeAction> action : wait(server.getTextDocumentService()
                .codeAction(new CodeActionParams(new TextDocumentIdentifier(uri(name)), range, context)))) {
            actions.add(action.getRight());
        }
        return actions;
    }

    /** The one action whose title begins so, with its edit. */
    CodeAction action(String name, int line, String title) throws Exception {
        List<CodeAction> actions = actions(name, line);
        for (CodeAction action : actions) {
            if (action.getTitle().startsWith(title)) {
                return action.getData() == null
                        ? action
                        : wait(server.getTextDocumentService().resolveCodeAction(action));
            }
        }
        throw new AssertionError(title + " is none of " + actions);
    }

    /** Applies an edit to the documents that are open, and tells the server; what it says of others is returned. */
    Map<String, String> apply(WorkspaceEdit edit) {
        Map<String, String> changed = new HashMap<>();
        for (Either<TextDocumentEdit, ?> change : edit.getDocumentChanges()) {
            if (change.isLeft()) {
                String uri = change.getLeft().getTextDocument().getUri();
                List<TextEdit> edits = new ArrayList<>();
                for (Object one : change.getLeft().getEdits()) {
                    edits.add((TextEdit) one);
                }
                String before = texts.getOrDefault(uri, "");
                String text = applied(before, edits);
                changed.put(uri.substring(uri.lastIndexOf('/') + 1), text);
                if (texts.containsKey(uri)) {
                    assertThat(change.getLeft().getTextDocument().getVersion()).isEqualTo(versions.get(uri));
                    change(uri.substring(uri.lastIndexOf('/') + 1), text);
                }
            }
        }
        return changed;
    }

    /** A text with edits of which none depends on another, columns in units of UTF-16. */
    static String applied(String text, List<TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort((a, b) -> Integer.compare(
                offset(text, b.getRange().getStart()), offset(text, a.getRange().getStart())));
        StringBuilder changed = new StringBuilder(text);
        int end = text.length();
        for (TextEdit edit : sorted) {
            int from = offset(text, edit.getRange().getStart());
            int to = offset(text, edit.getRange().getEnd());
            assertThat(to).as("edits overlap").isLessThanOrEqualTo(end);
            changed.replace(from, to, edit.getNewText());
            end = from;
        }
        return changed.toString();
    }

    /** Counted here once more, not by what is tested. */
    private static int offset(String text, Position position) {
        int offset = 0;
        for (int line = 0; line < position.getLine(); line++) {
            while (text.charAt(offset) != '\n' && text.charAt(offset) != '\r') {
                offset++;
            }
            offset += text.startsWith("\r\n", offset) ? 2 : 1;
        }
        return offset + position.getCharacter();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        synchronized (told) {
            told.put(params.getUri(), params);
            told.notifyAll();
        }
    }

    /** How often it was asked to draw its hints again. */
    int refreshes() {
        synchronized (told) {
            return refreshes;
        }
    }

    /** Waits until it was asked to draw its hints again. */
    void awaitRefresh(int before) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        synchronized (told) {
            while (refreshes <= before) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException("not asked to draw hints again");
                }
                told.wait(left);
            }
        }
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        synchronized (told) {
            refreshes++;
            told.notifyAll();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
        Object section = settings;
        return CompletableFuture.completedFuture(List.of(section == null ? JsonNull.INSTANCE : section));
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new AssertionError("there is no telemetry: " + object);
    }

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return new CompletableFuture<>();
    }

    @Override
    public void logMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public void close() throws IOException {
        toServer.close();
    }
}

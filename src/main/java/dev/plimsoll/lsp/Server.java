package dev.plimsoll.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.source.FilePath;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** One conversation with an editor, from its first message to its last. */
final class Server implements LanguageServer {
    /** Files that others are read with, or that say how they are judged. */
    private static final List<String> WATCHED =
            List.of("**/*.{yml,yaml}", "**/.env", "**/*.env", "**/{Dockerfile,Containerfile}*");

    /** Milliseconds without a change that are waited for at most before a large project is linted. */
    private static final long MAX_PAUSE = 150;

    private final File directory;
    private final String version;
    private final Columns columns = new Columns();
    private final Buffers buffers = new Buffers(columns);
    private final Worker worker = new Worker();
    private final Analyses analyses;
    private final Documents documents;
    private final Workspace workspace;
    private final AtomicBoolean shutDown = new AtomicBoolean();
    private final AtomicReference<Settings> taken = new AtomicReference<>(Settings.NONE);
    private final AtomicReference<Settings> initial = new AtomicReference<>(Settings.NONE);
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private Client client = Client.NONE;
    private ClientCapabilities capabilities = new ClientCapabilities();
    /** Whether files or settings changed that are not typed here. */
    private final AtomicBoolean fromOutside = new AtomicBoolean();

    private long millis;
    /** The analyses that the editor was shown. */
    private long shown;

    /**
     * A conversation that has not begun.
     *
     * @param directory the working directory, absolute; stands for the workspace where the editor names none
     * @param environment the process environment
     * @param version of this program
     */
    Server(File directory, Map<String, String> environment, String version) {
        this.directory = directory;
        this.version = version;
        this.analyses = new Analyses(buffers, environment);
        this.documents = new Documents(this, buffers, columns, worker, analyses);
        this.workspace = new Workspace(this, worker, analyses);
    }

    /** Takes down whom to tell of findings. */
    void connect(LanguageClient other) {
        client = new Client(other, client.published());
    }

    Client client() {
        return client;
    }

    /** The exit code, once the editor has said goodbye or gone. */
    CompletableFuture<Integer> end() {
        return end;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        capabilities = params.getCapabilities() == null ? capabilities : params.getCapabilities();
        if (params.getProcessId() != null) {
            Parent.watch(params.getProcessId(), () -> end.complete(1));
        }
        boolean bytes = prefersBytes();
        if (bytes) {
            columns.countBytes();
        }
        Published published = new Published(buffers, columns, told(Feature.VERSIONS));
        client = new Client(client.remote(), published);
        documents.begin(capabilities, published, params.getInitializationOptions());
        List<File> folders = folders(params);
        Settings settings = Settings.of(section(params.getInitializationOptions()));
        worker.submit(() -> {
            analyses.setFolders(folders);
            analyses.setSettings(settings);
        });
        taken.set(settings);
        initial.set(settings);
        ServerCapabilities own = new ServerCapabilities();
        own.setPositionEncoding(bytes ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        own.setTextDocumentSync(sync);
        CodeActionOptions actions = new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActions.FIX_ALL));
        actions.setResolveProvider(true);
        own.setCodeActionProvider(actions);
        own.setHoverProvider(true);
        own.setCodeLensProvider(new CodeLensOptions(false));
        own.setInlayHintProvider(true);
        own.setCompletionProvider(new CompletionOptions(false, List.of("[", ",", " ", "-")));
        own.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(CodeActions.EXPLAIN, Workspace.BUDGET)));
        WorkspaceFoldersOptions more = new WorkspaceFoldersOptions();
        more.setSupported(true);
        more.setChangeNotifications(true);
        own.setWorkspace(new WorkspaceServerCapabilities(more));
        return CompletableFuture.completedFuture(new InitializeResult(own, new ServerInfo("plimsoll", version)));
    }

    /** What an editor may say that it can do. */
    private enum Feature {
        VERSIONS,
        CONFIGURATION,
        DOCUMENTS,
        WATCHED_FILES,
        HINT_REFRESH,
        LENS_REFRESH
    }

    private boolean told(Feature feature) {
        return switch (feature) {
            case VERSIONS ->
                capabilities.getTextDocument() != null
                        && capabilities.getTextDocument().getPublishDiagnostics() != null
                        && Boolean.TRUE.equals(capabilities
                                .getTextDocument()
                                .getPublishDiagnostics()
                                .getVersionSupport());
            case CONFIGURATION ->
                capabilities.getWorkspace() != null
                        && Boolean.TRUE.equals(capabilities.getWorkspace().getConfiguration());
            case DOCUMENTS ->
                capabilities.getWindow() != null
                        && capabilities.getWindow().getShowDocument() != null
                        && capabilities.getWindow().getShowDocument().isSupport();
            case WATCHED_FILES ->
                capabilities.getWorkspace() != null
                        && capabilities.getWorkspace().getDidChangeWatchedFiles() != null
                        && Boolean.TRUE.equals(capabilities
                                .getWorkspace()
                                .getDidChangeWatchedFiles()
                                .getDynamicRegistration());
            case HINT_REFRESH ->
                capabilities.getWorkspace() != null
                        && capabilities.getWorkspace().getInlayHint() != null
                        && Boolean.TRUE.equals(
                                capabilities.getWorkspace().getInlayHint().getRefreshSupport());
            case LENS_REFRESH ->
                capabilities.getWorkspace() != null
                        && capabilities.getWorkspace().getCodeLens() != null
                        && Boolean.TRUE.equals(
                                capabilities.getWorkspace().getCodeLens().getRefreshSupport());
        };
    }

    /** Whether the editor shows a page that it is given the address of. */
    boolean showsDocuments() {
        return told(Feature.DOCUMENTS);
    }

    /** Whether the editor counts bytes of UTF-8 rather than units of UTF-16. */
    private boolean prefersBytes() {
        List<String> encodings = capabilities.getGeneral() == null
                ? null
                : capabilities.getGeneral().getPositionEncodings();
        return encodings != null && !encodings.isEmpty() && encodings.get(0).equals(PositionEncodingKind.UTF8);
    }

    @SuppressWarnings("deprecation") // older editors name one directory in one of two ways
    private List<File> folders(InitializeParams params) {
        List<File> folders = new ArrayList<>();
        for (WorkspaceFolder folder :
                params.getWorkspaceFolders() == null ? List.<WorkspaceFolder>of() : params.getWorkspaceFolders()) {
            add(Buffers.file(folder.getUri()), folders);
        }
        if (folders.isEmpty() && params.getRootUri() != null) {
            add(Buffers.file(params.getRootUri()), folders);
        }
        if (folders.isEmpty() && params.getRootPath() != null) {
            add(FilePath.clean(FilePath.resolve(directory, params.getRootPath())), folders);
        }
        return folders;
    }

    private static void add(@Nullable File folder, List<File> folders) {
        if (folder != null) {
            folders.add(folder);
        }
    }

    /** Our part of options or settings, in a section of its own or not. */
    static @Nullable JsonElement section(@Nullable Object options) {
        if (!(options instanceof JsonObject object)) {
            return null;
        }
        return object.has(Settings.SECTION) ? object.get(Settings.SECTION) : object;
    }

    @Override
    public void initialized(InitializedParams params) {
        if (told(Feature.WATCHED_FILES)) {
            List<FileSystemWatcher> watchers = new ArrayList<>();
            for (String pattern : WATCHED) {
                watchers.add(new FileSystemWatcher(Either.forLeft(pattern)));
            }
            Registration registration = new Registration(
                    "plimsoll-files",
                    "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(watchers));
            // an editor that refuses tells of files in another way, or of none
            CompletableFuture<Void> unused =
                    client.remote().registerCapability(new RegistrationParams(List.of(registration)));
        }
        tell(Objects.requireNonNull(taken.get()), List.of());
        askForSettings();
    }

    /** Asks for the settings, if the editor has any to tell. */
    void askForSettings() {
        if (!told(Feature.CONFIGURATION)) {
            return;
        }
        ConfigurationItem item = new ConfigurationItem();
        item.setSection(Settings.SECTION);
        // an editor that does not answer has no settings
        CompletableFuture<Void> unused = client.remote()
                .configuration(new ConfigurationParams(List.of(item)))
                .thenAccept(answers -> {
                    if (answers != null && !answers.isEmpty() && answers.get(0) instanceof JsonElement section) {
                        // nothing there does not take back what was said in the beginning
                        boolean any = section.isJsonObject()
                                && section.getAsJsonObject().size() > 0;
                        take(any ? Settings.of(section) : Objects.requireNonNull(initial.get()));
                    }
                });
    }

    /** Lints by other settings from now on. An editor tells its settings more often than they change. */
    void take(Settings settings) {
        Settings before = taken.getAndSet(settings);
        if (settings.equals(before)) {
            return;
        }
        worker.submit(() -> analyses.setSettings(settings));
        tell(settings, before.problems());
        lintFromOutside();
    }

    private void tell(Settings settings, List<String> known) {
        for (String problem : settings.problems()) {
            if (!known.contains(problem)) {
                client.remote().showMessage(new MessageParams(MessageType.Warning, "Plimsoll: " + problem));
            }
        }
    }

    /**
     * Lints what has changed, after a pause that is as long as linting took last: who types fast on a large file is not
     * kept waiting for each letter.
     */
    void lintSoon() {
        worker.later(this::lint, Math.min(MAX_PAUSE, millis));
    }

    private void lint() {
        refresh();
        Published published = client.published();
        if (published != null) {
            published.tell(analyses, client.remote());
        }
        // an editor asks by itself for what stands in the one document that is typed in
        boolean elsewhere = fromOutside.getAndSet(false) || buffers.all().size() > 1;
        if (analyses.count() != shown && elsewhere) {
            drawAgain();
        }
        shown = analyses.count();
    }

    /** Has the editor ask again for what it shows between the lines. */
    private void drawAgain() {
        // an editor that refuses shows it when it asks the next time
        if (told(Feature.HINT_REFRESH)) {
            CompletableFuture<Void> unused = client.remote().refreshInlayHints();
        }
        if (told(Feature.LENS_REFRESH)) {
            CompletableFuture<Void> unused = client.remote().refreshCodeLenses();
        }
    }

    /** Lints what has changed other than by typing. */
    void lintFromOutside() {
        fromOutside.set(true);
        lintSoon();
    }

    /** Brings what is known up to date, on the thread of the worker. A failure is told and leaves the conversation alive. */
    void refresh() {
        long begin = System.nanoTime();
        try {
            analyses.refresh();
        } catch (IOException e) {
            log("cannot read the input: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            log("a defect of plimsoll itself (" + e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0])
                    + ")");
        }
        millis = (System.nanoTime() - begin) / 1_000_000;
    }

    void log(String message) {
        client.remote().logMessage(new MessageParams(MessageType.Error, message));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown.set(true);
        worker.stop();
        return CompletableFuture.completedFuture(new JsonObject());
    }

    @Override
    public void exit() {
        end.complete(shutDown.get() ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }
}

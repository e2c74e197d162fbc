package dev.plimsoll.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What an editor says and asks of documents. Questions are answered of the texts as they are, in their turn. */
final class Documents implements TextDocumentService {
    private final Server server;
    private final Buffers buffers;
    private final Worker worker;
    private final Analyses analyses;
    private final Columns columns;
    private final Hovers hovers;
    private final LoadLines loadLines;
    private final Hints hints;
    private final Completions completions;
    private @Nullable CodeActions actions;
    /** Whether edits of actions may be given when one is chosen. */
    private boolean later;
    /** Whether the editor draws load lines when one is clicked. */
    private boolean drawsBudget;

    Documents(Server server, Buffers buffers, Columns columns, Worker worker, Analyses analyses) {
        this.server = server;
        this.buffers = buffers;
        this.columns = columns;
        this.worker = worker;
        this.analyses = analyses;
        this.hovers = new Hovers(columns);
        this.loadLines = new LoadLines(columns);
        this.hints = new Hints(buffers, columns);
        this.completions = new Completions(columns);
    }

    /** Takes down what the editor can do. */
    void begin(ClientCapabilities capabilities, Published published, @Nullable Object options) {
        boolean creates = capabilities.getWorkspace() != null
                && capabilities.getWorkspace().getWorkspaceEdit() != null
                && capabilities.getWorkspace().getWorkspaceEdit().getResourceOperations() != null
                && capabilities
                        .getWorkspace()
                        .getWorkspaceEdit()
                        .getResourceOperations()
                        .contains(ResourceOperationKind.Create);
        actions = new CodeActions(buffers, columns, published, new ConfigIgnores(buffers, columns, creates));
        CodeActionCapabilities code = capabilities.getTextDocument() == null
                ? null
                : capabilities.getTextDocument().getCodeAction();
        later = code != null
                && Boolean.TRUE.equals(code.getDataSupport())
                && code.getResolveSupport() != null
                && code.getResolveSupport().getProperties() != null
                && code.getResolveSupport().getProperties().contains("edit");
        JsonElement section = Server.section(options);
        drawsBudget = section != null
                && section.isJsonObject()
                && section.getAsJsonObject().get("showsBudget") instanceof JsonPrimitive shows
                && shows.getAsBoolean();
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        if (buffers.open(params.getTextDocument()) != null) {
            cameOrWent();
        }
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Integer version = params.getTextDocument().getVersion();
        changed(buffers.change(
                params.getTextDocument().getUri(), version == null ? 0 : version, params.getContentChanges()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        if (buffers.close(params.getTextDocument().getUri()) != null) {
            cameOrWent();
        }
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        changed(buffers.get(params.getTextDocument().getUri()));
    }

    /** A project may have asked in vain for a file that is there now, or the other way round. */
    private void cameOrWent() {
        worker.submit(analyses::forget);
        server.lintSoon();
    }

    private void changed(@Nullable Buffer buffer) {
        if (buffer != null) {
            worker.submit(() -> analyses.changed(buffer.file()));
            server.lintSoon();
        }
    }

    /** Answers what is asked of an open document, of its text as it is now; of one that is not open the other answer. */
    private <T> CompletableFuture<T> ask(String uri, T otherwise, Function<Buffer, T> question) {
        return worker.ask(cancelled -> {
            Buffer buffer = buffers.get(uri);
            if (buffer == null) {
                return otherwise;
            }
            server.refresh();
            cancelled.checkCanceled();
            return question.apply(buffer);
        });
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return ask(params.getTextDocument().getUri(), List.of(), buffer -> {
            CodeActions known = actions;
            try {
                return known == null
                        ? List.<Either<Command, CodeAction>>of()
                        : known.of(params, buffer, analyses, later).stream()
                                .map(Either::<Command, CodeAction>forRight)
                                .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        return worker.ask(cancelled -> {
            CodeActions known = actions;
            try {
                Optional<String> refusal = known == null ? Optional.empty() : known.resolve(action, analyses);
                if (refusal.isPresent()) {
                    server.client()
                            .remote()
                            .showMessage(new MessageParams(
                                    MessageType.Warning, "Plimsoll did not make this fix: " + refusal.get() + "."));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return action;
        });
    }

    @Override
    @SuppressWarnings("NullAway") // the protocol answers null where there is nothing to show
    public CompletableFuture<Hover> hover(HoverParams params) {
        return ask(
                params.getTextDocument().getUri(), null, buffer -> hovers.of(params.getPosition(), buffer, analyses));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return ask(params.getTextDocument().getUri(), List.of(), buffer -> {
            Analysis analysis = analyses.main(buffer.file());
            return analysis == null || !analyses.settings().lenses()
                    ? List.of()
                    : loadLines.lenses(analysis, buffer, drawsBudget);
        });
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return ask(params.getTextDocument().getUri(), List.of(), buffer -> {
            return analyses.settings().hints() ? hints.of(analyses, buffer, params.getRange()) : List.of();
        });
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return worker.ask(cancelled -> {
            Buffer buffer = buffers.get(params.getTextDocument().getUri());
            return Either.forLeft(buffer == null ? List.of() : completions.at(params.getPosition(), buffer));
        });
    }
}

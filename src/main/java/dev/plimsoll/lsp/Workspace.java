package dev.plimsoll.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.plimsoll.budget.Budget;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Project;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.report.budget.BudgetSvg;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What an editor says and asks of the workspace. */
final class Workspace implements WorkspaceService {
    /** The command that draws the load lines of a document, as SVG; its one argument is the URI. */
    static final String BUDGET = "plimsoll.budget";

    private final Server server;
    private final Worker worker;
    private final Analyses analyses;

    Workspace(Server server, Worker worker, Analyses analyses) {
        this.server = server;
        this.worker = worker;
        this.analyses = analyses;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        JsonElement section = Server.section(params.getSettings());
        if (section != null
                && section.isJsonObject()
                && section.getAsJsonObject().size() > 0) {
            server.take(Settings.of(section));
        } else {
            server.askForSettings();
        }
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        List<File> files = new ArrayList<>();
        boolean cameOrWent = false;
        for (FileEvent event : params.getChanges()) {
            File file = Buffers.file(event.getUri());
            if (file != null) {
                files.add(file);
                cameOrWent |= event.getType() != FileChangeType.Changed;
            }
        }
        // a project may have asked in vain for a file that is there now, or the other way round
        worker.submit(cameOrWent ? analyses::forget : () -> files.forEach(analyses::changed));
        server.lintFromOutside();
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        worker.submit(() -> {
            List<File> folders = new ArrayList<>(analyses.folders());
            for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
                folders.remove(Buffers.file(folder.getUri()));
            }
            for (WorkspaceFolder folder : params.getEvent().getAdded()) {
                File file = Buffers.file(folder.getUri());
                if (file != null && !folders.contains(file)) {
                    folders.add(file);
                }
            }
            analyses.setFolders(folders);
        });
        server.lintFromOutside();
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        String argument = argument(params);
        return switch (params.getCommand()) {
            case CodeActions.EXPLAIN -> explain(argument);
            case BUDGET ->
                worker.ask(cancelled -> {
                    server.refresh();
                    return budget(argument);
                });
            default -> CompletableFuture.completedFuture("");
        };
    }

    private static String argument(ExecuteCommandParams params) {
        List<Object> arguments = params.getArguments();
        Object first = arguments == null || arguments.isEmpty() ? null : arguments.get(0);
        return first instanceof JsonPrimitive word ? word.getAsString() : String.valueOf(first);
    }

    /** Shows a rule's page in a browser, where the editor can do that; in any case the page is the answer. */
    private CompletableFuture<Object> explain(String rule) {
        String page = RuleCatalog.builtIn().page(rule).orElse("");
        if (!page.isEmpty() && server.showsDocuments()) {
            ShowDocumentParams show = new ShowDocumentParams(RulePages.url(rule));
            show.setExternal(true);
            // the page is the answer in any case
            CompletableFuture<?> unused = server.client().remote().showDocument(show);
        }
        return CompletableFuture.completedFuture(page);
    }

    private Object budget(String uri) {
        File file = Buffers.file(uri);
        Analysis analysis = file == null ? null : analyses.main(file);
        if (analysis == null) {
            return "";
        }
        ImageCatalog images = ImageCatalog.builtIn().with(analysis.mirrors());
        List<Budget> budgets = new ArrayList<>();
        for (Project project : analysis.loaded()) {
            budgets.add(Budget.of(project, images, LoadLines.hostMemory(analysis)));
        }
        StringBuilder svg = new StringBuilder();
        new BudgetSvg().write(Budget.together(budgets, LoadLines.hostMemory(analysis)), svg);
        return svg.toString();
    }
}

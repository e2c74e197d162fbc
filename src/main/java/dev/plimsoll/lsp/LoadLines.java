package dev.plimsoll.lsp;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;

/** What stands over a service: its load line. */
final class LoadLines {
    /** What an editor does that is told to draw the load lines of a document; its one argument is the URI. */
    static final String SHOW = "plimsoll.showBudget";

    private final Columns columns;

    LoadLines(Columns columns) {
        this.columns = columns;
    }

    /** A container with what counts toward its limit. */
    record Loaded(Container container, ContainerBudget budget, Project project) {}

    /** The containers that are named in a file. */
    static List<Loaded> named(Analysis analysis, File file) {
        Optional<ByteSize> host = hostMemory(analysis);
        ImageCatalog images = ImageCatalog.builtIn().with(analysis.mirrors());
        List<Loaded> named = new ArrayList<>();
        for (Project project : analysis.loaded()) {
            List<ContainerBudget> budgets = Budget.of(project, images, host).containers();
            List<Container> containers = project.containers();
            for (int i = 0; i < containers.size() && i < budgets.size(); i++) {
                Container container = containers.get(i);
                if (analysis.isOf(container.file(), file)) {
                    named.add(new Loaded(container, budgets.get(i), project));
                }
            }
        }
        return named;
    }

    static Optional<ByteSize> hostMemory(Analysis analysis) {
        return analysis.projects().options().hostMemory();
    }

    /** A load line over each service that has one. */
    List<CodeLens> lenses(Analysis analysis, Buffer buffer, boolean clickable) {
        List<CodeLens> lenses = new ArrayList<>();
        for (Loaded loaded : named(analysis, buffer.file())) {
            if (loaded.budget().isDrawn()) {
                Range range = columns.range(loaded.container().name().at());
                // without a command of the editor it is text alone
                Command command = new Command(line(loaded.budget()), clickable ? SHOW : "", List.of(buffer.uri()));
                lenses.add(new CodeLens(range, command, null));
            }
        }
        return lenses;
    }

    /** A load line in words: {@code 1.5g of 2g, 512m left}. */
    static String line(ContainerBudget budget) {
        if (budget.limit().isPresent()) {
            String used = budget.used().bytes() == 0 ? "0" : budget.used().toString();
            return used + " of " + budget.limit().get() + ", " + budget.verdict();
        }
        String used = budget.used().bytes() == 0 ? "" : budget.used() + ", ";
        return used + budget.verdict();
    }
}

package dev.plimsoll.lsp;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.source.Location;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What stands over a service and behind its values: its load line, and what Docker assumes where nothing is written. */
final class LoadLines {
    /** What an editor does that is told to draw the load lines of a document; its one argument is the URI. */
    static final String SHOW = "plimsoll.showBudget";

    private static final ContainerPath SHM = ContainerPath.of("/dev/shm").orElseThrow();

    /** What the engine mounts at /dev/shm unless it is told otherwise. Source: moby daemon/config, DefaultShmSize. */
    private static final ByteSize DEFAULT_SHM = SizeGrammar.docker("64m").orElseThrow();

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

    /** What Docker assumes, behind the values that make it do so. */
    List<InlayHint> hints(Analysis analysis, Buffer buffer, Range range) {
        List<InlayHint> hints = new ArrayList<>();
        for (Loaded loaded : named(analysis, buffer.file())) {
            Container container = loaded.container();
            Field<ByteSize> limit = container.memory().limit();
            if (limit.known().isPresent()
                    && limit.known().get().bytes() > 0
                    && isHere(limit.place(), analysis, buffer)) {
                if (container.memory().swap().isAbsent()) {
                    String swap = "swap: " + limit.known().get();
                    String why = "Docker lets the container swap as much again as its memory limit. "
                            + "memswap_limit says how much memory and swap may be together.";
                    hint(swap, why, limit.place(), range, hints);
                }
            }
            if (container.host().hasOwnShm()
                    && container.memory().shm().isAbsent()
                    && container.mountOf(SHM).isEmpty()
                    && isHere(container.name().at(), analysis, buffer)
                    && needsShm(container, analysis)) {
                String why = "Docker gives /dev/shm 64 MiB where shm_size says nothing.";
                hint("shm: " + DEFAULT_SHM, why, container.name().at(), range, hints);
            }
        }
        return hints;
    }

    /** Behind every service it would be noise: where the image is known to use it. */
    private static boolean needsShm(Container container, Analysis analysis) {
        return ImageCatalog.builtIn()
                .with(analysis.mirrors())
                .of(container)
                .map(facts -> facts.shm().isPresent())
                .orElse(false);
    }

    private static boolean isHere(Location at, Analysis analysis, Buffer buffer) {
        return analysis.isOf(at.file(), buffer.file()) && !at.file().isBlank();
    }

    private void hint(String label, String why, Location at, Range range, List<InlayHint> hints) {
        Position end = columns.range(at).getEnd();
        if (end.getLine() < range.getStart().getLine()
                || end.getLine() > range.getEnd().getLine()) {
            return;
        }
        InlayHint hint = new InlayHint(end, Either.forLeft(label));
        hint.setKind(InlayHintKind.Parameter);
        hint.setPaddingLeft(true);
        hint.setTooltip(why);
        hints.add(hint);
    }
}

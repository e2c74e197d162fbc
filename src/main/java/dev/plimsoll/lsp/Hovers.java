package dev.plimsoll.lsp;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.Mount;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.report.budget.BudgetMarkdown;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/** What is shown at the mouse: the page of a rule, the load line of a container, where an image keeps its data. */
final class Hovers {
    private final Columns columns;

    Hovers(Columns columns) {
        this.columns = columns;
    }

    /** What there is to say of a place; null if nothing is. */
    @Nullable
    Hover of(Position position, Buffer buffer, Analyses analyses) {
        for (Analysis analysis : analyses.of(buffer.file())) {
            SourceFile source = analysis.source(buffer.file());
            if (source == null) {
                continue;
            }
            int offset = columns.offset(source, position);
            Hover hover = finding(offset, analysis, buffer);
            if (hover == null) {
                hover = container(offset, analysis, buffer);
            }
            if (hover != null) {
                return hover;
            }
        }
        return null;
    }

    private static boolean covers(Location at, int offset, Analysis analysis, Buffer buffer) {
        return analysis.isOf(at.file(), buffer.file())
                && at.span().start() <= offset
                && offset <= at.span().end();
    }

    private @Nullable Hover finding(int offset, Analysis analysis, Buffer buffer) {
        StringBuilder pages = new StringBuilder();
        Range range = null;
        List<String> told = new ArrayList<>();
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            Location at = diagnostic.finding().at();
            String rule = diagnostic.rule();
            if (covers(at, offset, analysis, buffer) && !told.contains(rule)) {
                told.add(rule);
                String page = RuleCatalog.builtIn().page(rule).orElse("");
                pages.append(pages.length() == 0 ? "" : "\n\n---\n\n")
                        .append("**[")
                        .append(rule)
                        .append("](")
                        .append(RulePages.url(rule))
                        .append(")**\n\n")
                        .append(page.strip());
                range = range == null ? columns.range(at) : range;
            }
        }
        return range == null ? null : hover(pages.toString(), range);
    }

    private @Nullable Hover container(int offset, Analysis analysis, Buffer buffer) {
        for (LoadLines.Loaded loaded : LoadLines.named(analysis, buffer.file())) {
            Container container = loaded.container();
            if (container.image() instanceof Field.Present<ImageReference> image
                    && covers(image.value().at(), offset, analysis, buffer)) {
                String facts = image(container, analysis);
                return facts.isEmpty()
                        ? null
                        : hover(facts, columns.range(image.value().at()));
            }
            Location at = measured(container, offset, analysis, buffer);
            if (at != null && loaded.budget().isDrawn()) {
                StringBuilder table = new StringBuilder();
                Budget budget = new Budget(
                        List.of(loaded.budget()),
                        LoadLines.hostMemory(analysis),
                        Budget.of(loaded.project(), ImageCatalog.builtIn(), LoadLines.hostMemory(analysis))
                                .host());
                new BudgetMarkdown().write(budget, table);
                return hover(table.toString(), columns.range(at));
            }
        }
        return null;
    }

    /** The place of a limit, a mount or the name of a container that covers an offset; null if none does. */
    private static @Nullable Location measured(Container container, int offset, Analysis analysis, Buffer buffer) {
        List<Location> places = new ArrayList<>();
        places.add(container.name().at());
        MemoryLimits memory = container.memory();
        for (Field<?> field :
                List.of(memory.limit(), memory.swap(), memory.shm(), memory.reservation(), container.replicas())) {
            if (field instanceof Field.Present<?> present) {
                places.add(present.key());
                places.add(present.value().at());
            }
        }
        for (Mount mount : container.mounts()) {
            places.add(mount.declared().at());
        }
        for (Location place : places) {
            if (covers(place, offset, analysis, buffer)) {
                return place;
            }
        }
        return null;
    }

    private static String image(Container container, Analysis analysis) {
        ImageCatalog images = ImageCatalog.builtIn().with(analysis.mirrors());
        return images.of(container)
                .map(facts -> {
                    StringBuilder text =
                            new StringBuilder("**").append(facts.name()).append("**");
                    List<DataPath> paths = facts.dataPaths(container);
                    for (DataPath path : paths) {
                        Optional<Mount> mount = container.mountOf(path.path());
                        text.append("\n- keeps data in `")
                                .append(path.path().value())
                                .append('`');
                        text.append(mount.isPresent() ? ", which is mounted" : ", where nothing is mounted");
                    }
                    facts.shm()
                            .ifPresent(need ->
                                    text.append("\n- needs more of /dev/shm than the 64m that it has by default"));
                    return paths.isEmpty() && facts.shm().isEmpty() ? "" : text.toString();
                })
                .orElse("");
    }

    private static Hover hover(String markdown, Range range) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown), range);
    }
}

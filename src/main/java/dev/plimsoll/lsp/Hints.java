package dev.plimsoll.lsp;

import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ReplacedValue;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What stands behind values: what Docker assumes where nothing is written, and what is laid over a value that is. */
final class Hints {
    private static final ContainerPath SHM = ContainerPath.of("/dev/shm").orElseThrow();

    /** What the engine mounts at /dev/shm unless it is told otherwise. Source: moby daemon/config, DefaultShmSize. */
    private static final ByteSize DEFAULT_SHM = SizeGrammar.docker("64m").orElseThrow();

    /** Units of UTF-16 of a value that are shown within a line that has something else to say. */
    private static final int MAX_VALUE = 40;

    private final Buffers buffers;
    private final Columns columns;

    Hints(Buffers buffers, Columns columns) {
        this.buffers = buffers;
        this.columns = columns;
    }

    /** The hints in a part of a document. */
    List<InlayHint> of(Analyses analyses, Buffer buffer, Range range) {
        List<InlayHint> hints = new ArrayList<>();
        Analysis main = analyses.main(buffer.file());
        if (main != null) {
            assumed(main, buffer, hints);
            replaced(analyses.of(buffer.file()), buffer, hints);
        }
        int first = range.getStart().getLine();
        int last = range.getEnd().getLine();
        hints.removeIf(hint ->
                hint.getPosition().getLine() < first || hint.getPosition().getLine() > last);
        return hints;
    }

    /** What Docker assumes, behind the values that make it do so. */
    private void assumed(Analysis analysis, Buffer buffer, List<InlayHint> hints) {
        for (LoadLines.Loaded loaded : LoadLines.named(analysis, buffer.file())) {
            Container container = loaded.container();
            Field<ByteSize> limit = container.memory().limit();
            if (limit.known().isPresent()
                    && limit.known().get().bytes() > 0
                    && container.memory().swap().isAbsent()
                    && isHere(limit.place(), analysis, buffer)) {
                String swap = "swap: " + limit.known().get();
                String why = "Docker lets the container swap as much again as its memory limit. "
                        + "memswap_limit says how much memory and swap may be together.";
                hints.add(hint(Either.forLeft(swap), why, limit.place()));
            }
            if (container.host().hasOwnShm()
                    && container.memory().shm().isAbsent()
                    && container.mountOf(SHM).isEmpty()
                    && isHere(container.name().at(), analysis, buffer)
                    && needsShm(container, analysis)) {
                String why = "Docker gives /dev/shm 64 MiB where shm_size says nothing.";
                hints.add(hint(
                        Either.forLeft("shm: " + DEFAULT_SHM),
                        why,
                        container.name().at()));
            }
        }
    }

    /** Behind every service it would be noise: where the image is known to use it. */
    private static boolean needsShm(Container container, Analysis analysis) {
        return ImageCatalog.builtIn()
                .with(analysis.mirrors())
                .of(container)
                .map(facts -> facts.shm().isPresent())
                .orElse(false);
    }

    /** What counts in place of values that count in none of the projects of a document. */
    private void replaced(List<Analysis> all, Buffer buffer, List<InlayHint> hints) {
        Analysis first = all.get(0);
        for (ReplacedValue value : first.replaced()) {
            boolean everywhere = isHere(value.at(), first, buffer);
            for (int i = 1; everywhere && i < all.size(); i++) {
                everywhere = isReplaced(value, all.get(i));
            }
            if (everywhere) {
                hints.add(replaced(value, first, buffer));
            }
        }
    }

    private static boolean isReplaced(ReplacedValue value, Analysis analysis) {
        for (ReplacedValue other : analysis.replaced()) {
            if (isSame(value.at(), other.at())
                    && isSame(value.by(), other.by())
                    && value.value().equals(other.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Location one, Location other) {
        return one.span().equals(other.span())
                && one.file().path().equals(other.file().path());
    }

    private InlayHint replaced(ReplacedValue value, Analysis analysis, Buffer buffer) {
        File file = FilePath.clean(
                FilePath.resolve(analysis.directory(), value.by().file().path()));
        File directory = buffer.file().getParentFile();
        int line = value.by().start().line();
        String where = file.equals(buffer.file())
                ? "line " + line
                : FilePath.relative(directory == null ? buffer.file() : directory, file);
        InlayHintLabelPart link = new InlayHintLabelPart(where);
        link.setLocation(new org.eclipse.lsp4j.Location(buffers.uri(file), columns.range(value.by())));
        String counts = value.value().isEmpty() ? "nothing" : value.value();
        boolean isShort = counts.length() <= MAX_VALUE && counts.indexOf('\n') < 0;
        List<InlayHintLabelPart> parts = List.of(
                new InlayHintLabelPart(isShort ? "\u2192 " + counts + " (" : "\u2192 ("),
                link,
                new InlayHintLabelPart(")"));
        String why =
                "This value has no effect here: " + where + (where.startsWith("line ") ? "" : ", line " + line + ",")
                        + (value.value().isEmpty() ? " takes it away." : " replaces it.");
        return hint(Either.forRight(parts), why, value.at());
    }

    private static boolean isHere(Location at, Analysis analysis, Buffer buffer) {
        return analysis.isOf(at.file(), buffer.file()) && !at.file().isBlank();
    }

    private InlayHint hint(Either<String, List<InlayHintLabelPart>> label, String why, Location at) {
        Position end = columns.range(at).getEnd();
        InlayHint hint = new InlayHint(end, label);
        hint.setKind(InlayHintKind.Parameter);
        hint.setPaddingLeft(true);
        hint.setTooltip(why);
        return hint;
    }
}

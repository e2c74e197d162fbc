package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.UnmountedData;
import java.util.List;
import java.util.Set;

/** A database that keeps its data in the container. */
public final class DatabaseWithoutVolume implements ContainerRule {
    /** What is lost cannot be had again. Caches, queues and measurements are often meant to begin anew. */
    private static final Set<ImageKind> KEEPERS =
            Set.of(ImageKind.DATABASE, ImageKind.SEARCH, ImageKind.STORE, ImageKind.APP);

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DatabaseWithoutVolume(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "database-without-volume";
    }

    /**
     * Whether it matters to nobody, or to another rule, that nothing is kept. Whoever keeps a part of the data wants the rest
     * too, whatever the kind of the image.
     */
    private static boolean isNoMatterHere(KeptData kept, Container container) {
        return !KEEPERS.contains(kept.facts().kind())
                || kept.meantForIt(container).isPresent();
    }

    @Override
    public List<Finding> check(Container container) {
        // run-rm-database speaks of the container that is removed by its own command
        if (container.host().removedOnExit()) {
            return List.of();
        }
        KeptData kept = KeptData.of(container, images);
        if (kept == null || (kept.held(container).isEmpty() && isNoMatterHere(kept, container))) {
            return List.of();
        }
        DataPath data = kept.lacking(container).orElse(null);
        if (data == null || kept.isMeantToBeLost(container)) {
            return List.of();
        }
        String name = container.name().value();
        // beside a mount for the rest, the one around all of it would be one too many
        boolean isPart = kept.held(container).isPresent();
        String target = isPart ? data.written() : data.shownMountPoint();
        String wayOut = "keep the data in a named volume at " + target;
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, container.contentsSource()).evidence(target);
        Mount perhaps = kept.perhapsMeantForIt(container).orElse(null);
        if (perhaps != null) {
            finding.withheld(
                    wayOut,
                    "what is mounted at " + perhaps.target().value().raw()
                            + " may be meant for it, and then it is to be moved");
        } else if (data.isWritten()) {
            finding.change(wayOut, Safety.UNSAFE, new Change.AddVolume(name + "-data", target));
        } else {
            finding.help(wayOut);
        }
        return List.of(finding.says("\"" + name + "\" (" + kept.owner() + ") has no named volume at " + target
                + (isPart ? " for a part of its data: " : " for its data: ")
                + UnmountedData.consequence(container, data)));
    }
}

package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A database whose container is removed, with its data, when it stops. */
public final class RunRmDatabase implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public RunRmDatabase(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "run-rm-database";
    }

    @Override
    public List<Finding> check(Container container) {
        KeptData kept = container.host().removedOnExit() ? KeptData.of(container, images) : null;
        if (kept == null || kept.isMeantToBeLost(container)) {
            return List.of();
        }
        Mount meant = kept.meantForIt(container).orElse(null);
        if (meant != null && KeptData.keeps(meant) && !kept.isHeldInParts(container)) {
            // database-volume-misplaced moves it
            return List.of();
        }
        // an anonymous volume is removed with the container; of a tmpfs other rules tell
        if (kept.held(container).isPresent()) {
            return List.of();
        }
        return List.of(finding(container, kept));
    }

    private static Finding finding(Container container, KeptData kept) {
        DataPath data = kept.first();
        String name = container.name().value();
        String target = data.shownMountPoint();
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, container.image()).evidence(target);
        NamedVolume.offer(finding, kept, container, data, target);
        return finding.says("\"" + name + "\" is removed when it stops (--rm), and nothing is mounted to keep "
                + data.written() + ": the data of " + kept.owner() + " goes with it");
    }
}

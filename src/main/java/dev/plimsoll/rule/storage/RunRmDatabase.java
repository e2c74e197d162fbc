package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
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
        for (DataPath path : kept.paths()) {
            if (isHeld(container, path)) {
                return List.of();
            }
        }
        return List.of(finding(container, kept));
    }

    private static Finding finding(Container container, KeptData kept) {
        DataPath data = kept.first();
        String name = container.name().value();
        String target = data.shownMountPoint();
        String volume = name + "-data";
        Change.OfContainer change = new Change.AddVolume(volume, target);
        if (container.mountOf(data.path()).orElse(null) instanceof VolumeMount anonymous) {
            change = new Change.NameVolume(anonymous, volume);
        }
        String wayOut = "keep the data in a named volume at " + target;
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, container.image()).evidence(target);
        Mount perhaps = kept.perhapsMeantForIt(container).orElse(null);
        if (perhaps != null) {
            finding.withheld(
                    wayOut,
                    "what is mounted at " + perhaps.target().value().raw()
                            + " may be meant for it, and then it is to be moved");
        } else if (data.isWritten()) {
            finding.change(wayOut, Safety.UNSAFE, change);
        } else {
            finding.help(wayOut);
        }
        return finding.says("--rm removes \"" + name + "\" when it stops, and nothing is mounted to keep "
                + data.written() + ": the data of " + kept.owner() + " goes with it");
    }

    /** Whether something lies there that outlives the container, or a tmpfs, of which other rules speak. */
    private static boolean isHeld(Container container, DataPath path) {
        Mount holder = container.mountOf(path.path()).orElse(null);
        // an anonymous volume is removed with the container
        return holder != null
                && !(holder instanceof VolumeMount volume && volume.source().isEmpty());
    }
}

package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.UnmountedData;
import java.util.List;
import java.util.Optional;

/** A mount that is meant for the data and does not hold it. */
public final class DatabaseVolumeMisplaced implements ContainerRule {
    private static final String OLD_POSTGRES = "/var/lib/postgresql/data";
    private static final String NEW_POSTGRES = "/var/lib/postgresql";

    private static final ContainerPath TEMPORARY = new ContainerPath("/tmp");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DatabaseVolumeMisplaced(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "database-volume-misplaced";
    }

    @Override
    public List<Finding> check(Container container) {
        KeptData kept = KeptData.of(container, images);
        if (kept == null || isHeld(kept, container) || kept.isHeldInParts(container)) {
            return List.of();
        }
        Mount mount = kept.meantForIt(container).orElse(null);
        if (mount == null
                || !KeptData.keeps(mount)
                || kept.facts().persistenceOff(container).isPresent()) {
            return List.of();
        }
        return List.of(finding(container, kept, mount));
    }

    /** By the layout of the newest version, or of the one in the tag. A digest alone may be of any version. */
    private static boolean isHeld(KeptData kept, Container container) {
        Optional<DataPath> held = kept.held(container);
        boolean pinned = container.contents().isPresent()
                && container.contents().get().digest().isPresent();
        return held.isPresent() && (held.get().versions().isEmpty() || pinned);
    }

    private static Finding finding(Container container, KeptData kept, Mount mount) {
        DataPath data = kept.first();
        String target = data.shownMountPoint();
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.target())
                .evidence(mount.target().value().raw())
                .label(
                        container.contentsSource(),
                        kept.owner() + " of this version keeps its data in " + data.written());
        Optional<String> variable = kept.facts().pathVariable();
        if (data.path().isAtOrBelow(TEMPORARY) && variable.isPresent()) {
            // in there nothing is made ready for the program's user
            finding.help(
                    "set " + variable.get() + " to " + mount.target().value().raw());
        } else if (data.isWritten()) {
            finding.change("mount it at " + target, Safety.UNSAFE, new Change.SetMountTarget(mount, target));
        } else {
            finding.help("mount it at " + target);
        }
        return finding.says(
                isRefusedByEntrypoint(data, mount)
                        ? message(container, kept, mount)
                        : "\"" + container.name().value() + "\" (" + kept.owner() + ") keeps its data in "
                                + data.written()
                                + (kept.isOpen() ? " in the newest version (the tag names none)" : "")
                                + ", not in what is mounted at "
                                + mount.target().value().raw() + ": " + UnmountedData.consequence(container, data));
    }

    /** Whether the entrypoint of the image looks for a mount there. Source: docker-library/postgres docker-entrypoint.sh. */
    private static boolean isRefusedByEntrypoint(DataPath data, Mount mount) {
        ContainerPath target = mount.path().orElse(null);
        return target != null
                && target.value().equals(OLD_POSTGRES)
                && data.volume().isPresent()
                && data.volume().get().value().equals(NEW_POSTGRES);
    }

    private static String message(Container container, KeptData kept, Mount mount) {
        return container.contentsSource().raw() + " of \"" + container.name().value() + "\" "
                + (kept.isOpen() ? "is the newest version, which does not start" : "does not start")
                + " with a volume at " + mount.target().value().raw() + ": since version 18 mount it at "
                + NEW_POSTGRES;
    }
}

package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data in a directory of the host that is emptied when the host restarts. Source: file-hierarchy(7) of systemd for /run and
 * /tmp; shm_overview(7) for /dev/shm; udisks(8) for disks that a desktop mounts below /run/media.
 */
public final class BindOnVolatileHostPath implements ContainerRule {
    private static final List<ContainerPath> IN_MEMORY =
            List.of(new ContainerPath("/run"), new ContainerPath("/dev/shm"));

    private static final ContainerPath REMOVABLE = new ContainerPath("/run/media");

    private static final ContainerPath TEMPORARY = new ContainerPath("/tmp");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public BindOnVolatileHostPath(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "bind-on-volatile-host-path";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        KeptData kept = container.mounts().isEmpty() ? null : KeptData.of(container, images);
        if (kept == null || !kept.isMissed(container) || kept.isMeantToBeLost(container)) {
            return findings;
        }
        Mount told = null;
        for (DataPath data : kept.paths()) {
            @Nullable Mount mount = container.mountOf(data.path()).orElse(null);
            @Nullable String fate = mount == null ? null : fate(mount);
            if (mount != null && fate != null && !mount.equals(told)) {
                findings.add(finding(container, kept, mount, fate));
                told = mount;
            }
        }
        return findings;
    }

    /** What becomes of a directory of the host; null if it stays, or if nobody knows. */
    private static @Nullable String fate(Mount mount) {
        Optional<ContainerPath> path = ContainerPath.of(mount.hostPlace());
        if (path.isEmpty() || path.get().isAtOrBelow(REMOVABLE)) {
            return null;
        }
        for (ContainerPath memory : IN_MEMORY) {
            if (path.get().isAtOrBelow(memory)) {
                return "is in memory on most hosts: a restart of the host deletes it";
            }
        }
        return path.get().isAtOrBelow(TEMPORARY) ? "is temporary: many hosts clean /tmp when they start" : null;
    }

    private static Finding finding(Container container, KeptData kept, Mount mount, String fate) {
        return FindingDraft.at(container, mount.named())
                .evidence(mount.target().value().raw())
                .help("keep it in a named volume, or in a directory such as /srv")
                .says("\"" + container.name().value() + "\" (" + kept.owner() + ") keeps its data in "
                        + mount.hostShown() + " on the host, which " + fate);
    }
}
